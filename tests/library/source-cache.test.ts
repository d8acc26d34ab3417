import { describe, expect, it } from 'vitest'
import { sourceId } from '../../src/domain/source.ts'
import { createSourceCache } from '../../src/library/memory.ts'
import { plainSource } from '../support/plain-source.ts'

/** Room for so many short sources; `ask` says whether a source was cached, which it is from then on. */
const open = (sources: number) => {
  const cache = createSourceCache(sources * 2010)
  return (name: string, length = 10): boolean => {
    if (cache.get(sourceId(name)) !== undefined) return true
    cache.set(sourceId(name), plainSource({ id: name, text: 'a'.repeat(length) }))
    return false
  }
}

describe('the cache of sources', () => {
  it('drops what was not asked for the longest when all are too long together', () => {
    const ask = open(3)
    for (const name of ['a', 'b', 'c']) expect(ask(name)).toBe(false)
    expect([ask('a'), ask('d')]).toEqual([true, false])
    expect([ask('a'), ask('c'), ask('d'), ask('b')]).toEqual([true, true, true, false])
  })

  it('keeps the last one even when it alone is too long', () => {
    const ask = open(3)
    expect([ask('small'), ask('large', 10_000), ask('large'), ask('small')]).toEqual([false, false, true, false])
    expect(ask('large', 10_000)).toBe(false)
  })
})
