import { describe, expect, it } from 'vitest'
import { knownNamesIn } from '../../src/answer/known-names.ts'
import { analyser, engineOver } from '../support/engine.ts'

const namesOf = (question: string): ReadonlyMap<string, readonly (readonly string[])[]> =>
  knownNamesIn(analyser.analyse(question), analyser)

describe('a country or body with several names', () => {
  it.each([
    ['The U.K. bought the mill in 1931.', 'Who bought the mill, the United Kingdom?'],
    ['The United Kingdom bought the mill in 1931.', 'What did the UK buy?'],
    ['America sent two ships in 1931.', 'How many ships did the United States send?'],
    ['Burma joined the fair in 1931.', 'When did Myanmar join the fair?'],
    ['The Czech Republic joined the fair in 1994.', 'When did Czechia join the fair?'],
    ['Hong Kong joined the fair in 1994.', 'When did Hong Kong SAR China join the fair?'],
    ['The World Health Organization met here in 1951.', 'When did the WHO meet?'],
  ])('is found by another one: %s', async (text, question) => {
    const { quoth } = await engineOver({ 'notes.txt': `Notes of the mill\n\n${text}` })
    const { quotes } = await quoth.ask(question)
    expect(quotes[0]?.quote.exact).toBe(text)
  })

  it('is not meant by a word that is no name', () => {
    expect(namesOf('Tell us who it is').size).toBe(0)
    expect(namesOf('Who can help us with the united front of the states?').size).toBe(0)
  })

  it('is not meant by part of a longer name', () => {
    expect(namesOf('Which rivers has South America?').get('America')).toEqual([])
    expect(namesOf('Which rivers has America?').get('America')?.flat()).toContain('US')
  })
})
