import { lineHyphens } from '../domain/readable.ts'
import type { Run } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import { readLineHyphen } from '../language/line-hyphens.ts'

/** A hyphen at the end of a line, and the halves of the word around it. */
type Break = { readonly at: number; readonly first: string; readonly second: string }

// A soft hyphen at the end of a line is one, too. Each is looked at once, so the scan is linear.
const hyphenAtEnd = /[-\u2010\u00ad][ \t]*\n\s*(?=\p{L})/gu
const endOfWord = /(?<![\p{L}\p{M}\p{N}])[\p{L}\p{M}\p{N}]+$/u
const startOfWord = /^[\p{L}\p{M}]+/u

/** Longer halves are no words. */
const maxHalf = 40

/**
 * @param plain a paragraph, with blanks for what is no word of it
 * @param start where it begins in the text
 */
const breaksIn = (plain: string, start: number): readonly Break[] => {
  if (!/[-\u2010\u00ad][ \t]*\n/.test(plain)) return []
  return [...plain.matchAll(hyphenAtEnd)].flatMap((match) => {
    const first = endOfWord.exec(plain.slice(Math.max(0, match.index - maxHalf), match.index))?.[0]
    const next = match.index + match[0].length
    const second = startOfWord.exec(plain.slice(next, next + maxHalf))?.[0]
    return first === undefined || second === undefined ? [] : [{ at: start + match.index, first, second }]
  })
}

const lettersAround = /[\p{L}\p{M}\p{N}]+(?:[-\u2010][\p{L}\p{M}\p{N}]+)*/gu

/** Which of `wanted` stand in the text, in lower case. */
const standingIn = (text: string, wanted: ReadonlySet<string>): ReadonlySet<string> => {
  const found = new Set<string>()
  for (const [written] of text.matchAll(lettersAround)) {
    const word = written.toLowerCase().replaceAll('\u2010', '-')
    if (wanted.has(word)) found.add(word)
  }
  return found
}

/**
 * Finds the words that line breaks divide.
 * @param text the canonical text
 * @param paragraphs each as its start and its text, with blanks for what is no word of it, in its own length
 * @param language of the text, as a tag
 * @returns a run for each hyphen that the line break put there, and for each that belongs to its word
 */
export const hyphenRuns = (
  text: string,
  paragraphs: readonly { readonly start: number; readonly plain: string }[],
  language: string | null,
): readonly Run[] => {
  const breaks = paragraphs.flatMap(({ start, plain }) => breaksIn(plain, start))
  if (breaks.length === 0) return []
  const formsOf = ({ first, second }: Break) =>
    [`${first}${second}`.toLowerCase(), `${first}-${second}`.toLowerCase()] as const
  const standing = standingIn(text, new Set(breaks.flatMap(formsOf)))
  return breaks.flatMap((found): readonly Run[] => {
    const span: Span = { start: found.at, end: found.at + 1 }
    const [joined, hyphenated] = formsOf(found)
    const isSoft = text.charAt(found.at) === '\u00ad'
    // `mother-in-⏎law`: one more hyphen belongs to a word that has them.
    const isCompound = /[-\u2010]/.test(text.charAt(found.at - found.first.length - 1))
    const reading = isSoft
      ? 'joined'
      : isCompound
        ? 'kept'
        : readLineHyphen(
            found.first,
            found.second,
            { joined: standing.has(joined), hyphenated: standing.has(hyphenated) },
            language,
          )
    if (reading === 'suspended') return []
    return [{ ...span, kind: 'markup', rule: lineHyphens[reading] }]
  })
}
