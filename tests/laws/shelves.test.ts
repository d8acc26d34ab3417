import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Source } from '../../src/domain/source.ts'
import type { Quoth } from '../../src/quoth.ts'
import { sourceOf } from '../support/engine.ts'
import { anyDocuments, anyQuestion } from '../support/random-documents.ts'
import { quothOnShelves } from '../support/shelved.ts'
import { wordEncoder } from '../support/word-encoder.ts'

const questions = [
  'How many Chinese are fighting alongside the Islamic State?',
  'Who is the party chief of Xinjiang?',
  'What must China learn from the Paris attacks?',
  'Which language was the video message in?',
  'Why do militants flee Xinjiang?',
  'Uyghur seperatists in Syria',
  'What does ETIM stand for?',
  'ISIL recruits',
  '"Islamic State" -video Beijing',
  'What did Hua Chunying say about terrorism? after:2015',
  'counterterrorism intelligence sharing',
  'What is the price of bread in Lyon?',
  'Wer kämpft für den Islamischen Staat?',
  'is it that?',
]

const text = `“No country can stand on its own”, she said. “Nobody came to Beijing.” About 300 Chinese fight for the IS.
The government wants to share more intelligence. Lyon is a town.`

/** What people can ask of a library, and what it says, as bytes. */
const saidBy = async (quoth: Quoth, asked: readonly string[]): Promise<string> => {
  const answers = []
  for (const question of asked) answers.push(await quoth.ask(question, { quotes: 6, explain: true }))
  const ids = answers.flatMap(({ quotes }) => quotes.map(({ citation }) => citation.id)).slice(0, 5)
  const { cards } = await quoth.sources()
  const said = {
    answers,
    cited: await Promise.all(ids.map((id) => quoth.cite(id, 'apa'))),
    contexts: await Promise.all(ids.map((id) => quoth.context(id))),
    found: await quoth.findSources(text),
    checked: await quoth.checkQuotes(text),
    summaries: await Promise.all(cards.map(({ id }) => quoth.summarise(id))),
    pages: await Promise.all([0, 1, 3, 9].map((from) => quoth.sources({ from, count: 2 }))),
    suggested: await Promise.all(
      ['', 'chi', 'isis', 'Reuters', 'isalmic'].map((typed) => quoth.suggestSources(typed, 4)),
    ),
    meaning: await quoth.meaning(),
  }
  return JSON.stringify(said, null, 1)
}

describe('a library on several shelves says what it says on one, to the byte', () => {
  let seeds: readonly Source[]
  beforeAll(async () => {
    const folder = join(import.meta.dirname, '../../seeds')
    const files = (await readdir(folder)).filter((name) => name.endsWith('.txt'))
    seeds = await Promise.all(files.map(async (name) => sourceOf(name, await readFile(join(folder, name), 'utf8'))))
  })

  it.each([
    ['by words', () => null],
    ['by meaning', wordEncoder],
  ])('of the seeds, %s', async (_, open) => {
    const one = await saidBy(await quothOnShelves([seeds], open()), questions)
    for (const shelves of [
      [seeds.slice(0, 2), seeds.slice(2, 3), seeds.slice(3)],
      [seeds.slice(4), [], seeds.slice(0, 4).toReversed()],
    ])
      expect(await saidBy(await quothOnShelves(shelves, open()), questions)).toBe(one)
  })

  it('of any documents, however they are spread', async () => {
    const anyCase = anyDocuments.chain((documents) => {
      const sources = Object.entries(documents).map(([path, words]) => sourceOf(path, words))
      return fc.record({
        sources: fc.constant(sources),
        places: fc.array(fc.nat(2), { minLength: sources.length, maxLength: sources.length }),
        asked: fc.array(anyQuestion, { minLength: 1, maxLength: 3 }),
        byMeaning: fc.boolean(),
      })
    })
    await fc.assert(
      fc.asyncProperty(anyCase, async ({ sources, places, asked, byMeaning }) => {
        const open = () => (byMeaning ? wordEncoder() : null)
        const shelves = [0, 1, 2].map((shelf) => sources.filter((_, at) => places[at] === shelf))
        const [one, three] = [await quothOnShelves([sources], open()), await quothOnShelves(shelves, open())]
        expect(await saidBy(three, asked)).toBe(await saidBy(one, asked))
      }),
      { numRuns: 40 },
    )
  })
})
