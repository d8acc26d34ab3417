/**
 * The sentence encoder that ships, made by `bench/make-encoder.ts`: its files, and how it wants to be used.
 * docs/decisions/0021-meaning-beside-words.md says what was weighed.
 */
export const model = {
  name: 'all-MiniLM-L6-v2',
  weights: new URL('model/model.onnx', import.meta.url),
  tokenizer: new URL('model/tokenizer.json', import.meta.url),
  /** What stands before a question and before what may answer it. */
  prefixes: { question: '', passage: '' },
  /** Longer texts are cut: in characters, since a word has at least one, and in tokens. */
  maxCharacters: 4000,
  maxTokens: 384,
}
