import { fingerprintOf } from './fingerprint.ts'
import { createLunrIndex } from './lunr-index.ts'
import type { Analyser, SavableIndex } from './port.ts'
import { readState } from './snapshot.ts'

/** An index that was saved, or why it cannot be used, in words that fit after `because`. */
export type OpenedIndex =
  | { readonly kind: 'opened'; readonly index: SavableIndex }
  | { readonly kind: 'unusable'; readonly reason: string }

/**
 * Opens what `IndexSnapshot.write` gave. It is checked as a whole first, so an index is opened whole or not at all. The
 * index goes on using `file`, which must not change; it is copied unless it begins at a multiple of 8 bytes of its buffer.
 */
export const openIndex = (
  file: Uint8Array,
  analyser: Analyser,
  isKnownWord: (word: string) => boolean,
): OpenedIndex => {
  const state = readState(file, fingerprintOf(analyser))
  return typeof state === 'string'
    ? { kind: 'unusable', reason: state }
    : { kind: 'opened', index: createLunrIndex(analyser, isKnownWord, { state }) }
}
