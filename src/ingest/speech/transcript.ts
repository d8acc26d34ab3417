import { isKnownWord } from '../../language/english/wink.ts'
import { answers, converses, isNoteLabel, isQuestionLabel } from '../../language/speaker-words.ts'
import { endsSentence, wordCount } from '../line-kinds.ts'
import type { SpeakerLabel } from './speaker-label.ts'

/** A label and where it stands. */
export type Candidate = {
  readonly label: SpeakerLabel
  /** The index of its block. */
  readonly block: number
  /** Offset in the block's text. */
  readonly at: number
  /** Whether it opens a line, rather than a sentence within one. */
  readonly opensLine: boolean
  /** The beginning of what follows, up to the next candidate. */
  readonly spoken: string
}

/**
 * @param speaker as written
 * @returns the same for every way in which the label is written: `MR. LUND`, `Mr. Lund`
 */
export const speakerKey = (speaker: string): string =>
  speaker
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * How much the words of a label say that it names a speaker: `sure` for a title, a role and what only chat programs
 * write, `name` for what no dictionary has, `word` for the rest.
 */
type Weight = 'sure' | 'name' | 'word'

const isDictionaryWord = (name: string): boolean =>
  name
    .toLowerCase()
    .split(/[\s.'’-]+/)
    .every((word) => word.length < 3 || isKnownWord(word))

const weightOf = ({ class: kind, speaker, isStamped, line }: SpeakerLabel): Weight => {
  if (kind === 'nick' || kind === 'titled' || kind === 'role') return 'sure'
  if (isStamped && (kind === 'lower' || line === 'own')) return 'name'
  return kind === 'lower' || isDictionaryWord(speaker) ? 'word' : 'name'
}

const nameList = /^\p{Lu}[\p{L}.'’-]*(?:,?\s(?:(?:and|und|et|y|de|van|von|&)\s)?(?:\p{Lu}[\p{L}.'’-]*|\([^()]*\)))+$/u

/** The value of a field rather than speech: `Host: Jane Roe`, `Guests: Tom Lind, Ann Bo (harbour office)`. */
const isField = ({ label, spoken, at, opensLine }: Candidate): boolean =>
  label.class !== 'nick' &&
  opensLine &&
  at === 0 &&
  !endsSentence(spoken) &&
  wordCount(spoken) <= 12 &&
  nameList.test(spoken)

const share = <T>(items: readonly T[], holds: (item: T, at: number) => boolean): number =>
  items.length === 0 ? 0 : items.filter(holds).length / items.length

const keyOf = ({ label }: Candidate): string => speakerKey(label.speaker)

const countsOf = (pool: readonly Candidate[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const candidate of pool) counts.set(keyOf(candidate), (counts.get(keyOf(candidate)) ?? 0) + 1)
  return counts
}

/** What tells turns of a conversation from labels of something else. */
type Evidence = {
  readonly turns: number
  readonly speakers: number
  /** Speakers with two turns or more. */
  readonly recurring: number
  /** The share of turns before which another one spoke. */
  readonly alternation: number
  /** The share of turns that sound like a conversation. */
  readonly conversation: number
  /** The share of blocks from first to last that have a label. */
  readonly coverage: number
}

const evidenceIn = (pool: readonly Candidate[]): Evidence => {
  const counts = countsOf(pool)
  const blocks = new Set(pool.map(({ block }) => block)).size
  return {
    turns: pool.length,
    speakers: counts.size,
    recurring: [...counts.values()].filter((count) => count > 1).length,
    alternation: share(pool.slice(1), (candidate, at) => keyOf(candidate) !== keyOf(pool[at] as Candidate)),
    conversation: share(pool, ({ spoken }) => converses(spoken)),
    coverage: blocks / ((pool.at(-1)?.block ?? 0) - (pool[0]?.block ?? 0) + 1),
  }
}

/** Whether three or more labels come in one order again and again, as the fields of records do. */
const isCycle = (pool: readonly Candidate[], distinct: number): boolean =>
  distinct >= 3 &&
  pool.length >= 2 * distinct &&
  pool.every((candidate, at) => at < distinct || keyOf(candidate) === keyOf(pool[at - distinct] as Candidate))

/** The least shares with which labels count; chosen so that none of the labelled lines in `tests/ingest/speech` is wrong. */
type Bar = { readonly conversation: number; readonly coverage: number }

const bars = {
  sure: { conversation: 0.1, coverage: 0 },
  nicks: { conversation: 0, coverage: 0 },
  stamped: { conversation: 0.25, coverage: 0.2 },
  names: { conversation: 0.25, coverage: 0.15 },
  mixed: { conversation: 0.3, coverage: 0.3 },
  words: { conversation: 0.45, coverage: 0.7 },
} satisfies Record<string, Bar>

const minAlternation = 0.4
/** The coverage from which a label in lower case counts that occurs once. */
const minLower = 0.8

const passes = (pool: readonly Candidate[], bar: Bar, fewest: number): boolean => {
  const { turns, speakers, recurring, alternation, conversation, coverage } = evidenceIn(pool)
  const takesTurns = speakers >= 2 && turns >= 3 && recurring >= fewest && alternation >= minAlternation
  return takesTurns && conversation >= bar.conversation && coverage >= bar.coverage && !isCycle(pool, speakers)
}

/** `… closed. SMITH: I object. ROE: Noted.`: two or more who speak within one paragraph. */
const isExchange = (pool: readonly Candidate[]): boolean => {
  const { turns, speakers, alternation, conversation } = evidenceIn(pool)
  const together = pool.every(({ block, opensLine, at }) => block === pool[0]?.block && (!opensLine || at === 0))
  return together && speakers >= 2 && turns >= 2 && alternation === 1 && conversation >= 0.5
}

/**
 * `Linux: we use it`: what a label explains goes on in lower case. What somebody says begins with a capital, but for
 * chats, in which people answer.
 */
const isExplained = (pool: readonly Candidate[]): boolean =>
  pool.filter(({ spoken }) => answers(spoken)).length < 2 &&
  share(
    pool,
    ({ label, spoken }) =>
      (label.class === 'word' || label.class === 'person') &&
      !label.isStamped &&
      /\p{Ll}/u.test(label.speaker) &&
      /^\p{Ll}/u.test(spoken),
  ) > 0.5

const isCapitals = ({ label }: Candidate): boolean => label.speaker === label.speaker.toUpperCase()

const isSure = (candidate: Candidate): boolean =>
  ['titled', 'role'].includes(candidate.label.class) && !isField(candidate)

const byPlace = (a: Candidate, b: Candidate): number => a.block - b.block || a.at - b.at

const abstract = /(?:tion|ment|ness|ity|ance|ence|ice|sis|ism|ship|logy|ure)s?$/i

/**
 * Whether words of a dictionary are names: in capitals or in lower case, as in plays and chats; else, where one asks
 * and another answers. `Food:` and `Service:` do not.
 */
const areNames = (pool: readonly Candidate[]): boolean => {
  if (pool.some(({ label }) => abstract.test(label.speaker))) return false
  const isNamed = share(pool, (candidate) => isCapitals(candidate) || candidate.label.class === 'lower') > 0.8
  return (
    isNamed ||
    pool.some((candidate, at) => {
      const next = pool[at + 1]
      return /[?？]/.test(candidate.spoken) && next !== undefined && keyOf(next) !== keyOf(candidate)
    })
  )
}

/** The labels that speak among those that are no question's or answer's. */
const speaking = (candidates: readonly Candidate[]): readonly Candidate[] => {
  const mayBe = candidates.filter(
    (candidate) =>
      !isField(candidate) &&
      (['nick', 'titled', 'role'].includes(candidate.label.class) || !isNoteLabel(candidate.label.speaker)),
  )
  const counts = countsOf(mayBe)
  if (counts.size < 2) return []
  if (isExchange(mayBe)) return mayBe
  if ([...counts.values()].every((count) => count < 2) || isExplained(mayBe)) return []
  const weights = new Map(mayBe.map((candidate) => [candidate, weightOf(candidate.label)]))
  const recurs = (candidate: Candidate): boolean => (counts.get(keyOf(candidate)) ?? 0) > 1
  const known = mayBe.filter((candidate) => weights.get(candidate) !== 'word')
  const often = mayBe.filter(recurs)
  const isSure = known.length > 0 && known.filter(recurs).every((candidate) => weights.get(candidate) === 'sure')
  const isStamped = share(mayBe, ({ label }) => label.isStamped) > 0.5
  const isBare = share(mayBe, ({ label }) => label.line === 'bare') > 0.5
  const fewest = isBare ? 2 : 1
  const isNicks =
    known.some(({ label }) => label.class === 'nick') && share(known, ({ label }) => label.class === 'nick') > 0.5
  const bar = isNicks ? bars.nicks : isStamped ? bars.stamped : isSure ? bars.sure : bars.names
  const agreed = passes(known, bar, fewest)
  const mixed = known.some(recurs) ? (isStamped ? bars.stamped : bars.mixed) : bars.words
  if (!agreed && !(passes(often, mixed, 2) && (known.some(recurs) || areNames(often)))) return []
  const pool = agreed ? known : often
  const { coverage } = evidenceIn(mayBe)
  const inCapitals = share(pool, isCapitals) > 0.8
  return mayBe.filter((candidate) => {
    const weight = weights.get(candidate)
    if (weight === 'sure' || candidate.label.isStamped) return true
    const dense = coverage >= 0.5 && (!inCapitals || isCapitals(candidate))
    if (candidate.label.line === 'bare') return recurs(candidate)
    if (weight === 'name') return recurs(candidate) || dense
    if (candidate.label.class === 'lower') return recurs(candidate) ? dense : coverage >= minLower
    return inCapitals ? isCapitals(candidate) && (recurs(candidate) || dense) : recurs(candidate) && dense
  })
}

/** `Q:` and `A:`, in turns, the question first. */
const questionsAndAnswers = (candidates: readonly Candidate[]): readonly Candidate[] => {
  const letters = candidates.filter(({ label }) => label.class === 'qa')
  const asks = letters.map(({ label }) => isQuestionLabel.test(label.speaker))
  return asks[0] === true && asks[1] === false ? letters : []
}

/**
 * Decides whether a document is a transcript: whether several labels recur, take turns and name speakers.
 * @param candidates in order
 * @returns those that are labels of speakers, or of questions and answers
 */
export const speakersAmong = (candidates: readonly Candidate[]): readonly Candidate[] => {
  if (candidates.length < 2) return []
  const asked = questionsAndAnswers(candidates)
  const others = candidates.filter(({ label }) => label.class !== 'qa')
  const named = speaking(others)
  // Between questions and answers, others speak once: who objects, the court.
  const between = asked.length > 0 && named.length === 0 ? others.filter(isSure) : named
  return [...asked, ...between].sort(byPlace)
}
