import { describe, expect, it } from 'vitest'
import { sourceId } from '../../src/domain/source.ts'
import { readDocument } from '../../src/ingest/read-document.ts'
import { definedAcronyms } from '../../src/language/acronyms.ts'
import { analyseTokens } from '../../src/language/english/wink.ts'
import { sentencesIn } from '../../src/language/sentences.ts'
import { growthOf } from '../support/growth.ts'

const encoder = new TextEncoder()
const readAs =
  (path: string) =>
  (text: string): unknown =>
    readDocument({ id: sourceId('a'), path, bytes: encoder.encode(`Word.\n${text}\nEnd.`) })

const parsers: readonly (readonly [name: string, parse: (text: string) => unknown])[] = [
  ['plain text', readAs('a.txt')],
  ['Markdown', readAs('a.md')],
  ['sentences', sentencesIn],
  ['tokens', analyseTokens],
  ['acronyms', definedAcronyms],
]

const units = [
  'a',
  ' ',
  '(',
  '"',
  '[',
  '>',
  '*',
  '_',
  '`',
  '*a_',
  '1. ',
  '. ',
  '." ',
  'by A ',
  'Photo: ',
  '2015 ',
  '( a',
  'A ',
  '<!--',
  '\u00a0',
]

const behindBrackets = [' h', ' w', ' H', 'World Health (WH) ', ' a@b.c', ' www.', ' http://a', ' word']

const milliseconds = (work: () => unknown): number => {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

describe.each(parsers)('%s', (_, parse) => {
  it.each(units)('takes work that grows with the length of a text of %j', (unit) => {
    const text = (length: number): string => unit.repeat(Math.ceil(length / unit.length))
    parse(text(5_000))
    const short = milliseconds(() => parse(text(25_000)))
    const long = milliseconds(() => parse(text(100_000)))
    // Four times the text; quadratic work would take sixteen times as long. What is soon done is not worth a ratio.
    expect(long).toBeLessThan(Math.max(300, short * 10))
  })
})

describe('Markdown behind a bracket that never closes', () => {
  it.each(behindBrackets)(
    'takes work that grows with the length of %j repeated',
    async (unit) => {
      const text = (length: number): string => `[${unit.repeat(Math.ceil(length / unit.length))}`
      expect(await growthOf((length) => readAs('a.md')(text(length)), 4000, 8)).toBeLessThan(30)
    },
    60_000,
  )
})
