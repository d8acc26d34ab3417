import { createTurns } from '../../concurrency/turns.ts'
import type { SourceId } from '../../domain/source.ts'
import { type BlockReader, readBlocks, writeBlocks } from '../blocks.ts'
import type { AnalysedAcronym } from '../port.ts'
import type { DictionaryEntries } from './dictionary.ts'
import type { FrequencyFigures } from './document-frequencies.ts'
import { mergeSegments } from './merge-segments.ts'
import { allLive, type LiveSegment, type Segment, type SegmentSource } from './segment.ts'

/** The whole contents of an index. */
export type IndexState = {
  readonly dictionary: DictionaryEntries
  readonly figures: FrequencyFigures
  readonly segments: readonly LiveSegment[]
}

/** Identifies the layout; the digit is raised with every change to it. */
const magic = 'quothix2'

/** The 32-bit arrays of a segment in the order in which they are written. */
const lists32 = [
  'terms',
  'firstPosting',
  'postingPassages',
  'starts',
  'ends',
  'lengths',
  'contexts',
  'firstSentence',
  'sentenceStarts',
  'sentenceEnds',
  'firstWord',
  'words',
  'firstContextWord',
  'contextWords',
] as const satisfies readonly (keyof Segment)[]

type Head = {
  readonly fingerprint: string
  readonly passages: number
  readonly length: number
  readonly segments: number
}

/** A source as JSON. */
type SourceRow = readonly [
  id: string,
  version: string,
  passages: number,
  acronyms: readonly AnalysedAcronym[],
  language: string | null,
]

const rowOf = ({ id, version, passages, acronyms, language }: SegmentSource): SourceRow => [
  id,
  version,
  passages,
  acronyms,
  language,
]

/** Entries of a list that are converted to JSON at a time: a few milliseconds. */
const entriesPerTurn = 4000

/** A long list as its length, followed by its entries in parts. */
function* inParts(list: readonly unknown[]): Generator<unknown> {
  yield list.length
  for (let at = 0; at < list.length; at += entriesPerTurn) yield list.slice(at, at + entriesPerTurn)
}

const readParts = <T>(reader: BlockReader): readonly T[] => {
  const length = reader.json() as number
  const list: T[] = []
  while (list.length < length) list.push(...(reader.json() as readonly T[]))
  return list
}

async function* valuesOf(
  { dictionary, figures, segments }: IndexState,
  fingerprint: string,
  turn: () => Promise<void>,
): AsyncGenerator<unknown> {
  const { passages, length, termPassages, wordPassages } = figures
  const kept = segments.filter(({ segment, tombstones }) => tombstones.size < segment.sources.length)
  yield { fingerprint, passages, length, segments: kept.length } satisfies Head
  yield* inParts(dictionary.words)
  yield* inParts(dictionary.terms)
  yield dictionary.wordTerms
  yield dictionary.wordSkeletons
  yield termPassages
  yield wordPassages
  for (const alive of kept) {
    // Removed sources are left out.
    const segment = alive.tombstones.size === 0 ? alive.segment : await mergeSegments([alive], turn)
    yield* inParts(segment.sources.map(rowOf))
    yield* inParts(segment.contextTexts)
    for (const list of lists32) yield segment[list]
    yield segment.postingOwn
    yield segment.postingContext
  }
}

/** Writes an index's state as a file in chunks, yielding to the event loop. */
export const writeState = (state: IndexState, fingerprint: string): AsyncGenerator<Uint8Array> => {
  const turn = createTurns()
  return writeBlocks(magic, valuesOf(state, fingerprint, turn), turn)
}

const readSources = (rows: readonly SourceRow[]): readonly SegmentSource[] => {
  let first = 0
  return rows.map(([id, version, passages, acronyms, language]) => {
    const source = { id: id as SourceId, version, language, first, passages, acronyms }
    first += passages
    return source
  })
}

const readSegment = (reader: BlockReader): Segment => {
  const sources = readSources(readParts<SourceRow>(reader))
  const contextTexts = readParts<string>(reader)
  const lists = Object.fromEntries(lists32.map((list) => [list, reader.numbers32()])) as {
    readonly [list in (typeof lists32)[number]]: Uint32Array
  }
  return { sources, contextTexts, ...lists, postingOwn: reader.numbers16(), postingContext: reader.bytes() }
}

/** Reads the state in `file`, whose arrays are used in place. @returns the state, or why it cannot be used */
export const readState = (file: Uint8Array, fingerprint: string): IndexState | string => {
  const reader = readBlocks(magic, file)
  if (reader === 'foreign') return 'it is not an index, or another version of Quoth wrote it'
  if (reader === 'damaged') return 'it is damaged or cut short'
  const head = reader.json() as Head
  if (head.fingerprint !== fingerprint) return 'it was written by a program that reads words differently'
  const { passages, length } = head
  const words = readParts<string>(reader)
  const terms = readParts<string>(reader)
  // Arrays that the index will write to are copied.
  const mutableList = (): Uint32Array => reader.numbers32().slice()
  const dictionary = { words, terms, wordTerms: mutableList(), wordSkeletons: mutableList() }
  const figures = { passages, length, termPassages: mutableList(), wordPassages: mutableList() }
  const segments = Array.from({ length: head.segments }, () => allLive(readSegment(reader)))
  return { dictionary, figures, segments }
}
