import { askingLabel, speakerLabels, turnLetter } from '../language/english/labels.ts'
import type { Block } from './block.ts'
import { wordCount } from './line-kinds.ts'

/** A speaker label such as `Q:` or `JANE DOE:`; `length` includes the colon. */
type SpeakerLabel = { readonly speaker: string; readonly length: number }

const time = String.raw`(?:\[?\d{1,2}:\d{2}(?::\d{2})?\]?\s+)?`
const capitalised = String.raw`\p{Lu}[\p{L}.'’-]*(?:\s+\p{Lu}[\p{L}.'’-]*){0,3}`
/** The colon, inside or outside the `**` of the first group. */
const labelEnd = String.raw`(?:\s*\([^()]{1,30}\))?\s*(?::\1|\1\s*:|(?<=^${turnLetter})\.)\s+(?=\S)`
const labelPattern = new RegExp(String.raw`^${time}(\*\*)?(${speakerLabels}|${capitalised})${labelEnd}`, 'u')

/**
 * @param text of a block
 * @returns the speaker label at its start, or null; any capitalised words before a colon may be one
 */
export const readSpeaker = (text: string): SpeakerLabel | null => {
  const match = labelPattern.exec(text.slice(0, 120))
  return match?.[2] ? { speaker: match[2], length: match[0].trimEnd().length } : null
}

/** Whether a label marks the interviewer. */
const isAsking = (speaker: string): boolean => askingLabel.test(speaker)

/** A block of an interview; its first `labelLength` characters are the speaker label. */
export type Turn = {
  readonly speaker: string | null
  readonly labelLength: number
  readonly isQuestion: boolean
}

const asks = (text: string): boolean => /\?["'”’)\]*_]*$/.test(text.slice(-8))

/** In words. Longer paragraphs that end with a question are an argument, not an interviewer's question. */
const maxQuestion = 80

const isTranscript = (speakers: readonly (string | null)[]): boolean => {
  const counts = new Map<string, number>()
  for (const speaker of speakers) if (speaker !== null) counts.set(speaker, (counts.get(speaker) ?? 0) + 1)
  const often = [...counts.values()].filter((count) => count >= 2).length
  const labelled = speakers.filter((speaker) => speaker !== null).length
  const questionAndAnswer = [...counts.keys()].some(isAsking) && counts.size >= 2
  return questionAndAnswer || often >= 2 || (often === 1 && counts.size >= 2 && labelled === speakers.length)
}

const labelledTurns = (blocks: readonly Block[]): readonly Turn[] => {
  const labels = blocks.map((block) => readSpeaker(block.text))
  let speaker: string | null = null
  return blocks.map((block, index) => {
    const label = labels[index] ?? null
    if (label) speaker = label.speaker
    const next = labels.slice(index + 1, index + 4).find((other) => other !== null)
    const answered = next !== undefined && next !== null && next.speaker !== speaker
    const isQuestion = label !== null && (isAsking(label.speaker) || (asks(block.text) && answered))
    return { speaker, labelLength: label?.length ?? 0, isQuestion }
  })
}

/** Questions without labels: two or more paragraphs that ask, each followed by one that does not. */
const unlabelledTurns = (blocks: readonly Block[]): readonly Turn[] | null => {
  const questions = blocks.map(
    (block, index) =>
      asks(block.text) &&
      wordCount(block.text) <= maxQuestion &&
      !/["'“”]/.test(block.text.charAt(0)) &&
      blocks[index + 1] !== undefined &&
      !asks(blocks[index + 1]?.text ?? ''),
  )
  if (questions.filter(Boolean).length < 2) return null
  return questions.map((isQuestion) => ({ speaker: null, labelLength: 0, isQuestion }))
}

/**
 * @param blocks the body of a document
 * @returns one turn a block, for an interview or transcript; null for any other text
 */
export const readTurns = (blocks: readonly Block[]): readonly Turn[] | null =>
  isTranscript(blocks.map((block) => readSpeaker(block.text)?.speaker ?? null))
    ? labelledTurns(blocks)
    : unlabelledTurns(blocks)
