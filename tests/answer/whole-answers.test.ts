import { describe, expect, it } from 'vitest'
import { engineOver } from '../support/engine.ts'

const others = `The bakery in the square sells rye bread on weekdays. A tram stops in front of it every ten minutes.

The library keeps its oldest maps in a cool room. Visitors may see them on the first day of a month.`

const quotesOf = async (text: string, question: string): Promise<readonly string[]> => {
  const { quoth } = await engineOver({ 'others.txt': others, 'rules.md': text })
  const { quotes } = await quoth.ask(question, { quotes: 8 })
  return quotes.map(({ quote }) => quote.exact.replace(/\s+/g, ' '))
}

const plots = `# Garden plots

You may rent a plot if any of these apply:

- you live in the parish
- you work in the parish

You are not eligible for a plot if:

- you already have another garden
- you owe the club money

Never do these in the garden:

- Burn wet leaves.
- Pour oil into the brook.

A visit goes like this:

- The gate is opened at nine by the warden.
- The dogs are let out at ten by the warden.
`

describe('an item of a list', () => {
  it('is quoted with the lead-in that it completes', async () => {
    const [first] = await quotesOf(plots, 'Can people who owe the club money have a plot?')
    expect(first).toMatch(/^You are not eligible for a plot if: .*- you owe the club money$/)
  })

  it('is quoted with a lead-in that forbids it, though it is a whole sentence', async () => {
    const [first] = await quotesOf(plots, 'Where do I pour oil?')
    expect(first).toMatch(/^Never do these in the garden: .*Pour oil into the brook\.$/)
  })

  it('stands alone if it is a whole sentence that the lead-in only announces', async () => {
    expect((await quotesOf(plots, 'When are the dogs let out?'))[0]).toBe('The dogs are let out at ten by the warden.')
  })

  it('is left alone if its lead-in is too far away', async () => {
    const long = `# Club

You are refused a boat if:

${Array.from({ length: 30 }, (_, at) => `- you have lost thing number ${at} of the club`).join('\n')}
- your brother sank a barge
`
    expect((await quotesOf(long, 'Whose brother sank a barge?'))[0]).toBe('your brother sank a barge')
  })

  it('goes with the quote that has its list already', async () => {
    const quotes = await quotesOf(plots, 'Who may rent a plot if they live or work in the parish?')
    expect(quotes.filter((quote) => quote.includes('in the parish'))).toHaveLength(1)
  })
})

describe('who may', () => {
  it('is answered with the rule that permits', async () => {
    const [first] = await quotesOf(plots, 'Who is eligible for a plot?')
    expect(first).toMatch(/^You may rent a plot .*- you work in the parish$/)
  })

  it('is answered with the rule that refuses if that is asked for', async () => {
    const [first] = await quotesOf(plots, 'Who is not eligible for a plot?')
    expect(first).toMatch(/^You are not eligible .*- you owe the club money$/)
  })

  it('is answered with what refuses, where nothing permits', async () => {
    const pool = '# Pool\n\nChildren under six may not use the pool alone.\n\nThe pool opens at nine on weekdays.'
    expect((await quotesOf(pool, 'Who may use the pool?'))[0]).toBe('Children under six may not use the pool alone.')
  })
})

describe('a row of a table', () => {
  const piers = `# Piers

| Pier | Depth | Crane |
|---|---|---|
| Northern | 12 m | yes |
| Southern | 8 m | no |

The harbour master opens the gates.
`

  it('is quoted with the names of its columns', async () => {
    const [first] = await quotesOf(piers, 'What is the depth at the Southern pier?')
    expect(first).toMatch(/^Pier \| Depth \| Crane .*Southern \| 8 m \| no$/)
  })

  it('is left alone where they are too far away', async () => {
    const rows = Array.from({ length: 40 }, (_, at) => `| Mooring ${at} | ${at} m | none |`).join('\n')
    const long = piers.replace('| Northern', `${rows}\n| Northern`)
    expect((await quotesOf(long, 'What is the depth at the Southern pier?'))[0]).toBe('Southern | 8 m | no')
  })

  it('is not answered with the names of the columns alone', async () => {
    for (const question of ['pier depth crane', 'Which piers have a crane?'])
      for (const quote of await quotesOf(piers, question)) expect(quote).not.toBe('Pier | Depth | Crane')
  })
})
