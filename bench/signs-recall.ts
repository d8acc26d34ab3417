// How many of the nearest vectors are among those with the closest signs, which alone are compared in a large library:
// over all passages and sentences of collections, and over more that are put together from these: two of one document's
// title, and noise (a third text's direction, and white), so much that the nearest real one is as near as in the sets.
//
//   npx tsx bench/signs-recall.ts DIR ...      DIRs in BEIR layout, whose vectors are made and kept when they are not yet

import { sourceId } from '../src/domain/source.ts'
import { passagesOf } from '../src/language/passages.ts'
import type { Place } from '../src/meaning/nearest.ts'
import { closestBySigns } from '../src/meaning/nearest.ts'
import { createVectorRows } from '../src/meaning/vector-rows.ts'
import { dimensions, lengthOf, quantise } from '../src/meaning/vectors.ts'
import { readCollection } from '../src/tools/collection.ts'
import { sourceOfDocument } from '../src/tools/source-of-document.ts'
import { openCachedEncoder } from './cached-encoder.ts'
import { seeded } from './seeded.ts'

const depth = 20
const questionsAsked = 300
/** Weights of the two texts and of each noise. */
const [ofTexts, ofNoise] = [0.625, 0.525]

const encoder = await openCachedEncoder()
const vectorOf = async (text: string, kind: 'question' | 'passage'): Promise<Int8Array> => {
  const vector = await encoder.encode(text, kind)
  if (vector === null) throw new Error('The encoder is gone')
  return vector
}
const random = seeded(77)
const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T
const gaussian = (): number => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random())

const texts = new Map<string, string>()
const questions: string[] = []
for (const folder of process.argv.slice(2)) {
  const collection = readCollection(folder)
  for (const document of collection.documents) {
    const source = sourceOfDocument(document)
    const title = source.record.title ?? ''
    for (const { start, end, sentences } of passagesOf(source)) {
      texts.set([title, source.text.slice(start, end)].filter(Boolean).join('. '), title)
      for (const span of sentences) texts.set(source.text.slice(span.start, span.end), title)
    }
  }
  questions.push(...collection.questions.map(({ text }) => text))
}
const real: Int8Array[] = []
const byTitle = new Map<string, Int8Array[]>()
for (const [text, title] of texts) {
  const vector = await vectorOf(text, 'passage')
  real.push(vector)
  byTitle.set(title, [...(byTitle.get(title) ?? []), vector])
}
const titles = [...texts.values()]
const asked = await Promise.all(Array.from({ length: questionsAsked }, () => vectorOf(pick(questions), 'question')))
await encoder.close()

const mixed = (): Int8Array => {
  const own = byTitle.get(pick(titles)) ?? real
  const [a, b, noise] = [pick(own), pick(own), pick(real)]
  const share = (vector: Int8Array, at: number): number => (vector[at] as number) / lengthOf(vector)
  return quantise(
    Float32Array.from(
      { length: dimensions },
      (_, at) =>
        ofTexts * (share(a, at) + share(b, at)) + ofNoise * (share(noise, at) + gaussian() / Math.sqrt(dimensions)),
    ),
  )
}

const rows = createVectorRows()
const places: Place[] = []
const addAll = (vectors: readonly Int8Array[]): void => {
  for (const vector of vectors) {
    const row = places.length
    rows.set(row, vector)
    places.push({ source: sourceId('s'), version: 'v', ordinal: row, row })
  }
}
const measure = (compared: number): void => {
  let [first, twenty] = [0, 0]
  for (const vector of asked) {
    const closest = closestBySigns(places, rows, vector, compared)
    const length = lengthOf(vector)
    const near = places
      .map(({ row }) => ({ row, cosine: rows.cosine(vector, length, row) }))
      .sort((a, b) => b.cosine - a.cosine)
      .slice(0, depth)
    const held = new Set(closest.map(({ row }) => row))
    if (held.has(near[0]?.row ?? -1)) first++
    twenty += near.filter(({ row }) => held.has(row)).length / depth
  }
  const share = (count: number): string => (count / asked.length).toFixed(3)
  console.log(`${places.length} vectors, the closest ${compared}: the nearest ${share(first)}, of 20 ${share(twenty)}`)
}

addAll(real)
for (const share of [0.01, 0.02, 0.04]) measure(Math.round(real.length * share))
measure(2000)
addAll(Array.from({ length: Math.max(0, 100_000 - real.length) }, mixed))
for (const compared of [1000, 2000, 4000]) measure(compared)
