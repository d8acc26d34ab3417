import type { Encoder, TextKind } from '../../src/meaning/encoder.ts'
import { dimensions } from '../../src/meaning/vectors.ts'

/** Words that mean the same to `wordEncoder`. */
const synonyms = [
  ['landlord', 'owner'],
  ['boiler', 'heating'],
  ['pays', 'bears', 'cost'],
] as const

const directionOf = (word: string): number => {
  const group = synonyms.findIndex((words) => (words as readonly string[]).includes(word))
  if (group >= 0) return group
  let hash = 7
  for (const letter of word) hash = (hash * 31 + (letter.codePointAt(0) as number)) % 100_003
  return synonyms.length + (hash % (dimensions - synonyms.length))
}

/** An encoder for tests: a direction for each word, the same for a few synonyms. It counts what it encodes. */
export const wordEncoder = (): Encoder & { readonly encoded: [text: string, kind: TextKind][]; fail(): void } => {
  const encoded: [string, TextKind][] = []
  let isUsable = true
  return {
    model: 'words',
    encoded,
    fail: () => {
      isUsable = false
    },
    isUsable: () => isUsable,
    encode: async (text, kind) => {
      if (!isUsable) return null
      encoded.push([text, kind])
      const vector = new Int8Array(dimensions)
      for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) vector[directionOf(word)] = 100
      return vector
    },
    close: async () => {},
  }
}
