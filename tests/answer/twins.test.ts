import { describe, expect, it } from 'vitest'
import { type Documents, engineOver } from '../support/engine.ts'

const story = [
  'The lighthouse at Ballen was closed on Friday after its lamp fell into the sea during the night.',
  'Keeper Ada Lind told reporters that nobody was hurt, and that ships were warned by radio within the hour.',
  'The harbour board expects repairs to the lamp to cost 40,000 crowns and to take six weeks.',
]
const others: Documents = Object.fromEntries(
  ['bakery', 'school', 'bridge', 'museum', 'forest'].map((place, at) => [
    `${place}.txt`,
    `The ${place} of Ballen opens at ${at + 7} in the morning, and its repairs were paid for by the board in May.`,
  ]),
)
const copies = (count: number): Documents =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [`paper-${at}.txt`, `Paper ${at}\n\n${story.join(' ')}`] as const),
  )
const question = 'What will the repairs to the lamp cost?'

describe('a story that others have copied', () => {
  it('is quoted once, and names where else it stands', async () => {
    const { quoth } = await engineOver({ ...others, ...copies(4) })
    const answer = await quoth.ask(question, { quotes: 8 })
    const told = answer.quotes.filter(({ quote }) => quote.exact.includes('40,000'))
    expect(told).toHaveLength(1)
    expect(told[0]?.alsoIn).toHaveLength(3)
    for (const { quote, isSame } of told[0]?.alsoIn ?? []) {
      expect(isSame).toBe(true)
      expect(quote.exact).toBe(told[0]?.quote.exact)
    }
    expect(new Set([told[0], ...(told[0]?.alsoIn ?? [])].map((each) => each?.citation.source)).size).toBe(4)
  })

  it('does not keep from view what else answers, however many have it', async () => {
    const { quoth } = await engineOver({
      ...others,
      ...copies(40),
      'minutes.txt':
        'Nobody knows what a new lamp will cost, the keeper wrote, and the repairs of the last one were never paid.',
    })
    const answer = await quoth.ask(question, { quotes: 8 })
    expect(answer.quotes.map(({ quote }) => quote.source)).toContain('minutes')
    expect(answer.quotes.find(({ quote }) => quote.exact.includes('40,000'))?.alsoIn).toHaveLength(8)
  })

  it('is quoted from one telling throughout', async () => {
    const { quoth } = await engineOver({ ...others, ...copies(3) })
    const answer = await quoth.ask(
      'Was anybody hurt when the lamp of the lighthouse fell, and what will repairs cost?',
      {
        quotes: 8,
      },
    )
    const papers = answer.quotes.map(({ quote }) => quote.source).filter((source) => source.startsWith('paper'))
    expect(new Set(papers).size).toBe(1)
    expect(answer).not.toHaveProperty('origins')
  })

  it('says so where another one has changed its words', async () => {
    const changed = story.join(' ').replace('expects repairs', 'says that repairs').replace(' to cost', ' will cost')
    const { quoth } = await engineOver({ ...others, 'a.txt': story.join(' '), 'b.txt': changed })
    const [first] = (await quoth.ask(question)).quotes
    expect(first?.quote.exact).toContain('40,000')
    expect(first?.alsoIn).toHaveLength(1)
    expect(first?.alsoIn?.[0]?.isSame).toBe(false)
    expect(first?.alsoIn?.[0]?.quote.exact).toContain('40,000')
  })

  it('is no twin with another figure', async () => {
    const other = story.join(' ').replace('40,000', '90,000')
    const { quoth } = await engineOver({ ...others, 'a.txt': story.join(' '), 'b.txt': other })
    const answer = await quoth.ask(question, { quotes: 8 })
    const all = answer.quotes.flatMap(({ quote, alsoIn = [] }) => [quote, ...alsoIn.map((place) => place.quote)])
    expect(answer.quotes.every(({ alsoIn }) => alsoIn === undefined)).toBe(true)
    expect(all.map(({ source }) => source)).toContain('a')
  })
})

it('the words of other places are theirs, in each answer', async () => {
  const { quoth } = await engineOver({ ...others, ...copies(5) })
  for (const asked of [question, 'Who told reporters that nobody was hurt?', 'When was the lighthouse closed?']) {
    const { quotes } = await quoth.ask(asked)
    for (const { alsoIn = [] } of quotes)
      for (const { quote, citation } of alsoIn) {
        const { source } = await quoth.source(citation.source)
        expect(source.text.slice(quote.start, quote.end)).toBe(quote.exact)
      }
  }
})
