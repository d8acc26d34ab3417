import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sourceId } from '../../src/domain/source.ts'
import { type Documents, type Engine, engineOver } from '../support/engine.ts'
import { ownDocuments } from '../support/own-documents.ts'
import { anyDocuments, anyQuestion, anyText } from '../support/random-documents.ts'

const answersOf = async ({ quoth }: Engine, questions: readonly string[]): Promise<string> => {
  const answers = []
  for (const question of questions) answers.push(await quoth.ask(question, { quotes: 8 }))
  return JSON.stringify(answers, null, 1)
}

const inOrder = (documents: Documents, paths: readonly string[]): Documents =>
  Object.fromEntries(paths.map((path) => [path, documents[path] ?? '']))

const anyCase = anyDocuments.chain((documents) =>
  fc.record({
    documents: fc.constant(documents),
    order: fc.shuffledSubarray(Object.keys(documents), { minLength: Object.keys(documents).length }),
    questions: fc.array(anyQuestion, { minLength: 1, maxLength: 4 }),
  }),
)

describe('law 4: the same library and the same question give the same answer, to the byte', () => {
  it('whatever the order in which the documents came', async () => {
    await fc.assert(
      fc.asyncProperty(anyCase, async ({ documents, order, questions }) => {
        const [one, other] = [await engineOver(documents), await engineOver(inOrder(documents, order))]
        expect(await answersOf(other, questions)).toBe(await answersOf(one, questions))
      }),
      { numRuns: 30 },
    )
  })

  it('however often it is asked, and whatever was asked before', async () => {
    const engine = await engineOver(ownDocuments)
    const questions = ['Who organised the petition?', 'When did the volcano erupt?', 'What is a zebra?']
    const first = await answersOf(engine, questions)
    await answersOf(engine, ['lido', 'orchard', ...questions.toReversed()])
    expect(await answersOf(engine, questions)).toBe(first)
    expect(
      JSON.stringify(await Promise.all(questions.map((each) => engine.quoth.ask(each, { quotes: 8 }))), null, 1),
    ).toBe(first)
  })

  it('whatever the library held before', async () => {
    await fc.assert(
      fc.asyncProperty(anyCase, anyText, async ({ documents, questions }, text) => {
        const fresh = await engineOver(documents)
        const used = await engineOver({ 'gone.txt': text, ...documents })
        const [path = ''] = Object.keys(documents)
        await used.put(path, `${text}Another version.`)
        await used.put(path, documents[path] ?? '')
        await used.remove(sourceId('gone'))
        expect(await answersOf(used, questions)).toBe(await answersOf(fresh, questions))
      }),
      { numRuns: 25 },
    )
  })
})

describe('law 5: a source that is removed is quoted no more, and quoted again when it is back', () => {
  it('in any library', async () => {
    await fc.assert(
      fc.asyncProperty(anyCase, async ({ documents, order, questions }) => {
        const engine = await engineOver(documents)
        const before = await answersOf(engine, questions)
        const [path = ''] = order
        const id = sourceId(path.replace(/\.\w+$/, ''))
        await engine.remove(id)
        for (const question of questions) {
          const { quotes, nearest } = await engine.quoth.ask(question, { quotes: 8 })
          expect([...quotes, ...nearest].map(({ quote }) => quote.source)).not.toContain(id)
        }
        await expect(engine.quoth.summarise(id)).rejects.toMatchObject({ code: 'unknown-source' })
        await engine.put(path, documents[path] ?? '')
        expect(await answersOf(engine, questions)).toBe(before)
      }),
      { numRuns: 25 },
    )
  })

  it('and an id of a quote of it is unknown in between', async () => {
    const engine = await engineOver(ownDocuments)
    const [first] = (await engine.quoth.ask('Who had the church bells rung?')).quotes
    const id = first?.citation.id ?? ''
    await engine.remove(sourceId('flood'))
    await expect(engine.quoth.cite(id)).rejects.toMatchObject({ code: 'unknown-quote' })
    await engine.put('flood.txt', ownDocuments['flood.txt'] ?? '')
    expect((await engine.quoth.cite(id)).quote).toEqual(first?.quote)
  })
})
