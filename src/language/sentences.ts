import type { Span } from '../domain/span.ts'
import { companyForm, readStop } from './english/abbreviations.ts'
import { clauseOpener, speechTag } from './english/speech-words.ts'
import { proposedSentenceEnds } from './english/wink.ts'
import type { LanguageRules } from './language-rules.ts'
import { rulesOf } from './languages.ts'

/** Whether `text`, after a closing quotation mark, says who spoke: `Guo said` in `"Stop!" Guo said.` */
const opensSpeechTag = (text: string): boolean => !clauseOpener.test(text) && speechTag.test(text)

const terminator = /[.!?…]+|[。！？]+/g
// `»German.«` and `„German.“` close with opening marks of other languages.
const closers = /["'”’»«“)\]]/
const white = /\s/
const firstWord = /^(?:["'“‘«»„([]\s?)*([\p{L}\p{N}][\p{L}\p{N}'’-]*)?/u
const wordBefore = /[\p{L}\p{N}][\p{L}\p{N}.'’-]*$/u

/** How many characters after a full stop are looked at, so that the work stays linear. */
const lookahead = 160

/** Whether a text has no capitals: then a small letter may open a sentence. */
const lacksCapitals = (text: string): boolean => {
  const sample = text.slice(0, 4000)
  const capitals = sample.match(/\p{Lu}/gu)?.length ?? 0
  return capitals * 100 < sample.length
}

const isWhiteAt = (text: string, at: number): boolean => at >= text.length || white.test(text.charAt(at))

/**
 * Where the closing marks after a terminator end. A straight mark with spaces around it closes only if one is open: in
 * `he said " why ? " to her` the second one closes, in `he left . " why ?` it opens the next sentence.
 */
const endOfClosers = (text: string, from: number, open: (mark: string) => boolean): number => {
  let end = from
  for (;;) {
    if (closers.test(text.charAt(end))) {
      end += 1
      continue
    }
    let mark = end
    while (mark < text.length && mark - end < 3 && white.test(text.charAt(mark))) mark += 1
    const pair = text.startsWith("''", mark) ? "''" : text.charAt(mark)
    const closes = /^[”’»]$/.test(pair) || pair === "''" || (/^["']$/.test(pair) && open(pair))
    if (mark === end || !closes || !isWhiteAt(text, mark + pair.length)) return end
    end = mark + pair.length
  }
}

/** A terminator and its surroundings, as offsets in the text. */
type Terminator = {
  readonly sentenceStart: number
  readonly start: number
  readonly end: number
  readonly closed: number
  readonly next: number
  readonly smallOpens: boolean
}

/** Whether a sentence ends at a terminator; null leaves the decision to wink. */
const endsAt = (text: string, at: Terminator, rules: LanguageRules | null): boolean | null => {
  const { sentenceStart, start, end, closed, next, smallOpens } = at
  const mark = text.slice(start, end)
  const after = text.slice(next, next + lookahead)
  const opening = firstWord.exec(after)
  const word = opening?.[1] ?? ''
  const apart = start > sentenceStart && white.test(text.charAt(start - 1))
  const small = /^\p{Ll}/u.test(word)
  const quoted = /["'”’»«“]/.test(text.slice(end, closed))
  if (/^[。！？]/.test(mark)) return true
  if (quoted && /[!?]/.test(mark) && opensSpeechTag(after)) return false
  if (small && !apart && !smallOpens) return false
  if (/[!?]/.test(mark)) return !companyForm.test(after)
  if (mark.length > 1 || mark === '…') return !small && word !== 'I' && word !== ''
  const before = wordBefore.exec(text.slice(Math.max(sentenceStart, start - 24), apart ? start - 1 : start))?.[0] ?? ''
  const opensSentence = sentenceStart + before.length >= start - (apart ? 1 : 0)
  if (rules?.goesOn(before, word === '' ? after.charAt(0) : word)) return false
  const following = after.charAt(opening?.[0].length ?? 0)
  const reading = readStop(
    before,
    word === '' || /^[([]/.test(after) ? after.charAt(0) : word,
    following,
    opensSentence,
  )
  if (reading !== 'unknown') return reading === 'ends'
  if (apart) return true
  if (/[)\]]/.test(text.slice(end, closed)) && !/^[([]/.test(text.charAt(sentenceStart))) return null
  return word !== '' && (!small || smallOpens) ? true : null
}

const trimmed = (text: string, start: number, end: number): Span | null => {
  let [from, to] = [start, end]
  while (from < to && white.test(text.charAt(from))) from += 1
  while (to > from && white.test(text.charAt(to - 1))) to -= 1
  return from < to ? { start: from, end: to } : null
}

/**
 * Splits a paragraph into sentences. wink proposes the ends; rules correct its known errors (abbreviations, initials,
 * speech tags, spaced full stops).
 * @param text one paragraph
 * @param language its tag, for the abbreviations of a language other than English
 * @returns spans in order, without overlaps, covering every character that is not white space
 */
export const sentencesIn = (text: string, language: string | null = null): readonly Span[] => {
  const rules = rulesOf(language)
  const proposed = new Set(proposedSentenceEnds(text))
  const smallOpens = lacksCapitals(text)
  const spans: Span[] = []
  let sentenceStart = 0
  let counted = 0
  let depth = 0
  let hasWord = false
  const open = new Map<string, boolean>()
  const countMarks = (to: number): void => {
    for (; counted < to; counted += 1) {
      const mark = text.charAt(counted)
      if (!hasWord && /[\p{L}\p{N}]/u.test(mark)) hasWord = true
      if (mark === '(' && counted > sentenceStart) depth += 1
      if (mark === ')' && depth > 0) depth -= 1
      const apart = mark === '"' || (isWhiteAt(text, counted - 1) && isWhiteAt(text, counted + 1))
      if ((mark === '"' || mark === "'") && apart) open.set(mark, !open.get(mark))
    }
  }
  for (const { 0: mark, index } of text.matchAll(terminator)) {
    if (index < sentenceStart) continue
    const end = index + mark.length
    countMarks(end)
    const closed = endOfClosers(text, end, (quote) => open.get(quote) === true)
    const wide = /^[。！？]/.test(mark)
    if (closed >= text.length || !(wide || isWhiteAt(text, closed))) continue
    const inBrackets =
      depth > 0 && text.slice(end, end + lookahead).includes(')') && !/\)/.test(text.slice(end, closed))
    if (inBrackets || !hasWord) continue
    let next = closed
    while (next < text.length && white.test(text.charAt(next))) next += 1
    if (next >= text.length) break
    const found = { sentenceStart, start: index, end, closed, next, smallOpens }
    let agreed = false
    for (let at = end; at <= closed && !agreed; at += 1) agreed = proposed.has(at)
    if (!(endsAt(text, found, rules) ?? agreed)) continue
    const span = trimmed(text, sentenceStart, closed)
    if (span) spans.push(span)
    sentenceStart = next
    counted = next
    depth = 0
    hasWord = false
    open.clear()
  }
  const last = trimmed(text, sentenceStart, text.length)
  return last ? [...spans, last] : spans
}
