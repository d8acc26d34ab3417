import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QuothError } from '../../src/domain/error.ts'
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
