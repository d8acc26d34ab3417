import { describe, expect, it } from 'vitest'
import { tokenise } from '../../src/index/analyser.ts'

const foldedOf = (text: string): readonly string[] => tokenise(text).map(({ folded }) => folded)

describe('the month of May, whose name is a verb that no search looks for', () => {
  it.each([
    'What was decided in May?',
    'what was decided in may?',
    'They met on 11 May 2023.',
    'May 3 was a holiday.',
    'MINUTES OF MAY',
    'lights out on 3rd may 2020',
    'The ban (May to June) was lifted.',
    'Theresa May resigned.',
  ])('is a word of its own: %s', (text) => {
    expect(foldedOf(text)).toContain('MAY')
  })

  it.each([
    'May drivers charge at home?',
    'Sales in 2014 may fall.',
    'It rained. May they stay dry.',
    'you may take 3',
    'WHO MAY VOTE',
  ])('is told from the verb: %s', (text) => {
    expect(foldedOf(text)).toContain('may')
    expect(foldedOf(text)).not.toContain('MAY')
  })
})
