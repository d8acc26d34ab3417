import { describe, expect, it } from 'vitest'
import { citationOf } from '../../src/citation/citation.ts'
import { chooseSentences } from '../../src/summary/choose-sentences.ts'
import { summarise } from '../../src/summary/summarise.ts'
import { expectGrowth } from '../support/growth.ts'
import { plainSource } from '../support/plain-source.ts'
import { roundsDuring } from '../support/rounds-during.ts'

const article = plainSource({
  id: 'winter',
  text: [
    'The harbour froze on Monday and forty ships waited outside the ice.',
    'What happens now? Nobody. The harbour master asked the coast guard for two ice breakers on Tuesday.',
    'He expects them within a week. Bakers in the old town sold more bread than in any other month.',
    'The ice breakers freed the harbour and all forty ships could leave by Friday.',
    'The harbour froze on Monday and the forty ships waited outside of the ice.',
  ].join('\n\n'),
})
const chosen = async (source: typeof article, count: number) =>
  (await chooseSentences(source, count)).map(({ start, end }) => source.text.slice(start, end))

describe('summarise', () => {
  it('gives verbatim sentences in the order of the source, each cited at its paragraph, of a stated total', async () => {
    const summary = await summarise(article, 3, citationOf)
    expect(summary).toMatchObject({ source: 'winter', titleIsDerived: true, of: 8 })
    expect(summary.sentences).toHaveLength(3)
    const starts = summary.sentences.map(({ quote }) => quote.start)
    expect(starts).toEqual(starts.toSorted((a, b) => a - b))
    for (const { quote, citation } of summary.sentences) {
      expect(quote.exact).toBe(article.text.slice(quote.start, quote.end))
      const paragraph = article.paragraphs.find(({ start, end }) => start <= quote.start && quote.end <= end)
      expect(citation.locator.value).toBe(`${paragraph?.number}`)
    }
  })

  it('gives every sentence when more are asked for than there are, and none of an empty source', async () => {
    expect((await summarise(article, 20, citationOf)).sentences).toHaveLength(8)
    expect(await summarise(plainSource({ text: '' }), 4, citationOf)).toMatchObject({ sentences: [], of: 0 })
  })
})

describe('chooseSentences', () => {
  it('begins with the lead', async () => {
    expect(await chosen(article, 1)).toEqual(['The harbour froze on Monday and forty ships waited outside the ice.'])
  })

  it('leaves out questions, fragments and near-repeats while there is something else', async () => {
    const words = (await chosen(article, 4)).join(' ')
    expect(words).not.toContain('What happens now?')
    expect(words).not.toContain('Nobody.')
    expect(words).not.toContain('outside of the ice')
  })

  it('takes a sentence that opens with a pronoun only along with the one before it', async () => {
    for (let count = 1; count <= 5; count += 1) {
      const sentences = await chosen(article, count)
      const pronoun = sentences.findIndex((sentence) => sentence.startsWith('He expects'))
      if (pronoun >= 0) expect(sentences[pronoun - 1]).toMatch(/^The harbour master asked/)
    }
    const alone = plainSource({
      text: 'Who came to the town? He spoke of the ice for an hour. Bread was sold in the town.',
    })
    expect(await chosen(alone, 1)).toEqual(['Bread was sold in the town.'])
  })

  it('leaves out a list of names, which has no verb, however early it stands', async () => {
    const listed = plainSource({
      text: 'Anna Berg, John Cole and the Harbour Post. The ice broke under a horse in March.',
    })
    expect(await chosen(listed, 1)).toEqual(['The ice broke under a horse in March.'])
  })

  it('takes one of two sentences that are alike but for who said so, or for a word', async () => {
    const source = plainSource({
      text: [
        'The ferry Aurora ran aground off Sorvik on Monday night with sixty people aboard.',
        'Divers will look at the hull when the wind allows, which may take a week.',
        'The ferry Aurora ran aground off Sorvik on Monday night with sixty people aboard, officials said.',
        'The company has promised to pay for the hotel rooms of all passengers.',
      ].join('\n\n'),
    })
    const sentences = await chosen(source, 3)
    expect(sentences).toHaveLength(3)
    expect(sentences.filter((sentence) => sentence.includes('ran aground'))).toHaveLength(1)
  })

  it('takes two that are alike but for a number, which say different things', async () => {
    const source = plainSource({
      text: [
        'The tunnel of the northern line was closed on 12 March for repairs.',
        'The tunnel of the northern line was closed on 19 April for repairs.',
        'Nobody was hurt.',
      ].join('\n\n'),
    })
    expect(await chosen(source, 2)).toHaveLength(2)
  })

  it('gives fewer sentences than asked for rather than questions, captions and repeats', async () => {
    expect(await chosen(article, 7)).toHaveLength(5)
  })

  it('takes a long source by its sections, and passes over those about the document', async () => {
    const titles = ['Rent', 'Keys', 'Pets', 'References']
    const rooms = ['rent is paid', 'keys are kept', 'pets are fed', 'books are listed']
    const source = plainSource({
      text: rooms
        .flatMap((room, at) => [
          `The ${room} by the tenant of house number ${at} on Monday.`,
          `The landlord of house number ${at} can say where the ${room} in his absence.`,
        ])
        .join('\n\n'),
      paragraph: (number) => ({ section: [titles[Math.floor((number - 1) / 2)] ?? ''] }),
    })
    const sentences = await chosen(source, 3)
    expect(sentences.map((sentence) => /rent|keys|pets|books/.exec(sentence)?.[0])).toEqual(['rent', 'keys', 'pets'])
  })

  it('takes no question of an interview, and one answer of each turn', async () => {
    const turns = [
      'How did it begin?',
      'The harbour was built by men from the north. The men from the north built the pier of the harbour as well.',
      'And then?',
      'The ferry was bought from a yard in Norway. The ferry from Norway was sold by the yard for nothing.',
      'Was it hard?',
      'The winters took the roof off the sheds. The sheds without a roof were full of snow in the winters.',
    ]
    const source = plainSource({
      text: turns.join('\n\n'),
      paragraph: (number) => (number % 2 === 1 ? { role: 'question', speaker: 'Q' } : { role: 'prose', speaker: 'A' }),
    })
    const sentences = await chosen(source, 3)
    expect(sentences.filter((sentence) => sentence.endsWith('?'))).toEqual([])
    expect(sentences.map((sentence) => /harbour|ferry|sheds/.exec(sentence)?.[0])).toEqual([
      'harbour',
      'ferry',
      'sheds',
    ])
  })

  it('takes code and questions when nothing else is there', async () => {
    expect(await chosen(plainSource({ text: 'Why? What is it?' }), 1)).toHaveLength(1)
  })

  it('chooses the same sentences every time', async () => {
    expect(await chooseSentences(article, 4)).toEqual(await chooseSentences(article, 4))
  })

  it('does work that grows with the text and not with its square', async () => {
    const long = (paragraphs: number) =>
      plainSource({
        text: Array.from({ length: paragraphs }, (_, at) => `Ship ${at} left pier ${at % 97} at dawn.`).join('\n\n'),
      })
    const sources = new Map([2000, 20_000].map((size) => [size, long(size)]))
    const choose = (size: number) => chooseSentences(sources.get(size) ?? article, 4)
    await expectGrowth(choose, { size: 2000, factor: 10, below: 40 })
  })

  it('leaves others their turns while it weighs a book', async () => {
    const ships = Array.from({ length: 60_000 }, (_, at) => `Ship ${at} left pier ${at % 97} at dawn.`)
    const book = plainSource({ text: ships.join(' ') })
    expect(await roundsDuring(() => chooseSentences(book, 20))).toBeGreaterThan(10)
  })
})
