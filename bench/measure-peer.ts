// Measures one engine and prints a measurement as JSON; bench/run.ts starts a process of this for each.
//
//   node --import tsx --expose-gc bench/measure-peer.ts ENGINE DIR QUESTIONS SIZE      SIZE 0: the collection itself
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCollection } from '../src/tools/collection.ts'
import { evenSample } from '../src/tools/eval.ts'
import { percentile } from '../src/tools/report.ts'
import { generateTexts } from './generate-texts.ts'
import type { Measurement } from './measurement.ts'
import type { Peer, Searching } from './peers/peer.ts'

/** Loaded only when measured, so that the memory of its code counts as its own. */
const peers: { readonly [name: string]: () => Promise<Peer> } = {
  quoth: async () => (await import('./peers/quoth.ts')).quoth,
  'quoth-with-meaning': async () => (await import('./peers/quoth.ts')).quothWithMeaning(size !== '0'),
  lunr: async () => (await import('./peers/lunr.ts')).plainLunr,
  'lunr-pipelined': async () => (await import('./peers/lunr.ts')).pipelinedLunr,
  minisearch: async () => (await import('./peers/minisearch.ts')).minisearch,
  flexsearch: async () => (await import('./peers/flexsearch.ts')).flexsearch,
  fts5: async () => (await import('./peers/fts5.ts')).fts5,
}

/** Results that are looked at, and questions that warm an engine up. */
const limit = 10
const warmingUp = 50

const mebibytes = (bytes: number): number => Math.round((bytes / 2 ** 20) * 10) / 10

const heldNow = (): number => {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

const timed = async <T>(work: () => Promise<T>): Promise<{ readonly made: T; readonly took: number }> => {
  const begun = performance.now()
  const made = await work()
  return { made, took: performance.now() - begun }
}

const [name = '', folder = '', questionCount = '', size = ''] = process.argv.slice(2)
const { documents, questions } = readCollection(folder)
const texts =
  size === '0'
    ? documents.map(({ id, title, text }) => ({ id, document: id, title, text }))
    : generateTexts(documents, Number(size))
const asked = evenSample(questions, Number(questionCount))
const scratch = await mkdtemp(join(tmpdir(), 'quoth-bench-'))
try {
  const before = heldNow()
  const load = peers[name]
  if (load === undefined) throw new Error(`There is no engine ${name}`)
  const peer = await load()
  const { made: engine, took: build } = await timed(() => peer.build(texts, scratch))
  const held = heldNow() - before
  const ask = (on: Searching, question: string): Promise<unknown> =>
    on.answer ? on.answer(question) : on.search(question, limit)
  // With others than those that are timed, so that no engine answers from memory.
  const others = questions.filter((question) => !asked.includes(question))
  for (const { text } of (others.length < warmingUp ? asked : others).slice(0, warmingUp)) await ask(engine, text)
  const times: number[] = []
  for (const { text } of asked) times.push((await timed(() => ask(engine, text))).took)
  const rankings: { [question: string]: string[] } = {}
  // Nobody judged the generated texts.
  if (size === '0') for (const { id, text } of asked) rankings[id] = [...(await engine.search(text, limit))]
  await engine.save?.()
  const loading = await timed(async () => {
    const loaded = await engine.load?.()
    if (loaded) await ask(loaded, asked[0]?.text ?? '')
    return loaded
  })
  await loading.made?.close?.()
  await engine.close?.()
  const result: Measurement = {
    build,
    load: loading.made ? loading.took : null,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
    held: mebibytes(held),
    peak: mebibytes(process.resourceUsage().maxRSS * 1024),
    rankings,
  }
  process.stdout.write(JSON.stringify(result))
} finally {
  await rm(scratch, { recursive: true, force: true })
}
