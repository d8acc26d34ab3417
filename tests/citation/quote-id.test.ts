import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quoteIdFor, readQuoteId, resolveQuoteId } from '../../src/citation/quote-id.ts'
import { QuothError } from '../../src/domain/error.ts'
import { plainSource, spanOf } from '../support/plain-source.ts'

const harbour = plainSource({
  id: 'harbour',
  text: 'The harbour froze in March. Ships waited outside.\n\nIt thawed in May.',
})
const orchard = plainSource({ id: 'orchard', text: 'The orchard bore fruit twice. Nobody knew why.' })
const span = spanOf(harbour, 'Ships waited outside.')

describe('a quote id', () => {
  it('names the same words among other sources, from the content alone', () => {
    const again = plainSource({ id: 'harbour', text: harbour.text })
    expect(resolveQuoteId(quoteIdFor(harbour, span), [orchard, again])).toEqual({ source: again, span })
  })

  it('is at most 20 characters even far into a long text', () => {
    const long = { ...harbour, text: 'a'.repeat(20_000_001) }
    const id = quoteIdFor(long, { start: 15_000_000, end: 20_000_001 })
    expect(id).toMatch(/^q[0-9a-hjkmnp-tv-z]{11,19}$/)
    expect(resolveQuoteId(id, [long]).span).toEqual({ start: 15_000_000, end: 20_000_001 })
  })

  it('is read with capitals, backticks, spaces, hyphens, and letters that look like digits', () => {
    const id = quoteIdFor(harbour, span)
    const mistaken = id.replaceAll('0', 'O').replaceAll('1', 'l').toUpperCase()
    for (const typed of [` \`${id}\` `, id.toUpperCase(), mistaken, `${id.slice(0, 5)}-${id.slice(5)}`, `“${id}”`])
      expect(resolveQuoteId(typed, [harbour]).span).toEqual(span)
  })

  it('fails with what to do once the source is changed, even when the words still stand at the place', () => {
    const changed = plainSource({ id: 'harbour', text: `${harbour.text} Edited.` })
    const resolve = () => resolveQuoteId(quoteIdFor(harbour, span), [changed, orchard])
    expect(resolve).toThrow(QuothError)
    expect(resolve).toThrow(/changed or removed, so please ask again/)
    // Whoever pressed a button typed no id.
    expect(resolve).toThrow(/If you typed its id, check it for typos/)
  })

  it('fails for one wrong character rather than naming other words', () => {
    const id = quoteIdFor(harbour, span)
    for (let at = 0; at < id.length; at += 1) {
      const wrong = id.slice(0, at) + (id[at] === '7' ? '8' : '7') + id.slice(at + 1)
      expect(() => resolveQuoteId(wrong, [harbour, orchard])).toThrow(QuothError)
    }
  })

  it.each(['', 'q', 'hello', 'quoth', 'q0000', 'Ж'.repeat(12), 'q'.repeat(60)])('says that “%s” is no id', (typed) => {
    expect(() => resolveQuoteId(typed, [harbour])).toThrow(/not a quote id|check it for typos/)
  })

  it('keeps its place for every span', () => {
    const inText = fc.tuple(fc.nat(harbour.text.length - 1), fc.integer({ min: 1, max: 40 }))
    fc.assert(
      fc.property(inText, ([start, length]) => {
        const end = Math.min(start + length, harbour.text.length)
        expect(readQuoteId(quoteIdFor(harbour, { start, end }))).toMatchObject({ start, end })
      }),
    )
  })
})
