import { describe, expect, it } from 'vitest'
import { msg } from '../../src/domain/message.ts'
import { type Documents, engineOver } from '../support/engine.ts'
import { notesOf } from '../support/in-english.ts'

const firstQuote = async (documents: Documents, question: string): Promise<string | undefined> => {
  const { quoth } = await engineOver(documents)
  return (await quoth.ask(question)).quotes[0]?.quote.exact
}

/** Sentences beside the one that is looked for, so that a match tells something. */
const others = `The bakery in the square sells rye bread on weekdays. A tram stops in front of it every ten minutes.

The library keeps its oldest maps in a cool room. Visitors may see them on the first day of a month.`

describe('a word is found in the form in which the document has it', () => {
  it.each([
    ['Which villages did the Uyghurs leave?', 'Uighurs left the villages along the dry river.'],
    ['Which villages did the Uighurs leave?', 'Uyghurs left the villages along the dry river.'],
    ['Who joined al-Qaida?', 'Two brothers joined al-Qaeda in the spring.'],
    ['Who joined al-Qaeda?', 'Two brothers joined al Qaida in the spring.'],
    ['Who will organize the regatta?', 'The rowing club will organise the regatta.'],
    ['Which organisation defended the harbor?', 'A local organization took part in the defense of the harbour.'],
    ['What was the color of the theater?', 'The colour of the theatre was a pale green.'],
    ['Who traveled to Kyiv?', 'A choir travelled to Kiev by train.'],
    ['Who fled over the mountains?', 'Shepherds flee over the mountains each winter.'],
    ['Who flees over the mountains?', 'The shepherds fled over the mountains.'],
    ['What did the divers bring?', 'The divers brought a bronze bell.'],
    ['Who wrote the hymns?', 'An organist writes the hymns of the parish.'],
    ['Where were the children taught?', 'The parish teaches its children in a barn.'],
    ["What is the name of the mayor's dog?", 'The dog of the mayor goes by the name Brutus.'],
    ['Which mice ate the seed?', 'A mouse that eats seed was caught.'],
    ['Where did Jürgen meet the Zöllner?', 'Jurgen met the Zollner at the bridge.'],
    ['What did the café in Besancon serve?', 'The cafe in Besançon served chicory.'],
    ['What happened in the U.S. in autumn?', 'In autumn the US closed its last lighthouse.'],
    ['Did the miners reach the coal-face?', 'The miners reached the coal face at noon.'],
    ['How many sheep are 1,200?', 'There were 1200 sheep in the valley.'],
  ])('“%s”', async (question, sentence) => {
    expect(await firstQuote({ 'a.txt': others, 'b.txt': sentence }, question)).toBe(sentence)
  })

  it.each([
    ['Where is the police station?', 'The palace stands beside the old mill.'],
    ['Who lost the horse?', 'The house of the miller stands empty.'],
    ['Which form was signed?', 'The farm of the miller stands empty.'],
  ])('and not in that of another word: “%s”', async (question, sentence) => {
    expect(await firstQuote({ 'a.txt': others, 'b.txt': sentence }, question)).toBeUndefined()
  })
})

describe('an acronym that a document expands', () => {
  const expands = 'The Bay Ferry Operating Company (BFOC) runs six ships across the bay.'

  it('is found by its long form', async () => {
    const documents = { 'a.txt': `${expands}\n\n${others}`, 'b.txt': 'A strike at the BFOC began on Monday.' }
    const { quoth } = await engineOver(documents)
    const { quotes } = await quoth.ask('When did the strike at the Bay Ferry Operating Company begin?')
    expect(quotes[0]?.quote.exact).toBe('A strike at the BFOC began on Monday.')
  })

  it('finds its long form in another document', async () => {
    const sentence = 'The Bay Ferry Operating Company sold its oldest ship to a museum.'
    expect(await firstQuote({ 'a.txt': `${expands}\n\n${others}`, 'b.txt': sentence }, 'What did the BFOC sell?')).toBe(
      sentence,
    )
  })

  it('is an unknown word once that document is gone', async () => {
    const { quoth, put, remove } = await engineOver({ 'b.txt': 'The Bay Ferry Operating Company sold a ship.' })
    const { id } = await put('a.txt', expands)
    expect((await quoth.ask('What did the BFOC sell?')).unknownTerms).toEqual([])
    await remove(id)
    expect((await quoth.ask('What did the BFOC sell?')).unknownTerms).toEqual(['BFOC'])
  })
})

describe('a name that reads as a common word', () => {
  const lower = `the group , known as the islamic front of samar or is , has grown since the spring
some deserters have joined the is in the hills above the town
the price of rice is higher than last year`
  const upper = 'Fighters of IS crossed the pass at night. It is cold in the hills. The US sent blankets to all of us.'

  it.each([
    [lower, 'Who has joined the IS?', 'some deserters have joined the is in the hills above the town'],
    [upper, 'Who crossed the pass for IS?', 'Fighters of IS crossed the pass at night.'],
    [upper, 'What did the US send?', 'The US sent blankets to all of us.'],
  ])('is found as the name (%#)', async (text, question, sentence) => {
    expect(await firstQuote({ 'a.txt': text, 'b.txt': others }, question)).toContain(sentence)
  })

  it('is not taken for the verb', async () => {
    const { quoth } = await engineOver({ 'a.txt': upper, 'b.txt': lower })
    for (const question of ['What is IS?', 'the is', 'Tell me about IS, please.']) {
      const { quotes } = await quoth.ask(question, { quotes: 8 })
      expect(quotes.length).toBeGreaterThan(0)
      for (const { quote } of quotes) expect(quote.exact).toMatch(/\bIS\b|\bthe is\b|\bor is\b/)
    }
    expect((await quoth.ask('is')).kind).toBe('silent')
  })
})

describe('a question', () => {
  it('of many words is asked with its rarest, and the asker is told', async () => {
    const common = Array.from({ length: 60 }, (_, i) => `hill${i}`).join(' ')
    const hills = Array.from({ length: 5 }, (_, i) => [`hills-${i}.txt`, `We climbed ${common}.`])
    const sentence = 'The sexton hid the chalice under a beehive.'
    const { quoth, index } = await engineOver({ ...Object.fromEntries(hills), 'b.txt': sentence })
    const question = `${common} sexton hid the chalice under a beehive`
    const asked: number[] = []
    const search = index.search.bind(index)
    Object.assign(index, {
      search: (...[terms, options]: Parameters<typeof search>) => {
        asked.push(terms.length)
        return search(terms, options)
      },
    })
    const answer = await quoth.ask(question, { quotes: 8 })
    const { quotes } = answer
    expect(notesOf(answer).join()).toMatch(/32 rarest/)
    expect(quotes.map(({ quote }) => quote.exact)).toContain(sentence)
    expect(new Set(asked)).toEqual(new Set([32]))
  })

  it('of few words has nothing noted', async () => {
    const { quoth } = await engineOver({ 'a.txt': others })
    expect(notesOf(await quoth.ask('Where are the oldest maps?'))).toEqual([])
  })

  it('that nothing is known about names what it lacks once each', async () => {
    const { quoth } = await engineOver({ 'a.txt': others })
    const { unknownTerms } = await quoth.ask('Zebra, zebras and zebra: what of the Zebras?')
    expect(unknownTerms).toEqual(['Zebra'])
  })

  it('to an empty library is met with silence', async () => {
    const { quoth } = await engineOver()
    expect(await quoth.ask('Where are the oldest maps?')).toMatchObject({
      kind: 'silent',
      searched: 0,
      nearest: [],
      notes: [
        msg`The library has no sources yet: put documents (PDF, Word, HTML, text, mail and others) into its folder.`,
      ],
    })
  })

  it('is kept as it was asked, to the character', async () => {
    const { quoth } = await engineOver({ 'a.txt': others })
    for (const question of ['  Where are\tthe oldest maps ? ', 'OLDEST MAPS', '“Oldest maps” – where?\n'])
      expect((await quoth.ask(question)).question).toBe(question)
  })
})
