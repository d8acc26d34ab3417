import type { Shown } from './rolling.ts'
import type { SpokenLine } from './spoken-lines.ts'

/** `Maria Lopez:`, as recordings of meetings have it. */
const label = /^(\p{Lu}[\p{L}\p{M}\p{N}.'’-]{0,40}(?: [\p{L}\p{N}(][\p{L}\p{M}\p{N}.'’()-]{0,40}){0,5}):\s+(?=\S)/u

/** The share of captions that have a label where all have one but those that go on, and how often each is there. */
const least = { share: 0.8, each: 2 }

const labelOf = (line: SpokenLine | undefined): string | null =>
  line === undefined || line.voice !== null || line.isSound ? null : (label.exec(line.text)?.[1] ?? null)

/**
 * Meetings that are written down as they are held name who speaks in each caption, also within a sentence: the name is
 * whose voice it is, as in a voice tag.
 * @param cues captions
 * @returns them, with such names as voices; as they are where few captions have one
 */
export const withLabelsAsVoices = (cues: readonly Shown[]): readonly Shown[] => {
  const labels = cues.map(({ lines }) => labelOf(lines[0]))
  const found = labels.filter((name): name is string => name !== null)
  if (found.length < least.share * cues.length || found.length < least.each * new Set(found).size) return cues
  let voice: string | null = null
  return cues.map((cue, at) => {
    voice = labels[at] ?? voice
    const lines = cue.lines.map((line, row) => ({
      ...line,
      voice: line.voice ?? voice,
      text: row === 0 && labels[at] !== null ? line.text.replace(label, '') : line.text,
    }))
    return { ...cue, lines }
  })
}
