import { describe, expect, it } from 'vitest'
import { type Documents, engineOver } from '../support/engine.ts'

const others = `The bakery in the square sells rye bread on weekdays. A tram stops in front of it every ten minutes.

The library keeps its oldest maps in a cool room. Visitors may see them on the first day of a month.`

const quotesOf = async (documents: Documents, question: string, quotes = 8): Promise<readonly string[]> => {
  const { quoth } = await engineOver({ 'others.txt': others, ...documents })
  return (await quoth.ask(question, { quotes })).quotes.map(({ quote }) => quote.exact)
}

describe('a sentence that points back', () => {
  const keeper = 'Otto Brandt kept the bees of the abbey.'
  const honey = 'He sold the honey to sailors at the gate.'
  const question = 'Who sold honey to sailors at the gate?'

  it('is quoted with the one before it, which says to whom', async () => {
    expect(await quotesOf({ 'bees.txt': `It rained in Lent. ${keeper} ${honey}` }, question)).toEqual([
      `${keeper} ${honey}`,
    ])
  })

  it('stands alone when the one before it is in another paragraph', async () => {
    expect(await quotesOf({ 'bees.txt': `${keeper}\n\n${honey}` }, question)).toEqual([honey])
  })

  it('stands alone when the two together would be more than a few lines', async () => {
    const long = `Otto Brandt kept the bees of the abbey, ${'whose walls were high and whose orchards were wide, '.repeat(8)}for years.`
    expect(await quotesOf({ 'bees.txt': `${long} ${honey}` }, question)).toEqual([honey])
  })
})

describe('a quotation of several sentences', () => {
  const opening = 'Ada Pask, 79, has a house at the harbour and has stopped believing in dates for the new wall.'
  const quotation = '"They said 2020, then 2022. Now it is 2024. I would like to see it before I die," she said.'

  it('is quoted to its end', async () => {
    const [first] = await quotesOf(
      { 'wall.txt': `${opening} ${quotation}` },
      'What did they say about 2022 and the new wall?',
    )
    expect(first?.match(/"/g) ?? []).toHaveLength(2)
    expect(first).toContain('"They said 2020')
  })
})

it('a run-in heading is no quote when the sentences behind it are quoted', async () => {
  const text =
    'Charging. Each depot gets twelve chargers of 22 kW. Drivers must not charge at home until HR has agreed the tax treatment. Vans that are plugged in by 8 pm will be full by 5 am.'
  const quotes = await quotesOf({ 'vans.txt': text }, 'May drivers charge their vans at home?')
  expect(quotes[0]).toContain('Drivers must not')
  expect(quotes).not.toContain('Charging.')
})

it('a sentence that answers by itself is not quoted with its neighbours', async () => {
  const text = 'The abbey lies in a valley. Otto Brandt sold the honey to sailors at the gate. Winters are mild there.'
  expect(await quotesOf({ 'bees.txt': text }, 'Who sold honey to sailors at the gate?')).toEqual([
    'Otto Brandt sold the honey to sailors at the gate.',
  ])
})

it('two sentences that share the answer are one quote', async () => {
  const text = 'The ferry Aurora sank off Sorvik in 1931. The ferry Aurora had sixty people aboard when it sank.'
  expect(
    await quotesOf({ 'ferry.txt': text }, 'How many people were aboard when the ferry Aurora sank in 1931?'),
  ).toEqual([text])
})

it('what says the same in nearly the same words is quoted once, from the best of its sources', async () => {
  const msg = 'The ferry Aurora sank off Sorvik in a storm on Monday night'
  const quotes = await quotesOf(
    { 'a.txt': `${msg}.`, 'b.txt': `${msg}, police said.`, 'c.txt': 'The ferry Aurora was built in Turku.' },
    'Which ferry sank off Sorvik in a storm?',
  )
  expect(quotes.filter((quote) => quote.includes('in a storm'))).toHaveLength(1)
})

it('sources that both answer are both quoted', async () => {
  const quotes = await quotesOf(
    {
      'a.txt': 'The ferry Aurora sank because its bow door was left open.',
      'b.txt': 'A court found that the ferry Aurora sank after ice had damaged the hull.',
    },
    'Why did the ferry Aurora sink?',
  )
  expect(quotes).toHaveLength(2)
})

it('a silence shows what is nearest first, and no near-repeats', async () => {
  const { quoth } = await engineOver({
    ...Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((id) => [`${id}.txt`, `A ferry to ${id} left on Monday.`])),
    'near.txt': 'The ferry Aurora was painted green by Finnish sailors.',
  })
  const answer = await quoth.ask('Which composer in Helsinki wrote a green opera about Monday, a ferry and exile?')
  expect(answer.kind).toBe('silent')
  // The five that say the same count once.
  expect(answer.nearest).toHaveLength(2)
  expect(answer.nearest[0]?.quote.source).toBe('near')
})
