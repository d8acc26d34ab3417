import type { Span } from '../domain/span.ts'

/** A line that is not blank; its span leaves out the white space around it. */
export type Line = Span & {
  readonly text: string
  /** Columns of white space before it; a tab counts as four. */
  readonly indent: number
  /** Blank lines right before it. */
  readonly gap: number
  /** The list mark (`•`, `-`, `3.`) or quote mark (`>`) it opens with; the text of the span comes after it. */
  readonly mark: Span | null
  readonly markKind: 'bullet' | 'number' | 'quote' | null
  /** The rule of `=`, `-` or `~` that stands right below, as under a heading. */
  readonly underline: '=' | '-' | '~' | null
}

const bullet = /^[•‣▪▫◦●○·∙⁃*–-][ \t\u00a0]+(?=\S)/
const number = /^(?:\(?\d{1,3}[.)]|\(?[a-z]\))[ \t]+(?=\S)/
const quote = /^(?:> ?)+(?=\S|$)/

const underline = /^(?:={3,}|-{3,}|~{3,})$/

const columns = (white: string): number => [...white].reduce((sum, char) => sum + (char === '\t' ? 4 : 1), 0)

const markOf = (text: string): { readonly kind: Line['markKind']; readonly length: number } => {
  const quoted = quote.exec(text)?.[0].length ?? 0
  if (quoted > 0) return { kind: 'quote', length: quoted }
  const bulleted = bullet.exec(text)?.[0].length ?? 0
  if (bulleted > 0) return { kind: 'bullet', length: bulleted }
  const numbered = number.exec(text)?.[0].length ?? 0
  return numbered > 0 ? { kind: 'number', length: numbered } : { kind: null, length: 0 }
}

/**
 * The lines of a text that have words, in order. One without (a rule, a row of stars, a lone `>`) counts as blank for the
 * line after it.
 */
export const linesOf = (text: string): readonly Line[] => {
  const lines: Line[] = []
  let gap = 0
  let from = 0
  while (from <= text.length) {
    const newline = text.indexOf('\n', from)
    const to = newline === -1 ? text.length : newline
    const raw = text.slice(from, to)
    const content = raw.trim()
    const before = raw.length - raw.trimStart().length
    const start = from + before
    from = to + 1
    if (!/[\p{L}\p{N}]/u.test(content)) {
      const previous = lines.at(-1)
      const rule = underline.test(content) ? (content.charAt(0) as '=' | '-' | '~') : null
      if (previous && gap === 0 && rule) lines[lines.length - 1] = { ...previous, underline: rule }
      gap += 1
      continue
    }
    const { kind, length } = markOf(content)
    lines.push({
      start: start + length,
      end: start + content.length,
      text: content.slice(length),
      indent: columns(raw.slice(0, before)),
      gap,
      mark: length > 0 ? { start, end: start + content.slice(0, length).trimEnd().length } : null,
      markKind: kind,
      underline: null,
    })
    gap = 0
  }
  return lines
}
