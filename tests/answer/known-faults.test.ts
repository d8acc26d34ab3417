// What Quoth is known to answer wrongly. Each test states the right value and is expected to fail (`it.fails`):
// whoever mends one turns it into `it`. Those that stand as `it` beside them hold already, and must go on to.
import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/domain/answer.ts'
import { type Documents, engineOver } from '../support/engine.ts'

const others = `The bakery in the square sells rye bread on weekdays. A tram stops in front of it every ten minutes.

The library keeps its oldest maps in a cool room. Visitors may see them on the first day of a month.`

const ask = async (documents: Documents, question: string): Promise<Answer> => {
  const { quoth } = await engineOver({ 'others.txt': others, ...documents })
  return quoth.ask(question, { quotes: 3 })
}

const firstQuote = async (documents: Documents, question: string): Promise<string> =>
  (await ask(documents, question)).quotes[0]?.quote.exact.replace(/\s+/g, ' ') ?? ''

/** Silent, or weak and saying which of the words asked for it lacks. */
const expectDoubt = ({ kind, confidence, notes, unknownTerms }: Answer, lacking: string): void => {
  if (kind === 'silent') return
  expect(confidence).toBeLessThan(0.5)
  expect(JSON.stringify([notes, unknownTerms])).toContain(lacking)
}

describe('who is allowed what', () => {
  const berths = `# Berths

Boat owners get a berth if any of these apply:

- they live by the harbour
- they fish for a living

Boat owners are refused a berth if:

- they owe the harbour money
- they have one elsewhere
`

  it('is answered with the rule that allows it', async () => {
    expect(await firstQuote({ 'berths.md': berths }, 'Who gets a berth?')).toMatch(/they fish for a living$/)
  })

  it('is not answered with the rule that refuses it', async () => {
    const rules = berths.replace('are refused a berth if', 'are not entitled to a berth if')
    expect(await firstQuote({ 'berths.md': rules }, 'Who is entitled to a berth?')).toMatch(/they fish for a living$/)
  })
})

describe('one of a kind is not another one', () => {
  it.each([
    [
      'vitamin B is sold',
      'The chemist sells vitamin D to sailors in the dark months.',
      'Who sells vitamin K to sailors?',
      'K',
    ],
    [
      'a pier by its letter',
      'Pier D was closed in March because its planks had rotted.',
      'Why was Pier F closed?',
      'F',
    ],
    [
      'a crew by its letter',
      'Crew B won the rowing race on the river in June.',
      'When did Crew A win the rowing race?',
      'A',
    ],
    [
      'a language by its mark',
      'The ticket machines of the ferry are programmed in F#, by two people in Turku.',
      'Who programmed the ticket machines in C++?',
      'C++',
    ],
  ])('%s', async (_, text, question, lacking) => {
    expectDoubt(await ask({ 'notes.txt': `Notes of the port\n\n${text}` }, question), lacking)
  })
})

describe('one of a numbered kind is not another one', () => {
  it('an act', async () => {
    const text = 'Notes of the port\n\nThe Harbour Act II was passed in 1931 after a long debate in the town hall.'
    expectDoubt(await ask({ 'notes.txt': text }, 'When was the Harbour Act III passed?'), 'III')
  })
})

describe('an abbreviation that a text does not spell out', () => {
  it.each([
    ['The U.S. sent two ships to the regatta in 1931.', 'How many ships did the United States send to the regatta?'],
    ['The U.S. sent two ships to the regatta in 1931.', 'How many ships did the USA send to the regatta?'],
    ['The UN lent the port three cranes after the storm.', 'How many cranes did the United Nations lend the port?'],
    ['The E.U. paid for the new quay.', 'What did the European Union pay for?'],
    ['The UN met here in 1951.', 'United Nations'],
    ['The U.S. flag flew over the mole.', 'United States'],
    ['The E.U. is mentioned on the plaque.', 'European Union'],
  ])('is found by its full name: %s %s', async (text, question) => {
    expect(await firstQuote({ 'notes.txt': `Notes of the port\n\n${text}` }, question)).toContain(text.slice(4, 7))
  })
})

describe('how many there are is not told by what else has these words', () => {
  const walk =
    'Notes of a walk\n\nMany old anchors lie by the foot path, and some have a ring through the eye. The fair will show 30 boats this year.'

  it.each([
    'How many rings are in the human eye?',
    'How many helpers does the fair have?',
    'How many anchors has a foot?',
  ])('%s', async (question) => {
    expect((await ask({ 'walk.txt': walk }, question)).kind).toBe('silent')
  })
})

describe('what is said in other words altogether', () => {
  it.fails('is found: a payment that is hidden', async () => {
    const text = 'Ledger of the port\n\nThe two clerks disguised an invoice for the bribe as one for rope.'
    expect(
      await firstQuote({ 'ledger.txt': text }, 'How was the illegal payment concealed in the accounts?'),
    ).toContain('disguised an invoice')
  })

  it.fails('is found: a ship that went down', async () => {
    const text = 'Ledger of the port\n\nThe vessel foundered off the mole in a gale.'
    expect(await firstQuote({ 'ledger.txt': text }, 'Where did the boat sink?')).toContain('foundered off the mole')
  })
})

describe('words that are written in several ways', () => {
  const text =
    'Notes\n\nAn X-ray of the mast showed a crack. The cook took B-12 every day. To be or not to be, he said.'

  it('a phrase of nothing but stop words is found', async () => {
    expect(await firstQuote({ 'notes.txt': text }, '"to be or not to be"')).toContain('To be or not to be')
  })

  it.each([
    ['What did the Xray of the mast show?', 'X-ray'],
    ['Xray', 'X-ray'],
    ['B12', 'B-12'],
    ['Who took B12?', 'B-12'],
  ])('with a hyphen or without: %s', async (question, held) => {
    expect(await firstQuote({ 'notes.txt': text }, question)).toContain(held)
  })

  it('with a space for a hyphen', async () => {
    expect(await firstQuote({ 'notes.txt': text }, 'x ray')).toContain('X-ray')
  })
})

describe('a summary', () => {
  it('takes one of two sentences that are alike but for who said so', async () => {
    const paragraphs = [
      'The ferry Aurora ran aground off Sorvik on Monday night with sixty people aboard.',
      'A pilot had warned of the new sandbank in a letter to the harbour board in June.',
      'The ferry Aurora ran aground off Sorvik on Monday night with sixty people aboard, officials said.',
      'Divers will look at the hull when the wind allows, which may take a week.',
      'The company has promised to pay for the hotel rooms of all passengers.',
    ]
    const { quoth } = await engineOver({ 'aurora.txt': `Ferry Runs Aground\n\n${paragraphs.join('\n\n')}` })
    const { sentences } = await quoth.summarise('aurora', { sentences: 3 })
    expect(sentences.filter(({ quote }) => quote.exact.includes('ran aground'))).toHaveLength(1)
  })
})

describe('a question of a document', () => {
  it('that is followed by a remark is quoted on to the answer of somebody else', async () => {
    const hearing = `Hearing on the Toll

Mr. Lind. Why was the bridge closed? That is what people ask me.

Ms. Farrow. Because two of its cables had rusted through.
`
    expect(await firstQuote({ 'hearing.txt': hearing }, 'Why was the bridge closed?')).toContain('rusted through')
  })
})
