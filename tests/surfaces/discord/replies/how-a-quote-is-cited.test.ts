import { describe, expect, test } from 'vitest'
import { contextOf } from '../../../../src/citation/context-of.ts'
import type { Citation, QuoteId } from '../../../../src/domain/citation.ts'
import { quoteFrom, wordsBetween } from '../../../../src/domain/quote.ts'
import { sourceId } from '../../../../src/domain/source.ts'
import { translatorFor } from '../../../../src/i18n/say.ts'
import { contextView } from '../../../../src/surfaces/discord/replies/context-view.ts'
import {
  authorsShown,
  citationShown,
  dateShown,
  quoteItem,
  recordShown,
  sourceIdShown,
  titleOf,
} from '../../../../src/surfaces/discord/replies/quote-item.ts'
import { fakeCitation } from '../../../support/fake-quoth.ts'
import { plainSource, spanOf } from '../../../support/plain-source.ts'
import { frameOf } from '../../../support/shown-frame.ts'

const [t, german] = [translatorFor('en'), translatorFor('de')]
const source = plainSource({ id: 'tides', text: 'The tide *rises*. It falls.' })
const citation = (more: Partial<Citation> = {}): Citation => ({
  ...fakeCitation(source, { start: 0, end: 1 }),
  id: 'q12345' as QuoteId,
  titleShown: 'On tides',
  titleIsDerived: false,
  author: [{ given: 'Ada', family: 'Marsh' }],
  publisher: 'Harbour Post',
  issued: '1987-02-26',
  issuedKind: null,
  locator: { label: 'paragraph', value: '5', section: ['Sea', 'Ebb'] },
  speaker: null,
  text: 'Marsh, On tides, ¶ 5',
  ...more,
})

test.each([
  ['2014-09-23', '23 September 2014'],
  ['2014-01-01', '1 January 2014'],
  ['2014-09', 'September 2014'],
  ['2014', '2014'],
  ['spring 2014', 'spring 2014'],
  ['long-ago', 'long-ago'],
])('a date is told as far as it is known: %s', (issued, shown) => {
  expect(dateShown(issued, t)).toBe(shown)
})

test('a date is told in the language of the reader', () => {
  expect(dateShown('2014-12-23', german)).toContain('Dezember')
})

test('two authors are named, and the others counted', () => {
  const names = ['Ash', 'Birch', 'Cedar', 'Dogwood'].map((literal) => ({ literal }))
  expect([0, 1, 2].map((count) => authorsShown(names.slice(0, count), t))).toEqual(['', 'Ash', 'Ash, Birch'])
  expect(authorsShown(names.slice(0, 3), t)).toMatch(/^Ash, Birch .*1/)
  expect(authorsShown(names, t)).toMatch(/^Ash, Birch .*2/)
  expect(authorsShown(names, t)).not.toContain('Cedar')
})

test('a title that was made of the opening words says so', () => {
  expect(titleOf({ titleShown: 'On tides', titleIsDerived: false }, t)).toBe('On tides')
  expect(titleOf({ titleShown: 'The tide', titleIsDerived: true }, t)).toMatch(/.+“The tide”/)
})

test('an id is to be copied as it is; one that would not stay whole has its key', () => {
  expect(sourceIdShown(sourceId('a/b c.d:e-f_1'))).toBe('`a/b c.d:e-f_1`')
  expect(sourceIdShown(sourceId('x'.repeat(120)))).toBe(`\`${'x'.repeat(120)}\``)
  expect(sourceIdShown(sourceId('x'.repeat(121)))).toMatch(/^x{94}… \(`[^`]+`\)$/)
  expect(sourceIdShown(sourceId('a`b'))).toMatch(/^a\\`b \(`[^`]+`\)$/)
  expect(sourceIdShown(sourceId('ä'))).toMatch(/^ä \(`[^`]+`\)$/)
})

describe('a citation', () => {
  test('has all that is known, in one order', () => {
    expect(citationShown(citation(), t)).toBe(
      'On tides › Sea › Ebb · Ada Marsh · Harbour Post · 26 February 1987 · ¶ 5 · `q12345`',
    )
    expect(recordShown(citation(), t)).toBe('Ada Marsh · Harbour Post · 26 February 1987')
  })

  test('leaves out what is not known', () => {
    const bare = citation({
      author: [],
      publisher: null,
      issued: null,
      locator: { ...citation().locator, section: [] },
    })
    expect(recordShown(bare, t)).toBe('')
    expect(citationShown(bare, t)).toBe('On tides · ¶ 5 · `q12345`')
  })

  test('tells when a source was updated, and who speaks', () => {
    const updated = recordShown(citation({ issuedKind: 'updated' }), t)
    expect(updated).toMatch(/ · .+ 26 February 1987$/)
    expect(updated).not.toBe(recordShown(citation(), t))
    expect(citationShown(citation({ speaker: 'Mr *Lind*' }), t)).toMatch(/1987 · .*Mr \\\*Lind\\\*.* · ¶ 5/)
  })

  test('does nothing, whatever its parts are', () => {
    const mark = '*x*\n@everyone'
    const shown = citationShown(
      citation({
        titleShown: mark,
        author: [{ literal: mark }],
        publisher: mark,
        issued: mark,
        speaker: mark,
        id: mark as QuoteId,
        locator: { label: 'paragraph', value: mark, section: [mark] },
      }),
      t,
    )
    expect(shown).not.toMatch(/(?<!\\)[*@]|\n/)
  })

  test('is as long as one line may be', () => {
    const much = 'y'.repeat(500)
    const long = citation({
      titleShown: much,
      author: [{ literal: much }],
      publisher: much,
      issued: `${much}`,
      speaker: much,
    })
    expect(citationShown(long, t).length).toBeLessThan(500)
  })
})

describe('a quote', () => {
  const quote = quoteFrom(source, spanOf(source, 'The tide *rises*.'))
  const words = '> The tide \\*rises\\*.'
  const cited = citationShown(citation(), t)
  const shown = (how: Parameters<typeof quoteItem>[2], frame = frameOf(), rest = ''): string => {
    const item = quoteItem(quote, citation(), how, frame)
    expect(item.words).toBe(quote.exact)
    return item.markdown(item.words, rest)
  }
  const plain = frameOf({ style: 'plain' })

  test('has its citation directly under it, with its number where it has one', () => {
    expect(shown({ number: 2 })).toBe(`${words}\n-# **[2]** ${cited}`)
    expect(shown({ number: 2 }, plain)).toBe(`${words}\n[2] ${cited}`)
    expect(shown({ number: null })).toBe(`${words}\n-# ${cited}`)
    expect(shown({ number: null }, plain)).toBe(`${words}\n${cited}`)
  })

  test('has its label above it, then the gap before it, and below it what is held back', () => {
    expect(shown({ number: null, label: '**A**', afterGap: true }, frameOf(), 'more')).toBe(
      `**A**\n\\[…]\n${words}\nmore\n-# ${cited}`,
    )
  })

  test('has its place alone where its source was named', () => {
    expect(shown({ number: null, cites: 'location' })).toBe(`${words}\n-# Sea › Ebb · ¶ 5 · \`q12345\``)
    expect(shown({ number: null, cites: 'source' })).toBe(`${words}\n-# ${cited}`)
  })

  test('stands as it is in a file, with the whole citation', () => {
    const inFile = (how: Parameters<typeof quoteItem>[2]) => quoteItem(quote, citation(), how, frameOf()).plain
    expect(inFile({ number: 3 })).toBe('The tide *rises*.\n\n[3] Marsh, On tides, ¶ 5 (q12345)')
    expect(inFile({ number: null, afterGap: true })).toBe('[…]\n\nThe tide *rises*.\n\nMarsh, On tides, ¶ 5 (q12345)')
  })

  test('has a button to its context where it has a place, which says whose it is where it stands apart', () => {
    const button = (how: Parameters<typeof quoteItem>[2], frame = frameOf()) =>
      quoteItem(quote, citation(), how, frame).button
    expect(button({ number: 2 })).toBeUndefined()
    expect(button({ number: 2, index: 1 })).toMatchObject({ id: expect.stringMatching(/^q1:context:\w+:1$/) })
    expect(button({ number: 2, index: 1 }, frameOf({ idOf: null }))).toBeUndefined()
    const label = (how: Parameters<typeof quoteItem>[2], frame = frameOf()) => button(how, frame)?.label ?? ''
    expect(label({ number: 27, index: 1 })).not.toContain('27')
    expect(label({ number: 27, index: 1 }, plain)).toContain('27')
    expect(label({ number: null, index: 1 }, plain)).toBe(label({ number: 27, index: 1 }))
    expect(label({ number: 27, index: 1 })).not.toBe('')
  })
})

test('words are left out between quotes that do not touch, where there is more than blanks', () => {
  const between = (text: string): boolean => {
    const of = plainSource({ text })
    return wordsBetween(quoteFrom(of, spanOf(of, 'A.')), quoteFrom(of, spanOf(of, 'B.')))
  }
  expect([between('A.B.'), between('A. B.'), between('A. x B.'), between('A.x B.')]).toEqual([false, false, true, true])
  // A quote keeps 32 characters of what stands before it.
  expect([between(`A.${' '.repeat(32)}B.`), between(`A.${' '.repeat(33)}B.`)]).toEqual([false, true])
  // The later one first, as in an order of rank.
  expect(between('B. A.')).toBe(false)
})

describe('the context of a quote', () => {
  const text = ['Alpha.', 'Bravo.', 'Charlie.', 'Delta.', 'Echo.'].join('\n\n')
  const letters = plainSource({ text, record: { title: 'Letters', URL: 'https://x.org/' } })
  const viewAt = (words: string, paragraph?: number, frame = frameOf()) =>
    contextView(contextOf(letters, spanOf(letters, words), paragraph, fakeCitation), frame)
  const waysOf = (view: ReturnType<typeof viewAt>): readonly string[] =>
    [...JSON.stringify(view.controls).matchAll(/"q1:go:\w+:(\d+)"|"url":"[^"]+"/g)].map(([all, n]) => n ?? all)

  test('is one paragraph on either side, the one with the quote being the main one', () => {
    const view = viewAt('Charlie.')
    expect(view.items.map(({ words }) => words)).toEqual(['Bravo.', 'Charlie.', 'Delta.'])
    expect(view).toMatchObject({ main: 1, noun: 'paragraph', layout: 'paragraphs', closing: [] })
    expect(view.heading).toContain('Letters')
    expect(view.intro).toEqual([expect.stringMatching(/^-# .*2.*4.*5/)])
    expect(viewAt('Alpha.')).toMatchObject({ main: 0 })
    // The quote is not among those that are shown.
    expect(viewAt('Alpha.', 5)).toMatchObject({ main: 0 })
  })

  test('says of each paragraph where it stands to the quote', () => {
    const labels = (view: ReturnType<typeof viewAt>) =>
      view.items.map(({ markdown }) => /^\*\*(.+)\*\*\n/.exec(markdown('x', ''))?.[1] ?? '')
    const [before, own, after] = labels(viewAt('Charlie.'))
    expect(new Set([before, own, after, '']).size).toBe(4)
    expect(labels(viewAt('Alpha.'))).toEqual([own, after])
    expect(labels(viewAt('Echo.', 2))).toEqual([before, before, before])
    expect(labels(viewAt('Alpha.', 4))).toEqual([after, after, after])
  })

  test('leads on in both ways and to the page, as far as there is anything', () => {
    expect(waysOf(viewAt('Charlie.'))).toEqual(['2', '4', expect.stringContaining('https://x.org/')])
    expect(waysOf(viewAt('Alpha.'))).toEqual(['2', expect.stringContaining('https://x.org/')])
    expect(waysOf(viewAt('Echo.'))).toEqual(['4', expect.stringContaining('https://x.org/')])
    expect(waysOf(viewAt('Charlie.', undefined, frameOf({ idOf: null })))).toHaveLength(1)
    const short = plainSource({ text: 'Alone.' })
    const alone = contextView(contextOf(short, spanOf(short, 'Alone.'), undefined, fakeCitation), frameOf())
    expect(alone.controls).toEqual([])
    expect(alone.intro[0]).toMatch(/1.*1/)
    expect(alone.intro[0]).not.toBe(viewAt('Charlie.').intro[0]?.replace(/[245]/g, '1'))
  })

  test('has ways with names of their own', () => {
    const labels = [...JSON.stringify(viewAt('Charlie.').controls).matchAll(/"label":"([^"]*)"/g)].map(
      ([, each]) => each,
    )
    expect(new Set([...labels, '']).size).toBe(4)
  })
})
