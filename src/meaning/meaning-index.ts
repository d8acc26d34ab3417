import { setTimeout as sleep } from 'node:timers/promises'
import { createTurns } from '../concurrency/turns.ts'
import type { PassageKey } from '../domain/passage.ts'
import { readable } from '../domain/readable.ts'
import { paragraphPlace, type Source, type SourceId } from '../domain/source.ts'
import { passagesOf } from '../language/passages.ts'
import { createEncodedTexts } from './encoded-texts.ts'
import type { Encoder } from './encoder.ts'
import { model } from './model.ts'
import { nearestOf, type Place } from './nearest.ts'
import type { Likeness, Meaning } from './port.ts'
import { createTextVectors, type TextVectors } from './text-vectors.ts'
import type { VectorFile } from './vector-file.ts'
import { lengthOf } from './vectors.ts'

/** What is to be encoded of a passage: itself, after its title and headings, and its sentences. */
type PassageTexts = { readonly whole: string; readonly sentences: readonly string[] }

/** The vectors of a source: row numbers. */
type EncodedSource = {
  readonly version: string
  /** Of each passage, by ordinal; undefined for one that is not encoded yet. */
  readonly passages: ({ readonly whole: number; readonly sentences: readonly number[] } | undefined)[]
  /** The rows of the version before, until this one is encoded: most of its texts are the same. */
  earlier: readonly number[]
}

const rowsOf = ({ passages }: EncodedSource): readonly number[] =>
  passages.flatMap((passage) => (passage ? [passage.whole, ...passage.sentences] : []))

/** A source whose language the encoder does not know: it is never encoded. */
type LeftOut = { readonly version: string; readonly passages: number }

/** What the encoder knows of languages: a text in an unknown one counts as English. */
const isEncoded = ({ language }: Source): boolean => language === null || language === model.language

const firstOf = (ids: ReadonlySet<SourceId>): SourceId | undefined => ids.values().next().value

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
/** Passages of a source before others have their turn: a large document must not hold up all small ones. */
const maxInARow = 100
/** Milliseconds that a question waits for its vector; then words decide alone. */
const maxWait = 3000
/** The same where questions wait for all passages: a busy machine takes its time. */
const maxPatience = 60_000

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
 * - `minRun`: milliseconds before what no source uses may be dropped, from memory and file: by then all sources were put
 * - `vectors`: where they are kept in memory; for tests
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
    vectors = createTextVectors(),
    onNotice = () => {},
    onProgress = () => {},
  }: {
    readonly isPatient?: boolean | undefined
    readonly delay?: number | undefined
    readonly minRun?: number | undefined
    readonly vectors?: TextVectors | undefined
    readonly onNotice?: ((notice: string) => void) | undefined
    readonly onProgress?: ((encoded: number) => void) | undefined
  } = {},
): MeaningIndex => {
  const sources = new Map<SourceId, EncodedSource>()
  const leftOut = new Map<SourceId, LeftOut>()
  /** Every encoded passage, to be gone through without a look at its source. */
  let places: Place[] = []
  /** The sources that were put and not looked at since, and those of them that are to be encoded. */
  const unseen = new Set<SourceId>()
  const waiting = new Set<SourceId>()
  /** The sources that were put and not removed since. */
  const wanted = new Set<SourceId>()
  const begun = performance.now()
  let isComplete = false
  const closing = new AbortController()
  const encodedTexts = createEncodedTexts(encoder, file, vectors, onNotice)
  const isWaiting = (): boolean => unseen.size + waiting.size > 0

  const forget = (id: SourceId): void => {
    leftOut.delete(id)
    const old = sources.get(id)
    if (old === undefined) return
    places = places.filter(({ source }) => source !== id)
    sources.delete(id)
    vectors.release([...rowsOf(old), ...old.earlier])
  }

  /** Decides what becomes of a source: it waits, or it is left out. */
  const lookAt = async (id: SourceId): Promise<void> => {
    const source = await read(id)
    if (source === undefined || !wanted.has(id)) return forget(id)
    if (isEncoded(source)) {
      leftOut.delete(id)
      waiting.add(id)
      return
    }
    forget(id)
    leftOut.set(id, { version: source.version, passages: passagesOf(source).length })
  }

  /** The entry of a source, with what is already encoded of this version. */
  const entryOf = ({ id, version }: Source, passages: number): EncodedSource => {
    const old = sources.get(id)
    if (old?.version === version) return old
    const entry = { version, passages: new Array(passages).fill(undefined), earlier: old ? rowsOf(old) : [] }
    if (old) {
      places = places.filter(({ source }) => source !== id)
      vectors.release(old.earlier)
    }
    sources.set(id, entry)
    return entry
  }

  /** Takes the rows of a passage; null when one of its texts has none. */
  const encodePassage = async ({ whole, sentences }: PassageTexts) => {
    const rows: number[] = []
    for (const text of [whole, ...sentences]) {
      const row = await encodedTexts.take(text)
      if (row !== null) rows.push(row)
    }
    const [first, ...others] = rows
    if (first !== undefined && others.length === sentences.length) return { whole: first, sentences: others }
    vectors.release(rows)
    return null
  }

  const encodeSource = async (id: SourceId, turn: () => Promise<void>): Promise<void> => {
    const source = await read(id)
    // It was removed, or is in another language by now and will be looked at.
    if (source === undefined || !wanted.has(id) || !isEncoded(source)) return forget(id)
    const texts = textsOf(source)
    const entry = entryOf(source, texts.length)
    let done = 0
    for (const [ordinal, text] of texts.entries()) {
      if (entry.passages[ordinal] !== undefined) continue
      if (done++ === maxInARow && isWaiting()) {
        waiting.add(id)
        return
      }
      const encoded = await encodePassage(text)
      await turn()
      // It was removed or has changed since; another round has it as it is now.
      if (sources.get(id) !== entry || closing.signal.aborted) {
        if (encoded) vectors.release([encoded.whole, ...encoded.sentences])
        return
      }
      if (encoded === null) continue
      entry.passages[ordinal] = encoded
      places.push({ source: id, version: source.version, ordinal, row: encoded.whole })
      onProgress(places.length)
    }
    vectors.release(entry.earlier)
    entry.earlier = []
  }

  let working: Promise<void> | null = null
  // A delay must not keep a program alive; without one, there is nothing to wait for.
  const delayed = delay === 0 ? null : sleep(delay, undefined, { ref: false, signal: closing.signal }).catch(() => {})
  const work = async (): Promise<void> => {
    await delayed
    await encodedTexts.load()
    const turn = createTurns()
    // All are looked at first: what is never encoded must not count as what is not encoded yet.
    while (!closing.signal.aborted && encoder.isUsable()) {
      const id = firstOf(unseen) ?? firstOf(waiting)
      if (id === undefined) break
      const isUnseen = unseen.delete(id)
      waiting.delete(id)
      try {
        await (isUnseen ? lookAt(id) : encodeSource(id, turn))
      } catch (error) {
        onNotice(`${id} is found by its words only: ${(error as Error).message}.`)
      }
      await turn()
    }
    await encodedTexts.save()
    isComplete = !isWaiting() && !closing.signal.aborted && encoder.isUsable()
    if (isComplete && performance.now() - begun >= minRun) encodedTexts.dropUnused()
  }
  const startWork = (): void => {
    working ??= work().finally(() => {
      working = null
      if (isWaiting() && !closing.signal.aborted && encoder.isUsable()) startWork()
    })
  }

  const settled = async (): Promise<void> => {
    while (working !== null) await working
  }

  const encodeQuestion = (question: string): Promise<Int8Array | null> => {
    const limit = isPatient ? maxPatience : maxWait
    const waited = new AbortController()
    return Promise.race([
      encoder.encode(question, 'question'),
      sleep(limit, null, { ref: false, signal: waited.signal }).catch(() => null),
    ]).finally(() => waited.abort())
  }

  const isLeftOut = ({ source, version }: PassageKey): boolean => leftOut.get(source)?.version === version

  return {
    put: (id) => {
      wanted.add(id)
      unseen.add(id)
      isComplete = false
      if (!isPatient) startWork()
    },
    remove: (id) => {
      wanted.delete(id)
      unseen.delete(id)
      waiting.delete(id)
      forget(id)
    },
    settled,
    isLeftOut,
    encoded: () => places.length,
    leftOut: () => [...leftOut.values()].reduce((sum, { passages }) => sum + passages, 0),
    compare: async (question, { limit, sources: among }) => {
      if (isPatient && isWaiting()) startWork()
      if (isPatient) await settled()
      if (places.length === 0) return null
      const vector = await encodeQuestion(question)
      if (vector === null) return null
      const length = lengthOf(vector)
      const all = among === undefined ? places : places.filter(({ source }) => among.has(source))
      return {
        nearest: nearestOf(all, vectors.rows, vector, limit),
        likenessOf: (key): Likeness | null | undefined => {
          if (isLeftOut(key)) return null
          const { source: id, version, ordinal } = key
          const source = sources.get(id)
          const passage = source?.version === version ? source.passages[ordinal] : undefined
          return (
            passage && {
              passage: vectors.rows.cosine(vector, length, passage.whole),
              sentences: passage.sentences.map((row) => vectors.rows.cosine(vector, length, row)),
            }
          )
        },
      }
    },
    close: async () => {
      closing.abort()
      unseen.clear()
      waiting.clear()
      await working
      await encodedTexts.close(isComplete && performance.now() - begun >= minRun)
    },
  }
}
