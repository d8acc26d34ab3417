const folder = new URL('./model/', import.meta.url)
const file = (name: string): URL => new URL(name, folder)

/**
 * The sentence encoder that ships, made by `bench/make-encoder.ts`: its files, and how it wants to be used.
 * [Decision 21](../../docs/decisions/0021-meaning-beside-words.md) says what was weighed.
 */
export const model = {
  /** Ends with the start of the SHA-256 of its files: vectors of others cannot be compared with its own. */
  name: 'e5-small-v2-9071f5d3471c',
  /** The tag of the one language that it knows. */
  language: 'en',
  weights: file('model.onnx'),
  tokenizer: file('tokenizer.json'),
  /** The mean vector of questions and of passages. */
  means: file('means.json'),
  /** What stands before a text of each kind. */
  prefixes: { question: 'query: ', passage: 'passage: ' },
  /** Longer texts are cut: in characters, since no token has less than one, and in tokens. */
  maxCharacters: 4000,
  maxTokens: 384,
} as const
