import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CheckedQuote } from '../../src/domain/quote-check.ts'
import type { Source } from '../../src/domain/source.ts'
import type { Span } from '../../src/domain/span.ts'
import { analyser } from '../support/engine.ts'
import { ownDocuments } from '../support/own-documents.ts'
import { type Checker, checkerOver } from './support/checker.ts'

const folder = join(import.meta.dirname, '..', '..', 'seeds')
const seeds = Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]))

let checker: Checker
beforeAll(async () => {
  checker = await checkerOver({ ...ownDocuments, ...seeds })
})

const numRuns = 150

/** Words as they are written, with what hangs on them; from the first letter or digit to the last. */
const wordsIn = (text: string, { start, end }: Span): readonly Span[] =>
  [...text.slice(start, end).matchAll(/[\p{L}\p{N}](?:\S*[\p{L}\p{N}])?/gu)].map(({ 0: word, index }) => ({
    start: start + index,
    end: start + index + word.length,
  }))

type Picked = { readonly source: Source; readonly words: readonly Span[]; readonly text: string }

/** Some words of one paragraph of one source, side by side. */
const anyRun = (fewest: number): fc.Arbitrary<() => Picked | null> =>
  fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.integer({ min: fewest, max: 40 })).map(([s, p, w, count]) => () => {
    const source = checker.sources[s % checker.sources.length] as Source
    const paragraph = source.paragraphs[p % source.paragraphs.length]
    const all = (paragraph?.sentences ?? []).flatMap((sentence) => wordsIn(source.text, sentence))
    const words = all.slice(w % Math.max(1, all.length - fewest), (w % Math.max(1, all.length - fewest)) + count)
    const [first, last] = [words.at(0), words.at(-1)]
    // What is left of `ca n't` and of ` 's` is no word.
    const isRest = first && /['’]/.test(source.text.charAt(first.start - 1))
    if (words.length < fewest || !first || !last || isRest) return null
    return { source, words, text: source.text.slice(first.start, last.end) }
  })

const tellingIn = (text: string): number => new Set(analyser.analyse(text).map(({ term }) => term)).size

/** Other forms of the same marks; none of them closes what is quoted between « and ». */
const withOtherMarks = (text: string): string =>
  text
    .replace(/[“”]/g, '"')
    .replace(/(?<=\p{L})'(?=\p{L})/gu, '’')
    .replace(/"/g, '”')
    .replace(/\s+/g, '\n')
    .replace(/-/g, '\u2011')

const holds = ({ verdict }: CheckedQuote, source: Source, { start, end }: Span): boolean =>
  'places' in verdict &&
  verdict.places.some(({ quote }) => quote.source === source.id && quote.start === start && quote.end === end)

describe('any words of the body of any source', () => {
  it('are word for word, at their place, whatever the form of their marks', async () => {
    await fc.assert(
      fc.asyncProperty(anyRun(1), async (pick) => {
        const picked = pick()
        fc.pre(picked !== null && tellingIn(picked.text) > 0)
        const { source, words, text } = picked
        const checked = await checker.soleQuotation(`«${withOtherMarks(text)}»`)
        expect([checked.written, checked.verdict.kind]).toEqual([checked.written, 'verbatim'])
        if (checked.verdict.kind !== 'verbatim') return
        const span = { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 }
        // Words that stand in more places than are told of need not be told of here.
        if (checked.verdict.places.length < 3) expect(holds(checked, source, span)).toBe(true)
        for (const { quote } of checked.verdict.places)
          expect(checker.sources.find(({ id }) => id === quote.source)?.text.slice(quote.start, quote.end)).toBe(
            quote.exact,
          )
      }),
      { numRuns },
    )
  })

  it('are nearly so with one word changed, and exactly that word is told', async () => {
    await fc.assert(
      fc.asyncProperty(anyRun(5), fc.nat(), async (pick, n) => {
        const picked = pick()
        // What stands in brackets may stand for anything.
        fc.pre(picked !== null && !picked.text.includes('['))
        const { words, text } = picked
        const changed = words[n % words.length] as Span
        const from = words[0]?.start ?? 0
        const [before, after] = [text.slice(0, changed.start - from), text.slice(changed.end - from)]
        // A word with a hyphen or an apostrophe inside is compared as several.
        fc.pre(/^\p{L}+$/u.test(text.slice(changed.start - from, changed.end - from)))
        fc.pre(tellingIn(`${before} ${after}`) >= 5)
        const { verdict } = await checker.soleQuotation(`«${before}zorbled${after}»`)
        expect([text, verdict.kind]).toEqual([text, 'nearly'])
        if (verdict.kind !== 'nearly') return
        const { differences, places } = verdict
        const told = (kind: string): string =>
          differences
            .flatMap((each) => (each.kind === kind ? [each.text] : []))
            .join('')
            .trim()
        expect(told('added')).toBe('zorbled')
        expect(told('missing')).toMatch(text.slice(changed.start - from, changed.end - from))
        const [place] = places
        expect(differences.flatMap(({ kind, text: words }) => (kind === 'added' ? [] : [words])).join('')).toBe(
          place?.quote.exact,
        )
      }),
      { numRuns },
    )
  })
})

describe('words that no source has together', () => {
  const vocabulary = [
    ...new Set(Object.values({ ...ownDocuments, ...seeds }).flatMap((text) => text.match(/\p{L}{4,}/gu) ?? [])),
  ]

  it('are not found, though a source has each', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...vocabulary), { minLength: 6, maxLength: 30 }), async (words) => {
        const { verdict } = await checker.soleQuotation(`«${words.join(' ')}»`)
        expect(verdict.kind).toBe('not-found')
      }),
      { numRuns },
    )
  })
})

it('any text at all is checked, and every quote is the source’s own words', async () => {
  const anyMarks = fc.constantFrom(
    '"',
    '“',
    '”',
    '„',
    '«',
    '»',
    "'",
    '’',
    '> ',
    '>>> ',
    '\n',
    '…',
    '[',
    ']',
    '[...]',
    ' ',
    'the',
    'militants',
    'orchard.',
    '港',
    '-',
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(anyMarks, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 40 }),
      async (parts) => {
        const { quotes } = await checker.check(parts.join(''))
        for (const { verdict } of quotes)
          for (const { quote } of 'places' in verdict ? verdict.places : [])
            expect(checker.sources.find(({ id }) => id === quote.source)?.text.slice(quote.start, quote.end)).toBe(
              quote.exact,
            )
      },
    ),
    { numRuns },
  )
})
