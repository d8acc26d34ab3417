import { expect, test } from 'vitest'
import { sourceId } from '../../../src/domain/source.ts'
import { sourceChoices } from '../../../src/surfaces/discord/asking/source-choices.ts'

const choice = (id: string, title: string) => ({ id: sourceId(id), title })

test('a title is cut to 100 characters where a grapheme ends; the id is what is sent', () => {
  const [cut] = sourceChoices([choice('a', '👩‍👩‍👧'.repeat(30))])
  expect(cut?.name.length).toBeLessThanOrEqual(100)
  expect(cut?.name).toMatch(/^(?:👩‍👩‍👧)+…$/u)
  expect(cut?.value).toBe('a')
})

test('sources of one title, or of none that shows, are told apart by their ids', () => {
  const named = sourceChoices([choice('a', 'Minutes'), choice('b', 'Minutes'), choice('c', '\u200b')])
  expect(named.map(({ name }) => name)).toEqual(['Minutes (a)', 'Minutes (b)', '(c)'])
})

test('an id too long to send is replaced by the title, and a source with neither is left out', () => {
  const long = 'x'.repeat(101)
  expect(sourceChoices([choice(long, 'On tides'), choice(long, long)])).toEqual([
    { name: 'On tides', value: 'On tides' },
  ])
})

test('at most 25 are offered', () => {
  expect(sourceChoices(Array.from({ length: 40 }, (_, n) => choice(`${n}`, `Title ${n}`)))).toHaveLength(25)
})
