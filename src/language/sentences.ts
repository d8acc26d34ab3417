import type { Span } from '../domain/span.ts'
import { companyForm, englishStops } from './english/abbreviations.ts'
import { clauseOpener, speechTag } from './english/speech-words.ts'
import { proposedSentenceEnds } from './english/wink.ts'
import { rulesOf } from './languages.ts'
import { plainForm } from './letters.ts'
import { opensWithoutSpace } from './missing-space.ts'
import { endOfNoteMarks } from './note-marks.ts'
import type { StopTable } from './stop-table.ts'
import { readStop } from './stops.ts'
import { endOfWideClosers, reportsSpeech } from './wide-marks.ts'

/** Whether `text`, after a closing quotation mark, says who spoke: `Guo said` in `"Stop!" Guo said.` */
const opensSpeechTag = (text: string): boolean => !clauseOpener.test(text) && speechTag.test(text)

/** Full stops may stand apart in an ellipsis: `. . .` */
const terminator = /\.(?:\s\.){2,}|[.!?…]+|[。！？｡]+/g
// `»German.«` and `„German.“` close with opening marks of other languages.
const closers = /["'”’»«“)\]]/
const white = /\s/
const firstWord = /^(?:["'“‘«»„‚([¿¡]\s?)*([\p{L}\p{N}][\p{L}\p{N}'’-]*)?/u
const wordBefore = /[\p{L}\p{N}][\p{L}\p{N}.'’-]*$/u
/** What a sentence with a note may end with; not `*.[ch]`. */
const behindWord = /[\p{L}\p{N}\p{Pe}\p{Pf}\p{Sc}"'”’%°]/u
const dash = /^[—–-]\s?/
/** `eBay`, `macOS`: a small letter that counts as a capital. */
const camelCase = /^(?:\p{Ll}|mac|tv)\p{Lu}/u
/** `a.`, `(b)`, `2)` before an item of a list. */
const itemLabel = /^(?:\(?(\p{Ll}|\d{1,2})\)|(\p{Ll}|\d{1,2})\.)\s+\p{Lu}/u

/** How many characters after a full stop are looked at, and before it, so that the work stays linear. */
const lookahead = 160
const lookbehind = 60

/** Whether a text has no capitals: then a small letter may open a sentence. */
const lacksCapitals = (text: string): boolean => {
  const sample = text.slice(0, 4000)
  const capitals = sample.match(/\p{Lu}/gu)?.length ?? 0
  return capitals * 100 < sample.length
}

const isWhiteAt = (text: string, at: number): boolean => at >= text.length || white.test(text.charAt(at))

/** Fewer dots in a row may be those of an ellipsis and a full stop. */
const minLeader = { beforeNumber: 4, apart: 6, attached: 8 }

/** A price and no more: `Coffee ... 1.50 €` */
const priceAlone = /^\s?(?:[$€£¥]\s?\d{1,6}(?:[.,]\d{1,3}){0,2}|\d{1,6}(?:[.,]\d{2}|\s?[€£¥])\s?[€£¥]?)$/

/** Whether dots lead from a name to its value, as in `Adults ........ 9.50`, and end nothing. */
const isLeader = (text: string, start: number, end: number): boolean => {
  if (white.test(text.charAt(start - 1)) && priceAlone.test(text.slice(end, end + 24))) return true
  if (end - start < 2) return false
  const dots = text.slice(start, end).match(/\./g)?.length ?? 0
  const after = text.slice(end, end + 8).trimStart()
  const isApart = isWhiteAt(text, start - 1)
  const isNumber = /^[\d$€£¥]/.test(after)
  // `(6-14) .. 4.00`: no ellipsis has two.
  if (dots === 2 && end - start === 2 && isApart && isNumber) return true
  if (dots < minLeader.beforeNumber || after === '') return false
  return isNumber || dots >= (isApart ? minLeader.apart : minLeader.attached)
}

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
  /** Behind its closing marks, and behind the marks of notes that follow them. */
  readonly closed: number
  readonly noted: number
  readonly next: number
  readonly smallOpens: boolean
}

/** Whether one item of a list follows another: `a. Check the valves. b. Open the cock.` */
const opensItem = (before: string, after: string): boolean => {
  const [, inBrackets, plain] = itemLabel.exec(before) ?? []
  const [, nextInBrackets, nextPlain] = itemLabel.exec(after) ?? []
  const [label, next] = inBrackets === undefined ? [plain, nextPlain] : [inBrackets, nextInBrackets]
  if (label === undefined || next === undefined) return false
  return /\d/.test(label) ? Number(next) === Number(label) + 1 : next.charCodeAt(0) === label.charCodeAt(0) + 1
}

/** Whether a sentence ends at a terminator; null leaves the decision to wink. */
const endsAt = (text: string, at: Terminator, table: StopTable): boolean | null => {
  const { sentenceStart, start, end, closed, noted, next, smallOpens } = at
  const mark = text.slice(start, end)
  const after = text.slice(next, next + lookahead)
  const opening = firstWord.exec(after)
  const word = opening?.[1] ?? ''
  const apart = start > sentenceStart && white.test(text.charAt(start - 1))
  const small = /^\p{Ll}/u.test(word) && !camelCase.test(word)
  const quoted = /["'”’»«“]/.test(text.slice(end, closed))
  const sentence = text.slice(sentenceStart, sentenceStart + lookahead)
  if (/^[。！？｡]/.test(mark)) return closed === end || !reportsSpeech(after)
  if (quoted && /[!?]/.test(mark) && opensSpeechTag(after)) return false
  if (opensItem(sentence, after)) return true
  const smallBehindDash = dash.test(after) && /^\p{Ll}/u.test(after.replace(dash, ''))
  if (dash.test(after) && dash.test(sentence)) return !smallBehindDash
  if (smallBehindDash && !smallOpens && /[!?]/.test(mark)) return false
  if (small && !smallOpens && !(apart && mark === '.')) return false
  if (/[!?]/.test(mark)) return !companyForm.test(after)
  if (/^[:;,](?:\s|$)/.test(after)) return false
  if (mark.length > 1 || mark === '…') return !small && word !== 'I' && word !== ''
  const before = wordBefore.exec(text.slice(Math.max(sentenceStart, start - 24), apart ? start - 1 : start))?.[0] ?? ''
  const wordStart = start - (apart ? 1 : 0) - before.length
  const stop = {
    lead: text.slice(Math.max(sentenceStart, wordStart - lookbehind), wordStart),
    before,
    next: word === '' || /^[([]/.test(after) ? after.charAt(0) : word,
    following: after.charAt(opening?.[0].length ?? 0),
    opensSentence: wordStart <= sentenceStart,
  }
  // Behind a closing mark or a note, `The` opens a sentence, also after an abbreviation: `(by Potter & Co.) The`.
  const closes = noted > closed || (closed > end && !small && table.openers.has(plainForm(word)))
  const reading = closes ? 'unknown' : readStop(stop, table)
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
 * Splits a paragraph into sentences by rules (abbreviations, initials, speech tags, spaced full stops); wink decides what
 * they leave open.
 * @param text one paragraph
 * @param language its tag, for the abbreviations of a language other than English
 * @returns spans in order, without overlaps, covering every character that is not white space
 */
export const sentencesIn = (text: string, language: string | null = null): readonly Span[] => {
  const table = rulesOf(language)?.stops ?? englishStops
  // Most texts have no end that the words do not tell, and wink takes long.
  let ends: ReadonlySet<number> | undefined
  const isProposed = (from: number, to: number): boolean => {
    ends ??= new Set(proposedSentenceEnds(text))
    for (let at = from; at <= to; at += 1) if (ends.has(at)) return true
    return false
  }
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
    if (isLeader(text, index, end)) continue
    countMarks(end)
    const wide = /^[。！？｡]/.test(mark)
    const closed = wide ? endOfWideClosers(text, end) : endOfClosers(text, end, (quote) => open.get(quote) === true)
    const noted = behindWord.test(text.charAt(index - 1)) ? endOfNoteMarks(text, closed, table) : closed
    if (noted >= text.length) continue
    if (!wide && !isWhiteAt(text, noted) && !opensWithoutSpace(text, sentenceStart, index, end, noted, table)) continue
    const inBrackets =
      depth > 0 && text.slice(end, end + lookahead).includes(')') && !/\)/.test(text.slice(end, closed))
    if (inBrackets || !hasWord) continue
    let next = noted
    while (next < text.length && white.test(text.charAt(next))) next += 1
    if (next >= text.length) break
    const found = { sentenceStart, start: index, end, closed, noted, next, smallOpens }
    if (!(endsAt(text, found, table) ?? isProposed(end, closed))) continue
    const span = trimmed(text, sentenceStart, noted)
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
