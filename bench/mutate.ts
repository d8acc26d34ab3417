// How many changes made to the code by a program do the tests notice? docs/mutation.md says more.
//
//   npm run mutation                              every area, one after the other: hours
//   npm run mutation -- limits silence            these areas
//   npm run mutation -- limits --mutate src/surfaces/discord/limiter.ts     what follows goes to Stryker as it is

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
      'gateway/bounded-waits',
      'gateway/deliver',
      'gateway/invalid-requests',
      'gateway/responder',
      'gateway/retry',
      'plan',
      'replies/announcer',
    ),
    tests: ofDiscord(
      'gateway/held-back',
      'gateway/invalid-requests',
      'gateway/trying-again',
      'gateway/what-is-sent',
      'order-of-telling',
      'perform',
      'replies/who-is-told',
      'sending-bounds',
    ),
  },
  permissions: {
    code: inDiscord('kept-reply', 'person', 'plan-*', 'replies/answer-actions', 'replies/copy-and-share', 'request'),
    tests: ofDiscord(
      'message-text',
      'permissions',
      'replies/actions',
      'replies/copy-and-share',
      'replies/may-press',
      'who-may-ask',
    ),
  },
  settings: {
    code: [
      ...under('src', 'app/settings', 'state/settings'),
      ...inDiscord('replies/settings-actions', 'settings-reader'),
    ],
    tests: [
      ...testsOf('app/settings', 'app/settings-edges', 'state/open-state'),
      ...ofDiscord('kept-at-hand', 'replies/made-up-values'),
    ],
  },
  state: {
    code: under('src/state', '*'),
    // Not `crashes`: the processes that it starts run the code without its change.
    tests: testsOf(
      'state/connection',
      'state/damage',
      'state/durability',
      'state/grouped-writes',
      'state/lock-folder',
      'state/migrate',
      'state/open-state',
    ),
  },
  quoting: {
    code: [
      ...under('src', 'domain/quote', 'domain/span', 'citation/context-of', 'citation/quote-id'),
      ...inDiscord('replies/context-view', 'replies/quote-item'),
    ],
    tests: [
      ...testsOf('citation/*', 'domain/*'),
      ...ofDiscord('replies/context-view', 'replies/how-a-quote-is-cited', 'replies/quote-item', 'replies/source-link'),
    ],
  },
  escaping: {
    code: [...inDiscord('message/neutralise'), ...under('src', 'observability/log', 'surfaces/terminal/visible')],
    tests: [
      ...testsOf('observability/log', 'observability/redaction'),
      ...ofDiscord('escaping-edges', 'message/inert-marks'),
    ],
  },
  limits: {
    code: inDiscord('handler', 'limiter', 'message/budget', 'message/lay-out', 'settings-reader'),
    tests: ofDiscord(
      'kept-at-hand',
      'limiter',
      'limiter-laws',
      'limiter-memory',
      'message/budget',
      'message/lay-out',
      'message/what-is-held-back',
      'turnstile',
      'what-is-taken',
    ),
  },
  silence: {
    code: under('src/answer', 'ask', 'confidence', 'following', 'silence', 'weights'),
    tests: testsOf('answer/answer-shape', 'answer/carried-words', 'answer/evidence', 'answer/silence'),
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
