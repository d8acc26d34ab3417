import { placeBehind } from '../../domain/span.ts'
import type { Block } from '../block.ts'
import { isChatEvent } from './chat-events.ts'
import { cutBlock } from './cut-block.ts'
import { isTime, readLabel, readLabelLine, type SpeakerLabel, startsWithTime } from './speaker-label.ts'
import { type Candidate, speakerKey, speakersAmong } from './transcript.ts'

/** What is spoken in a document, and by whom. */
export type Speech = {
  /** The blocks, cut where somebody else begins to speak. */
  readonly blocks: readonly Block[]
  /** The labels at the beginning of blocks; null for somebody else who is not named. */
  readonly labels: ReadonlyMap<Block, SpeakerLabel | null>
  /** What a chat program tells: who joined, what was left out. */
  readonly events: ReadonlySet<Block>
  readonly isChat: boolean
}

/** A beginning of what is spoken, in characters; enough to tell a conversation. */
const reach = 300

/** The pieces with which the lines of a block start. */
const lineStarts = (text: string, { pieces }: Block): Block['pieces'] =>
  pieces.filter(({ start }, at) => {
    const before = pieces[at - 1]
    return before === undefined || text.slice(before.end, start).includes('\n')
  })

/** The number of a caption, above its time. */
const isCueNumber = (line: string, next: Block | undefined): boolean =>
  /^\d{1,6}$/.test(line) && isTime(next?.text ?? '')

type Found = Omit<Candidate, 'spoken'>

/** A capital behind the end of a sentence, and a colon soon after: who is named between them may speak. */
const inside = /(?<=[.!?…—)\]"”’]\s)\p{Lu}[\p{L}\p{N}.'’ -]{0,40}(?=[:])/gu

const labelsInside = (block: Block, index: number): readonly Found[] =>
  [...block.text.matchAll(inside)].flatMap(({ index: at }) => {
    const label = readLabel(block.text.slice(at, at + reach))
    const ends = label === null || at + label.length >= block.text.length
    return ends || label.class === 'qa' ? [] : [{ label, block: index, at, opensLine: false }]
  })

/** A name below a time on a line of its own, as in transcripts of meetings. */
const labelBelowTime = (line: string): SpeakerLabel | null => {
  const named = readLabelLine(`[0:00] ${line}`, line)
  return named?.class === 'person' ? { ...named, length: line.length } : null
}

/** `<mira>` in Markdown, where it is taken for a tag: the line is read as it was written. */
const labelOfTag = (text: string, { pieces }: Block, first: Block['pieces'][number]): SpeakerLabel | null => {
  const start = text.lastIndexOf('\n', first.start - 1) + 1
  const label = readLabel(text.slice(start, start + reach))
  if (label?.class !== 'nick' || !/<[^<>]+>$/.test(text.slice(start, start + label.length))) return null
  const end = start + label.length
  const behind = pieces[placeBehind(pieces, end)]
  const to = behind === undefined ? first.offset : behind.offset + Math.max(0, end - behind.start)
  return { ...label, length: Math.max(0, to - first.offset) }
}

const labelsAtLines = (
  text: string,
  block: Block,
  index: number,
  { hasMore, isBelowTime }: { readonly hasMore: boolean; readonly isBelowTime: boolean },
): readonly Found[] => {
  const starts = lineStarts(text, block)
  return starts.flatMap((first, line) => {
    const at = first.offset
    const to = starts[line + 1]?.offset ?? block.text.length
    const written = block.text.slice(at, Math.min(to, at + reach)).trimEnd()
    const isLast = to === block.text.length
    const raw = starts.length === 1 ? text.slice(block.start, Math.min(block.end, block.start + reach)) : written
    const alone =
      isLast && !hasMore
        ? null
        : (readLabelLine(written, raw) ?? (isBelowTime && line === 0 ? labelBelowTime(written) : null))
    const label = alone ?? readLabel(written) ?? labelOfTag(text, block, first)
    const isStamped = label?.isStamped === true || (isBelowTime && line === 0)
    return label ? [{ label: { ...label, isStamped }, block: index, at, opensLine: true }] : []
  })
}

const isSpoken = ({ kind }: Block): boolean => kind === 'paragraph' || kind === 'list-item' || kind === 'block-quote'

const candidatesIn = (text: string, blocks: readonly Block[]): readonly Candidate[] => {
  const found = blocks.flatMap((block, index) => {
    if (!isSpoken(block)) return []
    const atLines = labelsAtLines(text, block, index, {
      hasMore: index + 1 < blocks.length && isSpoken(blocks[index + 1] ?? block),
      isBelowTime: isTime(blocks[index - 1]?.text ?? ''),
    })
    let line = 0
    const within = labelsInside(block, index).filter(({ at }) => {
      while ((atLines[line + 1]?.at ?? Number.POSITIVE_INFINITY) <= at) line += 1
      const other = atLines[line]
      return other === undefined || at < other.at || at >= other.at + other.label.length
    })
    return [...atLines, ...within].sort((a, b) => a.at - b.at)
  })
  return found.map((candidate, at) => {
    const next = found[at + 1]
    const own = blocks[candidate.block]?.text ?? ''
    const to = next?.block === candidate.block ? next.at : own.length
    const from = candidate.at + candidate.label.length
    const here = own.slice(from, Math.min(to, from + reach)).trim()
    const isOwnLine = here === '' && next?.block !== candidate.block
    return { ...candidate, spoken: isOwnLine ? (blocks[candidate.block + 1]?.text.slice(0, reach) ?? '') : here }
  })
}

const isCapitals = (label: SpeakerLabel): boolean => /\p{Lu}{2}/u.test(label.speaker) && !/\p{Ll}/u.test(label.speaker)

/** `>> `: the mark of captions where another one begins to speak. */
const changesSpeaker = (text: string, { marks }: Block): boolean =>
  marks[0] !== undefined && /^>>/.test(text.slice(marks[0].start, marks[0].end))

const namesSomebody = ({ label }: Candidate): boolean => ['person', 'titled', 'role'].includes(label.class)

/**
 * Labels within lines count where they are in capitals, or name one who also has lines of their own; names of any form
 * where turns within lines are usual.
 */
const chosenAmong = (candidates: readonly Candidate[]): readonly Candidate[] => {
  const chosen = speakersAmong(candidates.filter(({ label, opensLine }) => opensLine || isCapitals(label)))
  const speakers = new Set(chosen.map(({ label }) => speakerKey(label.speaker)))
  const taken = new Set(chosen)
  const rest = candidates.filter((candidate) => !candidate.opensLine && !taken.has(candidate))
  const known = new Set(rest.filter(({ label }) => speakers.has(speakerKey(label.speaker))))
  const isUsual = known.size + chosen.filter(({ opensLine }) => !opensLine).length > 1
  const within = rest.filter((candidate) => known.has(candidate) || (isUsual && namesSomebody(candidate)))
  return [...chosen, ...within].sort((a, b) => a.block - b.block || a.at - b.at)
}

/**
 * @param text the canonical text
 * @param blocks of the document
 * @returns what is spoken; null for a document that is no transcript, interview or chat
 */
export const readSpeech = (text: string, blocks: readonly Block[]): Speech | null => {
  const candidates = candidatesIn(text, blocks)
  const chosen = chosenAmong(candidates)
  if (chosen.length === 0) return null
  const taken = new Set(chosen)
  /** Lines that may be somebody else's, by block: whoever spoke before did not surely say them. */
  const unsure = new Map<number, Set<number>>()
  for (const candidate of candidates) {
    if (!candidate.opensLine || candidate.at === 0 || candidate.label.line !== 'shared' || taken.has(candidate))
      continue
    unsure.set(candidate.block, (unsure.get(candidate.block) ?? new Set()).add(candidate.at))
  }
  const byBlock = new Map<number, Candidate[]>()
  for (const candidate of chosen) {
    const group = byBlock.get(candidate.block)
    if (group) group.push(candidate)
    else byBlock.set(candidate.block, [candidate])
  }
  const ofChat = chosen.filter(({ label }) => label.isStamped || label.class === 'nick').length
  const chat = ofChat * 2 > chosen.length ? new Set(chosen.map(({ label }) => speakerKey(label.speaker))) : null
  const hasTimes = chosen.some(({ label }) => label.isStamped && label.line === 'shared')
  const arrows = chosen.some(({ block }) => blocks[block] && changesSpeaker(text, blocks[block]))
  const labels = new Map<Block, SpeakerLabel | null>()
  const events = new Set<Block>()
  const cut = blocks.flatMap((block, index) => {
    const group = byBlock.get(index) ?? []
    const offsets = group.flatMap(({ at, label }) => (label.line === 'shared' ? [at] : [at, at + label.length]))
    if (chat && hasTimes)
      for (const { offset } of lineStarts(text, block))
        if (startsWithTime(block.text.slice(offset, offset + reach))) offsets.push(offset)
    const others = (group.length > 0 ? unsure.get(index) : undefined) ?? new Set<number>()
    const inside = [...new Set([...offsets, ...others])]
      .filter((at) => at > 0 && at < block.text.length)
      .sort((a, b) => a - b)
    const plain: Block = arrows && changesSpeaker(text, block) ? { ...block, kind: 'paragraph' } : block
    const parts = cutBlock(plain, inside)
    const byPlace = new Map(group.map(({ at, label }) => [at, label]))
    let from = 0
    for (const part of parts) {
      const at = block.text.indexOf(part.text, from)
      from = at + part.text.length
      const own = byPlace.get(at)
      if (own) labels.set(part, own)
      else if (others.has(at) || (plain !== block && part === parts[0])) labels.set(part, null)
      else if (isTime(part.text) || isCueNumber(part.text, blocks[index + 1])) events.add(part)
      else if (chat && isChatEvent(text, part, { speakers: chat, hasTimes })) events.add(part)
    }
    return parts
  })
  return { blocks: cut, labels, events, isChat: chat !== null }
}
