import { LRUCache } from 'lru-cache'
import type { Encoder } from './encoder.ts'

/** Questions whose vectors are remembered: a button asks the same one again. */
const maxQuestions = 500

/**
 * Remembers the vectors of the last questions, so that one is encoded once for all shelves that it is asked of, at
 * whatever time. What could not be encoded is tried again.
 * @param encoder any encoder; passages go to it as they are
 */
export const rememberQuestions = (encoder: Encoder): Encoder => {
  const vectors = new LRUCache<string, Promise<Int8Array | null>>({ max: maxQuestions })
  const encodeQuestion = (question: string): Promise<Int8Array | null> => {
    const known = vectors.get(question)
    if (known !== undefined) return known
    const vector = encoder.encode(question, 'question')
    vectors.set(question, vector)
    const forget = (): void => {
      vectors.delete(question)
    }
    vector.then((made) => {
      if (made === null) forget()
    }, forget)
    return vector
  }
  return {
    ...encoder,
    encode: (text, kind) => (kind === 'question' ? encodeQuestion(text) : encoder.encode(text, kind)),
  }
}
