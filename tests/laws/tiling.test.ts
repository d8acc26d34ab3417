import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contains, overlaps, type Span } from '../../src/domain/span.ts'
import { passagesOf } from '../../src/language/passages.ts'
import { sourceOf } from '../support/engine.ts'
import { anyText } from '../support/random-documents.ts'

/** How often each character that is not white space is held by the spans. */
const timesHeld = (text: string, spans: readonly Span[]): readonly number[] => {
  const held = new Array<number>(text.length).fill(0)
  for (const { start, end } of spans) for (let at = start; at < end; at += 1) held[at] = (held[at] ?? 0) + 1
  return held.filter((_, at) => /\S/.test(text.charAt(at)))
}

describe('law 2: sentences tile passages, passages tile the body, runs tile the text', () => {
  const anySource = fc.tuple(anyText, fc.constantFrom('a.txt', 'a.md')).map(([text, path]) => sourceOf(path, text))

  it('and each character is in one run, and in a passage if and only if it is body', () => {
    fc.assert(
      fc.property(anySource, (source) => {
        const { text, runs } = source
        expect(new Set(timesHeld(text, runs))).toEqual(new Set([1]))
        const passages = passagesOf(source)
        const inSentences = timesHeld(
          text,
          passages.flatMap(({ sentences }) => sentences),
        )
        const inBody = timesHeld(
          text,
          runs.filter(({ kind }) => kind === 'body'),
        )
        const inMarkup = timesHeld(
          text,
          runs.filter(({ kind }) => kind === 'markup'),
        )
        for (const [at, times] of inSentences.entries()) {
          expect(times).toBeLessThanOrEqual(1)
          // Marks inside a sentence, such as `**`, are quoted with it.
          if (times !== inBody[at]) expect([times, inBody[at], inMarkup[at]]).toEqual([1, 0, 1])
        }
        for (const { kind, rule } of runs) if (kind === 'boilerplate') expect(rule).toMatch(/^[a-z-]+$/)
      }),
      { numRuns: 300 },
    )
  })

  it('and passages are in order, apart, numbered, and made of whole sentences of one section', () => {
    fc.assert(
      fc.property(anySource, (source) => {
        const passages = passagesOf(source)
        expect(passages.map(({ ordinal }) => ordinal)).toEqual(passages.map((_, at) => at))
        expect(passages.flatMap(({ sentences }) => sentences)).toEqual(
          source.paragraphs.flatMap(({ sentences }) => sentences),
        )
        for (const [at, passage] of passages.entries()) {
          expect(passage).toMatchObject({ source: source.id, version: source.version })
          expect(passage.sentences.length).toBeGreaterThan(0)
          expect([passage.sentences[0]?.start, passage.sentences.at(-1)?.end]).toEqual([passage.start, passage.end])
          for (const sentence of passage.sentences) expect(contains(passage, sentence)).toBe(true)
          expect(passage.start).toBeGreaterThanOrEqual(passages[at - 1]?.end ?? 0)
          const paragraphs = source.paragraphs.filter((paragraph) => overlaps(paragraph, passage))
          expect(new Set(paragraphs.map(({ section }) => section.join('\n'))).size).toBe(1)
        }
      }),
      { numRuns: 300 },
    )
  })
})
