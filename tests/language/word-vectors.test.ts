import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadWordVectors } from '../../src/app/load-word-vectors.ts'
import { openWordVectors, type WordVectors } from '../../src/language/word-vectors.ts'

let vectors: WordVectors
beforeAll(async () => {
  vectors = await loadWordVectors()
})

const alike = (a: string, b: string): number => {
  const [one, other] = [vectors.placeOf(a), vectors.placeOf(b)]
  if (one === undefined || other === undefined) throw new Error(`${a} or ${b} has no vector`)
  return vectors.similarity(one, other)
}

describe('the word vectors that ship', () => {
  it('take no more than 8 MB', async () => {
    expect((await readFile(new URL('../../src/language/word-vectors.bin', import.meta.url))).byteLength).toBeLessThan(
      8e6,
    )
  })

  it('are loaded once per process', () => {
    expect(loadWordVectors()).toBe(loadWordVectors())
  })

  it.each([
    ['founded', 'established', 'banana'],
    ['doctor', 'physician', 'carpet'],
    ['ship', 'vessel', 'theory'],
  ])('bring %s nearer to %s than to %s', (word, near, far) => {
    expect(alike(word, near)).toBeGreaterThan(0.6)
    expect(alike(word, near)).toBeGreaterThan(alike(word, far) + 0.3)
  })

  it('find a word most alike to itself, and two words alike whichever comes first', () => {
    expect(alike('harbour', 'harbour')).toBeCloseTo(1, 5)
    expect(alike('harbour', 'port')).toBe(alike('port', 'harbour'))
  })

  it('have none for a word that nobody knows, nor for names that objects have of themselves', () => {
    expect(['qxzvkj', '__proto__', 'hasOwnProperty', ''].map((word) => vectors.placeOf(word))).toEqual(
      Array.from({ length: 4 }, () => undefined),
    )
  })

  it('add up: twice a vector has its direction', () => {
    const place = vectors.placeOf('harbour') ?? -1
    const [once, twice] = [new Float32Array(vectors.dimensions), new Float32Array(vectors.dimensions)]
    vectors.addTo(once, place, 1)
    vectors.addTo(twice, place, 1)
    vectors.addTo(twice, place, 1)
    expect(Math.hypot(...once)).toBeCloseTo(1, 4)
    expect([...twice]).toEqual([...once].map((value) => expect.closeTo(2 * value, 4)))
  })
})

describe('a file that is no such file', () => {
  it.each([
    ['is empty', (bytes: Uint8Array) => bytes.slice(0, 0)],
    ['is cut short', (bytes: Uint8Array) => bytes.slice(0, bytes.length - 1)],
    ['begins otherwise', (bytes: Uint8Array) => Uint8Array.from(bytes, (byte, at) => (at === 7 ? byte + 1 : byte))],
  ])('is refused when it %s', async (_, damage) => {
    const bytes = await readFile(new URL('../../src/language/word-vectors.bin', import.meta.url))
    expect(() => openWordVectors(damage(bytes))).toThrow()
  })
})
