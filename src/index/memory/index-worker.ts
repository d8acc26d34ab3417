import { parentPort } from 'node:worker_threads'
import { lemmaOf } from '../../language/english/wink.ts'
import { createAnalyser } from '../analyser.ts'
import { partsOf } from '../indexed-source.ts'
import type { IndexedSource, PackedSource } from '../port.ts'
import { type BuiltSegment, createSegmentDraft } from './segment-draft.ts'

/** A request to the worker: the sources of a segment one by one, then `finish`, which a `BuiltSegment` answers. */
export type IndexRequest =
  | { readonly kind: 'add'; readonly source: IndexedSource | PackedSource }
  | { readonly kind: 'finish' }

const analyser = createAnalyser(lemmaOf)
let draft = createSegmentDraft(analyser)

/** The arrays of a segment, to be transferred to the main thread rather than copied. */
const buffersOf = ({ segment, wordTerms, wordSkeletons, wordPassages }: BuiltSegment): readonly ArrayBuffer[] =>
  [...Object.values(segment), wordTerms, wordSkeletons, wordPassages].flatMap((value) =>
    ArrayBuffer.isView(value) ? [value.buffer as ArrayBuffer] : [],
  )

parentPort?.on('message', async (request: IndexRequest) => {
  if (request.kind === 'add') {
    for (const part of partsOf(request.source)) draft.add(part)
    return
  }
  const finished = draft
  draft = createSegmentDraft(analyser)
  const built = await finished.finish(async () => {})
  parentPort?.postMessage(built, buffersOf(built))
})
