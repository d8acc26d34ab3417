import { describe, expect, it } from 'vitest'
import { type Source, sourceId } from '../../src/domain/source.ts'
import { recentSources } from '../../src/library/memory.ts'
import { plainSource } from '../support/plain-source.ts'

/** Room for so many short sources. */
const open = (sources: number) => {
  const decoded: string[] = []
  const recent = recentSources(sources * 2010)
  const ask = (name: string, length = 10): Source | undefined =>
    recent.get(sourceId(name), () => {
      decoded.push(name)
      return plainSource({ id: name, text: 'a'.repeat(length) })
    })
  return { ask, decoded, forget: (name: string) => recent.forget(sourceId(name)) }
}

describe('recent sources', () => {
  it('are decoded once', () => {
    const { ask, decoded } = open(3)
    expect(ask('a')).toBe(ask('a'))
    expect(decoded).toEqual(['a'])
  })

  it('give way when they are too long together, the one not asked for the longest first', () => {
    const { ask, decoded } = open(3)
    for (const name of ['a', 'b', 'c', 'a', 'd']) ask(name)
    expect(decoded).toEqual(['a', 'b', 'c', 'd'])
    for (const name of ['a', 'c', 'd', 'b']) ask(name)
    expect(decoded).toEqual(['a', 'b', 'c', 'd', 'b'])
  })

  it('keep the last one even when it alone is too long', () => {
    const { ask, decoded } = open(3)
    ask('small')
    ask('large', 10_000)
    ask('large', 10_000)
    ask('small')
    expect(decoded).toEqual(['small', 'large', 'small'])
  })

  it('are decoded anew once they are forgotten, and then fit again', () => {
    const { ask, decoded, forget } = open(3)
    for (const name of ['a', 'b', 'c']) ask(name)
    forget('a')
    forget('nobody')
    for (const name of ['d', 'b', 'c', 'a']) ask(name)
    expect(decoded).toEqual(['a', 'b', 'c', 'd', 'a'])
  })

  it('keep nothing of one that cannot be decoded', () => {
    const recent = recentSources()
    const source = plainSource({ id: 'a', text: 'a' })
    expect(recent.get(source.id, () => undefined)).toBeUndefined()
    expect(recent.get(source.id, () => source)).toBe(source)
  })
})
