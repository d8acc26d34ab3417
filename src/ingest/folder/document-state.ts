import type { Message } from '../../domain/message.ts'
import type { Refusal } from '../../domain/reply.ts'
import type { SourceId } from '../../domain/source.ts'

/** What is known of a part of a document that is a source of its own, such as a message of a mailbox. */
export type PartState = {
  readonly id: SourceId
  /** Of its bytes. */
  readonly hash: string
  /** Why it was refused; null if it became a source. */
  readonly refusal: Message | null
}

/** What is known of a document: enough to tell without reading it, even after a restart, that it is unchanged. */
export type DocumentState = {
  /** Of its source; the ids of parts begin with it. */
  readonly id: SourceId
  /** Of the metadata of file and sidecar. If equal, nothing has changed; an empty one is never equal. */
  readonly fingerprint: string
  /** Of the bytes of both: a copied folder has other fingerprints and the same bytes. */
  readonly hash: string
  /** Why it was refused; null if it became a source, or several. */
  readonly refusal: Message | null
  /** Of a document that became several sources. */
  readonly parts?: readonly PartState[]
}

/**
 * @param state of a document
 * @returns the ids of the sources that it became
 */
export const sourcesOf = ({ id, refusal, parts }: DocumentState): readonly SourceId[] => {
  if (refusal !== null) return []
  return parts === undefined ? [id] : parts.filter((part) => part.refusal === null).map((part) => part.id)
}

/**
 * @param path of a document
 * @param state of it
 * @returns why it, or parts of it, are no sources
 */
export const refusalsOf = (path: string, { id, refusal, parts = [] }: DocumentState): readonly Refusal[] => [
  ...(refusal === null ? [] : [{ path, reason: refusal }]),
  ...parts.flatMap((part) =>
    part.refusal === null ? [] : [{ path: path + part.id.slice(id.length), reason: part.refusal }],
  ),
]
