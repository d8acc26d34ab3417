import { anyOf } from './english/any-of.ts'

// Sections are read before the document's language is known: English, German, French and Spanish together.

const roman = '[IVXLC]{1,7}|[ivxlc]{1,7}'
const ordinals = [
  'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|last',
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen',
  'nineteen|twenty(?:-\\p{L}+)?|thirty(?:-\\p{L}+)?',
  '(?:erst|zweit|dritt|viert|fünft|sechst|siebt|siebent|acht|neunt|zehnt|elft|zwölft|letzt)e[rs]?',
  'eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf',
  'premi(?:er|ère)|un|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|(?:deux|trois|quatr|cinqu|six|sept|huit|neuv|dix)ième|dernière?',
  'primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|sext[oa]|séptim[oa]|octav[oa]|noven[oa]|décim[oa]|últim[oa]',
  'uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez',
].join('|')

/** The words for a section, from the outermost. */
const words = {
  part: 'part|book|volume|teil|buch|band|partie|livre|tome|titre|parte|libro|tomo|título|title',
  chapter: 'chapter|canto|kapitel|chapitre|capítulo',
  annex: 'annex|appendix|schedule|exhibit|attachment|anhang|anlage|annexe|anexo|apéndice',
  article: 'section|article|rule|clause|abschnitt|artikel|paragraph|artículo|sección|art\\.',
} as const

/** What kind of section a heading opens. */
export type SectionWord = keyof typeof words

/** What closes the mark of a section, and the title behind it: a capital, a number or a quotation mark. */
const rest = String.raw`(?:[.:)]|\s*[–—-])?(?:\s+(?<title>[\p{Lu}\p{N}"“„«¿¡(‘'].*))?$`
const number = String.raw`(?:(?:the|no\.?|nr\.?)\s+)?(?:\d{1,4}(?:\.\d{1,3})*[a-z]?|${roman}|${ordinals})`

const forms = (Object.entries(words) as [SectionWord, string][]).map(([kind, word]) => {
  const count =
    kind === 'annex' ? `(?:${number}|[A-Z](?:\\.\\d{1,2})?)` : kind === 'part' ? `(?:${number}|[A-H])` : number
  return [
    kind,
    new RegExp(`^(?:${word})\\s+${count}(?![\\p{L}\\p{N}])${rest}`, 'iu'),
    new RegExp(`^(?:the\\s+)?(?:${ordinals})\\s+(?:${word})(?![\\p{L}\\p{N}])${rest}`, 'iu'),
  ] as const
})
const paragraphSign = new RegExp(`^§{1,2}\\s?\\d{1,4}(?:\\.\\d{1,3})*\\s?[a-z]?(?![\\p{L}\\p{N}])${rest}`, 'u')

const named = new Set(Object.values(words).flatMap((each) => each.replaceAll('\\', '').split('|')))

/** Whether one of a line's first words is one for a section: looked up, since the patterns take long to compile. */
const namesSection = (line: string): boolean =>
  line
    .toLowerCase()
    .split(/\s+/, 3)
    .some((word) => named.has(word) || named.has(word.replace(/[^\p{L}\p{N}].*$/u, '')))

/** The pattern ignores case, and the title behind it must not. */
const opensTitle = /^[\p{Lu}\p{N}"“„«¿¡(‘']/u

/**
 * @param line one line
 * @returns the kind of section that it opens: `CHAPTER IV. The Well`, `Article 5`, `Annex A`, `§ 4 Fristen`; else null
 */
export const sectionWord = (line: string): SectionWord | null => {
  if (!/^[\p{Lu}§]/u.test(line)) return null
  if (paragraphSign.test(line)) return 'article'
  if (!namesSection(line)) return null
  for (const [kind, ...patterns] of forms)
    for (const pattern of patterns) {
      const match = pattern.exec(line)
      if (match && (match.groups?.['title'] === undefined || opensTitle.test(match.groups['title']))) return kind
    }
  return null
}

/** What a line states of how a work was printed, with its number. */
export const printLabel = new RegExp(
  `^${anyOf('isbn|issn|doi|serial no|stock no|cat(?:alogue|\\.)? no|order no|document no|report no|bestell-?nr')}\\b`,
  'iu',
)
/** An amount of money. */
export const price = /(?:[$£€¥]\s?\d|\d\s?(?:€|EUR|USD|CHF|euros?|dollars?)(?!\p{L}))/iu
