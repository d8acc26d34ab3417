import { describe, expect, it } from 'vitest'
import { citationOf } from '../../src/citation/citation.ts'
import type { Answer } from '../../src/domain/answer.ts'
import { QuothError } from '../../src/domain/error.ts'
import { msg } from '../../src/domain/message.ts'
import type { Ranking } from '../../src/domain/passage.ts'
import { quoteFrom } from '../../src/domain/quote.ts'
import { passagesOf } from '../../src/language/passages.ts'
import type { Collection, Question } from '../../src/tools/collection.ts'
import type { Engine } from '../../src/tools/engine.ts'
import { evaluate, type Outcome } from '../../src/tools/evaluate.ts'
import { reportJson } from '../../src/tools/report.ts'
import { reportText } from '../../src/tools/report-text.ts'
import { plainSource, spanOf } from '../support/plain-source.ts'

const ships = plainSource({ id: 'ships', text: 'Forty ships waited. The harbour froze in March.' })
const mill = plainSource({ id: 'mill', text: 'The mill burnt down in March.' })
const sources = [ships, mill]

const question = (id: string, of: Partial<Question> = {}): Question => ({
  id,
  text: id,
  relevant: new Map(),
  gold: null,
  answers: [],
  answerable: true,
  ...of,
})
const inShips = {
  relevant: new Map([['ships', 1]]),
  gold: { document: 'ships', ...spanOf(ships, 'in March') },
  answers: ['March'],
}
const nowhere = { answerable: false }

/** What the engine of these tests says to a question: sentences by their first words, and documents in order. */
type Message = {
  readonly confidence: number
  readonly quotes?: readonly string[]
  readonly heldBack?: string
  readonly documents?: readonly string[]
}

const placeOf = (words: string) => {
  const source = sources.find(({ text }) => text.includes(words)) ?? ships
  const span = source.paragraphs[0]?.sentences.find(({ start, end }) => source.text.slice(start, end).includes(words))
  return { source, span: span ?? { start: 0, end: 1 } }
}

const rankingOf = (documents: readonly string[]): Ranking =>
  documents.flatMap((id) =>
    passagesOf(sources.find((source) => source.id === id) ?? mill).map((passage) => ({ passage, score: 1 })),
  )

const engineSaying = (script: { readonly [question: string]: Message }): Engine => ({
  ask: async (asked) => {
    const { confidence, quotes = [], heldBack, documents = [] } = script[asked] as Message
    const common = { question: asked, confidence, nearest: [], unknownTerms: [], notes: [], searched: 2 }
    const given = quotes.map(placeOf).map(({ source, span }, at) => ({
      rank: at + 1,
      quote: quoteFrom(source, span),
      score: 1,
      citation: citationOf(source, span),
    }))
    const answer: Answer =
      given.length > 0
        ? { kind: 'quoted', quotes: given, more: 0, ...common }
        : { kind: 'silent', quotes: [], ...common }
    const best = quotes[0] ?? heldBack
    const { source, span } = placeOf(best ?? '')
    return {
      answer,
      milliseconds: 1,
      ranking: rankingOf(documents),
      first: best === undefined ? null : { source: source.id, ...span },
    }
  },
})

const evaluated = async (questions: readonly Question[], script: { readonly [question: string]: Message }) => {
  const collection: Collection = {
    documents: sources.map(({ id, text }) => ({ id, title: '', text })),
    questions,
  }
  const kept: Outcome[] = []
  const report = await evaluate(collection, engineSaying(script), async (outcome) => {
    kept.push(outcome)
  })
  return { kept, report, json: reportJson('small', 'test', report) as { readonly [name: string]: unknown } }
}

describe('an evaluation', () => {
  it('counts as one counts by hand', async () => {
    const { json } = await evaluated(
      [
        question('first', inShips),
        question('third', inShips),
        question('hushed', inShips),
        question('off', nowhere),
        question('fooled', nowhere),
      ],
      {
        first: { confidence: 0.9, quotes: ['The harbour'], documents: ['ships', 'mill'] },
        third: { confidence: 0.4, quotes: ['The mill', 'Forty', 'The harbour'], documents: ['mill', 'ships'] },
        hushed: { confidence: 0.1, heldBack: 'The harbour' },
        off: { confidence: 0.1, heldBack: 'Forty' },
        fooled: { confidence: 0.6, quotes: ['The mill'], documents: ['mill'] },
      },
    )
    expect(json).toMatchObject({
      documents: 2,
      questions: 5,
      queries: 3,
      // Nothing found for the third of them: `ships`, the first document, stands in for it and is counted as it is
      // written.
      hit1: 0.6667,
      mrr10: 0.8333,
      ndcg10: 0.877,
      answers: 3,
      sentence: 0.3333,
      sentence3: 0.6667,
      // The mill's sentence has “March” as well, in another document.
      contains: 0.6667,
      meanQuoteChars: Math.round(('The harbour froze in March.'.length + mill.text.length) / 2),
      notVerbatim: 0,
      falseSilent: 0.3333,
      unanswerable: 2,
      silent: 0.5,
      // Of .9, .4, .1 against .1, .6: 2 + 1 + .5 of 6 pairs.
      auroc: 0.5833,
      decisionAccuracy: 0.6,
      // By hand: .9 right (.1 off), .4 wrong (.4), .6 wrong (.6); of two at .1 one right (.4 off, twice).
      calibrationError: 0.38,
    })
  })

  it('has every question in run and answers, silent or not, in order', async () => {
    const { kept } = await evaluated([question('b', inShips), question('a', nowhere)], {
      b: { confidence: 0.9, quotes: ['Forty'], documents: ['mill', 'ships', 'mill'] },
      a: { confidence: 0 },
    })
    expect(kept.map(({ id, answer }) => [id, answer.kind])).toEqual([
      ['b', 'quoted'],
      ['a', 'silent'],
    ])
    expect(kept.map(({ run }) => run)).toEqual([
      'b Q0 mill 1 1 quoth\nb Q0 ships 2 0.5 quoth\n',
      'a Q0 ships 1 1 quoth\n',
    ])
  })

  it('counts a question that cannot be asked as met with silence, and goes on', async () => {
    const collection: Collection = {
      documents: [{ id: 'ships', title: '', text: ships.text }],
      questions: [question('refused', inShips), question('first', inShips)],
    }
    const noticePlan = engineSaying({ first: { confidence: 1, quotes: ['The harbour'] } })
    const engine: Engine = {
      ask: async (asked) => {
        if (asked === 'refused') throw new QuothError('bad-argument', msg`It is too long.`)
        return noticePlan.ask(asked)
      },
    }
    const kept: Outcome[] = []
    const { answering } = await evaluate(collection, engine, async (outcome) => {
      kept.push(outcome)
    })
    expect(answering).toMatchObject({ answers: 2, falseSilent: 0.5, sentence: 0.5 })
    expect(kept[0]?.answer).toMatchObject({ kind: 'silent', confidence: 0, notes: [msg`It is too long.`] })
    const broken: Engine = { ask: async () => Promise.reject(new TypeError('a defect')) }
    await expect(evaluate(collection, broken, async () => {})).rejects.toThrow(TypeError)
  })

  it('leaves out what the collection does not say', async () => {
    const { json, report } = await evaluated([question('judged', { relevant: new Map([['mill', 2]]) })], {
      judged: { confidence: 0.9, quotes: ['The mill'], documents: ['mill'] },
    })
    expect(json).toMatchObject({ ndcg10: 1, falseSilent: 0 })
    for (const name of ['sentence', 'contains', 'auroc', 'silent', 'calibrationError'])
      expect(json).not.toHaveProperty(name)
    expect(reportText('small', report)).not.toMatch(/Sentence|AUROC|ECE/)
  })

  it('finds a quote that is not the text at its place', async () => {
    const collection: Collection = {
      documents: [{ id: 'ships', title: '', text: ships.text.toUpperCase() }],
      questions: [question('first', inShips)],
    }
    const engine = engineSaying({ first: { confidence: 1, quotes: ['Forty', 'The harbour'] } })
    expect((await evaluate(collection, engine, async () => {})).notVerbatim).toBe(2)
  })

  it('prints a bar of the share right, with a mark at the confidence', async () => {
    const { report } = await evaluated([question('right', inShips), question('wrong', inShips)], {
      right: { confidence: 0.75, quotes: ['The harbour'], documents: ['ships'] },
      wrong: { confidence: 0.75, quotes: ['Forty'], documents: ['ships'] },
    })
    const text = reportText('small', report)
    expect(text).toContain(`  0.7 to 0.8  ${'█'.repeat(20)}·········|··········  .7500 sure, .5000 right, 2 questions`)
    expect(text).toMatch(/^ {2}ECE +\.2500/m)
    expect(text).toMatch(/^ {2}Sentence +\.5000/m)
  })
})
