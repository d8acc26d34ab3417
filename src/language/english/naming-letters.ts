import type { Span } from '../../domain/span.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

/** Nouns that a letter or a number tells apart from others of their kind: `ward D`, `type 2`, `Schedule B`. */
export const labelledNouns = words(
  `act acts annex annexes appendix appendices apartment apartments area areas article articles bay bays berth berths
  block blocks building buildings bus buses cabin cabins case cases category categories chapter chapters class classes
  clause clauses column columns corridor corridors course courses crew crews day days deck decks desk desks division
  divisions dock docks door doors entrance entrances error errors exhibit exhibits exit exits factor factors figure
  figures flag flags flat flats floor floors form forms gate gates grade grades group groups hall halls hangar hangars
  hepatitis highway highways house houses influenza installation item items lab labs lane lanes league leagues level
  levels line lines list lists lock locks lot lots model models module modules option options page pages panel panels
  paragraph paragraphs part parts phase phases pier piers plan plans platform platforms plot plots point points pool
  pools protocol protocols quay quays question questions room rooms route routes row rows rule rules scene scenes
  schedule schedules section sections sector sectors serie series shaft shafts shed sheds ship ships side sides stage
  stages stand stands step steps store stores table tables tank tanks team teams terminal terminals tier tiers title
  titles tower towers track tracks trail trails trap traps type types unit units version versions vitamin vitamins
  volume volumes wagon wagons wall walls war wars ward wards wing wings zone zones`,
)

/** What may stand where a sentence goes on behind `A`: an end, a small word, a number; not `Once Upon A Time`. */
const goesOn = /^(?:['’]s)?(?:$|[.,;:!?)\]/]|\s\p{Ll}|\s\p{N}|\s?[–—-])/u
/** What follows a letter at the end of what it names. */
const endsClause = /^\s*(?:$|[.,;:!?)])/
/** Characters behind a letter that are looked at. */
const lookahead = 4

/** Behind a name that opens a text: a ruler's number, where else a pronoun would be as likely. */
const endsName = /^\s*(?:$|[.,;:!?)]|of\b)/

/** Capitalised words before a pronoun `I` that lunr does not count as stop words. */
const beforePronoun = words(
  `shall need dare yes so then now today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday`,
)

/**
 * Whether an `a` or `i` of a text is not a word but a letter in a name: `vitamin A`, `Crew A won`, `World War I`.
 * @param raw the letter as written; it starts at `start` of `text`
 * @param previous the word before it
 * @param isStopWord whether a folded word is a function word
 */
export const isNamingLetter = (
  text: string,
  start: number,
  raw: string,
  previous: Span & { readonly folded: string },
  isStopWord: (folded: string) => boolean,
): boolean => {
  if (previous.end !== start - 1 || !/[ -]/.test(text.charAt(previous.end))) return false
  const after = text.slice(start + raw.length, start + raw.length + lookahead)
  const isLabelled = labelledNouns.has(previous.folded)
  if (isLabelled && endsClause.test(after)) return true
  if (raw === 'A') return isLabelled || goesOn.test(after)
  if (raw !== 'I' || !/^\p{Lu}\p{Ll}{2}/u.test(text.slice(previous.start, previous.end))) return false
  if (isStopWord(previous.folded) || beforePronoun.has(previous.folded)) return false
  return isLabelled || previous.start > 0 || endsName.test(after)
}
