import fc from 'fast-check'
import type { Documents } from './engine.ts'

const names = [
  'Marta',
  'Ivo',
  'the pilot',
  'the harbour',
  'Rosamund',
  'the old mill',
  'IS',
  'a Uighur choir',
  'Besançon',
]
const buttonActions = ['closed', 'reported', 'fled to', 'organised', 'did not see', 'was built near', 'brought', 'sold']
const things = ['the northern ferry', '1,200 lanterns', 'the festival in May', 'a “quiet” storm', 'the U.S. border']

const sentence = fc
  .tuple(
    fc.constantFrom(...names),
    fc.constantFrom(...buttonActions),
    fc.constantFrom(...things),
    fc.constantFrom('.', '!', '…'),
  )
  .map(([name, action, thing, end]) => `${name.charAt(0).toUpperCase()}${name.slice(1)} ${action} ${thing}${end}`)

const paragraph = fc.array(sentence, { minLength: 1, maxLength: 6 }).map((sentences) => sentences.join(' '))

const block = fc.oneof(
  { weight: 6, arbitrary: paragraph },
  { weight: 1, arbitrary: paragraph.map((text) => `> ${text}`) },
  {
    weight: 1,
    arbitrary: fc.array(sentence, { minLength: 2, maxLength: 4 }).map((items) => `- ${items.join('\n- ')}`),
  },
  { weight: 1, arbitrary: fc.constantFrom('## The Second Part', 'Read more: Ten ferries', 'Show comments', '***') },
  { weight: 1, arbitrary: sentence.map((asked) => `Q: ${asked.slice(0, -1)}?\n\nA: So it was said.`) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => `x ${text}`) },
)

/** A document of a few blocks, of words that its fellows have as well, so that questions find several. */
export const anyText = fc
  .array(block, { minLength: 1, maxLength: 8 })
  .map((blocks) => `Words.\n\n${blocks.join('\n\n')}\n`)

/** A library of one to six documents, plain text and Markdown. */
export const anyDocuments: fc.Arbitrary<Documents> = fc
  .uniqueArray(fc.constantFrom('a.txt', 'b.md', 'c/d.txt', 'e.txt', 'f.md', 'Z.txt'), { minLength: 1 })
  .chain((paths) => fc.record(Object.fromEntries(paths.map((path) => [path, anyText]))))

/** A question about such a library, or about nothing in it. */
export const anyQuestion = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...names, ...buttonActions, ...things) },
      { weight: 1, arbitrary: fc.constantFrom('who', 'when', 'zebra', 'Uyghur', 'organized', '?') },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((words) => words.join(' '))
