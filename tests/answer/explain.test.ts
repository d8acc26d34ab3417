import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Explanation } from '../../src/domain/answer.ts'
import type { Quoth } from '../../src/quoth.ts'
import { type Documents, type Engine, engineOver } from '../support/engine.ts'
import { expectGrowth } from '../support/growth.ts'
import { anyDocuments, anyQuestion } from '../support/random-documents.ts'

const documents: Documents = {
  'college.md': `# Hartwell College

Hartwell was established in 1636 by the colony of Massachusetts Bay. The charter was signed by four governors.

Its library of rare maps is open on Mondays.`,
  'harbour.txt': `The Harbour Pilots Association (HPA) asked for a new lighthouse. The pilots of the HPA guide forty ships a week.
${'They know each rock and each bank of sand by heart, and the current that runs between them at the ebb. '.repeat(3)}

Fishermen of the colony mend their nets beside the grey harbour. ${'In summer they sing while they work, and in winter they sit by the stove with a pot of tea and say little. '.repeat(3)}`,
}

let quoth: Quoth
beforeAll(async () => {
  quoth = (await engineOver(documents)).quoth
})

const explain = async (question: string): Promise<Explanation> => {
  const { explanation } = await quoth.ask(question, { explain: true })
  if (explanation === undefined) throw new Error('There is no explanation.')
  return explanation
}

/** How the first quote has a word of the question. */
const foundOf = async (question: string, word: string): Promise<unknown> =>
  (await explain(question)).quotes[0]?.words.find((each) => each.word === word)?.found

describe('the words of a question in a quote', () => {
  it.each([
    ['Who signed the charter of Hartwell?', 'charter', { kind: 'as-asked' }],
    ['Which ship does the pilot guide every week?', 'ship', { kind: 'other-form', words: ['ships'] }],
    ['Which governor signed the charter?', 'governor', { kind: 'other-form', words: ['governors'] }],
    ['How many ships does the Harbour Pilots Association guide?', 'Association', { kind: 'acronym', words: ['HPA'] }],
    ['Who signed the cahrter?', 'cahrter', { kind: 'replaced', words: ['charter'] }],
    ['When is the Hartwell library of rare maps open?', 'Hartwell', { kind: 'context' }],
    ['Which governors signed the charter of Massachusetts?', 'Massachusetts', { kind: 'passage' }],
    ['Who mends nets beside the grey harbour near the lighthouse?', 'lighthouse', { kind: 'nearby' }],
    ['Who signed the charter of Quxbury?', 'Quxbury', { kind: 'unknown' }],
    ['Who signed the charter of the nets?', 'nets', { kind: 'missing' }],
  ])('%s: %s', async (question, word, found) => {
    expect(await foundOf(question, word)).toEqual(found)
  })

  it('are told with the word that is like one of them, in the quote’s own form', async () => {
    expect(await foundOf('When was Hartwell founded?', 'founded')).toEqual({
      kind: 'related',
      words: ['established'],
      likeness: expect.closeTo(0.8, 0),
    })
  })

  it('have shares that sum to all of the question', async () => {
    const [first] = (await explain('Which governors signed the charter of Massachusetts?')).quotes
    expect(first?.words.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1)
  })

  it('that stand in the same order are told verbatim, and a word by itself is no run', async () => {
    const [first] = (await explain('What is the library, the library of rare maps?')).quotes
    expect(first?.runs).toEqual(['library of rare maps'])
  })

  it('are found in a sentence as long as a book, with work that grows with it and with the question', async () => {
    const engines = new Map<number, Engine>()
    for (const times of [1250, 20_000])
      engines.set(times, await engineOver({ 'long.txt': `The tide rises ${'tide and time '.repeat(times)}again.` }))
    const ask = async (times: number): Promise<void> => {
      const question = 'tide time '.repeat(Math.floor(times / 40))
      const answer = await engines.get(times)?.quoth.ask(question, { explain: true })
      expect(answer?.explanation?.quotes[0]?.words).toMatchObject([{ found: { kind: 'as-asked' } }, {}])
    }
    await expectGrowth(ask, { size: 1250, factor: 16, below: 80 })
  })

  it('tell whether what is asked for is shown', async () => {
    expect((await explain('What year was Hartwell established?')).quotes[0]?.asksFor).toEqual({
      label: 'a year',
      isShown: true,
    })
    expect((await explain('Tell me of the lighthouse')).quotes[0]?.asksFor).toBeNull()
  })
})

describe('a score that is explained', () => {
  it('is the sum of what its features add, by topic, the largest effect first', async () => {
    const { quotes } = await explain('Who signed the charter of Hartwell?')
    expect(quotes.length).toBeGreaterThan(0)
    for (const { passage, sentence } of quotes)
      for (const { score, topics } of [passage, sentence]) {
        expect(topics.reduce((sum, { adds }) => sum + adds, 0)).toBeCloseTo(score, 2)
        for (const { adds, effects } of topics) {
          expect(effects.reduce((sum, effect) => sum + effect.adds, 0)).toBeCloseTo(adds, 2)
          const sizes = effects.map((effect) => Math.abs(effect.adds))
          expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
          expect(effects.every((effect) => effect.label !== '' && effect.adds !== 0)).toBe(true)
        }
      }
  })
})

describe('a silence that is explained', () => {
  it('says which confidence would have been enough, and tells of the nearest sentence', async () => {
    const { silence, quotes, confidence } = await explain('What does the Bitcoin Bank of Nairobi say of the colony?')
    expect(silence).toMatch(
      /confidence is 0\.\d{3}, and a library of this size \(\d+ passages\) needs 0\.\d{3} to answer/,
    )
    expect(confidence.topics.map(({ label }) => label)).toContain('words that no source has')
    expect(quotes).toHaveLength(1)
  })

  it('says so when nothing was found', async () => {
    expect(await explain('Quxbury?')).toMatchObject({ quotes: [], silence: 'No passage was found that might answer.' })
  })
})

describe('an explanation', () => {
  it('is there only when it is asked for', async () => {
    expect(await quoth.ask('Who signed the charter?')).not.toHaveProperty('explanation')
  })

  it('leaves the answer as it is, and is the same every time', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocuments, anyQuestion, async (any, question) => {
        const engine = await engineOver(any)
        const { explanation, ...answer } = await engine.quoth.ask(question, { explain: true })
        expect(answer).toEqual(await engine.quoth.ask(question))
        expect(explanation?.quotes.length).toBeGreaterThanOrEqual(answer.quotes.length)
        const again = await (await engineOver(any)).quoth.ask(question, { explain: true })
        expect(JSON.stringify(again.explanation)).toBe(JSON.stringify(explanation))
      }),
      { numRuns: 20 },
    )
  })
})
