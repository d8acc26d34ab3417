// What libraries that people fill cost: ten thousand of them on one host, a file added to a large one, and many files at
// once. Prints, for each, how long it took and what the event loop and the memory went through.
//
//   npx tsx bench/stored-libraries.ts many [LIBRARIES]     10,000 when not said
//   npx tsx bench/stored-libraries.ts large [PASSAGES]     100,000
//   npx tsx bench/stored-libraries.ts files [FILES]        1,000
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { openBotData, openLibraries } from '../src/app/compose.ts'
import type { GivenFile } from '../src/domain/curation.ts'
import { documentId, everyone, type LibraryId, visibleToAll } from '../src/domain/stored-document.ts'
import { percentile } from '../src/tools/report.ts'
import { generateTexts } from './generate-texts.ts'
import { readOwnQuestions } from './own-questions.ts'

const { sources, questions } = readOwnQuestions(join(import.meta.dirname, 'questions', 'held'))
const written = sources.map(({ id, text, titleShown }) => ({ id, text, title: titleShown }))

/** A text of so many passages. */
const textOf = (passages: number): string =>
  generateTexts(written, passages)
    .map(({ text }) => text)
    .join('\n\n')

const encoded = new TextEncoder()
const fileOf = (name: string, text: string): GivenFile => ({
  name,
  size: null,
  bytes: async () => encoded.encode(text),
})

const open = async (folder: string) => {
  const data = await openBotData(folder, { isPreview: false, onNotice: console.error })
  const quota = { documents: 1_000_000, bytes: 1e12 }
  const libraries = openLibraries(null, data.store, { data: folder, quota, onNotice: console.error })
  return {
    store: data.store,
    add: (library: LibraryId, files: readonly GivenFile[]) =>
      libraries.curatorFor({ library, by: 'bench', audience: null, mayChange: true }).add(files),
    ask: async (library: LibraryId, question: string) =>
      (await libraries.quothFor({ library, audience: everyone, readsShared: false })).ask(question),
    close: async () => {
      await libraries.close()
      await data.close()
    },
  }
}

const libraryAt = (at: number): LibraryId => `server:${at + 1}` as LibraryId
/** The one with 2,000 passages. */
const asked = libraryAt(0)
const milliseconds = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
const megabytes = (): number => process.memoryUsage.rss() / 2 ** 20
const question = questions[0]?.text ?? ''

/** Fills a data folder: one library of 2,000 passages, and the others with a short text each, that nobody asked yet. */
const makeMany = async (folder: string, count: number): Promise<void> => {
  const opened = await open(folder)
  await opened.add(asked, [fileOf('long.txt', textOf(2000))])
  await opened.ask(asked, question)
  const texts = generateTexts(written, count)
  for (let at = 1; at < count; at += 1) {
    const bytes = encoded.encode(texts[at]?.text)
    const note = { id: documentId('note~000000'), name: 'note.txt', title: 'Note', bytes, edits: {}, readAs: [] }
    await opened.store.add(
      libraryAt(at),
      { ...note, visibility: visibleToAll },
      { by: 'bench', at: 0 },
      { documents: 9, bytes: 1e9 },
    )
  }
  await opened.close()
}

/** What a process goes through that opens it, and answers. */
const askMany = async (folder: string, count: number): Promise<void> => {
  let opened: Awaited<ReturnType<typeof open>> | undefined
  const start = await milliseconds(async () => {
    opened = await open(folder)
  })
  if (opened === undefined) throw new Error('it was opened')
  const atStart = megabytes()
  const { ask, close } = opened
  // The first answer of a process compiles what answers.
  await ask(libraryAt(count - 1), question)
  const [cold, warm] = [await milliseconds(() => ask(asked, question)), await milliseconds(() => ask(asked, question))]
  const small: number[] = []
  const before = megabytes()
  for (let at = 1; at <= 100; at += 1) small.push(await milliseconds(() => ask(libraryAt(at), question)))
  const each = (megabytes() - before) / 100
  console.log(
    `${count} libraries: opened in ${start.toFixed(0)} ms with ${atStart.toFixed(0)} MB; ` +
      `the first answer of a cold one of 2,000 passages after ${cold.toFixed(0)} ms, the next after ${warm.toFixed(0)} ms; ` +
      `of small ones p50 ${percentile(small, 0.5).toFixed(0)} ms, p99 ${percentile(small, 0.99).toFixed(0)} ms, ` +
      `${each.toFixed(2)} MB for each that is open`,
  )
  await close()
}

/** Asks until `work` ends; how long answers and timers waited meanwhile. */
const askingDuring = async (ask: () => Promise<unknown>, work: () => Promise<unknown>): Promise<string> => {
  const delays = monitorEventLoopDelay({ resolution: 5 })
  const times: number[] = []
  let isDone = false
  delays.enable()
  const working = milliseconds(work).finally(() => {
    isDone = true
  })
  while (!isDone) {
    times.push(await milliseconds(ask))
    await wait(50)
  }
  const took = await working
  delays.disable()
  // Of a timer of 5 ms.
  const waited = (share: number): string => (delays.percentile(share) / 1e6 - 5).toFixed(0)
  return (
    `${(took / 1000).toFixed(1)} s; a timer waited p99 ${waited(99)} ms, at most ${waited(100)} ms; ` +
    `${times.length} answers meanwhile, p50 ${percentile(times, 0.5).toFixed(0)} ms, p99 ${percentile(times, 0.99).toFixed(0)} ms`
  )
}

const addToLarge = async (folder: string, passages: number): Promise<void> => {
  const opened = await open(folder)
  const eachHas = 2000
  const texts = generateTexts(written, passages)
  for (let at = 0; at < passages; at += eachHas) {
    const text = texts
      .slice(at, at + eachHas)
      .map((each) => each.text)
      .join('\n\n')
    await opened.add(asked, [fileOf(`part-${at}.txt`, text)])
  }
  const ask = () => opened.ask(asked, question)
  for (let round = 0; round < 5; round += 1) await ask()
  const megabyte = `${textOf(2500).slice(0, 1_000_000)}\n\nThe walrus Ottilie crossed the Skagerrak in 1911.\n`
  let found = 0
  const meanwhile = await askingDuring(ask, async () => {
    const [addition] = await opened.add(asked, [fileOf('new.txt', megabyte)])
    if (addition?.outcome.kind !== 'added') throw new Error(`not added: ${addition?.outcome.kind}`)
    found = await milliseconds(async () => {
      const { quotes } = await opened.ask(asked, 'Which walrus crossed the Skagerrak?')
      if (!quotes.some(({ quote }) => quote.exact.includes('Ottilie'))) throw new Error('added, and not found')
    })
  })
  console.log(`1 MB added to ${passages} passages in ${meanwhile}; quoted ${found.toFixed(0)} ms after “added”`)
  await opened.close()
}

const addFiles = async (folder: string, count: number): Promise<void> => {
  const opened = await open(folder)
  const texts = generateTexts(written, count)
  await opened.add(asked, [fileOf('first.txt', textOf(50))])
  const files = texts.map(({ text }, at) => fileOf(`file-${at}.txt`, `${text}\n\nThis is note ${at} of the pile.`))
  const meanwhile = await askingDuring(
    () => opened.ask(asked, question),
    async () => {
      const additions = await opened.add(asked, files)
      const wrong = additions.find(({ name, outcome }, at) => name !== files[at]?.name || outcome.kind !== 'added')
      if (additions.length !== count || wrong !== undefined)
        throw new Error(`${additions.length} files, and one that went wrong: ${JSON.stringify(wrong)}`)
    },
  )
  console.log(`${count} files at once, all added, in order: ${meanwhile}; ${megabytes().toFixed(0)} MB`)
  await opened.close()
}

const [mode = 'many', size, folder] = process.argv.slice(2)
const own = folder ?? mkdtempSync(join(tmpdir(), 'quoth-stored-'))
try {
  if (mode === 'large') await addToLarge(own, Number(size ?? 100_000))
  else if (mode === 'files') await addFiles(own, Number(size ?? 1000))
  else if (mode === 'many') {
    await makeMany(own, Number(size ?? 10_000))
    // A process of its own: memory and the first answer are those of a start.
    const argv = ['--import', 'tsx', import.meta.filename, 'ask', size ?? '10000', own]
    process.exitCode = spawnSync(process.execPath, argv, { stdio: 'inherit' }).status ?? 1
  } else await askMany(own, Number(size))
} finally {
  if (folder === undefined) rmSync(own, { recursive: true })
}
