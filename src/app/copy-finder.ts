import { LRUCache } from 'lru-cache'
import { createTurns } from '../concurrency/turns.ts'
import { closestCopy } from '../copies/closest-copy.ts'
import { type Sketch, sketchOf } from '../copies/sketch.ts'
import type { CuratedLibraries } from '../curation/curator.ts'
import type { SourceId } from '../domain/source.ts'
import type { Libraries } from './libraries.ts'

/** Numbers of sketches that are remembered: some 16,000 sources of 500 words, in 8 MB. */
const maxNumbers = 2_000_000

/**
 * @param sourcesFor the sources that an audience may see
 * @returns finds the source of a library that tells the story of another one: only among what the audience may see
 */
export const createCopyFinder = (sourcesFor: Libraries['sourcesFor']): CuratedLibraries['copyOf'] => {
  const sketches = new LRUCache<string, Sketch>({
    maxSize: maxNumbers,
    sizeCalculation: (sketch) => sketch.length + 1,
  })
  return async (library, audience, id) => {
    const turn = createTurns()
    const all = new Map<SourceId, Sketch>()
    const titles = new Map<SourceId, string>()
    for (const shelf of await sourcesFor(library, audience))
      for (const card of await shelf.list()) {
        const key = `${card.id} ${card.words} ${card.path}`
        let sketch = card.id === id ? undefined : sketches.get(key)
        if (sketch === undefined) {
          const source = await shelf.get(card.id)
          if (source === undefined) continue
          sketch = sketchOf(source)
          sketches.set(key, sketch)
        }
        all.set(card.id, sketch)
        titles.set(card.id, card.titleShown)
        await turn()
      }
    const own = all.get(id)
    if (own === undefined) return null
    all.delete(id)
    const copy = await closestCopy(own, all)
    return copy && { source: copy.id, title: titles.get(copy.id) ?? copy.id, containment: copy.containment }
  }
}
