// How many changes made to the code by a program do the tests notice? docs/mutation.md says more.
//
//   npm run mutation                              every area, one after the other: hours
//   npm run mutation -- limits silence            these areas
//   npm run mutation -- limits --mutate src/surfaces/discord/serving/limiter.ts     what follows goes to Stryker as it is

import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const under = (folder: string, ...names: readonly string[]): readonly string[] =>
  names.map((name) => `${folder}/${name}.ts`)
const inDiscord = (...names: readonly string[]): readonly string[] => under('src/surfaces/discord', ...names)
const ofDiscord = (...names: readonly string[]): readonly string[] =>
  under('tests/surfaces/discord', ...names.map((name) => `${name}.test`))
const testsOf = (...names: readonly string[]): readonly string[] =>
  under('tests', ...names.map((name) => `${name}.test`))

/** What must not break unnoticed, and the tests that are to notice; a mutant meets those of them that run its line. */
const areas: { readonly [name: string]: { readonly code: readonly string[]; readonly tests: readonly string[] } } = {
  sending: {
    code: inDiscord(
      'sending/*',
      'acting/announcer',
      'acting/teller',
      'asking/perform',
      'connecting/bounded-waits',
      'connecting/invalid-requests',
    ),
    tests: ofDiscord(
      'deliver',
      'faults',
      'pings',
      'rate-limits',
      'responder',
      'sending-bounds',
      'acting/announcer',
      'acting/not-told',
      'acting/others',
      'asking/perform',
      'connecting/bounded-waits',
      'connecting/invalid-requests',
    ),
  },
  permissions: {
    code: inDiscord(
      'acting/pressed',
      'acting/rephrasing',
      'acting/taking-along',
      'acting/waiting',
      'asking/plan-*',
      'serving/person',
      'serving/request',
      'serving/serving',
    ),
    tests: ofDiscord('acting/*', 'asking/*', 'limiter-laws'),
  },
  settings: {
    code: [...under('src', 'settings', 'state/settings'), ...inDiscord('acting/setting', 'serving/settings-reader')],
    tests: [
      ...testsOf('settings', 'state/*'),
      ...ofDiscord('acting/made-up-values', 'acting/settings', 'unreadable-settings'),
    ],
  },
  state: { code: under('src/state', '*'), tests: testsOf('state/*') },
  quoting: {
    code: [
      ...under('src', 'domain/quote', 'domain/span', 'citing/context-of', 'citing/quote-id'),
      ...inDiscord('views/quote-item', 'views/source-link'),
    ],
    tests: [
      ...testsOf('domain/*', 'citing/*'),
      ...ofDiscord('views/context-view', 'views/quote-item', 'views/source-link', 'views/summary-view'),
    ],
  },
  escaping: {
    code: [
      ...inDiscord('messages/cut', 'messages/neutralise'),
      ...under('src', 'observing/redact', 'surfaces/terminal/visible'),
    ],
    tests: [
      ...testsOf('observing/log', 'surfaces/terminal/render-reply'),
      ...ofDiscord('escaping-edges', 'neutralise', 'messages/*'),
    ],
  },
  limits: {
    code: inDiscord(
      'asking/message-text',
      'asking/recent-ids',
      'messages/budget',
      'messages/lay-out',
      'serving/keep-newest',
      'serving/limiter',
    ),
    tests: ofDiscord('keep-newest', 'limiter', 'limiter-laws', 'asking/message-text', 'messages/*'),
  },
  silence: {
    code: under('src/answering', 'ask', 'confidence', 'following', 'weights'),
    tests: testsOf(
      'answering/follow-up-weights',
      'answering/follow-ups',
      'answering/silence',
      'answering/words',
      'answering/ranking/*',
    ),
  },
}

const given = process.argv.slice(2)
const firstOption = given.findIndex((each) => each.startsWith('-'))
const named = firstOption < 0 ? given : given.slice(0, firstOption)
const unknown = named.filter((name) => !Object.hasOwn(areas, name))
if (unknown.length > 0) {
  console.error(`There is no area ${unknown.join(', ')}. There are: ${Object.keys(areas).join(', ')}.`)
  process.exit(2)
}

const stryker = fileURLToPath(
  import.meta.resolve('@stryker-mutator/core/package.json').replace(/[^/]+$/, 'bin/stryker.js'),
)
for (const [name, { code, tests }] of Object.entries(areas)) {
  if (named.length > 0 && !named.includes(name)) continue
  console.log(`\n${name}`)
  const options = ['run', '--mutate', code.join(','), ...given.slice(named.length)]
  const env = { ...process.env, QUOTH_MUTATION_TESTS: tests.join(',') }
  const { status } = spawnSync(process.execPath, [stryker, ...options], { stdio: 'inherit', env })
  if (status !== 0) process.exitCode = 1
}
