import { describe, expect, it } from 'vitest'
import { hyphenRuns } from '../../src/ingest/broken-words.ts'
import { columnLines } from '../../src/ingest/columns.ts'
import { contentsIn } from '../../src/ingest/contents.ts'
import { linesOf } from '../../src/ingest/lines.ts'
import { pageFurniture } from '../../src/ingest/page-furniture.ts'
import { rowsIn } from '../../src/ingest/rows.ts'
import { textLayout } from '../../src/ingest/text-blocks.ts'
import { widthsOf } from '../../src/ingest/wrapping.ts'
import { expectGrowth } from '../support/growth.ts'

const units: readonly (readonly [what: string, line: (n: number) => string])[] = [
  ['words', () => 'the harbour of the town is very\n'],
  ['full lines', (n) => `the harbour of the town was built in ${n} by people who came from the north\n`],
  ['numbers', (n) => `${n}\n`],
  ['heads', (n) => `Harbour Report  ${n} of 9999\n`],
  ['one head', () => 'Minutes of the Harbour Council\n'],
  ['heads between sentences', (n) => `the harbour was built by\nHARBOUR REPORT ${n}\npeople of the town and\n`],
  ['Roman numbers', () => 'Preface  xvii\n'],
  ['entries with dots', (n) => `The harbour ........ ${n}\n`],
  ['entries with spaced dots', (n) => `The harbour . . . . . . ${n}\n`],
  ['entries with a gap', (n) => `The harbour       ${n}\n`],
  ['headings of contents', () => 'Contents\n'],
  ['columns', () => 'the bridge over the mill     swimming lessons begin in\n'],
  ['hyphens', () => 'infor-\nmation and infor-\n'],
  ['hyphens of different words', (n) => `infor${'abcdefghij'[n % 10]}-\nmation${'klmnopqrst'[n % 7]} `],
  ['opening pictures', () => '[Illustration: a\n'],
  ['dots alone', () => '. . . . '],
  ['blanks', () => '        '],
]
const text = (line: (n: number) => string, length: number): string => {
  let made = ''
  for (let n = 0; made.length < length; n += 1) made += line(n)
  return made
}

const finders: readonly (readonly [name: string, find: (text: string) => unknown])[] = [
  ['lines', linesOf],
  ['widths', (given) => widthsOf(linesOf(given))],
  ['rows', (given) => rowsIn(linesOf(given))],
  ['columns', (given) => columnLines(linesOf(given))],
  ['contents', (given) => contentsIn(linesOf(given))],
  ['heads of pages', (given) => pageFurniture(linesOf(given))],
  ['divided words', (given) => hyphenRuns(given, [{ start: 0, plain: given }], 'en')],
]

describe.each(finders)('finding %s', (_, find) => {
  it.each(units)('takes work that grows with the length of %s', async (_what, line) => {
    await expectGrowth((length) => find(text(line, length)), { size: 20_000, factor: 8, below: 30 })
  })
})

it('rows without end overflow nothing', () => {
  const rows = text(() => 'a b     c d\n', 3_000_000)
  expect(textLayout(rows).blocks.length).toBeGreaterThan(200_000)
})
