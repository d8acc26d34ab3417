import { describe, expect, it } from 'vitest'
import { countedIn } from '../../src/answer/counted-things.ts'
import { engineOver } from '../support/engine.ts'

const fair = `Notes of the fair

The fair has a large tent beside the mill. The fair will show 30 boats this year, on 12 June 2024, in hall 4.

Both cooks of the fair live in the village. Bakers: 6 men, 3 women. The ferry sold over 2,000 units of rope.

The paint of the tent is paid by the parish. A seat in the tent costs 40 crowns. Entrance to the mill is free.

The village lies by the lake, and its well was dug long ago. Nobody charges for the water of the well.

The lamp of the pier was replaced by the firm Rohrmann.`

const ask = async (question: string) => (await engineOver({ 'fair.txt': fair })).quoth.ask(question, { quotes: 1 })

describe('how many there are', () => {
  it.each([
    ['How many boats will the fair show?', '30 boats'],
    ['How many ships will the fair show?', '30 boats'],
    ['How many cooks does the fair have?', 'Both cooks'],
    ['How many bakers are there?', '6 men'],
    ['How many units of rope did the ferry sell?', '2,000'],
  ])('is told by a number before it: %s', async (question, told) => {
    expect((await ask(question)).quotes[0]?.quote.exact).toContain(told)
  })

  it.each(['How many tents does the fair have?', 'How many mills does the village have?'])(
    'is not told by what else has its words, nor by dates and labels: %s',
    async (question) => {
      const { kind, notes } = await ask(question)
      expect(kind).toBe('silent')
      expect(JSON.stringify(notes)).toContain('how many')
    },
  )

  it('is asked of the noun, with what stands before it', () => {
    expect(countedIn('How many human bones are there?')).toMatchObject({ surface: 'human bones' })
    expect(countedIn('How many other large boats came?')).toMatchObject({ surface: 'large boats' })
    expect(countedIn('How many of the team came by boat?')).toBeNull()
    expect(countedIn('How much bread is there?')).toBeNull()
    expect(countedIn('how many')).toBeNull()
  })
})

describe('what a thing costs', () => {
  it.each([
    ['What does a seat in the tent cost?', '40 crowns'],
    ['How much does entrance to the mill cost?', 'free'],
  ])('is told by a price: %s', async (question, told) => {
    expect((await ask(question)).quotes[0]?.quote.exact).toContain(told)
  })

  it('is not told by what else has its words', async () => {
    const { confidence, notes } = await ask('What did the lamp of the pier cost?')
    expect(confidence).toBeLessThan(0.5)
    expect(JSON.stringify(notes)).toContain('names no price')
  })
})
