import { beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../../src/domain/answer.ts'
import type { Quoth } from '../../src/quoth.ts'
import { engineOver } from '../support/engine.ts'
import { ownDocuments } from '../support/own-documents.ts'

let quoth: Quoth
beforeAll(async () => {
  quoth = (await engineOver(ownDocuments)).quoth
})

/** The words of an answer's quotes on one line each. */
const quoted = (answer: Answer): readonly string[] => answer.quotes.map(({ quote }) => quote.exact.replace(/\s+/g, ' '))

describe('the first quote holds the evidence', () => {
  it.each([
    // A report in Markdown.
    ['How many tonnes of apples did the orchard yield?', 'orchard', '412 tonnes'],
    ['What killed the blossom?', 'orchard', 'late frost on 9 May'],
    ['What did the Irrigation Monitoring Programme measure?', 'orchard', 'measured soil moisture'],
    ['What does IMP stand for?', 'orchard', 'Irrigation Monitoring Programme'],
    ['What did the IMP measure?', 'orchard', 'soil moisture at forty points'],
    ['According to the Irrigation Monitoring Programme, when did the upper fields dry out?', 'orchard', 'end of July'],
    ['Who retired in November?', 'orchard', 'Otto Brandt'],
    ['How many pickers were hired?', 'orchard', 'Three pickers'],
    ['Why was the cider press repaired?', 'orchard', 'because its bearings wore out'],
    // An interview, whose answers do not have the words of the questions.
    ['How did you learn to repair clocks?', 'clockmaker', 'My grandmother had a bench'],
    ['Where do you buy spare parts?', 'clockmaker', 'a widow in Besançon'],
    ['What is the hardest thing about the work?', 'clockmaker', 'Patience'],
    // Hard-wrapped text.
    ['Who had the church bells rung?', 'flood', 'Dr. J. C. Hoek'],
    ['Where did the families flee to?', 'flood', 'fled to their attics'],
    ['Why did no warning reach the villages?', 'flood', 'telegraph office at Ouwerkerk stopped sending'],
    ['What closed the estuaries?', 'flood', 'the Delta Plan'],
    // Lower-case, tokenised news.
    ['When did the volcano on Sorvik erupt and force people from their homes?', 'sorvik', 'on sunday night'],
    ["When was the volcano's last eruption?", 'sorvik', 'was in 1961'],
    ['Who heads the geological survey?', 'sorvik', 'karin holt'],
    ['When will people be able to return?', 'sorvik', "we ca n't say"],
    ['What happened to the Uyghur students?', 'sorvik', 'flown out on monday'],
    // An article with boilerplate around it.
    ["What would repairs to the pool's basin have cost?", 'press/lido', '2.4 million pounds'],
    ['Who organized the petition?', 'press/lido', 'labour group'],
    ['Which labor group organised a petition?', 'press/lido', 'labour group'],
    ['How many residents signed the petition?', 'press/lido', '9,300 residents'],
    ['What did Ellen Marsh say?', 'press/lido', 'the only place where my children learned to swim'],
    ['What happens to the proceeds?', 'press/lido', 'spent on the indoor pool in Mill Lane'],
    ['Who opened the lido in 1935?', 'press/lido-2', 'Hilda James'],
    // Notes.
    ['Below how many degrees should basil never be?', 'greenhouse', 'never below 12 degrees'],
    ['When are tomatoes sown?', 'greenhouse', 'in February'],
    ['Was Al-Qaida mentioned in a radio play?', 'greenhouse', 'Al-Qaeda were mentioned'],
  ])('of “%s”', async (question, source, evidence) => {
    const answer = await quoth.ask(question)
    expect(answer.quotes[0]?.citation.source).toBe(source)
    expect(quoted(answer)[0]).toContain(evidence)
  })
})

it('a sentence that has the answer but not the thing asked for by its name is among the quotes', async () => {
  const answer = await quoth.ask('Which apples will not be planted again?')
  expect(quoted(answer).join(' ')).toContain('we will not plant Gravenstein again')
})

describe('the quotes hold the evidence', () => {
  it.each([
    ['What did the Delta Plan cost?', 'five billion euros'],
    ['When was the shaker bought?', 'Shaker | 2009'],
    ['How many beds does the harbour camp have?', 'nine hundred people'],
    ['How many people has the HC beds for?', 'nine hundred people'],
    ['When was the lido opened?', 'in 1935'],
    ['How long did the work on the Delta Plan last?', 'until 1997'],
  ])('of “%s”', async (question, evidence) => {
    expect(quoted(await quoth.ask(question)).join('\n')).toContain(evidence)
  })
})

describe('silence', () => {
  it.each([
    'Who is the president of France?',
    'What is the capital of Peru?',
    'How many penguins live on the island?',
    'Who won the chess championship in 1972?',
    'How do I install Kubernetes?',
    'What is the price of Bitcoin?',
    'When was the Eiffel Tower built?',
    'What is the best recipe for lasagne?',
    'Which bridges collapsed in the earthquake?',
    'How many goals did Pelé score?',
  ])('answers “%s”, which no document does', async (question) => {
    const { kind, quotes, confidence } = await quoth.ask(question)
    expect([kind, quotes]).toEqual(['silent', []])
    expect(confidence).toBeLessThan(0.5)
  })

  it.each([
    'How many goals did Otto Brandt score?',
    'What did Otto Brandt study at university?',
    'Which novelist married Gordon Tate?',
    'Who composed an opera about the volcano on Sorvik?',
  ])('answers “%s”, of which the documents know the name alone', async (question) => {
    expect(quoted(await quoth.ask(question))).toEqual([])
  })

  it('names the words that no source has, as they were asked', async () => {
    const answer = await quoth.ask('Did Bitcoin or the Kubernetes cluster of the orchard freeze?')
    expect(answer.unknownTerms).toEqual(expect.arrayContaining(['Bitcoin', 'Kubernetes', 'cluster']))
    expect(answer.unknownTerms).not.toContain('orchard')
  })

  it('shows what is nearest, cited, and says how many were searched', async () => {
    const answer = await quoth.ask('How many penguins live on the volcano?')
    expect(answer).toMatchObject({ kind: 'silent', searched: Object.keys(ownDocuments).length })
    expect(answer.nearest[0]).toMatchObject({
      quote: { source: 'sorvik' },
      citation: { locator: { label: 'paragraph' } },
    })
    expect(answer.nearest.length).toBeLessThanOrEqual(3)
  })

  it('does not report a word as unknown that stands in a title alone', async () => {
    const { unknownTerms } = await quoth.ask('Who is the apprentice of the clockmaker?')
    expect(unknownTerms).toEqual([])
  })

  it.each(['subscribe', 'chimney', 'bakery', 'beaches', 'skate', 'newsletter', 'comments'])(
    'reports the word “%s” of the boilerplate as unknown',
    async (word) => {
      const { kind, unknownTerms } = await quoth.ask(word)
      expect([kind, unknownTerms]).toEqual(['silent', [word]])
    },
  )
})

describe('words that only frame a question do not silence it', () => {
  it.each([
    ['Please describe the lido.', 'press/lido'],
    ['Please explain what the IMP is.', 'orchard'],
    ['Tell me about the cider press, please.', 'orchard'],
    ['What do the documents say about Otto Brandt?', 'orchard'],
    ['What does the text mention about Zeeland?', 'flood'],
  ])('“%s”', async (question, source) => {
    const { quotes } = await quoth.ask(question)
    expect(quotes[0]?.citation.source).toMatch(new RegExp(`^${source}`))
  })
})

describe('what is never quoted', () => {
  const questions = [
    'Council Votes to Close the Lido',
    'Rosalind Pike, Evening Courier',
    'June 14, 2018',
    'Published: 12 March 2019',
    "The Clockmaker's Apprentice",
    'Interview by Ines Calvo',
    'Annual Report on the Orchard',
    'Mara Lindqvist, Grove Trust',
    'Harvest',
    'Staff and machines',
    'Greenhouse',
    'Notes on the Flood of 1953',
    'Ten beaches to visit this summer',
    'Cat rescued from chimney',
    'Bakery wins national award and the mayor opens a skate park',
    'Show comments',
  ]

  it.each(questions)('title, byline, date, heading or boilerplate, though asked for: %s', async (question) => {
    for (const { quote, citation } of (await quoth.ask(question, { quotes: 8 })).quotes) {
      const { source } = await quoth.source(citation.source)
      const others = source.runs.filter(({ kind }) => kind !== 'body' && kind !== 'markup')
      for (const { start, end, kind } of others)
        expect(quote.start < end && start < quote.end, `${kind} in “${quote.exact}”`).toBe(false)
    }
  })

  it('the question of an interview in the place of its answer', async () => {
    for (const question of ['How did you learn to repair clocks?', 'Where do you buy spare parts?']) {
      const answer = await quoth.ask(question)
      expect(quoted(answer)[0]).not.toContain('?')
    }
  })

  it('one word of an answer that says more', async () => {
    const apprentice = quoted(await quoth.ask('Do you plan to take an apprentice yourself?'))
    expect(apprentice[0]).toContain('My hands shake too much')
    const hardest = quoted(await quoth.ask('What is the hardest thing about the work?'))
    expect(hardest[0]).toContain('four days on a single spring')
  })
})

describe('the quotes of an answer', () => {
  const questions = [
    'What did the council decide about the lido?',
    'What happened in the flood?',
    'What is said about the volcano?',
    'What happened to the orchard in 2020?',
    'How is the work of a clockmaker?',
  ]

  it.each(questions)('are short, ranked, apart, and as many as were asked for at most: %s', async (question) => {
    for (const most of [1, 2, 3, 8]) {
      const { quotes } = await quoth.ask(question, { quotes: most })
      expect(quotes.length).toBeLessThanOrEqual(most)
      expect(quotes.map(({ rank }) => rank)).toEqual(quotes.map((_, at) => at + 1))
      expect(quotes.map(({ score }) => score)).toEqual(quotes.map(({ score }) => score).toSorted((a, b) => b - a))
      for (const [at, { quote, citation }] of quotes.entries()) {
        const { source } = await quoth.source(citation.source)
        const sentences = source.paragraphs
          .flatMap((paragraph) => paragraph.sentences)
          .filter(({ start, end }) => start < quote.end && quote.start < end)
        if (sentences.length > 1) expect(quote.exact.length).toBeLessThanOrEqual(400)
        expect([sentences[0]?.start, sentences.at(-1)?.end]).toEqual([quote.start, quote.end])
        for (const other of quotes.slice(0, at))
          expect(
            other.citation.source === citation.source && quote.start < other.quote.end && other.quote.start < quote.end,
          ).toBe(false)
      }
    }
  })

  it('do not say the same thing twice from two sources', async () => {
    const answer = await quoth.ask('When did the town council vote to close the open-air lido?', { quotes: 8 })
    expect(quoted(answer).filter((words) => words.includes('The town council voted on Tuesday'))).toHaveLength(1)
  })

  it('with fewer asked for are the first of those with more', async () => {
    const all = await quoth.ask('What did the council decide about the lido?', { quotes: 8 })
    const first = await quoth.ask('What did the council decide about the lido?', { quotes: 1 })
    expect(first.quotes[0]?.quote.exact).toBe(all.quotes[0]?.quote.exact)
  })
})

describe('asking one source', () => {
  it('quotes it alone, though another one answers better', async () => {
    const { quotes, searched } = await quoth.ask('Who opened the lido in 1935?', { source: 'press/lido' })
    expect(searched).toBe(1)
    for (const { citation } of quotes) expect(citation.source).toBe('press/lido')
  })

  it('takes its title, whatever the capitals', async () => {
    const answer = await quoth.ask('Who retired in November?', { source: 'annual report ON the orchard' })
    expect(answer.quotes[0]?.citation.source).toBe('orchard')
  })

  it('is silent when that source does not say, and names words that only others have', async () => {
    const answer = await quoth.ask('How many tonnes of apples did the orchard yield?', { source: 'sorvik' })
    expect(answer).toMatchObject({ kind: 'silent', searched: 1 })
  })

  it.each([
    ['orchad', 'orchard'],
    ['Clock maker', 'clockmaker'],
    ['lidoo', 'press/lido'],
  ])('that is called “%s” asks whether “%s” is meant', async (typed, meant) => {
    await expect(quoth.ask('Who retired?', { source: typed })).rejects.toMatchObject({
      code: 'unknown-source',
      suggestions: expect.arrayContaining([meant]),
    })
  })

  it.each([
    ['lido', 'press/lido'],
    ['clockmaker.txt', 'clockmaker'],
  ])('is found by its file alone: “%s” is “%s”', async (typed, id) => {
    expect((await quoth.source(typed)).source.id).toBe(id)
  })

  it.each(['__proto__', 'constructor', '', '../orchard'])('that is called “%s” is not found', async (typed) => {
    await expect(quoth.ask('Who retired?', { source: typed })).rejects.toMatchObject({ code: 'unknown-source' })
  })
})
