import { Worker } from 'node:worker_threads'
import { afterEach, describe, expect, it } from 'vitest'
import { sourceId } from '../../src/domain/source.ts'
import { createMemoryIndex } from '../../src/index/memory/memory-index.ts'
import { openIndexThread } from '../../src/index/memory/segment-builder.ts'
import type { SavableIndex } from '../../src/index/port.ts'
import { isKnownWord } from '../../src/language/english/wink.ts'
import { askedInWords } from '../support/asked-in-words.ts'
import { analyser } from '../support/engine.ts'
import { writtenSource } from '../support/written-source.ts'

const text = (i: number): string =>
  `Ferry ${i} sank off the harbour, and its pilots fled. ${'A winter storm came. '.repeat(20)}`

/** Together more than is worth the start of a thread; each on its own far less. */
const sources = Array.from({ length: 60 }, (_, i) =>
  writtenSource(
    `s${i}`,
    [0, 1, 2, 3, 4, 5, 6, 7].map((at) => ({ text: text(8 * i + at), context: `Storm of ${i}` })),
  ),
)

const opened: SavableIndex[] = []
const openWith = (start?: () => Worker): SavableIndex => {
  const index = createMemoryIndex(analyser, isKnownWord, { thread: openIndexThread(start) })
  opened.push(index)
  return index
}
afterEach(async () => {
  for (const index of opened.splice(0)) await index.close()
})

const broken = (program: string): Worker => new Worker(program, { eval: true, stderr: true })

describe('a change too large for the event loop', () => {
  it('is made in a thread, and leaves what small ones do', async () => {
    const [threaded, here] = [openWith(), openWith(() => broken("throw new Error('no thread was needed')"))]
    await threaded.replace(sources)
    for (const source of sources) await here.replace([source])
    const { termsOf } = askedInWords({ index: here, analyser })
    for (const question of ['ferry 7', 'pilots fleeing 100', 'storms of winter 12']) {
      const ranking = await threaded.search(termsOf(question), { limit: 500 })
      expect(ranking).toEqual(await here.search(termsOf(question), { limit: 500 }))
      const passages = ranking.map(({ passage }) => passage)
      expect(await threaded.read(passages)).toEqual(await here.read(passages))
      const tokens = analyser.analyse(question)
      expect(await threaded.lookUp(tokens)).toEqual(await here.lookUp(tokens))
    }
    expect(await threaded.statistics()).toEqual(await here.statistics())
  })

  it('leaves the event loop to others', async () => {
    const index = openWith()
    let turns = 0
    const counting = setInterval(() => {
      turns += 1
    }, 1)
    await index.replace(sources)
    clearInterval(counting)
    expect(turns).toBeGreaterThan(20)
  })

  it('of one source is handed over in parts, and is one source', async () => {
    const index = openWith()
    const passages = sources.flatMap(({ passages: some }) => some).map(({ sentences }) => sentences[0]?.text ?? '')
    const whole = writtenSource('whole', passages)
    await index.replace([sources[0] ?? whole, whole])
    const { found, termsOf } = askedInWords({ index, analyser })
    expect(await found('ferry 333', 1)).toEqual(['whole:333'])
    const [hit] = await index.search(termsOf('ferry 333'), { limit: 1 })
    expect(hit?.passage).toEqual(whole.passages[333]?.passage)
    await index.remove(sourceId('whole'))
    expect(await index.statistics()).toMatchObject({ passages: 8 })
  })

  it.each([
    [
      'a defect',
      "require('node:worker_threads').parentPort.on('message', () => { throw new Error('a defect') })",
      'a defect',
    ],
    [
      'an end without a word',
      "require('node:worker_threads').parentPort.on('message', () => process.exit(1))",
      'ended',
    ],
    ['a defect at its start', "throw new Error('no start')", 'no start'],
  ])('is rejected alone when the thread ends by %s, and the next one is made', async (_, program, message) => {
    let starts = 0
    const index = openWith(() => {
      starts += 1
      return broken(program)
    })
    await index.replace([writtenSource('before', ['A lantern burned.'])])
    await expect(index.replace(sources)).rejects.toThrow(message)
    await expect(index.replace(sources)).rejects.toThrow(message)
    await index.replace([writtenSource('after', ['Another lantern.'])])
    const { found } = askedInWords({ index, analyser })
    expect(starts).toBe(2)
    expect((await found('lantern')).toSorted()).toEqual(['after:0', 'before:0'])
    expect(await found('ferry')).toEqual([])
    expect(await index.statistics()).toMatchObject({ passages: 2 })
  })

  it('is rejected when the index is closed meanwhile', async () => {
    const index = openWith()
    const replacing = index.replace(sources)
    const rejected = expect(replacing).rejects.toThrow('ended')
    await new Promise((resolve) => setTimeout(resolve, 50))
    await index.close()
    await rejected
  })
})
