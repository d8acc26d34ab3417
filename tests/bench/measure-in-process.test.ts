import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isMeasured } from '../../bench/bench-run.ts'
import { measureInProcess } from '../../bench/measure-in-process.ts'
import { readCollection } from '../../src/tools/collection.ts'
import { collectionFolder } from '../support/collection-folder.ts'
import type { LibraryFolder } from '../support/library-folder.ts'

let folder: LibraryFolder
beforeAll(async () => {
  folder = await collectionFolder({
    corpus: [
      { _id: 'ships', title: 'Ships', text: 'Forty ships waited in the harbour.' },
      { _id: 'mill', title: 'Mills', text: 'The mill burnt down.' },
    ],
    queries: [
      { _id: 'q1', text: 'How many ships waited?' },
      { _id: 'q2', text: 'Did the mill burn?' },
    ],
    qrels: [
      ['q1', 'ships', 1],
      ['q2', 'ships', 1],
    ],
  })
})
afterAll(() => folder.discard())

describe('measuring an engine in its own process', () => {
  it('gives its costs, and its quality by the judgements', async () => {
    const { questions } = readCollection(folder.path)
    const figures = await measureInProcess('fts5', folder.path, 2, 0, questions)
    if (!isMeasured(figures)) throw new Error(figures.failed)
    const { engine, quality, load, ...costs } = figures
    expect(engine).toBe('fts5')
    // The second question finds the mill, and then the ships by their “the”, which the judgement asks for.
    expect(quality).toMatchObject({ hit1: 0.5, mrr10: 0.75 })
    expect(load).toBeGreaterThan(0)
    for (const cost of ['build', 'p50', 'p95', 'p99', 'peak'] as const) expect(costs[cost]).toBeGreaterThan(0)
  })

  it('says what went wrong in it', async () => {
    const failed = 'Error: There is no engine none'
    expect(await measureInProcess('none', folder.path, 2, 0, [])).toEqual({ engine: 'none', failed })
  })
})
