import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sourceId } from '../../src/domain/source.ts'
import { createSharers } from '../../src/library/sharers.ts'

const step = fc.record({ adds: fc.boolean(), key: fc.nat(2), id: fc.constantFrom('a', 'b', 'c').map(sourceId) })

it('sources share a key from when they are added to when they are removed', () => {
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const sharers = createSharers()
      const expected = new Map<number, Set<string>>()
      for (const { adds, key, id } of steps) {
        const ids = expected.get(key) ?? new Set()
        expected.set(key, ids)
        if (adds) ids.add(id)
        else ids.delete(id)
        if (adds) sharers.add(key, id)
        else sharers.remove(key, id)
      }
      for (const [key, ids] of expected) expect([...sharers.of(key)].sort()).toEqual([...ids].sort())
    }),
  )
})
