import { expect, it } from 'vitest'
import { engineOver } from '../support/engine.ts'

it('does not take a word and the letter after it for a word that the stemmer shortens to the first', async () => {
  const { quoth } = await engineOver({
    'shop.txt': 'The lathe in bay C was serviced in June.\n\nThe lathe in bay D waits.\n',
  })
  const { notes } = await quoth.ask('Is the lathe in bay E working?')
  expect(JSON.stringify(notes)).not.toContain('baye')
})

it.each([
  ['How many incidents did Finnair have from 1985 to 1999?', 'airline: Finnair | incidents_85_99: 12'],
  ['How many incidents did Iberia have between 1985 and 1999?', 'airline: Iberia | incidents_85_99: 4'],
])('finds a span of years that a table writes with two figures each: %s', async (question, row) => {
  const rows = ['Finnair | incidents_85_99: 12', 'Iberia | incidents_85_99: 4', 'Qantas | incidents_85_99: 7']
  const { quoth } = await engineOver({ 'safety.txt': rows.map((each) => `airline: ${each}`).join('\n\n') })
  const { kind, quotes } = await quoth.ask(question)
  expect([kind, quotes[0]?.quote.exact]).toEqual(['quoted', row])
})

it('takes no other two numbers for the span of years that is asked for', async () => {
  const { quoth } = await engineOver({ 'shop.txt': 'Lathe 85 stands beside 99 others, and lathe 99 waits.\n' })
  const answer = await quoth.ask('Which lathe was used from 1985 to 1999?')
  expect(JSON.stringify(answer)).not.toContain('85 99')
})
