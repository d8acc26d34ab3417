import { paragraphPlace, type Source } from '../domain/source.ts'
import { contains, type Span } from '../domain/span.ts'

// Opens with a word that points back: the sentence before says to what.
const pointsBack =
  /^["'“‘(\s]*(?:he|she|it|they|this|that|these|those|his|her|its|their|but|and|or|so|however|such|also|both)\b/i

// Takes back, or sets a condition to, what was said before: without it, the sentence before says too much.
const limits =
  /^["'“‘(\s]*(?:but|however|yet|unless|except|nevertheless|nonetheless|not so|only if|provided that|(?:this|that|it) (?:is|was|did|does|has) not|(?:this|that|it) (?:isn|wasn|didn|doesn)['’]t)\b/i

/** Words below which a sentence says too little alone: `No.`, `Two years ago.` */
const fewestAlone = 4

const countWords = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0

/** Whether a quotation is left open, or closes without having been opened. */
const hasHalfAQuotation = (text: string): boolean => (text.match(/["“”]/g)?.length ?? 0) % 2 === 1

/** From the beginning of the earlier one to the end of the later one. */
export const joined = (a: Span, b: Span): Span => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) })

/** Whether two sentences of a source stand in one paragraph. */
export const isParagraphMate = (source: Source, a: Span, b: Span): boolean => {
  const paragraph = source.paragraphs[paragraphPlace(source, a.start)]
  return paragraph !== undefined && contains(paragraph, joined(a, b))
}

/** Whether a sentence is but a word or two, such as `No.` or a heading within its paragraph. */
export const saysTooLittle = (sentence: string): boolean => countWords(sentence) < fewestAlone

/** On which side the other end of a quotation is that `span` has one end of; null when it has both, or no paragraph. */
export const missingEndOf = (source: Source, span: Span): 'before' | 'after' | null => {
  const paragraph = source.paragraphs[paragraphPlace(source, span.start)]
  if (paragraph === undefined || !hasHalfAQuotation(source.text.slice(span.start, span.end))) return null
  return hasHalfAQuotation(source.text.slice(paragraph.start, span.start)) ? 'before' : 'after'
}

/** Which neighbours a sentence needs to be understood as it was meant. */
export type Needs = { readonly before: boolean; readonly after: boolean }

/**
 * What `sentence` needs of the sentences beside it: the one before when it points back to it, the one after when that takes
 * it back or when it is but a word or two, and either when it has the other end of a quotation.
 */
export const needsOf = (
  sentence: string,
  { before, after }: { readonly before: string | undefined; readonly after: string | undefined },
): Needs => {
  const isHalf = hasHalfAQuotation(sentence)
  const closesBehind = isHalf && after !== undefined && hasHalfAQuotation(after)
  return {
    before:
      before !== undefined && (pointsBack.test(sentence) || (isHalf && !closesBehind && hasHalfAQuotation(before))),
    after: after !== undefined && (limits.test(after) || closesBehind || saysTooLittle(sentence)),
  }
}
