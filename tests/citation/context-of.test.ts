import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citationOf } from '../../src/citation/citation.ts'
import { contextOf } from '../../src/citation/context-of.ts'
import type { Source } from '../../src/domain/source.ts'
import { overlaps, type Span } from '../../src/domain/span.ts'
import { plainSource, spanOf } from '../support/plain-source.ts'

const words = ['Tide', 'ice', '“fog”', 'mud.', 'no one?', 'ñandú', '👩‍👩‍👧', '数', '`x`', '@everyone']
const anySource = fc
  .array(
    fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 }).map((some) => some.join(' ')),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((paragraphs) => plainSource({ text: paragraphs.join('\n\n') }))

/** A source and a run of its text that begins and ends inside paragraphs. */
const anyQuote = fc.tuple(anySource, fc.nat(), fc.nat()).map(([source, first, last]): readonly [Source, Span] => {
  const { paragraphs } = source
  const from = paragraphs[first % paragraphs.length] as Span
  const to = paragraphs[Math.min(paragraphs.length - 1, (first % paragraphs.length) + (last % 3))] as Span
  return [source, { start: from.start + (first % (from.end - from.start)), end: to.end }]
})
const around = ([source, span]: readonly [Source, Span], paragraph?: number) =>
  contextOf(source, span, paragraph, citationOf)

describe('the context of any quote', () => {
  it('is whole paragraphs, verbatim, one after another, each cited by its number', () => {
    fc.assert(
      fc.property(anyQuote, fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }), (quoted, paragraph) => {
        const [source, span] = quoted
        const context = around(quoted, paragraph)
        expect(context.of).toBe(source.paragraphs.length)
        expect(context.quote.exact).toBe(source.text.slice(span.start, span.end))
        expect(context.paragraphs.length).toBeGreaterThanOrEqual(1)
        expect(context.paragraphs.length).toBeLessThanOrEqual(3)
        const from = context.paragraphs[0]?.number ?? 0
        for (const [at, { number, quote, citation, holdsQuote }] of context.paragraphs.entries()) {
          const { start, end } = source.paragraphs[number - 1] as Span
          expect(number).toBe(from + at)
          expect(citation.locator.value).toBe(String(number))
          expect(quote).toMatchObject({ start, end, exact: source.text.slice(start, end) })
          expect(holdsQuote).toBe(overlaps({ start, end }, span))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('holds the paragraph in which it begins, with its neighbours, as far as there are some', () => {
    fc.assert(
      fc.property(anyQuote, (quoted) => {
        const [source, span] = quoted
        const own = source.paragraphs.findIndex(({ end }) => end > span.start) + 1
        const neighbours = [own - 1, own, own + 1].filter((number) => number >= 1 && number <= source.paragraphs.length)
        const { paragraphs } = around(quoted)
        expect(paragraphs.map(({ number }) => number)).toEqual(neighbours)
        expect(paragraphs.find(({ number }) => number === own)?.holdsQuote).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('leads through the whole source, step by step, and stays the context of the same quote', () => {
    fc.assert(
      fc.property(anyQuote, (quoted) => {
        const [{ paragraphs }] = quoted
        const seen = paragraphs.map(({ number }) => {
          const context = around(quoted, number)
          expect(context.quote).toEqual(around(quoted).quote)
          expect(context.citation).toEqual(around(quoted).citation)
          return context.paragraphs.find((each) => each.number === number)?.number
        })
        expect(seen).toEqual(paragraphs.map(({ number }) => number))
      }),
      { numRuns: 100 },
    )
  })
})

describe('the ends of a source', () => {
  const source = plainSource({ text: 'One tide.\n\nTwo tides.\n\nThree tides.\n\nFour tides.' })
  const numbers = (words: string, paragraph?: number) =>
    around([source, spanOf(source, words)], paragraph).paragraphs.map(({ number }) => number)

  it.each([
    ['One tide.', undefined, [1, 2]],
    ['Four tides.', undefined, [3, 4]],
    ['Two tides.', 1, [1, 2]],
    ['Two tides.', 4, [3, 4]],
    ['Two tides.', 0, [1, 2]],
    ['Two tides.', -7, [1, 2]],
    ['Two tides.', 1_000_000, [3, 4]],
  ])('of “%s” around paragraph %s are the nearest there are', (words, paragraph, expected) => {
    expect(numbers(words, paragraph)).toEqual(expected)
  })

  it('of a source of one paragraph are the paragraph', () => {
    const alone = plainSource({ text: 'One tide.' })
    expect(around([alone, spanOf(alone, 'tide')]).paragraphs).toMatchObject([{ number: 1, holdsQuote: true }])
  })
})

it('looks at a handful of the paragraphs of a source of 100,000', () => {
  const line = 'It rained.\n\n'
  const count = 100_000
  const sentences: readonly Span[] = []
  const paragraphs = Array.from({ length: count }, (_, at) => ({
    ...{ start: at * line.length, end: at * line.length + 10, number: at + 1 },
    ...{ section: [], role: 'prose' as const, speaker: null, answers: null, sentences },
  }))
  let looked = 0
  const long: Source = {
    ...plainSource({ text: 'It rained.' }),
    text: line.repeat(count),
    paragraphs: new Proxy(paragraphs, {
      get: (all, key) => {
        if (typeof key === 'string' && /^\d+$/.test(key)) looked += 1
        return Reflect.get(all, key)
      },
    }),
  }
  for (let step = 1; step <= 20; step += 1) {
    const context = around([long, { start: 600_000, end: 600_010 }], step * 5000)
    expect(context.paragraphs.map(({ number }) => number)).toContain(step * 5000)
  }
  expect(looked / 20).toBeLessThan(300)
})
