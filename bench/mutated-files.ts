// Whether any file keeps others waiting while it is read: people's texts and Markdown, mutated in thousands of ways,
// each read as the first file of a folder is. Prints the longest time that one took of the event loop, in milliseconds
// of its thread (on Linux; elsewhere of the whole process), and what became of all. Fails where one took more than 200
// ms.
//
//   npx tsx bench/mutated-files.ts [FILES [SEED]]      20,000 and 4 when not said
import { readFileSync } from 'node:fs'
import { type PreparedSource, prepareSource } from '../src/app/prepared-source.ts'
import { inEnglish } from '../src/domain/message.ts'
import { openDocumentReader, type Preparation } from '../src/ingest/folder/document-reader.ts'
import type { Document } from '../src/ingest/read-document.ts'
import { decodeSource } from '../src/library/encoded-source.ts'
import { mutatedFiles } from '../tests/ingest/support/mutated-files.ts'
import { seeded } from './seeded.ts'

const longestStall = 200

const [files = 20_000, seed = 4] = process.argv.slice(2).map(Number)

const preparation: Preparation<PreparedSource> = {
  prepare: prepareSource,
  thread: new URL('../src/app/document-thread.ts', import.meta.url),
}
const inThread = openDocumentReader(preparation)

/** Milliseconds of a core that the main thread has taken. */
const taken = (): number => {
  if (process.platform !== 'linux') return process.cpuUsage().user / 1000
  return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
}

/** What the event loop reads of a document, and how long that takes it; null when it leaves it to the thread. */
const readHere = async (
  document: Document,
): Promise<{ milliseconds: number; read: Promise<PreparedSource> | null }> => {
  let isLeft = false
  // A reader of its own, since one that has read much leaves the rest to its thread.
  const reader = openDocumentReader(preparation, {
    spare: 0,
    start: () => {
      isLeft = true
      throw new Error('left to the thread')
    },
  })
  const before = taken()
  const read = reader.read(document)
  await read.catch(() => {})
  return { milliseconds: taken() - before, read: isLeft ? null : read }
}

const outcomes = new Map<string, number>()
const count = (outcome: string): void => void outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)

const stalls: { readonly path: string; readonly milliseconds: number }[] = []
for (const document of mutatedFiles(files, seeded(seed))) {
  const { milliseconds, read } = await readHere(document)
  stalls.push({ path: document.path, milliseconds })
  try {
    const { encoded } = await (read ?? inThread.read(document))
    const warnings = decodeSource(encoded.bytes).origin.warnings.map(inEnglish)
    const asText = warnings.some((warning) => warning.startsWith('Its Markdown'))
    count(`read ${asText ? 'as plain text ' : ''}${read ? 'on the event loop' : 'in the thread'}`)
  } catch (error) {
    count(`refused: ${(error as Error).message}`)
  }
}
await inThread.close()

console.log(`${files} files, seed ${seed}`)
for (const [outcome, number] of outcomes) console.log(`${number} ${outcome}`)
// The first ones load what all need.
const slowest = stalls.toSorted((a, b) => b.milliseconds - a.milliseconds).slice(0, 5)
console.log('Longest on the event loop:')
for (const { path, milliseconds } of slowest) console.log(`${milliseconds.toFixed(0)} ms  ${path}`)
if ((slowest[0]?.milliseconds ?? 0) > longestStall) process.exitCode = 1
