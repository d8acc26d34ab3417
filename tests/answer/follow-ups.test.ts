import { beforeEach, describe, expect, it } from 'vitest'
import type { Quoth } from '../../src/quoth.ts'
import { engineOver } from '../support/engine.ts'
import { notesOf } from '../support/in-english.ts'

const documents = {
  'report.txt': `In 2013 the coast guard seized forty boats in the harbour of Halle. In 2014 the coast guard seized sixty boats there.

The fish market sold nine hundred crates of herring in 2014. A fire closed the market in 2015.

Mayor Lind praised the coast guard. Mayor Berg blamed the coast guard for the fire.`,
}

let quoth: Quoth
beforeEach(async () => {
  quoth = (await engineOver(documents)).quoth
})

const first = 'How many boats did the coast guard seize in 2013?'
const follow = (question: string, asker = 'Ada') => quoth.ask(question, { asker, followsUp: true })

describe('a question that follows another', () => {
  it('is read with it; a year takes the place of the earlier year', async () => {
    expect((await quoth.ask(first, { asker: 'Ada' })).quotes[0]?.quote.exact).toContain('forty boats')
    const answer = await follow('and in 2014?')
    expect(answer.quotes[0]?.quote.exact).toMatch(/sixty boats/)
    expect(notesOf(answer)).toContain(`Read with your question “${first}”.`)
    expect(answer.question).toBe('and in 2014?')
  })

  it('leads, and its own names come before the earlier ones', async () => {
    await quoth.ask('Did Mayor Lind praise the coast guard?', { asker: 'Ada' })
    expect((await follow('And Mayor Berg?')).quotes[0]?.quote.exact).toContain('Mayor Berg blamed')
  })

  it('carries on what that one followed', async () => {
    await quoth.ask(first, { asker: 'Ada' })
    await follow('and in 2014?')
    const answer = await follow('and in 2013?')
    expect(answer.quotes[0]?.quote.exact).toContain('forty boats')
    expect(notesOf(answer)).toContain(`Read with your questions “${first}” and “and in 2014?”.`)
  })

  it('lacks what the earlier one lacked', async () => {
    await quoth.ask('How many zeppelins did the coast guard seize in 2013?', { asker: 'Ada' })
    expect((await follow('and in 2014?')).unknownTerms).toEqual(['zeppelins'])
  })

  it('does not keep to the operators of the earlier one', async () => {
    await quoth.ask('herring -2014 "fish market" source:report -fire', { asker: 'Ada' })
    const answer = await follow('and the fire?')
    expect(answer.quotes.length).toBeGreaterThan(0)
    expect(notesOf(answer).join()).toContain('Read with your question “herring')
  })

  it('has its own name for a long earlier question', async () => {
    await quoth.ask(`${first} ${'boats '.repeat(300)}`, { asker: 'Ada' })
    const [note = ''] = notesOf(await follow('and in 2014?')).filter((each) => each.startsWith('Read with'))
    expect(note.length).toBeLessThan(120)
    expect(note).toContain('…”')
  })
})

describe('a question with nothing to follow', () => {
  const alone = 'You asked nothing here in the last ten minutes, so this question was read on its own.'

  it('is read on its own, and the asker is told', async () => {
    const answer = await follow('How much herring was sold in 2014?')
    expect(answer.quotes[0]?.quote.exact).toContain('crates of herring')
    expect(notesOf(answer)).toContain(alone)
  })

  it('does not follow that of another asker, nor one that nobody is named for', async () => {
    await quoth.ask(first, { asker: 'Bob' })
    await quoth.ask(first)
    expect(notesOf(await follow('and in 2014?'))).toContain(alone)
  })

  it('does not follow one that was refused', async () => {
    await expect(quoth.ask('boats before:then', { asker: 'Ada' })).rejects.toThrow()
    expect(notesOf(await follow('and in 2014?'))).toContain(alone)
  })
})

it('without the option, a question is answered as if nothing had been asked', async () => {
  const before = await quoth.ask('and in 2014?', { asker: 'Ada' })
  await quoth.ask(first, { asker: 'Ada' })
  expect(await quoth.ask('and in 2014?', { asker: 'Ada' })).toEqual(before)
})

it('an open question does not tell what was asked in private, and a private one may', async () => {
  const hidden = { asker: 'Ada', isPrivate: true }
  await quoth.ask(first, hidden)
  expect(notesOf(await quoth.ask('and in 2014?', { ...hidden, followsUp: true })).join()).toContain('boats')
  expect(notesOf(await follow('and in 2014?')).join()).not.toContain('boats')
})

it('an open question is not read with private ones, even where it is told to be, and answers as if they had not been', async () => {
  const alone = await quoth.ask('and in 2014?')
  const earlier = [{ text: first, isPrivate: true }]
  expect(await quoth.ask('and in 2014?', { earlier, followsUp: true })).toEqual(alone)
  const open = await quoth.ask('and in 2014?', { earlier: [...earlier, { text: 'herring', isPrivate: false }] })
  expect(open.earlier).toEqual([{ text: 'herring', isPrivate: false }])
})
