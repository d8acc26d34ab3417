import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seeded } from '../../bench/seeded.ts'
import { countStories } from '../../src/copies/find-relatives.ts'
import { relationsOf, type Sketched } from '../../src/copies/relatives.ts'
import { rememberSketches, sketchOf } from '../../src/copies/sketch.ts'
import { engineOver, sourceOf } from '../support/engine.ts'

const words = ['harbour', 'ship', 'ice', 'pilot', 'council', 'lantern', 'gale', 'cargo', 'dock', 'tide', 'rope', 'crew']
const random = seeded(7)
const word = (): string => `${words[Math.floor(random() * words.length)]}${Math.floor(random() * 40)}`
const sentences = (count: number): readonly string[] =>
  Array.from({ length: count }, () => `The ${Array.from({ length: 14 }, word).join(' ')}.`)
const sketch = (id: string, text: string) => sketchOf(sourceOf(`${id}.txt`, text))
const entry = async (id: string, text: string): Promise<Sketched> => ({ id, sketch: await sketch(id, text) })
const entries = (texts: readonly string[]) => Promise.all(texts.map((text, at) => entry(`o${at}`, text)))
const closest = async (text: string, others: readonly Sketched[]) => {
  const [first] = await relationsOf(await sketch('new', text), others)
  return first?.kind === 'same-story' ? { id: first.to.id, containment: first.containment } : null
}
/** The same with every fiftieth word changed. */
const edited = (text: string): string => text.replace(/\w+/g, (each) => (random() < 0.02 ? 'changed' : each))

describe('a copy', () => {
  it('is found cut to half with every fiftieth word changed: 98 of 100', async () => {
    const originals = Array.from({ length: 100 }, () => sentences(24))
    const others = await entries(originals.map((text) => text.join(' ')))
    let found = 0
    for (const [at, text] of originals.entries()) {
      const copy = await closest(edited(text.slice(6, 18).join(' ')), others)
      if (copy?.id === `o${at}`) found += 1
    }
    expect(found).toBeGreaterThanOrEqual(98)
  })

  it('is none of what only has the same beginning and end as many others', async () => {
    const form = sentences(6).join(' ')
    const others = await entries(Array.from({ length: 12 }, () => `${form} ${sentences(8).join(' ')}`))
    expect(await closest(`${form} ${sentences(8).join(' ')}`, others)).toBeNull()
  })

  it('is none of another text, and none of one of a few words', async () => {
    const others = await entries([sentences(20).join(' '), 'Nobody saw it.'])
    expect(await closest(sentences(20).join(' '), others)).toBeNull()
    expect(await closest('Nobody saw it.', others)).toBeNull()
  })

  it('is itself, whole, whatever it says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 12, max: 60 }), async (count) => {
        const text = sentences(count).join(' ')
        expect(await closest(text, [await entry('old', text)])).toEqual({ id: 'old', containment: 1 })
      }),
      { numRuns: 20 },
    )
  })

  it('is none among the documents that ship with Quoth', async () => {
    const folder = join(import.meta.dirname, '../../seeds')
    const names = (await readdir(folder)).filter((name) => name.endsWith('.txt'))
    const { quoth } = await engineOver(
      Object.fromEntries(
        await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
      ),
    )
    for (const { id } of (await quoth.sources()).cards) expect(await quoth.relatives(id)).toEqual([])
  })
})

describe('the relatives of a source in a library', () => {
  const story = sentences(24)
  const library = (): Promise<Awaited<ReturnType<typeof engineOver>>> =>
    engineOver({
      'report.txt': story.join(' '),
      'copy.txt': edited(story.slice(4, 16).join(' ')),
      'excerpt.txt': `${sentences(10).join(' ')} ${story.slice(0, 4).join(' ')} ${sentences(10).join(' ')}`,
      ...Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`other-${at}.txt`, sentences(20).join(' ')])),
    })

  it('are what tells the same story, then what has a passage of it', async () => {
    const { quoth } = await library()
    const relatives = await quoth.relatives('report')
    expect(relatives.map(({ source, kind }) => [source, kind])).toEqual([
      ['copy', 'same-story'],
      ['excerpt', 'shared-passage'],
    ])
    expect((await quoth.relatives('copy'))[0]).toMatchObject({ source: 'report', kind: 'same-story' })
    expect(await quoth.relatives('other-3')).toEqual([])
  })

  it('are found among other stories in 98 of 100 copies cut to half with every fiftieth word changed', async () => {
    const originals = Array.from({ length: 100 }, () => sentences(24))
    const engine = await engineOver(
      Object.fromEntries(originals.map((text, at) => [`o${at}.txt`, text.join(' ')] as const)),
    )
    let found = 0
    for (const [at, text] of originals.entries()) {
      await engine.put('new.txt', edited(text.slice(6, 18).join(' ')))
      const [first] = await engine.quoth.relatives('new')
      if (first?.source === `o${at}` && first.kind === 'same-story') found += 1
    }
    expect(found).toBeGreaterThanOrEqual(98)
  })

  it('count as one story', async () => {
    const sources = [
      sourceOf('a.txt', story.join(' ')),
      sourceOf('b.txt', sentences(20).join(' ')),
      sourceOf('c.txt', story.slice(0, 14).join(' ')),
    ]
    expect(await countStories(sources, rememberSketches())).toBe(2)
    expect(await countStories([...sources].reverse(), rememberSketches())).toBe(2)
  })
})
