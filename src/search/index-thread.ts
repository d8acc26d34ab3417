import type { Worker } from 'node:worker_threads'
import { openThread, startModule, type Thread } from '../concurrency/thread.ts'
import type { IndexRequest } from './index-worker.ts'
import type { BuiltSegment } from './segment-draft.ts'

/** Builds segments beside the event loop. */
export type IndexThread = Thread<IndexRequest, BuiltSegment>

/** Starting the thread takes half a second, keeping it 150 MB. */
const idleBefore = 3000
const megabytes = 512

/** `start` is there for tests. */
export const openIndexThread = (
  start: () => Worker = () => startModule(new URL('./index-worker.ts', import.meta.url), megabytes),
): IndexThread => openThread(start, idleBefore)
