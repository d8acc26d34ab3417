import { describe, expect, it } from 'vitest'
import { createGroupedWrites } from '../../src/state/database.ts'

/** Writes into a list of what was kept, a group in each; `fails` makes the commit of a group fail. */
const writesInto = (kept: string[][], fails: (group: readonly string[]) => boolean = () => false) => {
  let open: string[] | null = null
  const turn = () => new Promise((resolve) => setTimeout(resolve, 2))
  const { write, settled } = createGroupedWrites({
    begin: async () => {
      await turn()
      if (open !== null) throw new Error('a transaction within another')
      open = []
    },
    commit: async () => {
      await turn()
      if (fails(open ?? [])) throw new Error('the disk is full')
      kept.push(open ?? [])
      open = null
    },
    rollback: async () => {
      open = null
    },
  })
  return {
    settled,
    put: (item: string) =>
      write(() => {
        if (item === 'defect') throw new Error('a defect')
        open?.push(item)
        return item.toUpperCase()
      }),
  }
}

describe('grouped writes', () => {
  it('are kept in the order in which they came, those that came meanwhile together', async () => {
    const kept: string[][] = []
    const { put, settled } = writesInto(kept)
    const first = put('a')
    await new Promise((resolve) => setTimeout(resolve, 1))
    expect(await Promise.all([first, put('b'), put('c')])).toEqual(['A', 'B', 'C'])
    await put('d')
    // No transaction is begun for nothing.
    await settled()
    expect(kept).toEqual([['a'], ['b', 'c'], ['d']])
  })

  it('resolve after they were kept, and not before', async () => {
    const kept: string[][] = []
    const { put, settled } = writesInto(kept)
    await put('a').then(() => expect(kept).toEqual([['a']]))
    void put('b')
    await settled()
    expect(kept.flat()).toEqual(['a', 'b'])
  })

  it('fail together, and leave the next ones alone', async () => {
    const kept: string[][] = []
    const { put } = writesInto(kept, (group) => group.includes('large'))
    const group = await Promise.allSettled([put('a'), put('large')])
    expect(group.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    const defect = await Promise.allSettled([put('defect'), put('b')])
    expect(defect).toMatchObject([{ reason: new Error('a defect') }, { reason: new Error('a defect') }])
    await put('c')
    expect(kept).toEqual([['c']])
  })
})
