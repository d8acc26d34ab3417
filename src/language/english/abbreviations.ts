import { foldedWords } from '../language-rules.ts'
import { type StopTable, sharedTitles } from '../stop-table.ts'
import { monthNames, weekdayNames } from './calendar-words.ts'
import { isKnownWord } from './wink.ts'

const months = `jan feb mar apr jun jul aug sept sep oct nov dec`

/** Abbreviations of four letters and more, which look like the last word of a sentence. */
export const longAbbreviations = 'Prof|Capt|Supt|Messrs|Dept|Univ|Assn|Sept|Corp'
/** Continues a company name with an exclamation mark: `Yahoo! Inc.` */
export const companyForm = /^(?:Inc|Corp|Ltd|Co|LLC|PLC)\b/i

/** Words around a time of day that opens a sentence: `Shortly after 6 p.m. Mr. Smith left.` */
const timeWords = [
  'at|by|from|to|until|till|between|and|on|around|about|after|before|since',
  'shortly|exactly|approx\\.|just|the|noon|midnight',
  ...weekdayNames,
  ...monthNames,
].join('|')

/** By which words an English full stop is read, and that of a text in a language without rules. */
export const englishStops: StopTable = {
  titles: foldedWords(
    `${sharedTitles} mrs drs profs gen gens maj lt lieut col sgt capt cpl pvt cmdr comdr cmsr comm commr cdr adm radm
    vadm brig sen sens rep reps gov rev revd hon pres supt det insp ste mt ft fr fra bro sr sra ven rt msgr mons
    archbp bp cllr cllrs ald asst assoc atty amb ens emer mgr dep dist exec treas chas geo thos jas jno jos wm
    robt benj saml edw viz e.g i.e v esp incl excl preb comdt dir del adv engr princ chanc abp pte const    
    barr ofc aux curat hosp`,
  ),
  alsoWords: foldedWords(
    `gen gens rep reps sen det bro fra dep pres rev brig ens rt ft exec dist col del adv const dir `,
  ),
  references: foldedWords(
    `${months} fig figs sect sec secs no nos vol vols pp pop approx ca circa ed eds eq eqs art ch chap chaps para
    paras op al ref refs cit est app append bk bks pt pts pl pls cl fn fol ff fl sched schs exh ext col cols ver
    max min avg rev apt bldg tel alt exod deut lev ps isa ezek cor gal eph thess heb`,
  ),
  shortForms: foldedWords(
    `${months} inc ltd co corp plc jr sr bros dept univ assn assoc pty gmbh ky calif fla tenn ala ariz ark colo conn
    ga md mich minn mont neb nev okla ore tex va vt wis wyo ave blvd rd sq ln hwy pkwy al cal civ crim proc evid
    supp reg cong sess pub ill ind kan la mass mo pa wash wisc penn penna`,
  ),
  behindNames: foldedWords(`st dr mt ft`),
  openers: foldedWords(
    `the a an this that these those it he she they we i you his her its their our my in on at by for from to with as
    and but or so if when while after before since because although though however meanwhile then there here
    what who why how where which no not yet still also some many most all one two both each every another such
    under over during until despite according last next now today yesterday few several none nobody everyone
    everybody someone somebody something anyone never perhaps maybe moreover furthermore therefore thus hence
    later soon once often sometimes neither either would could should did does is are was were has have had
    please let see instead indeed only even unlike among between within without through throughout across about
    around against`,
  ),
  // Not what is named after people, such as ships and halls.
  labelledNouns: foldedWords(
    `vitamin hepatitis influenza type grade group class category option plan team model version appendix annex
    schedule exhibit section part phase stage level zone unit form table figure column row item series league`,
  ),
  parts: foldedWords(
    `section article chapter part table figure plate map clause paragraph rule title schedule annex appendix item
    step`,
  ),
  daysAndZones: new Set([
    ...weekdayNames,
    ...monthNames,
    ...'est edt pst pdt cst cdt gmt utc bst et pt ist cet'.split(' '),
  ]),
  onlyTime: new RegExp(`^(?:(?:${timeWords}|\\d{1,2}(?:[:.]\\d\\d)?|[ap]\\.?m\\.?),?\\s+)+$`, 'iu'),
  // A name, which the lexicon lacks, and an adverb; `http.Client` and `strings.Builder` are code.
  opensGlued: (before, next) => isKnownWord(before) && (/ly$/.test(next) || !isKnownWord(next.toLowerCase())),
  // `p. 12`, `c. 1740`, `Ex. 3`; not `Plan B. 12 people came.` or `He met his ex. 3 years passed.`
  goesOn: ({ lead, before, next }) =>
    (/^(?:[pcbd]|Ex|Stat)$/.test(before) && /^(?:[\d(]|[IVX]+$)/.test(next)) ||
    // `at 48, n. 2`, `Fed. Rule Civ. Proc. 56`
    (before === 'n' && /(?:[,(&]|\b(?:and|see))\s*$/i.test(lead) && /^\d/.test(next)) ||
    (before === 'Fed' && /^(?:Rules?|R|Reg|Cas|App|Cir|Cl)$/.test(next)),
}
