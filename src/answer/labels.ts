import type { Analyser, Word } from '../index/port.ts'
import { monthNames, weekdayNames } from '../language/english/calendar-words.ts'
import { functionWords } from '../language/english/function-words.ts'
import { labelledNouns } from '../language/english/naming-letters.ts'
import { isOrdinal, labelNumber, otherNumeral } from '../language/english/ordinals.ts'

/** A letter, number or mark of a question that tells one thing from others of its kind: the `D` of `ward D`. */
export type Label = {
  /** The thing with its label, as the asker wrote it. */
  readonly surface: string
  /** The term of the kind; null for a name that needs none (`C++`, `B12`). */
  readonly kind: string | null
  /** The label, folded. */
  readonly word: string
  /** The term of the other way to write it, in figures or Roman numerals. */
  readonly numeral?: string
}

/** `C++`, `F#`. */
const signed = /^\p{L}[+#]+$/u
/** `b12`, `kd60`, `h1b`. */
const coded = /^(\p{L}{1,4})(\p{N}{1,4})(\p{L}?)$/u
const withoutPlural = (word: string): string => (coded.test(word) ? word.replace(/(?<=\p{N})s$/u, '') : word)
const singleLetter = /^\p{L}$/u
/** The letters that are words unless they name something, when the analyser writes them large. */
const isWordAlone = (folded: string): boolean => folded === 'a' || folded === 'i'
const romanNumeral = /^[IVXLC]{2,}$/
const datingWords = new Set([...monthNames, ...weekdayNames].flatMap((name) => [name, name.slice(0, 3)]).concat('sept'))
/** Years date a thing more often than they name it. */
const yearLike = /^(?:1\d{3}|20\d{2})$/

const isNamingNumber = (text: string, kind: Word, label: Word, next: Word | undefined): boolean => {
  if (yearLike.test(label.folded) || labelNumber(label.folded) === null || isOrdinal(label.folded)) return false
  const raw = text.slice(label.start, label.end)
  // `Chopin's 200th birthday`: the analyser reads an ordinal's ending as a word of its own.
  if (/^\p{L}/u.test(text.slice(label.end, label.end + 1)) || /['’]s$/.test(text.slice(kind.start, kind.end)))
    return false
  if (romanNumeral.test(raw) && /\p{Ll}/u.test(text)) return true
  if (!/^\p{N}/u.test(raw)) return false
  if (labelledNouns.has(kind.folded)) return true
  const isName = kind.start > 0 && /^\p{Lu}/u.test(text.slice(kind.start, kind.end))
  const isCounting =
    next !== undefined && /^ \p{Ll}/u.test(text.slice(label.end, next.end)) && !functionWords.has(next.folded)
  return isName && !isCounting && !datingWords.has(kind.folded.toLowerCase())
}

const isNamingLetter = (text: string, kind: Word, label: Word, isVerb: boolean): boolean => {
  if (!singleLetter.test(label.folded) || isWordAlone(label.folded)) return false
  const raw = text.slice(label.start, label.end)
  // An initial, as in `John F. Kennedy`, names nobody on its own.
  if (/^\.|^\s\p{Lu}\p{Ll}/u.test(text.slice(label.end, label.end + 3))) return false
  if (labelledNouns.has(kind.folded)) return true
  const isCommon = /^\p{Ll}/u.test(text.slice(kind.start, kind.end)) && !functionWords.has(kind.folded)
  return /^\p{Lu}$/u.test(raw) && isCommon && !isVerb
}

/**
 * The labels in a question.
 * @param words its words, in order
 * @param verbs where its verbs start
 */
export const labelsOf = (
  text: string,
  words: readonly Word[],
  verbs: ReadonlySet<number>,
  { termOf }: Analyser,
): readonly Label[] =>
  words.flatMap((word, at): readonly Label[] => {
    const surface = text.slice(word.start, word.end)
    if (signed.test(word.folded) || coded.test(word.folded))
      return [{ surface, kind: null, word: withoutPlural(word.folded) }]
    const numbered = words[at + 1]
    if (numbered && isOrdinal(word.folded) && word.folded !== 'first' && labelledNouns.has(numbered.folded))
      return [{ surface: text.slice(word.start, numbered.end), kind: termOf(numbered.folded), word: word.folded }]
    const kind = words[at - 1]
    const term = kind === undefined ? null : termOf(kind.folded)
    if (kind === undefined || term === null || !/^[ -]$/.test(text.slice(kind.end, word.start))) return []
    const label = { surface: text.slice(kind.start, word.end), kind: term, word: word.folded }
    if (!isNamingLetter(text, kind, word, verbs.has(kind.start)) && !isNamingNumber(text, kind, word, words[at + 1]))
      return []
    const numeral = termOf(otherNumeral(word.folded) ?? '')
    return [numeral ? { ...label, numeral } : label]
  })

/** Words with their terms, of a sentence or of title and headings. */
export type Wording = { readonly words: readonly string[]; readonly terms: readonly (string | null)[] }

/** What a text says of a label: has it, has another one of the kind instead, or neither. */
export type Labelling = 'same' | 'other' | 'none'

/** Words between a kind and the last of several labels: `wards B, C and D`. */
const maxListLength = 6
/** Words between an ordinal and its kind: `Second World War`. */
const maxOrdinalDistance = 2

const sameLabel = (label: string, word: string): boolean =>
  word === label ||
  (singleLetter.test(label) && coded.exec(word)?.[1] === label) ||
  (labelNumber(label) !== null && labelNumber(word) === labelNumber(label))

/** Whether a folded word can only be a label behind a kind: the article `a` and plain words are none. */
const isLabel = (label: string, word: string): boolean => {
  if (isWordAlone(word)) return false
  if (labelNumber(label) !== null && !/^[cdlmvx]$/.test(label)) return labelNumber(word) !== null
  return singleLetter.test(word) || coded.test(word)
}

const labellingWithKind = ({ kind, word: label }: Label, { words, terms }: Wording): Labelling => {
  let found: Labelling = 'none'
  const isFigure = /^\p{N}/u.test(label)
  for (const [at, term] of terms.entries()) {
    if (term !== kind) continue
    // A list of figures may be long: `Flags: 0 not checked, 1 good, 2 doubtful`.
    if (isFigure && words.includes(label)) return 'same'
    for (let on = 1; on <= maxListLength; on++) {
      const next = words[at + on]
      if (next === undefined) break
      if (sameLabel(label, next)) return 'same'
      if (on === 1 && isLabel(label, next)) found = 'other'
    }
    for (let back = 1; back <= maxOrdinalDistance; back++) {
      const before = words[at - back] ?? ''
      if (!isOrdinal(before) && !(back === 1 && singleLetter.test(before))) continue
      if (sameLabel(label, before)) return 'same'
      if (isOrdinal(before) && labelNumber(label) !== null) found = 'other'
    }
  }
  return found
}

const labellingAlone = ({ word: label }: Label, { words }: Wording): Labelling => {
  const [, letters, digits, tail] = coded.exec(label) ?? []
  let found: Labelling = 'none'
  for (const [at, word] of words.entries()) {
    if (withoutPlural(word) === label || (word === letters && words[at + 1] === `${digits}${tail}`)) return 'same'
    if (letters === undefined ? signed.test(word) : coded.exec(word)?.[1] === letters) found = 'other'
  }
  return found
}

/** What the texts of a passage say of a label; one that has it is enough. */
export const labellingOf = (label: Label, texts: readonly Wording[]): Labelling => {
  // A row or an item that begins with the figure, where a heading or a row above names the kind.
  const isRow = (): boolean => texts.some(({ words: [first] }) => first !== undefined && sameLabel(label.word, first))
  const isKindNamed = (): boolean => texts.some(({ terms }) => terms.includes(label.kind))
  if (label.kind !== null && isKindNamed() && isRow()) return 'same'
  const each = texts.map((text) => (label.kind === null ? labellingAlone(label, text) : labellingWithKind(label, text)))
  if (each.includes('same')) return 'same'
  return each.includes('other') ? 'other' : 'none'
}
