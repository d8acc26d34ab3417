import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { overlaps } from '../../src/domain/span.ts'
import { type Engine, engineOver } from '../support/engine.ts'

const seeds = join(import.meta.dirname, '..', '..', 'seeds')

let engine: Engine
beforeAll(async () => {
  engine = await engineOver(
    Object.fromEntries(readdirSync(seeds).map((file) => [file, readFileSync(join(seeds, file), 'utf8')])),
  )
})

const answered: readonly (readonly [question: string, evidence: string])[] = [
  ['At which hotel in Bamako were executives killed?', 'Radisson hotel'],
  ['How many people did the Sunday blasts kill?', 'claimed at least two lives'],
  ['Who runs the Global Times?', 'run by the Communist Party mouthpiece'],
  ['What did the video in Mandarin lead Beijing to do?', 'call for more international cooperation'],
  ['Who belongs to the Shanghai Cooperation Organization?', 'regional grouping of six Eurasian states'],
  ['What must government departments improve?', 'improve intelligence-gathering'],
  ['Why do western countries hesitate to share intelligence?', 'reluctant to share intelligence'],
  ['What does Amnesty International say about Uighurs?', 'uyghurs face widespread discrimination'],
  ['How many Chinese fight for the Islamic State?', 'about 300 chinese are fighting'],
  ['What did Urumqi ban?', 'banned the wearing of veils'],
  ['What does Shohrat Zakir say of the crackdown?', 'has won wide support'],
  ['What was attacked in Tiananmen Gate?', "plowed into beijing 's tiananmen gate"],
  ['Which movement leads the militants according to Beijing?', 'East Turkestan Islamic Movement'],
  ['What does XUAR see?', 'has seen a spurt in violence'],
]

describe('the seeds answer', () => {
  it.each(answered)('“%s” in the first quote', async (question, evidence) => {
    const { quotes } = await engine.quoth.ask(question)
    expect(quotes[0]?.quote.exact).toContain(evidence)
  })

  it('in three quotes of at most 300 characters on average, and never with a word of boilerplate', async () => {
    const cards = new Map((await engine.quoth.sources()).cards.map((card) => [card.id, card]))
    const answers = await Promise.all(answered.map(([question]) => engine.quoth.ask(question)))
    const quotes = answers.flatMap((answer) => answer.quotes.map(({ quote }) => quote))
    expect(quotes.length).toBeGreaterThanOrEqual(answered.length)
    expect(quotes.reduce((sum, { exact }) => sum + exact.length, 0) / quotes.length).toBeLessThanOrEqual(300)
    for (const quote of quotes) {
      const card = cards.get(quote.source)
      expect(card?.boilerplate.filter((run) => overlaps(run, quote))).toEqual([])
    }
  })
})

describe('the seeds are silent on', () => {
  it.each([
    ['Which season of The Chosen is the darkest?', 'Chosen'],
    ['Who is the lead singer of the Newsboys?', 'Newsboys'],
    ['How tall is the Eiffel Tower?', 'Eiffel'],
    ['Which security-cleared careers are offered?', 'careers'],
  ])('“%s”, naming what they lack', async (question, unknown) => {
    const answer = await engine.quoth.ask(question)
    expect(answer.kind).toBe('silent')
    expect(answer.unknownTerms).toContain(unknown)
  })
})
