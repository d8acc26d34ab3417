import {
  converses,
  isAboutTranscript,
  isAnswerLabel,
  isAskingRole,
  isQuestionLabel,
} from '../../language/speaker-words.ts'
import type { Block } from '../block.ts'
import type { SpeakerLabel } from './speaker-label.ts'
import type { Speech } from './speech.ts'
import { speakerKey } from './transcript.ts'
import { asks, unlabelledQuestions } from './unlabelled.ts'

/** Whose words a block has; its first `labelLength` characters are the speaker label. */
export type Turn = {
  readonly speaker: string | null
  readonly labelLength: number
  readonly isQuestion: boolean
}

const isQuestioner = ({ speaker }: SpeakerLabel): boolean => isQuestionLabel.test(speaker) || isAskingRole.test(speaker)

/** Who is named by a label; a question's or an answer's names nobody. */
const named = (label: SpeakerLabel): string | null =>
  isQuestionLabel.test(label.speaker) || isAnswerLabel.test(label.speaker) ? null : label.speaker

/** `[Laughter.]`, `(Whereupon, at 12:05 p.m., the hearing was adjourned.)`: told, not spoken. */
const isAside = (text: string): boolean => /^(?:\[[^\]]*\]|\([^)]*\)|\*[^*]*\*)\.?$/.test(text)

/** `Some hon. members: Hear, hear!`: somebody else, whom nothing else in the document names. */
const otherVoice = /^\p{Lu}[\p{L}.'’-]*(?:\s[\p{L}.'’-]+){0,5}(?:\s\([^()]{1,40}\))?:\s+["“„«]?\p{Lu}/u

/** Blank lines that set apart what follows: a rule between two of them. */
const apart = 3

/** Whether a paragraph tells about a speaker, as a narrator does. */
const tellsOf = (speaker: string, text: string): boolean => {
  const family = speakerKey(speaker).split(' ').at(-1) ?? ''
  return family.length > 2 && !/^\d+$/.test(family) && ` ${speakerKey(text)} `.includes(` ${family} `)
}

/** How a turn goes on below the block of its label. */
type Running = { readonly label: SpeakerLabel; isFirst: boolean; gap: number | null }

/** In a screenplay, what stands behind a blank line is told again. */
const endsStanza = ({ label, gap, isFirst }: Running, block: Block): boolean =>
  label.line === 'bare' && !isFirst && gap === 0 && block.gap > 0

const isNarrated = ({ label }: Running, block: Block, isChat: boolean): boolean => {
  if (isChat) return false
  const speaker = named(label)
  return isAboutTranscript(block.text) || (speaker !== null && tellsOf(speaker, block.text))
}

/** Whether a narrator speaks between turns: a paragraph tells of the one who spoke before, and others speak again. */
const isTold = (blocks: readonly Block[], order: readonly (SpeakerLabel | null)[]): boolean => {
  const last = order.findLastIndex((label) => label !== null)
  let speaker: string | null = null
  return blocks.some((block, at) => {
    const label = order[at] ?? null
    if (label) speaker = named(label)
    return label === null && at < last && speaker !== null && tellsOf(speaker, block.text)
  })
}

const labelledTurns = (
  blocks: readonly Block[],
  { labels, isChat }: Speech,
  ends: (block: Block) => boolean,
): ReadonlyMap<Block, Turn> => {
  const turns = new Map<Block, Turn>()
  const order = blocks.map((block) => labels.get(block) ?? null)
  const hasNarrator = !isChat && isTold(blocks, order)
  const hasColons = blocks.some((block, at) => order[at] && block.text.charAt((order[at]?.length ?? 0) - 1) === ':')
  let running: Running | null = null
  for (const [index, block] of blocks.entries()) {
    if (ends(block)) {
      running = null
      continue
    }
    const label = order[index] ?? null
    if (labels.has(block)) running = label && { label, isFirst: true, gap: null }
    else if (running && (block.gap >= apart || endsStanza(running, block) || isNarrated(running, block, isChat)))
      running = null
    else if (running && hasColons && !isChat && otherVoice.test(block.text.slice(0, 120))) running = null
    else if (running && hasNarrator && !running.isFirst && !converses(block.text)) running = null
    const isOwnLine = label !== null && label.length >= block.text.length
    if (running && !isOwnLine && isAside(block.text)) {
      turns.set(block, { speaker: null, labelLength: 0, isQuestion: false })
      continue
    }
    const speaker: string | null = running ? named(running.label) : null
    const next = order.slice(index + 1, index + 4).find((other) => other !== null)
    const answered = next !== undefined && next !== null && next.speaker !== running?.label.speaker
    const opens: boolean = running?.isFirst === true && !isOwnLine
    const isQuestion =
      opens && !isChat && running !== null && (isQuestioner(running.label) || (asks(block.text) && answered))
    turns.set(block, { speaker, labelLength: label ? Math.min(label.length, block.text.length) : 0, isQuestion })
    if (running && !isOwnLine) {
      if (running.isFirst && label === null) running.gap = block.gap
      running.isFirst = false
    }
  }
  return turns
}

/**
 * @param blocks below the header of a document, in order
 * @param speech what is spoken in it, or null
 * @param ends whether a block ends a turn: a heading, furniture
 * @returns the turn of each block that is spoken or asks
 */
export const readTurns = (
  blocks: readonly Block[],
  speech: Speech | null,
  ends: (block: Block) => boolean,
): ReadonlyMap<Block, Turn> => {
  if (speech) return labelledTurns(blocks, speech, ends)
  const body = blocks.filter((block) => !ends(block))
  const questions = unlabelledQuestions(body)
  return new Map([...questions].map((block) => [block, { speaker: null, labelLength: 0, isQuestion: true }]))
}
