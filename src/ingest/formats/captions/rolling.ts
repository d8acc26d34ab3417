import type { SpokenLine } from './spoken-lines.ts'

/** Captions that are shown: from when to when, and what. */
export type Shown = { readonly start: number; readonly end: number; readonly lines: readonly SpokenLine[] }

/** Between captions that roll, less time passes, in milliseconds. */
const maxGap = 1500
/** The share of captions that repeat lines of the one before, where captions roll. */
const minRolling = 0.3

const textsOf = ({ lines }: Shown): readonly string[] => lines.map(({ text }) => text)

/** How many first lines of a caption are the last ones of that before; the next line may go on with its last line. */
const repeated = (before: readonly string[], own: readonly string[]): number => {
  for (let count = Math.min(before.length, own.length); count > 0; count -= 1)
    if (before.slice(-count).every((line, at) => line === own[at])) return count
  return 0
}

/** `so today` and then `so today we`: words are added as they are spoken. */
const goesOn = (before: string | undefined, own: string | undefined): boolean =>
  before !== undefined && own !== undefined && own.length > before.length && own.startsWith(`${before} `)

/**
 * Reads each line once where captions roll: each shows the lines of the one before again, as those of YouTube and of
 * live broadcasts do. Elsewhere nothing changes, since people repeat themselves.
 * @param cues in order of time
 * @returns the same with what each adds
 */
export const withoutRolling = (cues: readonly Shown[]): readonly Shown[] => {
  const filled = cues.filter(({ lines }) => lines.length > 0)
  const overlaps = filled.map((cue, at) => {
    const before = filled[at - 1]
    if (before === undefined || cue.start - before.end > maxGap) return { count: 0, grows: false }
    const [shown, own] = [textsOf(before), textsOf(cue)]
    const count = repeated(shown, own)
    return { count, grows: count === 0 && goesOn(shown.at(-1), own[0]) }
  })
  const rolling = overlaps.filter(({ count, grows }) => count > 0 || grows).length
  if (rolling < filled.length * minRolling) return filled
  return filled.flatMap((cue, at) => {
    const { count = 0, grows = false } = overlaps[at] ?? {}
    const [first, ...others] = cue.lines.slice(count)
    if (first === undefined) return []
    const known = filled[at - 1]?.lines.at(-1)?.text.length ?? 0
    return [
      { ...cue, lines: [grows ? { ...first, text: first.text.slice(known).trim(), mark: null } : first, ...others] },
    ]
  })
}
