import { describe, expect, test } from 'vitest'
import { following, followingNote } from '../../src/answer/following.ts'
import type { Concept, Interpretation } from '../../src/answer/query.ts'
import { inEnglish } from '../../src/domain/message.ts'

const concept = (surface: string, more: Partial<Concept> = {}): Concept => ({
  surface,
  folded: surface.toLowerCase(),
  weight: 4,
  alternatives: [[surface.toLowerCase()]],
  otherNames: [],
  terms: [{ term: surface.toLowerCase(), weight: 2 }],
  isName: false,
  isVerb: false,
  isNumber: false,
  isReplaced: false,
  isUnknown: false,
  ...more,
})
const reading = (concepts: readonly Concept[], more: object = {}): Interpretation =>
  ({
    concepts,
    terms: concepts.flatMap(({ terms }) => terms),
    words: concepts.map(({ folded }) => folded),
    expects: null,
    replacements: [],
    notes: [],
    ...more,
  }) as unknown as Interpretation
const followed = (own: readonly Concept[], earlier: readonly Concept[]) => following(reading(own), reading(earlier))
const surfaces = (own: readonly string[], earlier: readonly string[]) =>
  followed(
    own.map((each) => concept(each)),
    earlier.map((each) => concept(each)),
  ).concepts.map(({ surface }) => surface)

describe('a question that follows another', () => {
  test('has the words of both, those of its own first; the earlier ones count half', () => {
    const { concepts, terms, words } = followed([concept('boats')], [concept('coast', { isVerb: true })])
    expect(concepts).toEqual([
      concept('boats'),
      concept('coast', { isVerb: true, weight: 2, terms: [{ term: 'coast', weight: 1 }] }),
    ])
    expect(terms).toEqual([
      { term: 'boats', weight: 2 },
      { term: 'coast', weight: 1 },
    ])
    expect(words).toEqual(['coast', 'boats'])
  })

  test('has each thing once, in whatever words', () => {
    expect(surfaces(['boats'], ['boats', 'coast'])).toEqual(['boats', 'coast'])
    const ships = concept('ships', { alternatives: [['vessel'], ['steam', 'boats']] })
    const steam = concept('steamers', { alternatives: [['other'], ['steam', 'boats']] })
    expect(followed([ships], [steam]).concepts).toHaveLength(1)
    const apart = concept('apart', { alternatives: [['steamboats'], ['steam'], ['boats', 'steam']] })
    expect(followed([ships], [apart]).concepts).toHaveLength(2)
  })

  test.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['a year', ['2014'], ['2013', 'boats'], ['2014', 'boats']],
    ['a month', ['June'], ['May', 'boats'], ['June', 'boats']],
    ['a month, however it is written', ['JULY'], ['august'], ['JULY']],
  ])('takes the place of an earlier one by %s of its own', (_, own, earlier, left) => {
    expect(surfaces(own, earlier)).toEqual(left)
  })

  test.each<[string, readonly string[], readonly string[]]>([
    ['a month beside a year', ['2014'], ['May']],
    ['a year beside a month', ['May'], ['2013']],
    ['a year beside a word', ['boats'], ['2013']],
    ['a number of more digits than a year', ['2014'], ['12014']],
    ['a number of fewer digits than a year', ['2014'], ['201']],
    ['a number that begins as a year', ['2014'], ['2013th']],
    ['a word beside a year', ['2014'], ['mayor']],
  ])('keeps %s', (_, own, earlier) => {
    expect(surfaces(own, earlier)).toEqual([...own, ...earlier])
  })

  test('knows every month', () => {
    const months = 'January February March April May June July August September October November December'.split(' ')
    for (const month of months) expect(surfaces(['june'], [month, 'x'])).toEqual(['june', 'x'])
  })

  test('makes earlier names plain words where it has a name of its own', () => {
    const lind = concept('Lind', { isName: true })
    const isNameAfter = (...own: readonly Concept[]) => followed(own, [lind]).concepts.at(-1)?.isName
    expect(isNameAfter(concept('Berg', { isName: true }))).toBe(false)
    expect(isNameAfter(concept('who'), concept('Berg', { isName: true }))).toBe(false)
    expect(isNameAfter(concept('who'))).toBe(true)
    expect(followed([concept('who')], [concept('coast')]).concepts.at(-1)?.isName).toBe(false)
  })

  test('expects what it asks for, else what the earlier one asked for', () => {
    const expects = (own: string | null, earlier: string | null) =>
      following(reading([], { expects: own }), reading([], { expects: earlier })).expects
    expect([expects('person', 'year'), expects(null, 'year'), expects(null, null)]).toEqual(['person', 'year', null])
  })

  test('has the replacements of both, and what else it is of its own', () => {
    const read = following(reading([], { replacements: ['a'], notes: ['own'] }), reading([], { replacements: ['b'] }))
    expect(read).toMatchObject({ replacements: ['a', 'b'], notes: ['own'] })
  })
})

describe('a note of the questions that one was read with', () => {
  const said = (...earlier: readonly string[]): string => inEnglish(followingNote(earlier))

  test('has each of them, oldest first, and says whether there is one', () => {
    expect(said('Who?')).toContain('“Who?”')
    expect(said('Who?', 'When?')).toMatch(/“Who\?” .* “When\?”/)
    expect(followingNote(['a']).key).not.toBe(followingNote(['a', 'b']).key)
  })

  test('has eighty characters of each', () => {
    const letters = (count: number): string => '字'.repeat(count)
    expect(said(letters(80))).toContain(`“${letters(80)}”`)
    expect(said(letters(81))).toContain(`“${letters(79)}…”`)
    expect(said(`  ${letters(80)} \n`)).toContain(`“${letters(80)}”`)
    expect(said('👩'.repeat(81))).toContain(`“${'👩'.repeat(79)}…”`)
    expect(said(`${letters(70)}${' '.repeat(9)}${letters(9)}`)).toContain(`“${letters(70)}…”`)
  })
})
