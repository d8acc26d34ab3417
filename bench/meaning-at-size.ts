// What it costs to compare a question with many passages: time and memory by the number of passages of three
// sentences each, with vectors drawn at random in the place of the encoder's.
//
//   node --expose-gc --import tsx bench/meaning-at-size.ts [PASSAGES ...]      2000, 20000 and 100000 when not said
import { type Source, sourceId } from '../src/domain/source.ts'
import type { Encoder } from '../src/meaning/encoder.ts'
import { createMeaningIndex } from '../src/meaning/meaning-index.ts'
import { dimensions } from '../src/meaning/vectors.ts'
import { sourceOfDocument } from '../src/tools/source-of-document.ts'
import { seeded } from './seeded.ts'

const passagesASource = 50
const questions = 200
const random = seeded(21)

const vector = (): Int8Array => Int8Array.from({ length: dimensions }, () => Math.round((random() - 0.5) * 254))
const encoder: Encoder = {
  model: 'random',
  isUsable: () => true,
  encode: async () => vector(),
  close: async () => {},
}
/** Forty words, so that no two paragraphs share a passage. */
const sentence = (n: number): string => `Number ${n} ${'has words of no meaning '.repeat(9)}in it.`
const sourceOf = (n: number): Source =>
  sourceOfDocument({
    id: `source-${n}`,
    title: `Source ${n}`,
    text: Array.from({ length: passagesASource }, (_, i) =>
      [0, 1, 2].map((k) => sentence(n * 1000 + i * 10 + k)).join(' '),
    ).join('\n\n'),
  })

const heldMegabytes = (): number => {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 2 ** 20
}

const sizes = process.argv.slice(2).map(Number)
for (const size of sizes.length > 0 ? sizes : [2000, 20_000, 100_000]) {
  const before = heldMegabytes()
  const index = createMeaningIndex(encoder, async (id) => sourceOf(Number(String(id).slice(7))), null)
  for (let n = 0; n < size / passagesASource; n++) index.put(sourceId(`source-${n}`))
  await index.settled()
  const held = heldMegabytes() - before
  const times: number[] = []
  for (let n = 0; n < questions; n++) {
    const begun = performance.now()
    await index.compare(`question ${n}`, { limit: 20 })
    times.push(performance.now() - begun)
  }
  times.sort((a, b) => a - b)
  const at = (share: number): string => (times[Math.floor(share * (times.length - 1))] as number).toFixed(1)
  console.log(`${index.encoded()} passages: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, ${held.toFixed(0)} MB`)
  await index.close()
}
