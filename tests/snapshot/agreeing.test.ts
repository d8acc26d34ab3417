import { describe, expect, it } from 'vitest'
import { sourceId } from '../../src/domain/source.ts'
import { agreeing } from '../../src/snapshot/agreeing.ts'

const id = sourceId
const source = (name: string, version: string) => ({ id: id(name), version, bytes: new Uint8Array() })
const state = (name: string, refusal: string | null = null) =>
  [`${name}.txt`, { id: id(name), fingerprint: '', hash: '', refusal }] as const

describe('what library, index and documents agree on', () => {
  it('is everything, when the snapshot was taken between changes', () => {
    const documents = new Map([state('a'), state('b', 'It is empty.')])
    expect(agreeing([source('a', '1')], documents, new Map([[id('a'), '1']]))).toEqual({
      sources: [source('a', '1')],
      documents,
      onlyIndexed: [],
    })
  })

  it.each([
    ['indexed in another version', [source('a', '1')], [state('a')], [[id('a'), '2']], [id('a')]],
    ['not indexed yet', [source('a', '1')], [state('a')], [], []],
    ['not in the library yet', [], [state('a')], [[id('a'), '1']], [id('a')]],
    ['not told yet', [source('a', '1')], [], [[id('a'), '1']], [id('a')]],
  ] as const)('is nothing of a document that was %s', (_, sources, documents, indexed, onlyIndexed) => {
    expect(agreeing(sources, new Map(documents), new Map(indexed))).toEqual({
      sources: [],
      documents: new Map(),
      onlyIndexed,
    })
  })
})
