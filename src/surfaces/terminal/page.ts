import type { Citation } from '../../domain/citation.ts'
import type { Quote } from '../../domain/quote.ts'
import { type Paint, paintFor } from './paint.ts'
import { type Terminal, widthOf } from './terminal.ts'
import { visible, visibleLine } from './visible.ts'
import { indented } from './wrap.ts'

/** What text is laid out for. */
export type Page = { readonly width: number; readonly paint: Paint }

export const pageFor = (screen: Terminal['stdout'], env: Terminal['env']): Page => ({
  width: widthOf(screen),
  paint: paintFor(screen, env),
})

/** `1 quote`, `2 quotes` */
export const count = (of: number, noun: string): string => `${of} ${noun}${of === 1 ? '' : 's'}`

/**
 * A quote whole, behind a bar that is no part of it, with its citation and the id that `cite` takes. The words are
 * never coloured.
 */
export const quoteBlock = (
  label: string,
  { quote, citation }: { readonly quote: Quote; readonly citation: Citation },
  { width, paint }: Page,
): string => {
  const margin = ' '.repeat(label.length + 1)
  return [
    indented(visible(quote.exact), width, `${label} │ `, `${margin}│ `),
    indented(visibleLine(citation.text), width, margin),
    paint.faint(`${margin}${visibleLine(citation.id)}`),
  ].join('\n')
}
