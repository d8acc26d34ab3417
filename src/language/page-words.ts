/** The word for a page and for `of` in `Page 3 of 18`, in the languages that Quoth reads. */
const page = String.raw`(?:page|pages|pg\.?|p\.|pp\.|seite|s\.|página|pagina|pág\.?|blatt)`
const outOf = '(?:of|von|de|sur|/|out of)'
const amount = String.raw`(\d{1,4})`

/** A page number that says that it is one: `Page 3`, `3 of 18`, `3/18`, `- 3 -`. The first group that is set is it. */
const forms = [
  `${page} ?${amount}(?: ?${outOf} ?${amount})?`,
  `${amount} ?${outOf} ?${amount}`,
  `[-–—] ?${amount} ?[-–—]`,
  String.raw`\[ ?(?:${page} ?)?${amount} ?\]`,
].map((form) => `(?:${form})`)

/** The whole of a line. */
const alone = new RegExp(`^(?:${forms.join('|')})$`, 'i')
/** At either end of a line, apart from the rest of it. */
const atStart = new RegExp(`^(?:${forms.slice(0, 2).join('|')})(?: {2,}|\\t| ?[|·•–—] ?)\\S`, 'i')
const atEnd = new RegExp(`(?: {2,}|\\t| ?[|·•–—] ?)(?:${forms.slice(0, 2).join('|')})$`, 'i')
/** At the end of a line, apart or not. */
const close = new RegExp(`\\S (?:${forms.slice(0, 2).join('|')})$`, 'i')

const named = new RegExp(`(?:^|[^\\p{L}])${page} ?\\d`, 'iu')

/** What a line says of its page. */
export type PageMark = {
  readonly page: number
  /** How many pages there are; null where the line does not say. */
  readonly of: number | null
  /** Whether nothing else stands in the line, or the rest stands apart from it. */
  readonly isApart: boolean
  /** Whether it has the word for a page. */
  readonly isNamed: boolean
  /** Whether it is the whole line. */
  readonly isWhole: boolean
}

/** Longer lines are no head of a page. */
const longest = 160

/**
 * @param line one line
 * @returns the page number in it that says that it is one; null if there is none
 */
export const pageMark = (line: string): PageMark | null => {
  if (line.length > longest || !/\d/.test(line)) return null
  const whole = alone.exec(line)
  const found = whole ?? atStart.exec(line) ?? atEnd.exec(line.slice(-60))
  const match = found ?? close.exec(line.slice(-60))
  if (!match) return null
  const [pageNumber = 0, of = null] = match.slice(1).flatMap((group) => (group === undefined ? [] : [Number(group)]))
  if (of !== null && of < pageNumber) return null
  return { page: pageNumber, of, isApart: found !== null, isNamed: named.test(match[0]), isWhole: whole !== null }
}

const months = String.raw`(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|january|february|march|april|june|july|august|september|october|november|december)\.?`
const month = new RegExp(`(?<!\\p{L})${months}(?!\\p{L})`, 'giu')

/** A Roman number on its own in small letters, or in capitals. */
const roman =
  /(?<![\p{L}\p{N}])(?=[ivxlcdm]|[IVXLCDM])(?:m{0,3}(?:c[md]|d?c{0,3})(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})|M{0,3}(?:C[MD]|D?C{0,3})(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3}))(?![\p{L}\p{N}])/gu

const values: { readonly [letter: string]: number } = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 }

const romanValue = (written: string): number => {
  const digits = [...written.toLowerCase()].map((letter) => values[letter] ?? 0)
  return digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0)
}

/** A figure, or what may be a Roman number at either end. */
const hasNumber = /\d|^[ivxlcdm]{1,7}(?:\s|$)|\s[ivxlcdm]{1,7}$/i

/** Costs less to look for than a Roman number, and stands where one does. */
const mayBeRoman = /(?<![A-Za-z\d])[ivxlcdmIVXLCDM]+(?![A-Za-z\d])/

/** A line with its numbers apart from its words. */
export type Template = { readonly words: string; readonly numbers: readonly number[] }

/**
 * @param line a line
 * @returns what is the same on each page, and the numbers (in figures or Roman) that may count pages
 */
export const templateOf = (line: string): Template => {
  // Most lines have no number, and cost nothing more.
  if (!hasNumber.test(line)) return { words: line, numbers: [] }
  const numbers: number[] = []
  const undated = line.replace(month, '@')
  const inFigures = mayBeRoman.test(undated)
    ? undated.replace(roman, (written) => (written === 'I' ? written : `\u0001${romanValue(written)}\u0001`))
    : undated
  const words = inFigures
    .replace(/\d+/g, (digits) => {
      numbers.push(Number(digits))
      return '#'
    })
    .replaceAll('\u0001', '')
    .replace(/\s+/g, ' ')
    .trim()
  return { words, numbers }
}
