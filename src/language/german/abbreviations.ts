import { foldedWords } from '../language-rules.ts'
import { type StopTable, sharedTitles } from '../stop-table.ts'
import { germanStopWords } from './stop-words.ts'

const monthName = /^(?:Jan|Jän|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)/
const ordinalNoun =
  /^(?:Jahrhundert|Klasse|Stock|Etage|Obergeschoss|Untergeschoss|OG|UG|Platz|Tag|Woche|Auflage|Kapitel|Abschnitt|Rang|Semester|Quartal|Lebensjahr|Geburtstag|Weltkrieg)/
/** What stands before an ordinal: `der 2.`, `im 19.`, `der 3. und 4.` */
const beforeOrdinal =
  /(?:^|\s)(?:de[rmns]|die|das|am|im|beim|vom|zu[mr]|ins|ans|(?:ihr|sein|unser|mein|dein|kein|ein)(?:e[mnrs]?)?|(?:jed|dies|jen)e[mnrs]?|\d{1,3}\.(?:,|\s(?:und|oder|bis)))\s+$/iu
const ordinal = /^(?:\d{1,3}|[IVXL]{1,5})$/

/** The letters of `z. B.`, `d. h.`, `u. a.`, `i. d. R.` */
const spacedLetters = /^(?:z|d|u|i|o|s|v|n|m|b|a)$/i
/** `a. D.`, `i. V. m.`: a letter behind a letter. */
const behindLetter = /(?:^|[\s(])\p{L}\.\s{0,3}$/u
/** Letters that end a list: `u. Ä.`, `o. ä.` */
const andTheLike = /^(?:ä|Ä)$/u

export const germanStops: StopTable = {
  titles: foldedWords(
    `${sharedTitles} v hr hrn fr frl dr drs prof dipl ing mag med phil jur rer nat habil theol pol oec vet dent st
    bzw ca vgl evtl ggf inkl exkl zzgl abzgl sog gem lt bspw insb zb dh ua ia vorm geb gest verh hl rd max min
    mind jew entspr bgm obgm frhr stv stellv abg fa gebr ges pfr dek mio mrd tsd zz bzgl betr einschl ausschl
    z.b d.h u.a i.d u.u z.t i.a i.v m.e s.o s.u v.a em sts präs vors dir insp kard oblt uffz maj obst gefr gen hochw
    exz kpl`,
  ),
  alsoWords: foldedWords('mag'),
  references: foldedWords(
    `nr nrn art ziff kap s abb tab bd bde lfd tel str anm ab aufl jh jg zi stk std ziffer abs abschn anl anh rn rdnr
    fn lit hs sp zif buchst tz bl az vol pos p pp fig eur ausg verz jan feb mar apr jun jul aug sept sep okt nov
    dez`,
  ),
  shortForms: foldedWords(`str pl allee univ inst abt ag gmbh inc ltd corp co jr sr`),
  behindNames: new Set(),
  openers: new Set([...germanStopWords].filter((word) => !['von', 'vom', 'zu', 'zum', 'zur', 'eur'].includes(word))),
  labelledNouns: new Set(),
  parts: foldedWords(`artikel paragraph abschnitt kapitel teil satz titel anlage punkt ziffer`),
  daysAndZones: new Set(),
  onlyTime: null,
  // Every noun has a capital.
  opensGlued: () => false,
  goesOn: ({ lead, before, next, following }, opener) => {
    if (ordinal.test(before) && !/^[([]/.test(next)) {
      if (/^\d{4}$/.test(next)) return /(?:^|\s)\d{1,2}\.\s{0,3}$/.test(lead)
      if (/^\d{1,2}$/.test(next) && following === '.') return true
      if (/^\p{Ll}/u.test(next) || monthName.test(next) || ordinalNoun.test(next)) return true
      return /^\p{Lu}/u.test(next) && !opener && beforeOrdinal.test(lead)
    }
    if (/str$/.test(before) && /^\d/.test(next)) return true
    if (spacedLetters.test(before) && /^\p{L}{1,2}$/u.test(next) && !opener) return true
    if (before === 'v' || before === 'n') return next === 'Chr'
    return behindLetter.test(lead) && /^\p{L}$/u.test(before) && !andTheLike.test(before) && !opener
  },
}
