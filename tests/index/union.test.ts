import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { learnedWeights } from '../../src/answer/weights.ts'
import { loadWordVectors } from '../../src/app/load-word-vectors.ts'
import { citingIn } from '../../src/citation/citation.ts'
import type { Source, SourceId } from '../../src/domain/source.ts'
import { indexedSource } from '../../src/index/indexed-source.ts'
import type { IndexedSource, PackedSource, PassageIndex } from '../../src/index/port.ts'
import { unionIndex } from '../../src/index/union.ts'
import { memoryLibrary } from '../../src/library/memory.ts'
import type { Library } from '../../src/library/port.ts'
import { unionLibrary } from '../../src/library/union.ts'
import { createQuoth, type Quoth } from '../../src/quoth.ts'
import { libraryContract } from '../contracts/library.ts'
import { passageIndexContract } from '../contracts/passage-index.ts'
import { analyser, emptyIndex, sourceOf } from '../support/engine.ts'

const partOf = (id: SourceId, parts: number): number =>
  [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % parts

/** Three indexes as one, each source in one of them. */
const spreadIndex = (): PassageIndex => {
  const parts = [emptyIndex(), emptyIndex(), emptyIndex()]
  return {
    ...unionIndex(parts),
    replace: async (sources: readonly (IndexedSource | PackedSource)[]) => {
      for (const [at, part] of parts.entries())
        await part.replace(sources.filter(({ source }) => partOf(source, parts.length) === at))
    },
    remove: async (source) => void (await Promise.all(parts.map((part) => part.remove(source)))),
  }
}

/** Three libraries as one, each source in one of them. */
const spreadLibrary = (): Library => {
  const parts = [memoryLibrary(), memoryLibrary(), memoryLibrary()]
  return {
    ...unionLibrary(parts),
    put: async (source) => parts[partOf(source.id, parts.length)]?.put(source),
    remove: async (id) => void (await Promise.all(parts.map((part) => part.remove(id)))),
  }
}

passageIndexContract('a union of three indexes', () => ({ index: spreadIndex(), analyser }), false)
libraryContract('a union of three libraries', async () => spreadLibrary())

describe('the seeds on three shelves', async () => {
  const folder = join(import.meta.dirname, '../../seeds')
  const files = (await readdir(folder)).filter((name) => name.endsWith('.txt'))
  const sources: readonly Source[] = await Promise.all(
    files.map(async (name) => sourceOf(name, await readFile(join(folder, name), 'utf8'))),
  )
  const vectors = await loadWordVectors()

  const quothOver = async (shelves: readonly (readonly Source[])[]): Promise<Quoth> => {
    const opened = await Promise.all(
      shelves.map(async (on) => {
        const [library, index] = [memoryLibrary(), emptyIndex()]
        for (const source of on) await library.put(source)
        await index.replace(on.map(indexedSource))
        return { library, index }
      }),
    )
    const library = unionLibrary(opened.map((each) => each.library))
    const index = unionIndex(opened.map((each) => each.index))
    return createQuoth({
      library,
      index,
      analyser,
      vectors,
      weights: learnedWeights,
      byMeaning: undefined,
      cite: citingIn(library),
    })
  }

  it.each([
    'Who was arrested in Turkey?',
    'What do rights groups say about the violence?',
    'How many people died in the attack?',
    'What did the minister of police say?',
    'Where do the suspects come from?',
    'Uighur separatists',
    'What is the price of bitcoin?',
    'arested militants',
    'Who blamed the East Turkestan Islamic Movement?',
    '"rights groups" -market',
    'XUAR',
    'When did the train leave?',
  ])('answer %s as they do on one', async (question) => {
    const one = await quothOver([sources])
    const three = await quothOver([sources.slice(0, 2), sources.slice(2, 3), sources.slice(3)])
    expect(await three.ask(question, { explain: true })).toEqual(await one.ask(question, { explain: true }))
  })

  it('are listed page by page as they are on one', async () => {
    const one = await quothOver([sources])
    const three = await quothOver([[...sources].reverse().slice(0, 2), [...sources].reverse().slice(2), []])
    for (const from of [0, 1, 3, 9])
      expect((await three.sources({ from, count: 2 })).cards).toEqual((await one.sources({ from, count: 2 })).cards)
  })
})
