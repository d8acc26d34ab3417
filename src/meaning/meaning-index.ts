import { setTimeout as sleep } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import { createTurns } from '../concurrency/turns.ts'
import type { PassageKey } from '../domain/passage.ts'
import { readable } from '../domain/readable.ts'
import { compareIds, paragraphPlace, type Source, type SourceId } from '../domain/source.ts'
import { passagesOf } from '../language/passages.ts'
import type { Encoder } from './encoder.ts'
import type { Likeness, Meaning } from './port.ts'
import { hashOf, type TextHash, type VectorFile } from './vector-file.ts'
import { createVectorRows, signsOf, type VectorRows } from './vector-rows.ts'
import { dimensions, lengthOf } from './vectors.ts'

/** What is to be encoded of a passage: itself, after its title and headings, and its sentences. */
type PassageTexts = { readonly whole: string; readonly sentences: readonly string[] }

/** The vectors of a source: row numbers. */
type EncodedSource = {
  readonly version: string
  /** Of each passage, by ordinal; undefined for one that is not encoded yet. */
  readonly passages: ({ readonly whole: number; readonly sentences: readonly number[] } | undefined)[]
}

/** A meaning index that is filled as sources come and go. */
export type MeaningIndex = Meaning & {
  /** Encodes the source's passages when their turn comes; replaces those of another version. */
  put(id: SourceId): void
  remove(id: SourceId): void
  /** Resolves when everything that was put is encoded, or nothing more can be. */
  settled(): Promise<void>
  close(): Promise<void>
}

/** Characters of a title or heading that are encoded with a passage. */
const maxHeading = 150
/** An encoded passage. */
type Place = PassageKey & { readonly row: number }

const byPlace = (a: Place, b: Place): number => compareIds(a.source, b.source) || a.ordinal - b.ordinal

/** Up to so many passages, each is compared: some 5 ms. */
const maxExact = 10_000
/** Of more, the closest by signs. Of 10,309 sentences of SQuAD, the closest 400 have 98 % of the nearest twenty. */
const maxCompared = 2000

/** The passages whose vectors have the fewest signs apart from `signs`, at most `maxCompared`. */
const closestBy = (places: readonly Place[], rows: VectorRows, signs: Uint32Array): readonly Place[] => {
  const apart = Uint16Array.from(places, ({ row }) => rows.signsApart(signs, row))
  const counts = new Uint32Array(dimensions + 1)
  for (const each of apart) counts[each] = (counts[each] as number) + 1
  let [bound, held] = [0, counts[0] as number]
  while (held < maxCompared && bound < dimensions) held += counts[++bound] as number
  const isCloser = places.filter((_, at) => (apart[at] as number) < bound)
  const isAsClose = places.filter((_, at) => apart[at] === bound)
  return [...isCloser, ...isAsClose.slice(0, maxCompared - isCloser.length)]
}

/** Passages of a source before others have their turn: a large document must not hold up all small ones. */
const maxInARow = 100
/** Texts between two writes to the file. */
const batchSize = 256
/** Questions whose vectors are remembered: a button asks the same one again. */
const maxQuestions = 500
/** Milliseconds that a question waits for its vector; then words decide alone. */
const maxWait = 3000
/** The same where questions wait for all passages: a busy machine takes its time. */
const maxPatience = 60_000
/** A file with more records than this many for each that is in use is written anew. */
const maxGarbage = 2

/** Under which title and headings a position stands, and which question it answers. */
const headingsOf = (source: Source, at: number): readonly string[] => {
  const { section = [], answers = null } = source.paragraphs[paragraphPlace(source, at)] ?? {}
  const asked = answers !== null && answers.end <= at ? readable(source, answers) : ''
  return [source.record.title ?? '', ...section, asked].filter(Boolean).map((line) => line.slice(0, maxHeading))
}

const textsOf = (source: Source): readonly PassageTexts[] =>
  passagesOf(source).map(({ start, end, sentences }) => ({
    whole: [...headingsOf(source, start), readable(source, { start, end })].join('. '),
    sentences: sentences.map((span) => readable(source, span)),
  }))

/**
 * A meaning index in memory, filled in the background: one text at a time, so that a source can be asked about by its
 * words at once.
 * @param read the source of an id as it is now; undefined for one that is gone
 * @param file where vectors are kept; null for memory alone
 * @param options
 * - `isPatient`: nothing is encoded before the first question, which waits until everything is
 * - `delay`: milliseconds before the first text is encoded
 * - `minRun`: milliseconds before what no source uses may be dropped from the file: by then all sources were put
 * - `onNotice`: called with a whole sentence when the file or a source cannot be used
 * - `onProgress`: called after each passage, with how many are encoded
 */
export const createMeaningIndex = (
  encoder: Encoder,
  read: (id: SourceId) => Promise<Source | undefined>,
  file: VectorFile | null,
  {
    isPatient = false,
    delay = 0,
    minRun = 600_000,
    onNotice = () => {},
    onProgress = () => {},
  }: {
    readonly isPatient?: boolean | undefined
    readonly delay?: number | undefined
    readonly minRun?: number | undefined
    readonly onNotice?: ((notice: string) => void) | undefined
    readonly onProgress?: ((encoded: number) => void) | undefined
  } = {},
): MeaningIndex => {
  const rows = createVectorRows()
  const rowOf = new Map<TextHash, number>()
  const sources = new Map<SourceId, EncodedSource>()
  /** Every encoded passage, to be gone through without a look at its source. */
  let places: Place[] = []
  const questions = new LRUCache<string, Int8Array>({ max: maxQuestions })
  const waiting = new Set<SourceId>()
  /** The sources that were put and not removed since. */
  const wanted = new Set<SourceId>()
  const begun = performance.now()
  let isComplete = false
  const closing = new AbortController()
  let records = 0
  let unsaved: (readonly [TextHash, Int8Array])[] = []
  let keeps = file !== null

  const withFile = async (action: (file: VectorFile) => Promise<void>): Promise<void> => {
    if (file === null || !keeps) return
    try {
      await action(file)
    } catch (error) {
      keeps = false
      onNotice(`Vectors of passages are not kept, and are made again at the next start: ${(error as Error).message}.`)
    }
  }
  const save = (): Promise<void> =>
    withFile(async (kept) => {
      const entries = unsaved
      unsaved = []
      await kept.append(entries)
    })
  const load = (): Promise<void> =>
    withFile((kept) =>
      kept.read((hash, vector) => {
        records++
        if (!rowOf.has(hash)) rowOf.set(hash, rows.add(vector))
      }),
    )
  let loaded: Promise<void> | null = null

  /** The row of a text, made when it is new; null when the encoder is gone. */
  const rowFor = async (text: string): Promise<number | null> => {
    const hash = hashOf(text)
    const known = rowOf.get(hash)
    if (known !== undefined) return known
    const vector = await encoder.encode(text, 'passage')
    if (vector === null) return null
    const row = rows.add(vector)
    rowOf.set(hash, row)
    records++
    if (keeps) unsaved.push([hash, vector])
    if (unsaved.length >= batchSize) await save()
    return row
  }

  const forget = (id: SourceId): void => {
    const old = sources.get(id)
    if (old === undefined) return
    places = places.filter(({ source }) => source !== id)
    sources.delete(id)
  }

  const encodeSource = async (id: SourceId, turn: () => Promise<void>): Promise<void> => {
    const source = await read(id)
    if (source === undefined || !wanted.has(id)) return forget(id)
    const texts = textsOf(source)
    if (sources.get(id)?.version !== source.version) forget(id)
    const entry: EncodedSource = sources.get(id) ?? {
      version: source.version,
      passages: new Array(texts.length).fill(undefined),
    }
    sources.set(id, entry)
    let done = 0
    for (const [ordinal, { whole, sentences }] of texts.entries()) {
      if (entry.passages[ordinal] !== undefined) continue
      if (done++ === maxInARow && waiting.size > 0) {
        waiting.add(id)
        return
      }
      const row = await rowFor(whole)
      const ofSentences: number[] = []
      for (const sentence of sentences) {
        const one = await rowFor(sentence)
        if (one !== null) ofSentences.push(one)
      }
      await turn()
      // It was removed or has changed since; another round has it as it is now.
      if (sources.get(id) !== entry || closing.signal.aborted) return
      if (row === null || ofSentences.length < sentences.length) continue
      entry.passages[ordinal] = { whole: row, sentences: ofSentences }
      places.push({ source: id, version: source.version, ordinal, row })
      onProgress(places.length)
    }
  }

  let working: Promise<void> | null = null
  // A delay must not keep a program alive; without one, there is nothing to wait for.
  const delayed = delay === 0 ? null : sleep(delay, undefined, { ref: false, signal: closing.signal }).catch(() => {})
  const work = async (): Promise<void> => {
    await delayed
    loaded ??= load()
    await loaded
    const turn = createTurns()
    for (const id of waiting) {
      waiting.delete(id)
      if (closing.signal.aborted || !encoder.isUsable()) break
      try {
        await encodeSource(id, turn)
      } catch (error) {
        onNotice(`${id} is found by its words only: ${(error as Error).message}.`)
      }
    }
    await save()
    isComplete = waiting.size === 0 && !closing.signal.aborted && encoder.isUsable()
  }
  const startWork = (): void => {
    working ??= work().finally(() => {
      working = null
      if (waiting.size > 0 && !closing.signal.aborted && encoder.isUsable()) startWork()
    })
  }

  const settled = async (): Promise<void> => {
    while (working !== null) await working
  }

  const encodeQuestion = async (question: string): Promise<Int8Array | null> => {
    const known = questions.get(question)
    if (known !== undefined) return known
    const limit = isPatient ? maxPatience : maxWait
    const waited = new AbortController()
    const vector = await Promise.race([
      encoder.encode(question, 'question'),
      sleep(limit, null, { ref: false, signal: waited.signal }).catch(() => null),
    ]).finally(() => waited.abort())
    if (vector !== null) questions.set(question, vector)
    return vector
  }

  return {
    put: (id) => {
      wanted.add(id)
      waiting.add(id)
      isComplete = false
      if (!isPatient) startWork()
    },
    remove: (id) => {
      wanted.delete(id)
      waiting.delete(id)
      forget(id)
    },
    settled,
    encoded: () => places.length,
    compare: async (question, { limit, sources: among }) => {
      if (isPatient && waiting.size > 0) startWork()
      if (isPatient) await settled()
      if (places.length === 0) return null
      const vector = await encodeQuestion(question)
      if (vector === null) return null
      const length = lengthOf(vector)
      const all = among === undefined ? places : places.filter(({ source }) => among.has(source))
      // Their signs alone tell which of many may be near.
      const some = all.length > maxExact ? closestBy(all, rows, signsOf(vector)) : all
      const nearest = some
        .map((place) => ({ place, cosine: rows.cosine(vector, length, place.row) }))
        .sort((a, b) => b.cosine - a.cosine || byPlace(a.place, b.place))
      return {
        nearest: nearest.slice(0, limit).map(({ place }) => place),
        likenessOf: ({ source: id, version, ordinal }): Likeness | undefined => {
          const source = sources.get(id)
          const passage = source?.version === version ? source.passages[ordinal] : undefined
          return (
            passage && {
              passage: rows.cosine(vector, length, passage.whole),
              sentences: passage.sentences.map((row) => rows.cosine(vector, length, row)),
            }
          )
        },
      }
    },
    close: async () => {
      closing.abort()
      waiting.clear()
      await working
      await save()
      const used = new Set<number>()
      for (const { passages: each } of sources.values())
        for (const passage of each)
          for (const row of passage ? [passage.whole, ...passage.sentences] : []) used.add(row)
      if (isComplete && performance.now() - begun >= minRun && records > maxGarbage * used.size)
        await withFile((kept) =>
          kept.rewrite([...rowOf].flatMap(([hash, row]) => (used.has(row) ? [[hash, rows.at(row)] as const] : []))),
        )
      await file?.close()
    },
  }
}
