import type { BibliographicRecord } from '../domain/bibliography.ts'
import type { Run } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import { type Block, sourceSpan } from './block.ts'
import { boilerplateRule, findLinkLists } from './boilerplate.ts'
import { type Dateline, readDateline } from './dateline.ts'
import { editionIn } from './edition.ts'
import { type Header, readHeader } from './header.ts'
import { headingsIn } from './headings.ts'
import { isCaption, isProse, wordCount } from './line-kinds.ts'
import { type MailForm, mailFormIn, type SignatureMark } from './mail/mail-form.ts'
import { isPersonName } from './names.ts'
import { emptyRecord, type ParagraphDraft, type Reading } from './reading.ts'
import { type SectionMark, sectionMarksIn } from './section-marks.ts'
import { readSpeech } from './speech/speech.ts'
import { readTurns, type Turn } from './speech/turns.ts'

/** Who is quoted in block quotes. */
type Attributions = {
  /** The lines that name the speaker, which are not part of the quote. */
  readonly attributions: ReadonlySet<Block>
  /** The speaker of each block of a quote, if its attribution starts with a person's name. */
  readonly speakers: ReadonlyMap<Block, string>
}

const dash = /^(?:—|–|--)\s*(?=\p{Lu})/u
const maxAttributionWords = 15

/** `— Name, where` below a quote; a `<cite>` is always one. */
const attributes = (block: Block): boolean => {
  if (wordCount(block.text) > maxAttributionWords) return false
  return block.kind === 'attribution' || (dash.test(block.text) && !isProse(block.text))
}

const isQuoted = (block: Block | undefined): boolean => block?.kind === 'block-quote' || block?.kind === 'attribution'

/** Finds the last line of each block quote, if it says who is quoted and is not the whole quote. */
const attributionsIn = (blocks: readonly Block[]): Attributions => {
  const attributions = new Set<Block>()
  const speakers = new Map<Block, string>()
  let quote: Block[] = []
  for (const [at, block] of blocks.entries()) {
    if (!isQuoted(block)) {
      quote = []
      continue
    }
    const closes = block.kind === 'attribution' || !isQuoted(blocks[at + 1])
    if (quote.length === 0 || !closes || !attributes(block)) {
      quote.push(block)
      continue
    }
    attributions.add(block)
    const name = block.text.replace(dash, '').split(/[,(]/)[0]?.trim() ?? ''
    if (isPersonName(name)) for (const part of quote) speakers.set(part, name)
    quote = []
  }
  return { attributions, speakers }
}

/** Whether a document is surely an email, and its signature mark, which counts if it is one. */
export type Mail = { readonly isMail: boolean; readonly signature: SignatureMark | null }

/** The boilerplate below the header, with the rule that found it, and who wrote what others wrote in an email. */
const boilerplateIn = (
  text: string,
  blocks: readonly Block[],
  { blocks: first, runs, below }: Header,
  { isMail, signature }: Mail,
  marks: ReadonlyMap<Block, SectionMark>,
  isSpoken: (block: Block) => boolean,
): MailForm => {
  const rules = new Map<Block, string>()
  let writers: MailForm['writers'] = new Map()
  // In a text without prose, such as notes or a list, its own short lines look like boilerplate.
  const hasProse = blocks.some(({ text }) => isProse(text))
  if (!hasProse && !isMail) return { rules, writers }
  for (const block of hasProse ? blocks.slice(first) : []) {
    const rule =
      block.kind === 'code' || isSpoken(block)
        ? null
        : (boilerplateRule(block.text) ?? (isCaption(block.text) ? 'photo-credit' : null))
    if (rule) rules.set(block, rule)
  }
  for (const { from, to, rule } of hasProse ? findLinkLists(blocks, first) : [])
    for (const block of blocks.slice(from, to)) rules.set(block, rules.get(block) ?? rule)
  if (isMail || runs.some(({ rule }) => rule === 'mail-header')) {
    const form = mailFormIn(blocks.slice(first), signature, isMail ? null : text)
    for (const [block, rule] of form.rules) rules.set(block, rule)
    writers = form.writers
  }
  for (const block of [...below, ...marks.keys()]) rules.delete(block)
  return { rules, writers }
}

/** Runs of boilerplate, with neighbours of one rule joined: a list of links is one run. */
const boilerplateRuns = (blocks: readonly Block[], rules: ReadonlyMap<Block, string>): readonly Run[] => {
  const runs: Run[] = []
  for (const [at, block] of blocks.entries()) {
    const rule = rules.get(block)
    if (rule === undefined) continue
    const before = runs.at(-1)
    const joins = before?.rule === rule && before.end === blocks[at - 1]?.end
    if (joins && before) runs[runs.length - 1] = { ...before, end: block.end }
    else runs.push({ start: block.start, end: block.end, kind: 'boilerplate', rule })
  }
  return runs
}

const roleOf = (block: Block, turn: Turn | undefined): ParagraphDraft['role'] => {
  if (turn?.isQuestion) return 'question'
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return 'prose'
    case 'attribution':
      return 'block-quote'
    case 'list-item':
    case 'block-quote':
    case 'code':
      return block.kind
  }
}

/** A body block as a paragraph, after `opening`, which is its dateline or speaker label. */
const draftOf = (
  block: Block,
  turn: Turn | undefined,
  speaker: string | null,
  place: Pick<ParagraphDraft, 'section' | 'answers'>,
  opening: Span | null,
): ParagraphDraft => {
  const start = opening ? opening.end : block.start
  const after = (spans: readonly Span[]): readonly Span[] => spans.filter((span) => span.start >= start)
  return {
    ...place,
    start,
    end: block.end,
    role: roleOf(block, turn),
    speaker,
    marks: after(block.marks),
    inlineMarks: after(block.inlineMarks),
  }
}

/** The agency of a dateline publishes, and its day counts, where nothing above the text states these. */
const withDateline = (record: BibliographicRecord, { agency, issued }: Dateline): BibliographicRecord => ({
  ...record,
  publisher: record.publisher ?? agency,
  issued: record.issued ?? issued,
})

/**
 * Decides what the blocks of a document are.
 * @param text the canonical text
 * @param given the blocks of the document
 * @param knownTitle the title in front matter, or null
 * @param mail what is known of it as an email
 * @param likelyTitle what may be the title, if a line above the body says so too
 * @returns runs, paragraphs, record and dateline
 */
export const interpret = (
  text: string,
  given: readonly Block[],
  knownTitle: string | null,
  mail: Mail = { isMail: false, signature: null },
  likelyTitle: string | null = null,
): Omit<Reading, 'warnings'> => {
  const edition = editionIn(given)
  if (edition === null) return interpretText(text, given, knownTitle, mail, likelyTitle)
  const { from, to, record } = edition
  const inner = interpretText(text, given.slice(from, to), knownTitle ?? record.title ?? null, mail, likelyTitle)
  const apart = [given.slice(0, from), given.slice(to)].flatMap((around) =>
    boilerplateRuns(around, new Map(around.map((block) => [block, 'edition']))),
  )
  return { ...inner, runs: [...inner.runs, ...apart], record: { ...inner.record, ...record } }
}

/** What the blocks of a document are: see `Extraction.content`. */
export type Content = 'document' | 'speech' | 'records'

const interpretText = (
  text: string,
  given: readonly Block[],
  knownTitle: string | null,
  mail: Mail,
  likelyTitle: string | null,
): Omit<Reading, 'warnings'> => {
  const speech = readSpeech(text, given)
  const blocks = speech?.blocks ?? given
  const isOfSpeech = (block: Block): boolean =>
    speech !== null && (speech.labels.has(block) || speech.events.has(block))
  const marks = sectionMarksIn(blocks)
  const header = readHeader(blocks, knownTitle, marks, isOfSpeech, likelyTitle)
  const { rules, writers } = boilerplateIn(text, blocks, header, mail, marks, isOfSpeech)
  const boilerplate = new Map(rules)
  for (const block of speech?.events ?? []) boilerplate.set(block, 'chat-event')
  const own = blocks.slice(header.blocks).filter((block) => !boilerplate.has(block) && !header.below.has(block))
  const headings = new Map([...headingsIn(own, marks, text)].filter(([block]) => !isOfSpeech(block)))
  const { attributions, speakers } = attributionsIn(own)
  const ends = (block: Block): boolean => headings.has(block) || boilerplate.has(block)
  const turns = readTurns(
    blocks.slice(header.blocks).filter((block) => !attributions.has(block) && !header.below.has(block)),
    speech,
    ends,
  )
  const runs: readonly Run[] = [...header.runs, ...boilerplateRuns(blocks, boilerplate)]
  return readBody(own, { ...header, runs, headings, attributions, turns, speakers: new Map([...writers, ...speakers]) })
}

/**
 * Reads blocks of which none is a title, a name or furniture: the format says what they are.
 * @param text the canonical text
 * @param given the blocks of the document
 * @param content `speech` where they may name their speakers
 * @returns runs and paragraphs, and an empty record
 */
export const interpretBody = (
  text: string,
  given: readonly Block[],
  content: Exclude<Content, 'document'>,
): Omit<Reading, 'warnings'> => {
  const speech = content === 'speech' ? readSpeech(text, given) : null
  const blocks = speech?.blocks ?? given
  return readBody(blocks, {
    headings: new Map(blocks.flatMap((block) => (block.kind === 'heading' ? [[block, block.depth] as const] : []))),
    turns: speech === null ? new Map() : readTurns(blocks, speech, ({ kind }) => kind === 'heading'),
    attributions: new Set(),
    speakers: new Map(),
    runs: [],
    record: emptyRecord,
    dateline: null,
    opensStory: false,
  })
}

/** What is known of the blocks below the header. */
type Known = Pick<Header, 'runs' | 'record' | 'dateline'> & {
  readonly headings: ReadonlyMap<Block, number>
  readonly attributions: ReadonlySet<Block>
  readonly turns: ReadonlyMap<Block, Turn>
  readonly speakers: ReadonlyMap<Block, string>
  /** False where no dateline can stand. */
  readonly opensStory?: boolean
}

const readBody = (own: readonly Block[], known: Known): Omit<Reading, 'warnings'> => {
  const { headings, attributions, turns, speakers } = known
  const runs: Run[] = [...known.runs]
  const paragraphs: ParagraphDraft[] = []
  let { dateline, record } = known
  // The summary points of a wire story are above its first paragraph.
  let storyOpened = known.opensStory === false
  let section: readonly { readonly text: string; readonly depth: number }[] = []
  let question: Span | null = null
  for (const block of own) {
    if (headings.has(block)) {
      runs.push({ start: block.start, end: block.end, kind: 'heading' })
      const level = headings.get(block) ?? 0
      section = [...section.filter(({ depth }) => depth < level), { text: block.text, depth: level }]
      question = null
      continue
    }
    if (attributions.has(block)) {
      runs.push({ start: block.start, end: block.end, kind: 'markup', rule: 'attribution' })
      continue
    }
    const turn = turns.get(block)
    const label = turn && turn.labelLength > 0 ? sourceSpan(block, 0, turn.labelLength) : null
    if (label) runs.push({ ...label, kind: 'markup', rule: 'speaker' })
    if (turn?.labelLength === block.text.length) continue
    const opensStory = !storyOpened && !label && block.kind === 'paragraph'
    storyOpened ||= block.kind !== 'list-item' && isProse(block.text)
    const place = opensStory ? readDateline(block.text) : null
    const opening = place ? sourceSpan(block, 0, place.length) : label
    if (place && opening) {
      runs.push({ ...opening, kind: 'dateline' })
      dateline = place.place ?? dateline
      record = withDateline(record, place)
    }
    const isQuestion = turn?.isQuestion === true
    const draft = draftOf(
      block,
      turn,
      block.speaker ?? turn?.speaker ?? speakers.get(block) ?? null,
      { section: section.map(({ text }) => text), answers: isQuestion ? null : question },
      opening,
    )
    paragraphs.push(draft)
    if (isQuestion) question = { start: draft.start, end: draft.end }
  }
  return { runs, paragraphs, record, dateline }
}
