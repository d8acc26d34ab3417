import { PassThrough } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QuothError } from '../../../src/domain/error.ts'
import { msg } from '../../../src/domain/message.ts'
import { sourceKey } from '../../../src/domain/source.ts'
import { createSourceFinder } from '../../../src/library/find-source.ts'
import { memoryLibrary } from '../../../src/library/memory.ts'
import type { Quoth } from '../../../src/quoth.ts'
import { inertScreen } from '../../../src/surfaces/terminal/inert-screen.ts'
import { startRepl } from '../../../src/surfaces/terminal/repl.ts'
import { plainSource } from '../../support/plain-source.ts'
import { commands, fakeQuoth, runQuoth, screen } from '../../support/terminal-quoth.ts'

/** Everything that a terminal obeys or that turns text round, but for the end of a line. */
const driving = /(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069\u2028\u2029\u200B\u200E\u200F\uFEFF]/u
const attack = '\u001b]0;owned\u0007\u009b2J\u007f\u202E\u2028\u001b[31m'

/** A source whose every text would drive a terminal, and a Quoth over it that finds it as the real one does. */
const library = memoryLibrary()
const source = plainSource({
  id: `${attack} name`,
  text: `Ice${attack} is cold and ${attack} wet.\n\nMore${attack}`,
  record: { title: `Title${attack}`, author: [{ literal: `A${attack}` }], publisher: `P${attack}` },
  dateline: `D${attack}`,
  boilerplate: [{ text: `More${attack}`, rule: `rule${attack}` }],
  warnings: [msg`Seen ${attack}.`],
  paragraph: () => ({ section: [`S${attack}`], speaker: `N${attack}` }),
})
await library.put(source)
const finder = createSourceFinder(library)
const fake = fakeQuoth([source])
const quoth: Quoth = {
  ...fake,
  source: async (name) => fake.source((await finder.find(name)).id),
  summarise: async (name, options) => fake.summarise((await finder.find(name)).id, options),
  sources: async () => ({ ...(await fake.sources()), refusals: [{ path: attack, reason: msg`Not ${attack}.` }] }),
}
const quoteId = (await fake.ask('cold')).quotes[0]?.citation.id ?? ''

describe('a terminal', () => {
  it.each<[string[]]>([
    [['ask', `cold ${attack}`]],
    [['ask', `cold ${attack}`, '--json']],
    [['ask', `zebra ${attack}`]],
    [['ask', 'cold', '--source', attack]],
    [['ask', '--batch', '-']],
    [['ask', '--batch', '-', '--json']],
    [['ask', '--batch', attack]],
    [['summarise', source.id]],
    [['summarise', attack]],
    [['sources']],
    [['sources', '--json']],
    [['sources', 'show', source.id]],
    [['sources', 'show', source.id, '--json']],
    [['sources', 'show', source.id, '--text']],
    [['cite', quoteId]],
    [['cite', quoteId, '--style', 'csl-json']],
    [['context', quoteId]],
    [['find-sources', `Ice is cold ${attack} and wet.`]],
    [['check-quotes', `“Ice${attack} is cold and wet and blue”`]],
    [[attack]],
    [['sources', attack]],
    [['ask', `--${attack}`, 'x']],
    [['register', '--guild', attack]],
  ])('obeys nothing that stands in documents, names, questions or errors: quoth %j', async (argv) => {
    const stdin = `{"id":${JSON.stringify(attack)},"question":${JSON.stringify(`cold ${attack}`)}}\n${attack}\n`
    const { stdout, stderr } = await runQuoth(argv, { isTTY: true, quoth, stdin, env: { NO_COLOR: '1' } })
    expect(stdout + stderr).not.toBe('')
    expect(stdout + stderr).not.toMatch(driving)
  })

  it('obeys nothing of a failure that nobody foresaw, nor of what a tool forgets to clean', async () => {
    const failing: Quoth = { ...quoth, sources: () => Promise.reject(new QuothError('state', attack, [attack])) }
    const { stderr } = await runQuoth(['sources'], { isTTY: true, quoth: failing })
    expect(stderr).toMatch(/owned/)
    expect(stderr).not.toMatch(driving)
  })

  it('shows any text without what drives it, and our colours', () => {
    const { stream, text } = screen(true)
    const inert = inertScreen(stream)
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (written) => {
        inert.write(`${written}${attack}`)
      }),
      { numRuns: 100, seed: 7 },
    )
    inert.write('\u001b[33mwarning\u001b[39m\r\u001b[K')
    expect(text().endsWith('\u001b[33mwarning\u001b[39m\r\u001b[K')).toBe(true)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about
    expect(text().replace(/\u001b\[(?:33|39)m|\r\u001b\[K|\t/g, '')).not.toMatch(driving)
  })
})

describe('a pipe', () => {
  it('gets the text of a source as it is', async () => {
    const { stdout } = await runQuoth(['sources', 'show', source.id, '--text'], { quoth })
    expect(stdout).toBe(source.text)
  })

  it('gets bytes as they are', () => {
    const { stream, text } = screen(false)
    inertScreen(stream).write(attack)
    expect(text()).toBe(attack)
  })
})

describe('the prompt', () => {
  it('offers, shows and remembers nothing that drives a terminal, and takes what it offers', async () => {
    const input = Object.assign(new PassThrough(), { isTTY: true })
    const { stream, text } = screen(true)
    const done = startRepl({ quoth, commands, input, output: stream, env: { NO_COLOR: '1' } })
    input.write('/sources show owned\t')
    await expect.poll(text).toContain(sourceKey(source.id))
    input.write('\r')
    await expect.poll(text).toContain('Neither indexed nor quoted')
    // Typed, shown again from the history, and refused.
    input.write('/nothing\u009b2J\u202E\u001c\r')
    await expect.poll(text).toContain('Unknown command')
    input.write('\u001b[A\u001b[A\u001b[B')
    input.write('\u0003\u0004')
    await done
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what the line editor moves the cursor with
    expect(text().replace(/\u001b\[\d*(?:;\d+)?[A-DGHJK]|\r/g, '')).not.toMatch(driving)
  })
})
