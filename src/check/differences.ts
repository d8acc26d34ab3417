import { type Difference, differenceRead } from '../domain/quote-check.ts'
import { readable } from '../domain/readable.ts'
import type { Source } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import type { Step } from './align.ts'
import type { Piece } from './pieces.ts'

/** The text of a quotation and the source that it was compared with. */
export type Compared = {
  readonly written: string
  readonly source: Source
  readonly body: readonly Piece[]
}

const positionsIn = (steps: readonly Step[]): readonly number[] =>
  steps.flatMap((step) => ('at' in step ? [step.at] : []))

/** From the first to the last word of the source in `steps`. */
export const spanOfSteps = (steps: readonly Step[], body: readonly Piece[]): Span => {
  const positions = positionsIn(steps)
  const [first, last] = [body[positions.at(0) ?? 0], body[positions.at(-1) ?? 0]]
  if (first === undefined || last === undefined) throw new RangeError('The steps are for another body')
  return { start: first.start, end: last.end }
}

const difference = (kind: Difference['kind'], text: string, read: string): Difference =>
  read === text ? { kind, text } : { kind, text, read }

const textOf = (parts: readonly Difference[], read: (part: Difference) => string): string => parts.map(read).join('')

/** Joins neighbouring parts of one kind; of words that differ, the source's come before those written instead. */
const joined = (parts: readonly Difference[]): readonly Difference[] => {
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
      const own = run.filter((part) => part.kind === kind)
      return own.length === 0
        ? []
        : [
            difference(
              kind,
              textOf(own, ({ text }) => text),
              textOf(own, differenceRead),
            ),
          ]
    }),
  )
}

/**
 * An alignment as texts, each with the white space that follows it. Without the added ones, they are the source's text
 * at `spanOfSteps`, character for character.
 */
export const differencesOf = (steps: readonly Step[], { written, source, body }: Compared): readonly Difference[] => {
  const last = positionsIn(steps).at(-1) ?? 0
  const inSource = (kind: Difference['kind'], at: number): Difference => {
    const [piece, next] = [body[at], body[at + 1]]
    if (piece === undefined) throw new RangeError('The steps are for another body')
    const span = { start: piece.start, end: at < last && next ? next.start : piece.end }
    return difference(kind, source.text.slice(span.start, span.end), readable(source, span))
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
        return [inSource(step.kind, step.at)]
      case 'added':
        return [{ kind: 'added', text: inWritten(step.piece) }]
      case 'other':
        return [inSource('missing', step.at), { kind: 'added', text: inWritten(step.piece) }]
      case 'gap':
        return []
    }
  }
  return joined(steps.flatMap(partsOf))
}
