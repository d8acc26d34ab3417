import { type PdfOptions, page, pdfFile, ruled, widthOf, written } from './pdf-file.ts'

/** What a text is made of, as a writer would say it. */
export type Piece =
  | { readonly heading: string; readonly size?: number }
  | { readonly text: string }
  | { readonly note: string }
  | { readonly item: string }

export type Layout = {
  readonly columns?: number
  /** Whether each line of a page is drawn over all columns before the next. */
  readonly rowByRow?: boolean
  readonly size?: number
  readonly head?: (page: number) => string
  readonly foot?: (page: number) => string
  /** Full width, above the columns of the first page. */
  readonly title?: readonly string[]
  readonly abstract?: string
  /** Space between paragraphs, or else their first lines stand in. */
  readonly gap?: number
  readonly hyphens?: boolean
  readonly options?: PdfOptions
}

const margin = { left: 72, right: 72, top: 90, bottom: 100 }
const gutter = 24

/** Where words may be broken: behind every third letter, not near their ends. */
const breakIn = (word: string, room: number, size: number): readonly [string, string] | null => {
  if (!/^[a-z]{8,}$/.test(word)) return null
  for (let at = word.length - 3; at >= 3; at -= 1)
    if (widthOf(`${word.slice(0, at)}-`, size) <= room) return [`${word.slice(0, at)}-`, word.slice(at)]
  return null
}

type Line = {
  readonly words: readonly string[]
  readonly isLast: boolean
  readonly indent: number
  readonly before: number
}

const wrapped = (
  text: string,
  width: number,
  size: number,
  indent: number,
  before: number,
  hyphens: boolean,
): Line[] => {
  const lines: Line[] = []
  let words: string[] = []
  let used = indent
  const waiting = text.split(' ')
  const close = (isLast: boolean): void => {
    lines.push({ words, isLast, indent: lines.length === 0 ? indent : 0, before: lines.length === 0 ? before : 0 })
    words = []
    used = 0
  }
  while (waiting.length > 0) {
    const word = waiting.shift() as string
    const space = words.length === 0 ? 0 : 0.278 * size
    if (used + space + widthOf(word, size) <= width) {
      words.push(word)
      used += space + widthOf(word, size)
      continue
    }
    const halves = hyphens ? breakIn(word, width - used - space, size) : null
    if (halves !== null) {
      words.push(halves[0])
      waiting.unshift(halves[1])
    } else waiting.unshift(word)
    close(false)
  }
  close(true)
  return lines
}

/** A line with its words spread over the width, unless it is the last. */
const drawn = (x: number, y: number, width: number, size: number, { words, isLast, indent }: Line): string => {
  const own = words.reduce((sum, word) => sum + widthOf(word, size), 0)
  const space = isLast || words.length < 2 ? 0.278 * size : (width - indent - own) / (words.length - 1)
  let at = x + indent
  return words
    .map((word) => {
      const operators = written(at, y, word, { size })
      at += widthOf(word, size) + space
      return operators
    })
    .join('\n')
}

type Placed = { readonly y: number; readonly column: number; readonly operators: string }

/**
 * Lays a text out on pages as programs do: lines are spread over the width of their column, and what does not fit goes
 * on in the next column or page; notes stand at the foot of the column that they came up in.
 * @param pieces the text
 * @param layout how it looks
 * @returns the file, and how many pages it has
 */
export const laidOut = (
  pieces: readonly Piece[],
  layout: Layout = {},
): { readonly bytes: Uint8Array; readonly pages: number } => {
  const {
    columns = 1,
    rowByRow = false,
    size = 10,
    head,
    foot,
    title = [],
    abstract,
    gap = 0,
    hyphens = false,
  } = layout
  const leading = 1.2 * size
  const width = (page.width - margin.left - margin.right - gutter * (columns - 1)) / columns
  const pages: Placed[][] = [[]]
  const notes: string[] = []
  let [column, y, top] = [0, margin.top, margin.top]
  for (const line of title) {
    pages[0]?.push({
      y,
      column: -1,
      operators: written((page.width - widthOf(line, 18)) / 2, y, line, { size: 18, font: 'bold' }),
    })
    y += 22
  }
  if (abstract !== undefined) {
    for (const line of wrapped(abstract, page.width - margin.left - margin.right - 40, size, 0, 0, false)) {
      y += leading
      pages[0]?.push({
        y,
        column: -1,
        operators: drawn(margin.left + 20, y, page.width - margin.left - margin.right - 40, size, line),
      })
    }
    y += 2 * leading
  }
  top = y
  const noteLines = (note: string): Line[] => wrapped(note, width, 0.8 * size, 0, 0, false)
  const room = (): number =>
    page.height - margin.bottom - notes.flatMap(noteLines).length * size - (notes.length > 0 ? size : 0)
  const put = (operators: string): void => {
    pages.at(-1)?.push({ y, column, operators })
  }
  const closeColumn = (): void => {
    const lines = notes.flatMap(noteLines)
    if (lines.length > 0) {
      y = page.height - margin.bottom - lines.length * size
      put(ruled(margin.left + column * (width + gutter), y - 0.4 * size, 60))
      for (const line of lines) {
        y += size
        put(drawn(margin.left + column * (width + gutter), y, width, 0.8 * size, line))
      }
    }
    notes.length = 0
    column += 1
    if (column === columns) {
      column = 0
      pages.push([])
      top = margin.top
    }
    y = top
  }
  const down = (by: number): void => {
    if (y + by > room()) {
      closeColumn()
      y += leading
    } else y += by
  }
  for (const piece of pieces) {
    const x = (): number => margin.left + column * (width + gutter)
    if ('note' in piece) notes.push(piece.note)
    else if ('heading' in piece) {
      if (y + 5 * leading > room()) closeColumn()
      y += 2 * leading
      put(written(x(), y, piece.heading, { size: piece.size ?? 1.2 * size, font: 'bold' }))
      y += 0.4 * leading
    } else {
      const isItem = 'item' in piece
      const text = isItem ? piece.item : piece.text
      const inside = isItem ? 14 : 0
      const lines = wrapped(text, width - inside, size, isItem || gap > 0 ? 0 : 1.5 * size, gap, hyphens)
      for (const [at, line] of lines.entries()) {
        down(leading + line.before)
        if (isItem && at === 0) put(written(x(), y, '•', { size }))
        put(drawn(x() + inside, y, width - inside, size, line))
      }
    }
  }
  closeColumn()
  const whole = pages.filter((placed) => placed.length > 0)
  const contents = whole.map((placed, at) => {
    const ordered = rowByRow ? [...placed].sort((a, b) => a.y - b.y || a.column - b.column) : placed
    const [above, below] = [head?.(at + 1), foot?.(at + 1)]
    return [
      ...(above === undefined ? [] : [written(margin.left, 50, above, { size: 9 })]),
      ...ordered.map(({ operators }) => operators),
      ...(below === undefined
        ? []
        : [written((page.width - widthOf(below, 9)) / 2, page.height - 50, below, { size: 9 })]),
    ].join('\n')
  })
  return { bytes: pdfFile(contents, layout.options), pages: whole.length }
}

const words =
  'harbour council report winter measured station quarter season village engineers carefully repaired several bridges across the valley while neighbours collected observations concerning temperature rainfall and unexpected changes within protected gardens because visitors requested information about traditional workshops however committee members considered additional improvements before publishing remarkable results from independent laboratories'.split(
    ' ',
  )

/**
 * Text for test files: the same for the same seed.
 * @param seed any number
 * @param sentences how many
 * @returns sentences, each with a number of its own, so that no two are alike
 */
export const prose = (seed: number, sentences: number): string => {
  let state = seed * 7919 + 17
  const next = (below: number): number => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor((state / 2147483648) * below)
  }
  return Array.from({ length: sentences }, (_, at) => {
    const own = Array.from({ length: 8 + next(9) }, () => words[next(words.length)] as string)
    const first = own[0] as string
    own[0] = first.charAt(0).toUpperCase() + first.slice(1)
    own.splice(3, 0, `item${seed}x${at}`)
    return `${own.join(' ')}.`
  }).join(' ')
}
