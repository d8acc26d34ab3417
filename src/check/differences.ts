import type { Difference } from '../domain/quote-check.ts'
import type { Source } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import type { Step } from './align.ts'
import type { Piece } from './pieces.ts'

/** What was compared: the text of a quotation with its words, and a source with those of its body. */
export type Compared = {
  readonly written: string
  readonly source: Source
  readonly body: readonly Piece[]
}

const placesIn = (steps: readonly Step[]): readonly number[] => steps.flatMap((step) => ('at' in step ? [step.at] : []))

/** From the first to the last word of the source that `steps` go through. */
export const spanOfSteps = (steps: readonly Step[], body: readonly Piece[]): Span => {
  const places = placesIn(steps)
  const [first, last] = [body[places.at(0) ?? 0], body[places.at(-1) ?? 0]]
  if (first === undefined || last === undefined) throw new RangeError('The steps lead through another body')
  return { start: first.start, end: last.end }
}

/** The parts of one kind that stand side by side, in one; of words that differ, the source's before those written in their place. */
const grouped = (parts: readonly Difference[]): readonly Difference[] => {
  const runs: Difference[][] = []
  const isChange = ({ kind }: Difference): boolean => kind === 'missing' || kind === 'added'
  for (const part of parts) {
    const last = runs.at(-1)
    const before = last?.[0]
    if (last && before && (before.kind === part.kind || (isChange(before) && isChange(part)))) last.push(part)
    else runs.push([part])
  }
  return runs.flatMap((run) =>
    (['same', 'left-out', 'missing', 'added'] as const).flatMap((kind) => {
      const text = run.flatMap((part) => (part.kind === kind ? [part.text] : [])).join('')
      return text === '' ? [] : [{ kind, text }]
    }),
  )
}

/**
 * `steps` as texts, with the white space that follows each. Without those that were added they are the source's words at
 * `spanOfSteps`, character for character.
 */
export const differencesOf = (steps: readonly Step[], { written, source, body }: Compared): readonly Difference[] => {
  const last = placesIn(steps).at(-1) ?? 0
  const inSource = (at: number): string => {
    const [own, next] = [body[at], body[at + 1]]
    if (own === undefined) throw new RangeError('The steps lead through another body')
    return source.text.slice(own.start, at < last && next ? next.start : own.end)
  }
  /** With the white space after it. */
  const inWritten = ({ start, end }: Span): string => {
    const white = /^\s*/.exec(written.slice(end, end + 10))?.[0] ?? ''
    return written.slice(start, end + white.length)
  }
  const partsOf = (step: Step): readonly Difference[] => {
    switch (step.kind) {
      case 'same':
      case 'missing':
      case 'left-out':
        return [{ kind: step.kind, text: inSource(step.at) }]
      case 'added':
        return [{ kind: 'added', text: inWritten(step.piece) }]
      case 'other':
        return [
          { kind: 'missing', text: inSource(step.at) },
          { kind: 'added', text: inWritten(step.piece) },
        ]
      case 'gap':
        return []
    }
  }
  return grouped(steps.flatMap(partsOf))
}
