const joiners = new Set(['of', 'the', 'and', 'for', 'in', 'on', 'to', 'a', 'an', 'de', 'la', '&', '-'])
const alphanumeric = /[\p{L}\p{N}]/u

const lettersOf = (short: string): string => [...short.toLowerCase()].filter((char) => alphanumeric.test(char)).join('')

/**
 * Schwartz and Hearst's match (2003): the letters of `short` in order in `long`, from the right, the first of them at
 * the start of a word. Gives the place in `long` where the long form begins, or -1.
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
export const matchesLetters = (short: string, long: string): boolean =>
  startOfMatch(short, long) === 0 && long.split(/\s+/).length <= Math.min(short.length + 5, short.length * 2)

/** Whether the letters of `short` are the initials of the words of `long`, small joining words apart. */
export const matchesInitials = (short: string, long: string): boolean => {
  const words = long.toLowerCase().split(/\s+/)
  const initials = words.filter((word) => !joiners.has(word)).map((word) => word.charAt(0))
  const all = words.map((word) => word.charAt(0))
  return !joiners.has(words[0] ?? '') && [initials.join(''), all.join('')].includes(lettersOf(short))
}

const words = /\S+/g

/** The last words of `text` that are in one sentence part: nothing before a full stop, a bracket or a semicolon. */
const lastWords = (text: string, most: number): readonly string[] => {
  const part = text.slice(Math.max(...['. ', '; ', ') ', '( ', ': ', '\n'].map((mark) => text.lastIndexOf(mark))) + 1)
  return (part.match(words) ?? []).slice(-most)
}

/** The capitalised words right before a bracket, joining words inside: `Islamic State of Iraq and the Levant`. */
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

/** The long form of `short` that `before` ends with; `capitals` says whether the text tells names by capitals. */
export const longFormBefore = (before: string, short: string, capitals: boolean): string | null => {
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
