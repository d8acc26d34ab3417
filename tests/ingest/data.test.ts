import { describe, expect, it } from 'vitest'
import { read } from './support/read.ts'

/** The `number`-th of many words, of letters alone. */
const wordOf = (number: number): string =>
  (number + 1_000_000).toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit)))
const words = (count: number, between: string): string =>
  Array.from({ length: count }, (_, at) => wordOf(at)).join(between)

const tooLong = 'It has over 1,000,000 characters in a row without a space, so it looks like data, not text.'
const tooMany = 'It has over 200,000 different words, so it looks like data, not text. Split it into smaller files.'

describe('a document that is data', () => {
  it.each(['x', 'é', '𝒳', '漢', 'a-', '1,', 'A.', "a'", '<', '['])(
    'is refused with the limit where %s goes on for 6 million characters',
    (unit) => {
      const text = `Words.\n${unit.repeat(Math.ceil(6_000_000 / unit.length))}\nWords.`
      for (const path of ['a.txt', 'a.md']) expect(() => read(text, path)).toThrow(tooLong)
    },
  )

  it('is read where a stretch without white space has the most characters', () => {
    const text = `Words of it.\n\n${'x'.repeat(1_000_000)}\n\nWords.`
    expect(read(text).text).toBe(text)
    expect(() => read(text.replace('xx', 'xxx'))).toThrow(tooLong)
  })

  it.each([' ', '\n', '\n\n', '. ', ', ', ' — ', '/'])(
    'is refused with the limit for 400,000 words with %j between',
    (between) => {
      const limit = between === '/' ? tooLong : tooMany
      const text = words(400_000, between)
      for (const path of ['a.txt', 'a.md']) expect(() => read(text, path)).toThrow(limit)
    },
  )

  it.each([
    ['400,000 lines', 'a\n\n', 400_001],
    ['400,000 lines', '- a\n', 6_000_000],
    ['1,000,000 sentences', 'a. ', 1_000_001],
    ['1,000,000 sentences', 'a . ', 6_000_000],
    ['6,000,000 words and marks', 'a ', 6_000_001],
    ['6,000,000 words and marks', '"a" ', 6_000_000],
  ])('is refused where it has more than %s: %j repeated', (limit, unit, count) => {
    const text = unit.repeat(Math.min(count, 25_000_000 / unit.length))
    const reason = `It has over ${limit}, so it looks like data, not text. Split it into smaller files.`
    for (const path of ['a.txt', 'a.md']) expect(() => read(text, path)).toThrow(reason)
  })

  it('counts words, not how often they stand there, nor how they are written', () => {
    const few = words(1000, ' ')
    const text = `${few}.\n${few.toUpperCase()}.\n`.repeat(20)
    expect(read(text).text).toBe(text)
  })

  it('is not what a script writes without spaces between its words', () => {
    const sentences = Array.from({ length: 210_000 }, (_, at) =>
      String.fromCodePoint(0x4e00 + (at % 20_000), 0x4e00 + (at >> 4)),
    )
    const text = `${sentences.join('。').replace(/(.{300})/g, '$1\n')}。`
    expect(read(text).text).toBe(text)
  })
})
