import { describe, expect, it } from 'vitest'
import type { SavableIndex } from '../../src/index/port.ts'
import { analyser, emptyIndex } from '../support/engine.ts'
import { expectGrowth } from '../support/growth.ts'
import { writtenSource } from '../support/written-source.ts'

const rare = 20

/** An index of `passages` passages, of which some hold `zarvento` and all hold `ferry`. */
const indexOf = async (passages: number): Promise<SavableIndex> => {
  const index = emptyIndex()
  const texts = Array.from({ length: passages }, (_, i) => (i < rare ? 'Zarvento ferry' : `x${i % 100} ferry`))
  await index.replace([writtenSource('a', texts)])
  return index
}

describe('a search', () => {
  it('costs what its matches cost, not what the library holds', async () => {
    const [few, many] = [500, 16_000]
    const indexes = new Map([
      [few, await indexOf(few)],
      [many, await indexOf(many)],
    ])
    const [term] = analyser.analyse('zarvento').map((token) => ({ term: token.term, weight: 1 }))
    const search = async (passages: number): Promise<void> => {
      for (let i = 0; i < 200; i++) {
        const ranking = await indexes.get(passages)?.search(term ? [term] : [], { limit: 30 })
        expect(ranking).toHaveLength(rare)
      }
    }
    await expectGrowth(search, { size: few, factor: many / few, below: 4 })
    for (const index of indexes.values()) await index.close()
  })
})
