import { describe, expect, it } from 'vitest'
import { type Documents, engineOver } from '../support/engine.ts'

const others = `The bakery in the square sells rye bread on weekdays. A tram stops in front of it every ten minutes.

The library keeps its oldest maps in a cool room. Visitors may see them on the first day of a month.`

const ask = async (documents: Documents, question: string) => {
  const { quoth } = await engineOver({ 'others.txt': others, ...documents })
  return quoth.ask(question, { quotes: 3 })
}

const notes = (text: string): Documents => ({ 'notes.txt': `Notes of the clinic\n\n${text}` })

describe('one of a kind is not another one', () => {
  it.each([
    ['a letter', 'Ward D was painted green in May after the flood.', 'When was ward C painted?', 'ward C'],
    ['the letter A', 'Crew B won the rowing race on the river in June.', 'When did Crew A win the race?', 'Crew A'],
    [
      'a disease',
      'Hepatitis B is passed on by blood, said the doctor.',
      'How is hepatitis C passed on?',
      'hepatitis C',
    ],
    ['a number', 'Type 1 diabetes begins in childhood, said the doctor.', 'When does type 2 diabetes begin?', 'type 2'],
    ['a numeral', 'World War I ended in November 1918.', 'When did World War II end?', 'War II'],
    ['an ordinal', 'The First World War ended in November 1918.', 'When did World War II end?', 'War II'],
    ['a floor', 'The rent of the first floor is 700 euros.', 'What is the rent of the second floor?', 'second floor'],
    ['a sign', 'The pumps are programmed in C#, by two people.', 'Who programmed the pumps in C++?', 'C++'],
    ['a model', 'The KD-40 takes 40 litres a day out of the air.', 'How much does the KD-60 take out?', 'KD-60'],
    ['a vitamin', 'Vitamin B12 is sold at the counter.', 'Where is vitamin B6 sold?', 'B6'],
  ])('%s', async (_, text, question, named) => {
    const { kind, confidence, notes: said } = await ask(notes(text), question)
    expect(kind === 'silent' || confidence < 0.5).toBe(true)
    expect(JSON.stringify(said)).toContain(named)
  })

  it.each([
    ['its own letter', 'Ward D was painted green in May after the flood.', 'When was ward D painted?'],
    ['a list', 'Wards B, C and D were painted green in May.', 'When was ward D painted?'],
    ['another way to write a number', 'The Second World War ended in 1945.', 'When did World War II end?'],
    ['a figure for a numeral', 'World War II ended in 1945.', 'When did World War 2 end?'],
    ['a list of figures', 'Flags: 0 not checked, 1 good, 2 doubtful, 4 bad.', 'What does flag 4 mean?'],
    ['a numeral for a figure', 'World War 1 ended in 1918.', 'When did World War I end?'],
    ['the first of its kind', 'World War I ended in 1918.', 'When did World War 1 end?'],
    ['C and C++ in one text', 'The pumps are programmed in C++ and C#, by two people.', 'Who programs in C++?'],
  ])('but is found by %s', async (_, text, question) => {
    const { kind, notes: said } = await ask(notes(text), question)
    expect(kind).toBe('quoted')
    expect(JSON.stringify(said)).not.toContain('does not mention')
  })

  it('is found under its heading, though another one of the kind ranks first', async () => {
    const wards = `# Wards

## Ward C

The walls were painted green in May.

## Ward D

The walls were painted, painted and painted again in June, as the ward was damp.
`
    const { quotes } = await ask({ 'wards.md': wards }, 'When were the walls of ward C painted?')
    expect(quotes[0]?.quote.exact).toContain('green in May')
  })

  it.each([
    'Who may form a club?',
    'What can I do in case I fall ill?',
    'Which week was it in May 3?',
    'Who wrote Once Upon A Time?',
    'Who came on the Club’s 200th birthday?',
  ])('does not take small words and dates for labels: %s', async (question) => {
    const { notes: said } = await ask(notes('Members may form a club. Once upon a time they fell ill.'), question)
    expect(JSON.stringify(said)).not.toContain('does not mention')
  })
})
