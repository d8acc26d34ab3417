import { readFile } from 'node:fs/promises'
import { openWordVectors, type WordVectors } from '../language/word-vectors.ts'

const file = new URL('../language/word-vectors.bin', import.meta.url)
let loading: Promise<WordVectors> | undefined

/** The word vectors that ship with Quoth: about 20 ms and 20 MB, once per process. */
export const loadWordVectors = (): Promise<WordVectors> => {
  loading ??= readFile(file).then(openWordVectors)
  return loading
}
