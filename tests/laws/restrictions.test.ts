import fc from 'fast-check'
import { expect, it } from 'vitest'
import { analyser, engineOver } from '../support/engine.ts'
import { notesOf } from '../support/in-english.ts'
import { anyDocuments } from '../support/random-documents.ts'

/** Words of a library, to ask for and to leave out. */
const words = ['harbour', 'pilot', 'ferry', 'lanterns', 'storm', 'border', 'mill', 'festival', 'closed', 'brought']
const anyWord = fc.constantFrom(...words)

const foldedWords = (text: string): readonly string[] => analyser.tokenise(text).map(({ folded }) => folded)

it('what is quoted never has a word that the question leaves out', async () => {
  await fc.assert(
    fc.asyncProperty(anyDocuments, anyWord, anyWord, async (documents, wanted, unwanted) => {
      fc.pre(wanted !== unwanted)
      const { quoth } = await engineOver(documents)
      const { quotes, nearest } = await quoth.ask(`the ${wanted} -${unwanted}`, { quotes: 8 })
      for (const { quote } of [...quotes, ...nearest])
        expect(analyser.analyse(quote.exact).map(({ term }) => term)).not.toContain(analyser.termOf(unwanted))
    }),
    { numRuns: 40 },
  )
})

const anyPhrase = fc.constantFrom(
  'the northern ferry',
  'closed the',
  'was built near',
  '1,200 lanterns',
  'marta closed',
)

it('with a phrase, what is quoted is from a source that has it, unless the answer says that no passage has', async () => {
  let found = 0
  await fc.assert(
    fc.asyncProperty(anyDocuments, anyPhrase, async (documents, phrase) => {
      const { quoth } = await engineOver(documents)
      const answer = await quoth.ask(`"${phrase}"`, { quotes: 8 })
      const { quotes, nearest } = answer
      if (notesOf(answer).join().includes('No passage has')) return
      for (const { quote } of [...quotes, ...nearest]) {
        const { source } = await quoth.source(quote.source)
        expect(foldedWords(source.text).join(' ')).toContain(foldedWords(phrase).join(' '))
        found++
      }
    }),
    { numRuns: 60 },
  )
  expect(found).toBeGreaterThan(20)
})
