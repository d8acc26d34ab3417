import { describe, expect, it } from 'vitest'
import { type Documents, engineOver } from '../support/engine.ts'

const others = `The bakery in the square sells rye bread on weekdays. A tram stops in front of it every ten minutes.

The library keeps its oldest maps in a cool room. Visitors may see them on the first day of a month.`

const quotesOf = async (documents: Documents, question: string): Promise<readonly string[]> => {
  const { quoth } = await engineOver({ 'others.txt': others, ...documents })
  const { quotes } = await quoth.ask(question, { quotes: 8 })
  return quotes.map(({ quote }) => quote.exact.replace(/\s+/g, ' '))
}

const faq = `# Keeping animals

Who may keep hens? Anyone with a garden of forty square metres may keep six.

May I keep a goat?

Goats are kept on the common only.

Is there a fee for bees? And who collects it? No fee is taken. Bees are welcome.

Which vet comes to the common?
`

describe('a question of a document', () => {
  it.each([
    ['Who may keep hens?', /^Who may keep hens\? Anyone with a garden/],
    ['May I keep a goat?', /Goats are kept on the common only\.$/],
    ['Is there a fee for bees?', /No fee is taken\./],
  ])('is quoted with its answer, or its answer alone: %s', async (question, answer) => {
    expect((await quotesOf({ 'faq.md': faq }, question))[0]).toMatch(answer)
  })

  it('is no quote by itself', async () => {
    for (const question of [
      'Who may keep hens?',
      'May I keep a goat?',
      'Which vet comes to the common?',
      'goat',
      'vet',
    ])
      for (const quote of await quotesOf({ 'faq.md': faq }, question)) expect(quote).not.toMatch(/\?$/)
  })

  it('that nothing answers is met with silence, and not with itself as the closest', async () => {
    const alone = 'Notes of a walk\n\nThe path goes down to the river. Who built the old mill at the weir?\n'
    const { quoth } = await engineOver({ 'others.txt': others, 'walk.txt': alone })
    const answer = await quoth.ask('Who built the old mill at the weir?', { explain: true })
    expect(answer).toMatchObject({ kind: 'silent', quotes: [], nearest: [] })
    expect(answer.explanation).toMatchObject({ quotes: [], silence: expect.stringMatching(/only ask/) })
  })

  it('that one person asks is not quoted with what another one answers', async () => {
    const talk = `The Weir

An interview by Ines Calvo

Calvo: People ask who built the mill at the weir. Do you know who built the mill at the weir?

Ott: A cooper named Hjalmar Lund. He drowned there.

Calvo: And the bridge?

Ott: The county built that.
`
    const [first] = await quotesOf({ 'talk.txt': talk }, 'Who built the mill at the weir?')
    expect(first).toContain('Hjalmar Lund')
    expect(first).not.toContain('Do you know')
  })

  it('that is looked for as a phrase is quoted as it stands', async () => {
    const [first] = await quotesOf({ 'faq.md': faq }, '"which vet comes to the common"')
    expect(first).toBe('Which vet comes to the common?')
  })
})

describe('a line that announces a list', () => {
  const news = `# News in June

The following keepers have moved:

- Ada Brook to the lighthouse
- Nils Ott to the museum. He begins in May.
- Rosa Lund to the mill

The pier opens on Friday.

Three boats were sold this spring:
1. the Aurora
2. the Tern

Bring to the regatta:

${Array.from({ length: 40 }, (_, at) => `- a thing with the number ${at} and a name`).join('\n')}
`

  it('is quoted with its items, to their end', async () => {
    expect((await quotesOf({ 'news.md': news }, 'Which keepers have moved?'))[0]).toBe(
      'The following keepers have moved: - Ada Brook to the lighthouse - Nils Ott to the museum. He begins in May. - Rosa Lund to the mill',
    )
    expect((await quotesOf({ 'news.md': news }, 'Which boats were sold this spring?'))[0]).toBe(
      'Three boats were sold this spring: 1. the Aurora 2. the Tern',
    )
  })

  it('is quoted with as many items as a few lines hold', async () => {
    const [first = ''] = await quotesOf({ 'news.md': news }, 'What should I bring to the regatta?')
    expect(first).toMatch(/^Bring to the regatta: - a thing with the number 0 and a name - .* and a name$/)
    expect(first.length).toBeLessThanOrEqual(500)
  })

  it('is quoted with lines that have no mark, as long as they stand together', async () => {
    const lines = `News in June

The following keepers have moved:
Ada Brook to the lighthouse
Rosa Lund to the mill

Boats sold this spring:
the Aurora
the Tern
`
    expect((await quotesOf({ 'news.txt': lines }, 'Which keepers have moved?'))[0]).toBe(
      'The following keepers have moved: Ada Brook to the lighthouse Rosa Lund to the mill',
    )
  })

  it('that ends its section is no quote', async () => {
    const cut = '# Keepers\n\nThe following keepers have moved:\n\n# Boats\n\nThe Aurora was sold in the spring.\n'
    expect(await quotesOf({ 'cut.md': cut }, 'Which keepers have moved?')).not.toContain(
      'The following keepers have moved:',
    )
  })
})

describe('a quote that only repeats the question', () => {
  const glossary = `# Words of the port

lighter

: A flat boat that takes goods off a ship in the roads.

tide table

A list of the hours of high water, printed every year.

The harbour guild was dissolved. Its last master sold the silver in 1871.
`

  it.each([
    ['What is a lighter?', /^lighter : A flat boat/],
    ['lighter', /^lighter : A flat boat/],
    ['What is a tide table?', /A list of the hours of high water, printed every year\.$/],
  ])('gives way to what is said of it: %s', async (question, definition) => {
    expect((await quotesOf({ 'port.md': glossary }, question))[0]).toMatch(definition)
  })

  it('is one in whole sentences as well, when they were asked who or when', async () => {
    const [first] = await quotesOf({ 'port.md': glossary }, 'When was the harbour guild dissolved?')
    expect(first).toMatch(/1871/)
  })

  it('is none when that is what was asked', async () => {
    const [first] = await quotesOf({ 'port.md': glossary }, 'Was the harbour guild dissolved?')
    expect(first).toMatch(/^The harbour guild was dissolved\./)
  })
})
