import { beforeAll, describe, expect, it } from 'vitest'
import { missingFields } from '../src/domain/bibliography.ts'
import { referenceStyles } from '../src/domain/citation.ts'
import type { Quoth } from '../src/quoth.ts'
import { engineOver } from './support/engine.ts'
import { ownDocuments } from './support/own-documents.ts'

let quoth: Quoth
beforeAll(async () => {
  quoth = (await engineOver(ownDocuments)).quoth
})

describe('asking', () => {
  it('gives three quotes at most when nothing is said', async () => {
    expect((await quoth.ask('What did the town council vote about the lido?')).quotes.length).toBeLessThanOrEqual(3)
  })

  it('takes a source by its id or by its title', async () => {
    for (const source of ['orchard', 'Annual Report on the Orchard', ' orchard ']) {
      const { quotes } = await quoth.ask('Who retired in November?', { source })
      expect(quotes[0]?.citation).toMatchObject({ source: 'orchard', title: 'Annual Report on the Orchard' })
    }
  })

  it('cites the paragraph, its section, and who is speaking', async () => {
    const [retired] = (await quoth.ask('Who retired in November?')).quotes
    expect(retired?.citation.locator).toMatchObject({ label: 'paragraph', section: ['Staff'] })
    const [repair] = (await quoth.ask('How did you learn to repair clocks?')).quotes
    // `A:` answers, and names nobody.
    expect(repair?.citation).toMatchObject({ source: 'clockmaker', speaker: null })
    const { quoth: heard } = await engineOver({
      'crane.txt': [
        'The Crane of the Harbour',
        'Ines Calvo: How did the old crane come to the harbour?',
        'Marta Lind: It came by ship from Sweden in the spring of 1931.',
        'Ines Calvo: And who paid for it?',
        'Marta Lind: We all did. Every family gave a week of wages.',
      ].join('\n\n'),
    })
    const [crane] = (await heard.ask('How did the old crane come to the harbour?')).quotes
    expect(crane?.citation).toMatchObject({ source: 'crane', speaker: 'Marta Lind' })
  })
})

describe('citing', () => {
  it('gives the quote that an answer gave, with a reference in any style', async () => {
    const [first] = (await quoth.ask('Who organised the petition?')).quotes
    if (first === undefined) throw new Error('no quote')
    const references = new Set<string>()
    for (const style of referenceStyles) {
      const cited = await quoth.cite(first.citation.id, style)
      expect(cited).toMatchObject({ quote: first.quote, citation: first.citation, style })
      references.add(cited.reference)
    }
    expect(references.size).toBe(referenceStyles.length)
    expect((await quoth.cite(first.citation.id)).style).toBe('plain')
  })

  it.each(['', 'q', 'q123', '__proto__', 'q0000000000000000', 'x'.repeat(100_000)])(
    'does not know the id %#',
    async (id) => {
      await expect(quoth.cite(id)).rejects.toMatchObject({ code: 'unknown-quote' })
    },
  )
})

describe('two works that would be cited alike', () => {
  it('are told apart, in answers and in references', async () => {
    const invoice = (words: string) => `---\ntitle: Invoice\nauthor: Jane Roe\ndate: 2024\n---\n\n${words}\n`
    const { quoth: alike } = await engineOver({
      '2024/invoice.md': invoice('The lighthouse keeper owes forty crowns for oil.'),
      '2025/invoice.md': invoice('The harbour master owes ninety crowns for rope.'),
    })
    const cited = async (question: string) => {
      const [first] = (await alike.ask(question)).quotes
      if (first === undefined) throw new Error('no quote')
      return { text: first.citation.text, apa: (await alike.cite(first.citation.id, 'apa')).reference }
    }
    expect(await cited('What does the lighthouse keeper owe?')).toEqual({
      text: 'Jane Roe, “Invoice” (2024/invoice), 2024, ¶ 1',
      apa: 'Roe, J. (2024a). Invoice.',
    })
    expect(await cited('What does the harbour master owe?')).toEqual({
      text: 'Jane Roe, “Invoice” (2025/invoice), 2024, ¶ 1',
      apa: 'Roe, J. (2024b). Invoice.',
    })
  })
})

describe('sources', () => {
  it('are listed by id, each with what it does not state', async () => {
    const { cards, refusals } = await quoth.sources()
    const ids = cards.map(({ id }) => id)
    expect(ids).toEqual(['clockmaker', 'flood', 'greenhouse', 'orchard', 'press/lido', 'press/lido-2', 'sorvik'])
    expect(refusals).toEqual([])
    const sorvik = cards.at(-1)
    expect(sorvik && missingFields(sorvik.record)).toEqual(['title', 'author', 'publisher', 'issued'])
    expect(sorvik).toMatchObject({ sentences: 7, titleIsDerived: true })
    expect(cards[3] && missingFields(cards[3].record)).toEqual([])
  })

  it('count the words of the body alone', async () => {
    const { quoth } = await engineOver({ 'a.md': '# A title of five words\n\nOne **two** three.\n\n- four' })
    expect(await quoth.source('a')).toMatchObject({ card: { sentences: 2, words: 4 } })
  })

  it.each([
    ['orch', ['orchard']],
    ['CLOCK', ['clockmaker']],
    ['lido', ['press/lido', 'press/lido-2']],
    ['apprentice', ['clockmaker']],
  ])('are suggested while “%s” is typed', async (typed, ids) => {
    const found = (await quoth.suggestSources(typed, 25)).map(({ id }) => id)
    expect(found.slice(0, ids.length).toSorted()).toEqual(ids)
  })

  it('are all suggested before anything is typed, at most as many as are wanted', async () => {
    expect(await quoth.suggestSources('', 25)).toHaveLength(7)
    expect(await quoth.suggestSources('', 2)).toHaveLength(2)
    expect(await quoth.suggestSources('a'.repeat(100_000), 25)).toBeDefined()
  })

  it('that share a title must be named by id', async () => {
    const { quoth } = await engineOver({
      'a.md': '# Minutes\n\nThe board met.',
      'b.md': '# Minutes\n\nThe board met again.',
    })
    await expect(quoth.source('Minutes')).rejects.toMatchObject({ code: 'unknown-source', suggestions: ['a', 'b'] })
  })
})

describe('summarising', () => {
  it('gives four sentences when nothing is said, in the order of the source', async () => {
    const { sentences, of } = await quoth.summarise('press/lido')
    expect(sentences).toHaveLength(4)
    expect(of).toBeGreaterThan(4)
    const starts = sentences.map(({ quote }) => quote.start)
    expect(starts).toEqual(starts.toSorted((a, b) => a - b))
  })

  it('does not know a source that is not there', async () => {
    await expect(quoth.summarise('orchid')).rejects.toMatchObject({
      code: 'unknown-source',
      suggestions: expect.arrayContaining(['orchard']),
    })
  })
})
