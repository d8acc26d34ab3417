import { expect, it } from 'vitest'
import { engineOver } from '../support/engine.ts'

it('does not take a word and the letter after it for a word that the stemmer shortens to the first', async () => {
  const { quoth } = await engineOver({
    'shop.txt': 'The lathe in bay C was serviced in June.\n\nThe lathe in bay D waits.\n',
  })
  const { notes } = await quoth.ask('Is the lathe in bay E working?')
  expect(JSON.stringify(notes)).not.toContain('baye')
})
