import fc from 'fast-check'
import { expect, test } from 'vitest'
import { saysSomething } from '../../../src/domain/bibliography.ts'
import { sourceId, sourceKey } from '../../../src/domain/source.ts'
import { createSourceFinder } from '../../../src/library/find-source.ts'
import { memoryLibrary } from '../../../src/library/memory.ts'
import { sourceMenu } from '../../../src/surfaces/discord/replies/sources-view.ts'
import { sourceChoices } from '../../../src/surfaces/discord/suggest.ts'
import { hostileText } from '../../support/hostile-text.ts'
import { plainSource } from '../../support/plain-source.ts'
import { frameOf } from '../../support/shown-frame.ts'

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

test('an id too long to send, or that would not arrive as it is, is sent as its key', () => {
  const long = 'x'.repeat(101)
  for (const id of [long, ' a', 'a  b', 'a\u0000', 'a\u202eb', 'a\ud800', '\u200b', ''])
    expect(sourceChoices([choice(id, 'On tides')])).toEqual([{ name: 'On tides', value: sourceKey(sourceId(id)) }])
  expect(sourceChoices([choice('x'.repeat(100), 'On tides')])[0]?.value).toBe('x'.repeat(100))
})

test('sources that even their ids do not tell apart as they are shown have their keys', () => {
  const ends = ['a', 'b'].map((folder) => `${folder}/${'x'.repeat(120)}`)
  const [first, second] = namesOf(...ends.map((id) => choice(id, 'Minutes')))
  expect(first).toBe(`Minutes (${sourceKey(sourceId(ends[0] ?? ''))})`)
  expect(second).toBe(`Minutes (${sourceKey(sourceId(ends[1] ?? ''))})`)
  // A title that reads like another source with its id or key.
  const names = namesOf(
    choice('a', 'T'),
    choice('b', 'T'),
    choice('c', 'T (a)'),
    choice('d', `T (a) (${sourceKey(sourceId('a'))})`),
  )
  expect(new Set(names).size).toBe(4)
})

const anyId = fc.oneof(
  hostileText(4),
  fc.integer({ min: 95, max: 130 }).map((length) => 'long/'.padEnd(length, '-')),
  hostileText(3).map((text) => `${'folder/'.repeat(20)}${text}`),
)
const anyTitle = fc.oneof(hostileText(), fc.constantFrom('', '\u200b', 'Half \ud800', 'T', 'T (a)', 'T'.repeat(300)))

test('whatever titles and ids a library has, Discord takes all choices and options, which lead back to the sources', () => {
  const anySource = fc.record({
    id: anyId,
    title: anyTitle,
    publisher: fc.option(anyTitle, { nil: null }),
    issued: fc.option(fc.constantFrom('1987', '20\ud83d\ude00'), { nil: null }),
  })
  return fc.assert(
    fc.asyncProperty(fc.uniqueArray(anySource, { maxLength: 30, selector: ({ id }) => id }), async (sources) => {
      const library = memoryLibrary()
      for (const { id, title, publisher } of sources)
        await library.put(plainSource({ id, text: 'Words.', record: { title, publisher } }))
      const finder = createSourceFinder(library)
      const choices = sourceChoices(sources.map((each) => ({ ...each, id: sourceId(each.id) })))
      const cards = (await library.list()).map((card) => ({ ...card, publisher: card.record.publisher }))
      const [menu] = sourceMenu(cards, frameOf())
      const options = menu !== undefined && 'options' in menu ? menu.options : []
      expect([choices.length, options.length]).toEqual(Array(2).fill(Math.min(25, sources.length)))
      for (const shown of [choices, options.map(({ label, value }) => ({ name: label, value }))]) {
        expect(new Set(shown.map(({ name }) => name)).size).toBe(shown.length)
        expect(new Set(shown.map(({ value }) => value)).size).toBe(shown.length)
        for (const { name, value } of shown) {
          for (const text of [name, value]) {
            expect(text.length).toBeLessThanOrEqual(100)
            expect(text.trim()).toBe(text)
            expect(saysSomething(text)).toBe(true)
            expect(text).not.toMatch(/[\p{Cs}\p{Cc}]/u)
          }
          expect(sources.map(({ id }) => id)).toContain((await finder.find(value)).id)
        }
      }
      // Each choice is of its own source.
      for (const [at, { value }] of choices.entries()) expect((await finder.find(value)).id).toBe(sources[at]?.id)
    }),
    { numRuns: 200, seed: 6 },
  )
})

test('at most 25 are offered', () => {
  expect(sourceChoices(Array.from({ length: 40 }, (_, n) => choice(`${n}`, `Title ${n}`)))).toHaveLength(25)
})
