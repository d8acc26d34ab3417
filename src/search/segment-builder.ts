import type { IndexThread } from './index-thread.ts'
import type { IndexRequest } from './index-worker.ts'
import type { Analyser, IndexedPassage, IndexedSource } from './port.ts'
import { type BuiltSegment, createSegmentDraft } from './segment-draft.ts'

/** Analyses sources' passages and builds segments of them, in the order given. */
export type SegmentBuilder = (
  sources: readonly IndexedSource[],
  turn: () => Promise<void>,
) => AsyncIterable<BuiltSegment>

/** Passages that a segment is built of, unless one source has more. */
const passagesATime = 1000
/** Passages that are handed to the thread at a time: some milliseconds. */
const passagesAPart = 100
/** Characters that are analysed here, in turns: up to half a second, as long as starting the thread takes. */
const mostHere = 200_000

const charactersOf = ({ sentences, passage }: IndexedPassage): number =>
  sentences.reduce((sum, { text, asked }) => sum + text.length + asked.length, passage.context.length)

const isSmall = (sources: readonly IndexedSource[]): boolean => {
  let characters = 0
  for (const { passages } of sources)
    for (const passage of passages) {
      characters += charactersOf(passage)
      if (characters > mostHere) return false
    }
  return true
}

/** Whole sources, as many as make a segment. */
function* batchesOf(sources: readonly IndexedSource[]): Iterable<readonly IndexedSource[]> {
  let batch: IndexedSource[] = []
  let passages = 0
  for (const source of sources) {
    if (batch.length > 0 && passages + source.passages.length > passagesATime) {
      yield batch
      batch = []
      passages = 0
    }
    batch.push(source)
    passages += source.passages.length
  }
  if (batch.length > 0) yield batch
}

/** Sources in parts of at most `most` passages each. */
function* partsOf(sources: readonly IndexedSource[], most: number): Iterable<IndexedSource> {
  for (const source of sources)
    for (let at = 0; at === 0 || at < source.passages.length; at += most)
      yield { ...source, passages: source.passages.slice(at, at + most) }
}

/** How long a segment may take in the thread; 10 MB of text take some 10 s. */
const longestBuild = 120_000

/** What the thread is asked to build a segment of `sources`; they are handed over in parts, with turns between them. */
async function* requestsFor(
  sources: readonly IndexedSource[],
  turn: () => Promise<void>,
): AsyncGenerator<IndexRequest> {
  for (const part of partsOf(sources, passagesAPart)) {
    yield { kind: 'add', part }
    await turn()
  }
  yield { kind: 'finish' }
}

/** Builds small changes here, in turns with other work, and larger ones in `thread`. */
export const createSegmentBuilder = (analyser: Analyser, thread: IndexThread): SegmentBuilder =>
  async function* (sources, turn) {
    const isHere = isSmall(sources)
    for (const batch of batchesOf(sources)) {
      if (!isHere) {
        yield await thread.ask(requestsFor(batch, turn), AbortSignal.timeout(longestBuild))
        continue
      }
      const draft = createSegmentDraft(analyser)
      for (const part of partsOf(batch, 1)) {
        draft.add(part)
        await turn()
      }
      yield await draft.finish(turn)
    }
  }
