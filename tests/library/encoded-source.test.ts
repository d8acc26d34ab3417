import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { msg } from '../../src/domain/message.ts'
import { type Source, sourceId } from '../../src/domain/source.ts'
import { cardOf } from '../../src/domain/source-card.ts'
import { readDocument } from '../../src/ingest/read-document.ts'
import { decodeCard, decodeSource, encodeSource } from '../../src/library/encoded-source.ts'
import { ownDocuments } from '../support/own-documents.ts'
import { plainSource } from '../support/plain-source.ts'

const anyText = fc.string({ unit: 'binary', maxLength: 40 })
const lone = fc.constantFrom('\ud800', 'a\udc00b', '\ufeffx', '\0')
const anyWords = fc.oneof(anyText, lone)
const place = fc.nat(40_000_000)
const span = fc.record({ start: place, end: place })
const kinds = ['body', 'title', 'byline', 'date', 'dateline', 'heading', 'markup', 'boilerplate'] as const
const labels = ['page', 'timestamp', 'row'] as const
const roles = ['prose', 'list-item', 'block-quote', 'question', 'code'] as const
const orNull = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null })
const name = fc.oneof(fc.record({ literal: anyWords }), fc.record({ family: anyWords, given: anyWords }))

/** Any value of the type, places in no order: what is kept must not depend on what readers happen to make. */
const anySource: fc.Arbitrary<Source> = fc.record({
  id: anyWords.map(sourceId),
  text: anyWords,
  version: anyWords,
  record: fc.record({
    title: orNull(anyWords),
    author: fc.array(name, { maxLength: 3 }),
    publisher: orNull(anyWords),
    issued: orNull(anyWords),
    issuedKind: orNull(fc.constantFrom('published' as const, 'updated' as const)),
    URL: orNull(anyWords),
  }),
  titleShown: anyWords,
  titleIsDerived: fc.boolean(),
  dateline: orNull(anyWords),
  language: orNull(fc.constantFrom('en', 'de')),
  paragraphs: fc.array(
    fc
      .record({
        number: place,
        section: fc.array(anyWords, { maxLength: 3 }),
        role: fc.constantFrom(...roles),
        speaker: orNull(anyWords),
        answers: orNull(span),
        sentences: fc.array(span, { maxLength: 3 }),
      })
      .chain((rest) => span.map((whole) => ({ ...whole, ...rest }))),
    { maxLength: 4 },
  ),
  runs: fc.array(
    fc
      .tuple(span, fc.constantFrom(...kinds), orNull(anyWords))
      .map(([whole, kind, rule]) => (rule === null ? { ...whole, kind } : { ...whole, kind, rule })),
    { maxLength: 4 },
  ),
  places: fc.array(
    fc.record(
      { start: place, label: fc.constantFrom(...labels), value: place, ocr: fc.nat(100) },
      { requiredKeys: ['start', 'label', 'value'] },
    ),
    { maxLength: 4 },
  ),
  origin: fc.record({
    path: anyWords,
    bytes: place,
    sha256: anyWords,
    encoding: anyWords,
    warnings: fc.array(
      anyWords.map((words) => msg`It has “${words}”.`),
      { maxLength: 2 },
    ),
  }),
})

describe('a source as bytes', () => {
  it('is decoded to what it was, in every field', () => {
    fc.assert(
      fc.property(anySource, (source) => {
        const decoded = decodeSource(encodeSource(source).bytes)
        expect(decoded).toEqual(source)
        expect(decoded.runs.map((run) => 'rule' in run)).toEqual(source.runs.map((run) => 'rule' in run))
      }),
      { numRuns: 300 },
    )
  })

  it('gives its card without its text', () => {
    fc.assert(
      fc.property(anySource, (source) => {
        expect(decodeCard(encodeSource(source).bytes)).toEqual(cardOf(source))
      }),
      { numRuns: 100 },
    )
  })

  it.each(Object.entries(ownDocuments))('of a real document is what it was: %s', (path, text) => {
    const source = readDocument({ id: sourceId(path), path, bytes: new TextEncoder().encode(text) })
    expect(decodeSource(encodeSource(source).bytes)).toEqual(source)
  })

  it('is hardly larger than its document', () => {
    const sentence = 'The harbour froze in March, and forty ships waited outside the ice for a week.'
    const source = plainSource({ text: Array.from({ length: 400 }, () => sentence).join('\n\n') })
    expect(encodeSource(source).bytes.length).toBeLessThan(source.text.length * 1.25 + 1000)
  })
})
