import type { Worker } from 'node:worker_threads'
import { openThread, startModule, type Thread } from '../../concurrency/thread.ts'
import { partsOf, sizeOf } from '../indexed-source.ts'
import type { Analyser, IndexedSource, PackedSource } from '../port.ts'
import type { IndexRequest } from './index-worker.ts'
import { type BuiltSegment, createSegmentDraft } from './segment-draft.ts'

/** The thread that builds segments off the event loop. */
export type IndexThread = Thread<IndexRequest, BuiltSegment>

/** Starting the thread takes half a second; keeping it takes 150 MB. */
const idleTimeout = 3000
const megabytes = 512

/** @param start replaced by tests */
export const openIndexThread = (
  start: () => Worker = () => startModule(new URL('./index-worker.ts', import.meta.url), megabytes),
): IndexThread => openThread(start, idleTimeout)

type Sources = readonly (IndexedSource | PackedSource)[]

/** Builds segments of sources, in the order given. */
type SegmentBuilder = (sources: Sources, turn: () => Promise<void>) => AsyncIterable<BuiltSegment>

/** Maximum passages of a new segment, unless one source has more. */
const passagesPerSegment = 1000
/** Characters that are analysed here: up to half a second, as long as starting the thread takes. */
const maxCharactersHere = 200_000
/** Milliseconds for a segment in the thread; 10 MB of text take some 10 s, and the thread may get little of a core. */
const buildTimeout = 300_000

/** Sources in batches, each for one segment. */
function* batchesOf(sources: Sources): Iterable<Sources> {
  let batch: Sources[number][] = []
  let passages = 0
  for (const source of sources) {
    const size = sizeOf(source).passages
    if (batch.length > 0 && passages + size > passagesPerSegment) {
      yield batch
      batch = []
      passages = 0
    }
    batch.push(source)
    passages += size
  }
  if (batch.length > 0) yield batch
}

/** The requests to the thread for a segment of `sources`. */
function* requestsFor(sources: Sources): Generator<IndexRequest> {
  for (const source of sources) yield { kind: 'add', source }
  yield { kind: 'finish' }
}

/** Builds small changes here, yielding to other work, and larger ones in `thread`. */
export const createSegmentBuilder = (analyser: Analyser, thread: IndexThread): SegmentBuilder =>
  async function* (sources, turn) {
    const isHere = sources.reduce((sum, source) => sum + sizeOf(source).characters, 0) <= maxCharactersHere
    for (const batch of batchesOf(sources)) {
      if (!isHere) {
        yield await thread.ask(requestsFor(batch), AbortSignal.timeout(buildTimeout))
        continue
      }
      const draft = createSegmentDraft(analyser)
      for (const source of batch)
        for (const { passages, ...part } of partsOf(source)) {
          draft.add({ ...part, passages: [] })
          for (const passage of passages) {
            draft.add({ ...part, passages: [passage] })
            await turn()
          }
        }
      yield await draft.finish(turn)
    }
  }
