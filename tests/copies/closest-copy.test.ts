import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seeded } from '../../bench/seeded.ts'
import { closestCopy } from '../../src/copies/closest-copy.ts'
import { sketchOf } from '../../src/copies/sketch.ts'
import { type SourceId, sourceId } from '../../src/domain/source.ts'
import { sourceOf } from '../support/engine.ts'

const words = ['harbour', 'ship', 'ice', 'pilot', 'council', 'lantern', 'gale', 'cargo', 'dock', 'tide', 'rope', 'crew']
const random = seeded(7)
const word = (): string => `${words[Math.floor(random() * words.length)]}${Math.floor(random() * 40)}`
const sentences = (count: number): readonly string[] =>
  Array.from({ length: count }, () => `The ${Array.from({ length: 14 }, word).join(' ')}.`)
const sketch = (id: string, text: string) => sketchOf(sourceOf(`${id}.txt`, text))
const entry = (id: string, text: string): readonly [SourceId, ReturnType<typeof sketch>] => [
  sourceId(id),
  sketch(id, text),
]

describe('a copy', () => {
  it('is found cut to half with every fiftieth word changed: 98 of 100', async () => {
    const originals = Array.from({ length: 100 }, () => sentences(24))
    const others = originals.map((text, at) => entry(`o${at}`, text.join(' ')))
    let found = 0
    for (const [at, text] of originals.entries()) {
      const half = text
        .slice(6, 18)
        .join(' ')
        .replace(/\w+/g, (each) => (random() < 0.02 ? 'changed' : each))
      const copy = await closestCopy(sketch('copy', half), others)
      if (copy?.id === `o${at}`) found += 1
    }
    expect(found).toBeGreaterThanOrEqual(98)
  })

  it('is none of what only has the same beginning and end as many others', async () => {
    const form = sentences(6).join(' ')
    const others = Array.from({ length: 12 }, (_, at) => entry(`o${at}`, `${form} ${sentences(8).join(' ')}`))
    expect(await closestCopy(sketch('new', `${form} ${sentences(8).join(' ')}`), others)).toBeNull()
  })

  it('is none of another text, and none of one of a few words', async () => {
    const others = [entry('a', sentences(20).join(' ')), entry('b', 'Nobody saw it.')]
    expect(await closestCopy(sketch('c', sentences(20).join(' ')), others)).toBeNull()
    expect(await closestCopy(sketch('d', 'Nobody saw it.'), others)).toBeNull()
  })

  it('is itself, whole, whatever it says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 12, max: 60 }), async (count) => {
        const text = sentences(count).join(' ')
        expect(await closestCopy(sketch('new', text), [entry('old', text)])).toEqual({ id: 'old', containment: 1 })
      }),
      { numRuns: 20 },
    )
  })

  it('is none among the documents that ship with Quoth', async () => {
    const folder = join(import.meta.dirname, '../../seeds')
    const names = (await readdir(folder)).filter((name) => name.endsWith('.txt'))
    const seeds = await Promise.all(names.map(async (name) => entry(name, await readFile(join(folder, name), 'utf8'))))
    for (const [id, of] of seeds)
      expect(
        await closestCopy(
          of,
          seeds.filter(([other]) => other !== id),
        ),
      ).toBeNull()
  })
})
