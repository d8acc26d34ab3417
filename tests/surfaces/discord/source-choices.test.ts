import { expect, test } from 'vitest'
import { sourceId } from '../../../src/domain/source.ts'
import { sourceChoices } from '../../../src/surfaces/discord/asking/source-choices.ts'

const choice = (id: string, title: string, publisher: string | null = null, issued: string | null = null) => ({
  id: sourceId(id),
  title,
  publisher,
  issued,
})
const namesOf = (...choices: readonly ReturnType<typeof choice>[]) => sourceChoices(choices).map(({ name }) => name)

test('a choice says title, publisher and year, as far as they are known', () => {
  expect(
    namesOf(
      choice('a', 'On tides', 'Harbour Post', '1987-02-26'),
      choice('b', 'On ice', null, '1987'),
      choice('c', 'On fog', 'Harbour Post'),
      choice('d', 'On rain'),
    ),
  ).toEqual(['On tides · Harbour Post · 1987', 'On ice · 1987', 'On fog · Harbour Post', 'On rain'])
})

test('of a long title and publisher, each keeps its beginning, and the year stays', () => {
  const [name = ''] = namesOf(choice('a', 'Tides '.repeat(50), 'P'.repeat(300), '2014-09'))
  expect(name.length).toBeLessThanOrEqual(100)
  expect(name).toMatch(/^Tides Tides .*… · P{29}… · 2014$/)
})

test('a title is cut to 100 characters where a grapheme ends; the id is what is sent', () => {
  const [cut] = sourceChoices([choice('a', '👩‍👩‍👧'.repeat(30))])
  expect(cut?.name.length).toBeLessThanOrEqual(100)
  expect(cut?.name).toMatch(/^(?:👩‍👩‍👧)+…$/u)
  expect(cut?.value).toBe('a')
})

test('sources that read alike, or have no title that shows, are told apart by their ids', () => {
  const year = ['Harbour Post', '2014'] as const
  expect(namesOf(choice('a', 'Minutes'), choice('b', 'Minutes'), choice('c', '\u200b'))).toEqual([
    'Minutes (a)',
    'Minutes (b)',
    '(c)',
  ])
  expect(namesOf(choice('a', 'Minutes', ...year), choice('b', 'Minutes', 'Harbour Post', '2015'))).toEqual([
    'Minutes · Harbour Post · 2014',
    'Minutes · Harbour Post · 2015',
  ])
})

test('long ids of one folder are told apart by their ends', () => {
  const folder = 'minutes/'.repeat(11)
  const names = namesOf(choice(`${folder}1`, 'M'.repeat(90)), choice(`${folder}2`, 'M'.repeat(90)))
  expect(new Set(names).size).toBe(2)
  for (const name of names) expect(name.length).toBeLessThanOrEqual(100)
  expect(names[1]).toMatch(/^M+… \(….*\/2\)$/)
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
