import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bibtexEntries, bibtexText } from '../../../src/ingest/formats/bibliography/bibtex-entries.ts'
import { risRecords, risText } from '../../../src/ingest/formats/bibliography/ris-records.ts'
import { readCues } from '../../../src/ingest/formats/captions/cues.ts'
import { readDelimited } from '../../../src/ingest/formats/table/delimited.ts'
import { readFormat } from './read-format.ts'

const word = fc.stringMatching(/^[A-Za-zäé0-9]{1,8}$/)
const value = fc
  .array(fc.oneof(word, fc.constantFrom('{A}', "{\\'e}", '\\&', '"x"', ',', '=', '#', '@', '%')), { maxLength: 6 })
  .map((parts) => parts.join(' '))

describe('what formats of records keep to', () => {
  it('an entry of BibTeX that is written again is read the same', () => {
    const entry = fc.record({
      type: fc.constantFrom('article', 'inbook', 'misc'),
      key: word,
      fields: fc.uniqueArray(fc.tuple(fc.constantFrom('title', 'author', 'year', 'note', 'x-y'), value), {
        selector: ([name]) => name,
      }),
      isDamaged: fc.constant(false),
    })
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 4 }), (entries) => {
        expect([...bibtexEntries(entries.map(bibtexText).join('\n'))]).toEqual(entries)
      }),
    )
  })

  it('a record of RIS that is written again is read the same', () => {
    const line = fc.tuple(fc.constantFrom('TI', 'AU', 'AB', 'KW'), word)
    const record = fc.array(line, { maxLength: 5 }).map((lines) => [['TY', 'JOUR'] as const, ...lines])
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 4 }), (records) => {
        expect([...risRecords(records.map(risText).join('\n'))]).toEqual(records)
      }),
    )
  })

  it('a table has the cells that were written, whatever stands in them', () => {
    const cell = fc
      .array(fc.oneof(word, fc.constantFrom(',', ';', '"', '\n', '|')), { maxLength: 4 })
      .map((parts) => parts.join(' ').trim())
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
    fc.assert(
      fc.property(fc.array(fc.tuple(word, cell, cell), { minLength: 2, maxLength: 6 }), (rows) => {
        const text = `sep=,\n${rows.map((row) => row.map(quoted).join(',')).join('\n')}`
        expect(readDelimited(text)).toEqual({ rows, isDamaged: false })
      }),
    )
  })

  it('captions have the times and lines that were written, in order of time', () => {
    const cue = fc.record({
      start: fc.nat({ max: 3_599_999 }),
      lines: fc.array(
        word.filter((text) => !/^\d+$/.test(text)),
        { minLength: 1, maxLength: 3 },
      ),
    })
    const time = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(11, 23).replace('.', ',')
    fc.assert(
      fc.property(fc.uniqueArray(cue, { minLength: 1, maxLength: 5, selector: ({ start }) => start }), (cues) => {
        const text = cues.map(
          ({ start, lines }, at) => `${at + 1}\n${time(start)} --> ${time(start + 500)}\n${lines.join('\n')}\n`,
        )
        expect(readCues(text.join('\n')).cues).toEqual(
          cues.map(({ start, lines }) => ({ start, end: start + 500, lines })).sort((a, b) => a.start - b.start),
        )
      }),
    )
  })

  it('whatever control words RTF has, its source keeps the laws, or it is refused', async () => {
    const part = fc.oneof(
      word,
      fc.constantFrom(
        '{',
        '}',
        '\\par ',
        '\\cell ',
        '\\row ',
        '\\intbl ',
        '\\pard ',
        "\\'e9",
        '\\u233? ',
        '\\*',
        '\\tab ',
      ),
      fc.constantFrom(
        '{\\footnote ',
        '{\\listtext ',
        '{\\*\\x ',
        '{\\pict ',
        '\\v ',
        '\\outlinelevel0 ',
        '\\line ',
        '. ',
      ),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 40 }), async (parts) => {
        const refused = await readFormat('a.rtf', `{\\rtf1 ${parts.join('')}`).then(
          () => null,
          (error: { readonly code?: string }) => error.code ?? String(error),
        )
        expect([null, 'bad-document']).toContain(refused)
      }),
    )
  })
})
