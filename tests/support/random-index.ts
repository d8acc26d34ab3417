import fc from 'fast-check'
import type { Acronym, IndexedSource } from '../../src/index/port.ts'
import { type Written, writtenSource } from './written-source.ts'

/** Words that tell of each other: spellings, families, slips, compounds and their parts, the same word elsewhere. */
const byLanguage = {
  en: [
    ...['harbour', 'harbor', 'ferry', 'ferries', 'Russia', 'Russian', 'was', 'the', 'war', 'storm', 'no'],
    ...['Uighur', 'Uyghur', 'Uygur', 'Uigur', 'Qaeda', 'Qaida', 'Kadhafi', 'Qaddafi', 'Washington', 'Wahsington'],
    ...['Zarvento', 'Zarvenlo', 'Zarvenpo', 'Zarvengo', 'Zarvenro', 'Barvenko', 'Tarvento', 'Zarvanko', 'Sarvenku'],
  ],
  de: [
    ...['Versicherung', 'Haftpflichtversicherung', 'Versicherungsschein', 'Schein', 'Verein', 'Vereinbarung', 'war'],
    ...['Vertrag', 'Kündigung', 'Vertragskündigung', 'Mietvertrag', 'Miete', 'Haus', 'Hausmeister', 'Meister', 'Baum'],
    ...['Baumhaus', 'Hausboot', 'Boot', 'Hausdach', 'Dach', 'Gasthaus', 'Rathaus', 'Hausbau', 'Wohnhaus', 'Hausherr'],
    ...['Hausnummer', 'Hausordnung', 'Ordnung', 'Nummer', 'Hausarzt', 'Hausschuh', 'Haustier', 'Hauswand', 'Zarvento'],
  ],
  es: ['habitaciones', 'habitación', 'Kündigung', 'ferry', 'Zarvento', 'Zarvenpo', 'no', 'puerto'],
} as const

type Language = keyof typeof byLanguage

const acronyms: readonly Acronym[] = [
  { short: 'XUAR', long: 'Xinjiang Uyghur Autonomous Region' },
  { short: 'XAR', long: 'Xinjiang Uyghur Autonomous Region' },
  { short: 'XR', long: 'Xinjiang Region' },
  ...['Harbour', 'Ferry', 'Storm', 'Garden', 'Market', 'Bridge', 'Tower', 'Street', 'Meadow', 'River'].map((word) => ({
    short: 'XR',
    long: `${word} Republic`,
  })),
]

const anyPassage = (language: Language): fc.Arbitrary<Written> => {
  const words = fc.array(fc.constantFrom(...byLanguage[language]), { minLength: 1, maxLength: 7 })
  return fc.record({ text: words.map((some) => `${some.join(' ')}.`), context: words.map((some) => some.join(' ')) })
}

const anySourceOf = (language: Language, id: string): fc.Arbitrary<IndexedSource> =>
  fc
    .tuple(
      fc.array(anyPassage(language), { maxLength: 5 }),
      fc.subarray([...acronyms]),
      language === 'en' ? fc.constantFrom('en', null) : fc.constant(language),
    )
    .map(([passages, spelt, tag]) => writtenSource(id, passages, spelt, tag))

/** A source whose words tell of those of others. */
export const anyIndexedSource = (id: string): fc.Arbitrary<IndexedSource> =>
  fc.constantFrom<Language>('en', 'de', 'es').chain((language) => anySourceOf(language, id))

/** Words to ask about such sources: theirs, and slips that could be several of them. */
export const askedWords = [
  ...Object.values(byLanguage).flat(),
  ...[
    'Zarvenko',
    'Tarvenko',
    'Washingtno',
    'Uyghurs',
    'Wohnungsmeister',
    'Hausvertrag',
    'Haustag',
    'XUAR',
    'XAR',
    'XR',
  ],
  ...['Xinjiang', 'Region', 'Versicherungshaus', 'zzz'],
]
