import type { Answer } from '../../src/domain/answer.ts'
import { inEnglish } from '../../src/domain/message.ts'
import type { Refusal } from '../../src/domain/reply.ts'

/** The notes of an answer as somebody who reads English sees them. */
export const notesOf = ({ notes }: Pick<Answer, 'notes'>): readonly string[] => notes.map(inEnglish)

/** Refusals with their reasons in English. */
export const inEnglishAll = (
  refusals: readonly Refusal[],
): readonly { readonly path: string; readonly reason: string }[] =>
  refusals.map(({ path, reason }) => ({ path, reason: inEnglish(reason) }))
