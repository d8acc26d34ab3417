import { article, definingStatements, joiners, opensBracket } from './english/acronym-words.ts'

const alphanumeric = /[\p{L}\p{N}]/u

const lettersOf = (short: string): string => [...short.toLowerCase()].filter((char) => alphanumeric.test(char)).join('')

/**
 * The algorithm of Schwartz and Hearst (2003): finds the letters of `short` in `long`, from the right, the first of
 * them at the start of a word. Returns the index in `long` where the long form begins, or -1.
 */
const startOfMatch = (short: string, long: string): number => {
  const letters = lettersOf(short)
  const text = long.toLowerCase()
  let at = text.length
  for (let index = letters.length - 1; index >= 0; index -= 1) {
    const letter = letters.charAt(index)
    const opensWord = (): boolean => at === 0 || !alphanumeric.test(text.charAt(at - 1))
    do at -= 1
    while (at >= 0 && (text.charAt(at) !== letter || (index === 0 && !opensWord())))
    if (at < 0) return -1
  }
  return at
}

/** Whether `long` as a whole is a long form of `short` by Schwartz and Hearst. */
const matchesLetters = (short: string, long: string): boolean =>
  startOfMatch(short, long) === 0 && long.split(/\s+/).length <= Math.min(short.length + 5, short.length * 2)

/** Whether the letters of `short` are the initials of the words of `long`, with or without small words. */
const matchesInitials = (short: string, long: string): boolean => {
  const words = long.toLowerCase().split(/\s+/)
  const initials = words.filter((word) => !joiners.has(word)).map((word) => word.charAt(0))
  const all = words.map((word) => word.charAt(0))
  return !joiners.has(words[0] ?? '') && [initials.join(''), all.join('')].includes(lettersOf(short))
}

const words = /\S+/g

/** The last words of `text`, at most `limit`, after any full stop, bracket or semicolon. */
const lastWords = (text: string, limit: number): readonly string[] => {
  const part = text.slice(Math.max(...['. ', '; ', ') ', '( ', ': ', '\n'].map((mark) => text.lastIndexOf(mark))) + 1)
  return (part.match(words) ?? []).slice(-limit)
}

/** The capitalised words right before a bracket, with small words among them: `House of Lords`. */
const capitalisedRun = (tail: readonly string[]): readonly string[] => {
  let from = tail.length
  for (let at = tail.length - 1; at >= 0; at -= 1) {
    const word = tail[at] ?? ''
    if (/^[“"']?\p{Lu}/u.test(word)) from = at
    else if (!joiners.has(word)) break
    if (/[,;]$/.test(tail[at - 1] ?? '')) break
  }
  return tail.slice(from)
}

const clean = (phrase: string): string => phrase.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.)]+$/gu, '')

const byInitials = (short: string, tail: readonly string[]): string | null => {
  for (let from = tail.length - 2; from >= 0; from -= 1) {
    const long = tail.slice(from).join(' ')
    if (matchesInitials(short, long)) return clean(long)
  }
  return null
}

/** The long form of `short` at the end of `before`; `capitals` says whether the text capitalises names. */
const longFormBefore = (before: string, short: string, capitals: boolean): string | null => {
  const size = lettersOf(short).length
  const tail = lastWords(before, Math.min(size + 5, size * 2) + 1)
  const plain = byInitials(short, tail)
  if (plain !== null || !capitals) return plain
  const run = capitalisedRun(tail)
  const named = clean(run.join(' '))
  if (run.length >= 2 && named.charAt(0).toLowerCase() === short.charAt(0).toLowerCase()) return named
  const text = tail.join(' ')
  const start = startOfMatch(short, text)
  const long = start === -1 ? '' : clean(text.slice(start))
  return /\s/.test(long) || long.length > short.length * 2 ? long : null
}

/** A short form that a document expands, both as written: `WHO` and `World Health Organization`. */
type DefinedAcronym = { readonly short: string; readonly long: string }

/** How many characters before a bracket a long form may begin. */
const reach = 160

const bracketed = /[([]\s?([^()[\]\n]{2,100}?)\s?[)\]]/g
const shortForm = /^(?:\p{L}[\p{L}\p{N}.&-]{1,9})$/u
const hasCapitals = (text: string): boolean => /\p{Lu}.*\p{Lu}/u.test(text)
const wordBefore = /(\p{L}[\p{L}\p{N}.&-]{1,9})["'”’]?\s?$/u

const withoutArticle = (phrase: string): string => phrase.replace(article, '').replace(/[\s,.;:"'”’]+$/, '')

/** `Long Form (SHORT)` and `SHORT (Long Form)`. In text without capitals, only initials are trusted. */
const inBrackets = (text: string): readonly DefinedAcronym[] =>
  [...text.matchAll(bracketed)].flatMap((match): DefinedAcronym[] => {
    const inside = (match[1] ?? '').replace(opensBracket, '').replace(/["“”]/g, '').trim()
    const before = text.slice(Math.max(0, match.index - reach), match.index).trimEnd()
    if (shortForm.test(inside)) {
      const long = longFormBefore(before, inside, hasCapitals(inside))
      return long ? [{ short: inside, long }] : []
    }
    const short = wordBefore.exec(before)?.[1]
    const long = withoutArticle(inside)
    if (!short || !/\s/.test(long)) return []
    const fits = hasCapitals(short) ? matchesLetters(short, long) : matchesInitials(short, long)
    return fits ? [{ short, long }] : []
  })

const inStatements = (text: string): readonly DefinedAcronym[] =>
  definingStatements.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match): DefinedAcronym[] => {
      const names = [withoutArticle(match[1] ?? ''), withoutArticle(match[2] ?? '')].sort((a, b) => a.length - b.length)
      const [short = '', long = ''] = names
      if (short === '' || short.toLowerCase() === long.toLowerCase()) return []
      const initials = match[3] ?? ''
      return matchesInitials(initials, long)
        ? [
            { short, long },
            { short: initials, long },
          ]
        : [{ short, long }]
    }),
  )

/**
 * Finds the short forms that a text expands: `World Health Organization (WHO)`, `WHO (World …)`, `X, also known as Y`,
 * `X is an acronym for Y`. Takes time linear in the text.
 * @param text any text
 * @returns each pair once, those in brackets first
 */
export const definedAcronyms = (text: string): readonly DefinedAcronym[] => {
  const pairs = new Map<string, DefinedAcronym>()
  for (const pair of [...inBrackets(text), ...inStatements(text)]) {
    const key = `${pair.short}\0${pair.long}`.toLowerCase()
    if (!pairs.has(key)) pairs.set(key, pair)
  }
  return [...pairs.values()]
}
