const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

/** Titles and the like before a name: the full stop after one never ends a sentence. */
const titles = words(
  `mr mrs ms messrs mme mlle dr prof gen maj lt col sgt capt cpl pvt cmdr adm sen rep gov sens reps gens drs profs
  rev hon pres supt det insp st mt ft brig fr vs viz cf e.g i.e`,
)
/** Before a number or a bracket, the full stop does not end a sentence. */
const references = words(
  `fig figs sect sec no nos vol vols pp p pop approx ca c circa ed eds eq eqs art ch chap para op al ref refs cit
  est jan feb mar apr jun jul aug sept sep oct nov dec`,
)
/** May end a sentence or be inside one; the next word decides. */
const shortForms = words(
  `inc ltd co corp plc jr sr bros dept univ assn jan feb mar apr jun jul aug sept sep oct nov dec ky calif fla tenn
  ala ariz ark colo conn ga md mich minn mont neb nev okla ore tex va vt wis wyo ave blvd rd al`,
)
/** Abbreviations of four letters and more, which look like the last word of a sentence. */
export const longAbbreviations = 'Prof|Capt|Supt|Messrs|Dept|Univ|Assn|Sept|Corp'
/** Continues a company name with an exclamation mark: `Yahoo! Inc.` */
export const companyForm = /^(?:Inc|Corp|Ltd|Co|LLC|PLC)\b/i
/** Words that open a sentence and are hardly ever part of a name. */
const openers = words(
  `the a an this that these those it he she they we i you his her its their our my in on at by for from to with as
  and but or so if when while after before since because although though however meanwhile then there here what
  who why how where which no not yet still also some many most all one two both each every another such under over
  during until despite according last next now today yesterday`,
)
const daysAndZones = words(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
  september october november december est edt pst pdt cst cdt gmt utc bst et pt ist cet`,
)

const dotted = /^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u
const dayTime = /^[ap]\.?m$/

/** Whether a full stop ends its sentence. */
export type StopReading = 'ends' | 'goes-on' | 'unknown'

/**
 * Decides whether a full stop after a word ends the sentence.
 * @param before the word without its full stop
 * @param next the following word as written
 * @param following the character after that word
 * @param opensSentence whether `before` is the first word of its sentence
 * @returns the decision; `unknown` when the words do not tell
 */
export const readStop = (before: string, next: string, following: string, opensSentence: boolean): StopReading => {
  const word = before.toLowerCase()
  const nextWord = next.toLowerCase()
  const nextIsInitial = /^\p{Lu}$/u.test(next) && following === '.'
  const opener = openers.has(nextWord) && !nextIsInitial
  const numberOrBracket = /^[\d(]/.test(next)
  if (/^\d{1,3}$/.test(before) && opensSentence) return 'goes-on'
  // `z. B.`, `u. a.`: spaced abbreviations of other languages than English.
  if (/^\p{Ll}$/u.test(before) && /^\p{L}$/u.test(next) && following === '.') return 'goes-on'
  if (/^\p{L}$/u.test(before)) {
    if (opensSentence) return 'goes-on'
    if (/^\p{Lu}$/u.test(before)) return opener || numberOrBracket ? 'ends' : 'goes-on'
    if (!opener && word !== 'i' && /^\p{Ll}/u.test(next)) return 'goes-on'
  }
  if (titles.has(word) && (/^\p{L}/u.test(next) || numberOrBracket)) return 'goes-on'
  if (references.has(word) && numberOrBracket) return 'goes-on'
  if (dayTime.test(word)) return daysAndZones.has(nextWord) || /^\(/.test(next) ? 'goes-on' : 'ends'
  if (dotted.test(before) || (shortForms.has(word) && (/^\p{Lu}/u.test(before) || word === 'al')))
    return opener ? 'ends' : 'goes-on'
  return 'unknown'
}
