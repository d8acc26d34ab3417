/** Closing marks by opening mark: straight, English, German, French and Japanese ones, and reversed guillemets. */
const closings: { readonly [opening: string]: string } = {
  '"': '"”“',
  '“': '”"',
  '„': '“”"',
  '”': '”',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
  '「': '」',
  '『': '』',
  "'": "'’",
  '‘': "’'",
  '‚': "‘’'",
}
const openings = Object.keys(closings)

/** Marks that may be apostrophes, and so are quotation marks only at the edges of words. */
const single = "'‘’‚"

const markOrWord = /["“”„«»‹›「」『』'‘’‚]|[\p{L}\p{N}]+/gu

const isWordLike = (character: string): boolean => /[\p{L}\p{N}]/u.test(character)
const isWhite = (character: string): boolean => character === '' || /\s/.test(character)

const opensAt = (text: string, at: number): boolean => {
  const mark = text.charAt(at)
  const before = text.charAt(at - 1)
  const next = text.charAt(at + 1)
  // French marks may have a space inside, and Japanese ones have none outside.
  if ('«‹「『'.includes(mark)) return true
  if (isWhite(next)) return false
  if (!single.includes(mark)) return !isWordLike(before)
  // Before a digit, it is the apostrophe of `’90s`.
  return !/\d/.test(next) && (isWhite(before) || /[([{"“„«»‹›—–-]/.test(before))
}

const closesAt = (text: string, at: number): boolean => {
  const mark = text.charAt(at)
  if ('»›」』'.includes(mark)) return true
  return !isWhite(text.charAt(at - 1)) && !isWordLike(text.charAt(at + 1))
}

/** The texts between quotation marks; of nested quotations, the outermost. Linear in the length of the text. */
const betweenMarks = (text: string): readonly string[] => {
  // Backwards, so that for each mark the nearest one that may close it is known, and whether a word is in between.
  const closers = new Map<string, number>()
  const quoted = new Map<number, number>()
  let nextWord = text.length
  for (const { 0: found, index } of [...text.matchAll(markOrWord)].reverse()) {
    if (closings[found] !== undefined && opensAt(text, index)) {
      const closer = closers.get(found)
      // Single marks around one letter are the apostrophes of `rock 'n' roll`.
      const isElided = closer === index + 2 && single.includes(found)
      if (closer !== undefined && nextWord < closer && !isElided) quoted.set(index, closer)
    }
    if (isWordLike(found)) nextWord = index
    else if (closesAt(text, index))
      for (const opening of openings) if (closings[opening]?.includes(found)) closers.set(opening, index)
  }
  const between: string[] = []
  let end = -1
  for (const [opening, closer] of [...quoted].reverse()) {
    if (opening < end) continue
    between.push(text.slice(opening + 1, closer))
    end = closer + 1
  }
  return between
}

type Block = { readonly isQuoted: boolean; readonly lines: string[] }

/**
 * The text as runs of lines inside and outside Discord's block quotes (`> ` before each, `>>> ` before all that
 * follow).
 */
const blocksOf = (text: string): readonly Block[] => {
  const blocks: Block[] = []
  let rest = false
  for (const line of text.split(/\r?\n/)) {
    const [, mark] = /^(>>>|>)(?: |$)/.exec(line) ?? []
    const isQuoted = rest || mark !== undefined
    const content = rest || mark === undefined ? line : line.slice(mark.length + 1)
    rest ||= mark === '>>>'
    const last = blocks.at(-1)
    if (last?.isQuoted === isQuoted) last.lines.push(content)
    else blocks.push({ isQuoted, lines: [content] })
  }
  return blocks
}

/**
 * The quotations in a text, in order: what is between quotation marks, and Discord's block quotes. Apostrophes and
 * unpaired marks do not count. Linear in the length of the text.
 */
export const quotationsIn = (text: string): readonly string[] =>
  blocksOf(text).flatMap(({ isQuoted, lines }) => {
    const content = lines.join('\n')
    if (!isQuoted) return betweenMarks(content)
    return isWordLike(content) ? [content.trim()] : []
  })
