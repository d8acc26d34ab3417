import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QuothError } from '../../src/domain/error.ts'
import { maskedText, readable } from '../../src/domain/readable.ts'
import type { Source } from '../../src/domain/source.ts'
import { expectLaws } from './support/laws.ts'
import { prose, read, readMarkdown } from './support/read.ts'

const pieces = [
  '\n',
  '\n\n',
  '    ',
  '  • ',
  '- ',
  '1. ',
  '> ',
  '# ',
  '## ',
  '***',
  '**',
  '*',
  '_',
  '`',
  '```\n',
  '---\n',
  '===\n',
  '| a | b |\n',
  '|---|---|\n',
  '[a](http://b.c)',
  '![x](y.png)',
  '<b>',
  '<!-- c -->',
  '[^1]',
  '[^1]: note\n',
  '\\*',
  '&amp;',
  'Q: ',
  'A: ',
  'JANE DOE: ',
  'Most Popular\n',
  'Related Stories\n',
  'Subscribe to our newsletter\n',
  'By Jane Doe\n',
  'March 3, 2015\n',
  'Updated: 3 May 2017 10:40 IST\n',
  'LONDON (AP) - ',
  'Photo: Reuters',
  '\u00a0Reuters\n',
  '" ',
  " ' ",
  "'s ",
  ' . ',
  '. ',
  '? ',
  '“',
  '”',
  'Why is that so?\n\n',
  prose[0],
  `${prose[1]}\n\n`,
  'Word ',
  'word ',
  'é',
  '😀',
  '\t',
  '12 ',
]
/** What belongs to pages, and what it stands in. */
const pagePieces = [
  'Harbour Report  3 of 9\n',
  'Harbour Report  4 of 9\n',
  'Page 5\n',
  '- 6 -\n',
  '\f',
  '17\n',
  'Minutes of the Council\n',
  'the council has published all that impor-\n',
  'tant infor-\n',
  'mation about the state of the bridges, and the well-\n',
  'known mayor asked for two more rooms before\n',
  'the winter came to the\n',
  'islands of the north. Nobody answered him\n',
  'The bridge over the mill       swimming lessons begin in\n',
  'stream will be closed for      June this year, because the\n',
  'Contents\n',
  'Foreword ........ 2\n',
  'Adults ........ 9.50\n',
  'Monday          9-12\n',
  '2026-03-01 10:22 started\n',
  '[Illustration: a\nwell]\n',
  '<div class="x">',
  '. “If so,\n',
  'Maya Lind said\n',
  '1990-\n2010 ',
  '\n',
  '\n\n',
  'soft\u00ad\nly ',
]
const pages = fc.array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...pagePieces) }, fc.constantFrom(...pieces)), {
  minLength: 1,
  maxLength: 60,
})

const documents = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...pieces) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
    ),
    { minLength: 1, maxLength: 40 },
  )
  .map((parts) => parts.join(''))

/**
 * The source of a text; a text that is refused (blank, binary by its first characters) is none of these tests' matter.
 */
const sourceOf = (text: string, reader: (text: string) => Source): Source => {
  try {
    return reader(text)
  } catch (error) {
    fc.pre(!(error instanceof QuothError))
    throw error
  }
}

/** Whether a text is another one with parts left out. */
const expectWithin = (part: string, whole: string): void => {
  let at = 0
  for (const character of part) {
    const found = whole.indexOf(character, at)
    expect(found, `${JSON.stringify(part)} in ${JSON.stringify(whole)}`).toBeGreaterThanOrEqual(at)
    at = found + character.length
  }
}

describe('every source keeps the laws of runs, paragraphs and sentences', () => {
  it('for plain text of any shape', () => {
    fc.assert(
      fc.property(documents, (text) => expectLaws(sourceOf(text, (plain) => read(plain)))),
      { numRuns: 400 },
    )
  })

  it('for Markdown of any shape', () => {
    fc.assert(
      fc.property(documents, (text) => expectLaws(sourceOf(text, readMarkdown))),
      { numRuns: 400 },
    )
  })

  it('for pages with heads, columns, contents and divided words in any order', () => {
    fc.assert(
      fc.property(pages, (parts) => {
        const source = sourceOf(parts.join(''), read)
        expectLaws(source)
        for (const { sentences } of source.paragraphs)
          for (const sentence of sentences) {
            expect(maskedText(source, sentence)).toHaveLength(sentence.end - sentence.start)
            // What is read is the text's own, in its order, and nothing that is left out.
            expectWithin(readable(source, sentence), source.text.slice(sentence.start, sentence.end))
          }
      }),
      {
        numRuns: 400,
        // A picture behind the mark of a quotation was two runs.
        examples: [
          [
            [
              'Harbour Report  3 of 9\n',
              '> ',
              '[Illustration: a\nwell]\n',
              'islands of the north. Nobody answered him\n',
            ],
          ],
        ],
      },
    )
  })

  it('and says of all words of such pages which rule left them out', () => {
    fc.assert(
      fc.property(pages, (parts) => {
        const source = sourceOf(parts.join(''), read)
        for (const { start, end, kind, rule } of source.runs)
          if (kind === 'boilerplate') expect(rule).toBeTruthy()
          else if (kind === 'markup' && rule === undefined)
            expect(source.text.slice(start, end).replace(/<[^<>]*>/g, '')).not.toMatch(/\p{L}{2,}\s+\p{L}{2,}/u)
      }),
      { numRuns: 200 },
    )
  })

  it('and reads the same document the same way twice', () => {
    fc.assert(
      fc.property(documents, (text) => {
        expect(sourceOf(text, readMarkdown)).toEqual(sourceOf(text, readMarkdown))
      }),
      { numRuns: 50 },
    )
  })

  it('and of plain text loses no word to markup but labels, list numbers and what follows a mark', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const source = sourceOf(text, read)
        for (const run of source.runs)
          if (run.kind === 'markup' && run.rule === undefined)
            expect(source.text.slice(run.start, run.end)).not.toMatch(/\p{L}{2,}/u)
      }),
      { numRuns: 200 },
    )
  })
})
