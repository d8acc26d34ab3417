import { foldedWords, type LanguageRules } from '../language-rules.ts'
import { germanStops } from './abbreviations.ts'
import { germanStopWords } from './stop-words.ts'

const months = `januar jänner februar märz april mai juni juli august september oktober november dezember`

const prefix = '(ab|an|auf|aus|bei|dar|durch|ein|fest|her|hin|los|mit|nach|um|unter|vor|weg|weiter|zu|zuruck|zusammen)'
/** `gewartet`, `abgewartet`; its stem is that of `warten`, `abwarten`. */
const participle = new RegExp(`^${prefix}?ge(?=.{4,}(?:t|en|te|ten|tes|ter)$)`)
/** `abzuwarten` */
const infinitive = new RegExp(`^${prefix}zu(?=.{4,}en$)`)

export const germanRules: LanguageRules = {
  stopWords: germanStopWords,
  framingWords: foldedWords(
    `viel viele vielen lange lang oft hoch hohe gross teuer weit machen macht gemacht tun tut geben gibt gegeben nennen
    heisst heissen bedeutet passiert geschieht erfolgt bekommen bekommt bekomme kriegen kriegt brauchen braucht brauche
    kommen kommt gehen geht nehmen nimmt welchem kostet kosten kostete text dokument quelle`,
  ),
  nounsHaveCapitals: true,
  hasCompounds: true,
  elision: null,
  beforeStemming: (word) =>
    word
      .replace(/([ao])e(?!$)/g, '$1')
      .replace(/(?<![aeq])ue/g, 'u')
      .replace(participle, '$1')
      .replace(infinitive, '$1'),
  // `wartet`, `warten`: Snowball leaves the ending of the third person, and other words end in a t in all their forms.
  afterStemming: (stem) => stem.replace(/(?<=.{3})(?:e?t)+$/, ''),
  stops: germanStops,
  questionWord:
    /\b(?:wer|wen|wem|wessen|wann|wo|wohin|woher|warum|weshalb|wieso|weswegen|wie|wieviele?|was|welche[mnrs]?|wofur|womit|wodurch|woran|worauf|woraus|wozu|worum|wovon|woruber|wogegen)\b/i,
  asks: [
    [
      'percentage',
      /\bwie ?viel prozent\b|\bwelche[rn]? (?:anteil|prozentsatz)\b|\bwie hoch \w+ (?:\w+ )?(?:anteil|quote)\b/,
    ],
    [
      'money',
      /\bkoste[nt]\b|\bkostete\b|\bwie teuer\b|\bwie ?viel (?:geld|euro|lohn|gehalt)\b|\b(?:wie hoch|wie ?viel)\b.*(?:preis|gebuhr|kosten|betrag|miete|strafe|pauschale|zuschuss|kaution|beitrag|budget|satz|selbstbeteiligung|fordersumme)|\bwas (?:zahlt|zahle|verdien)/,
    ],
    ['year', /\b(?:in )?welche[mns] jahr/],
    [
      'time',
      /\bwann\b|\bum wie ?viel uhr\b|\b(?:an|ab|bis) (?:zu )?welche[mnr] (?:tag|datum|zeitpunkt|uhrzeit)|\bwelche uhrzeit\b/,
    ],
    [
      'number',
      /\bwie ?viele?\b|\bwie (?:lange|oft|hoch|gross|weit|alt|schwer|schnell|tief|breit|lang|stark|warm|heiss|kalt)\b/,
    ],
    ['person', /\b(?:wer|wen|wem|wessen)\b/],
    ['reason', /\b(?:warum|weshalb|wieso|weswegen)\b|\baus welche[mn] grund/],
    ['place', /\b(?:wo|wohin|woher)\b/],
  ],
  focus: /\b(?:wie ?viele?|welche[mnrs]?)\s+(\p{L}+)/iu,
  numberWords: foldedWords(
    `eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn
    neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert tausend million millionen milliarde
    milliarden dutzend halb halbe halben drittel viertel einmal zweimal dreimal viermal doppelt mehrere zweieinhalb
    anderthalb eineinhalb dreieinhalb zweihundert dreihundert`,
  ),
  timeWords: foldedWords(
    `${months} montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag gestern heute morgen übermorgen
    mittag mitternacht abend vormittag nachmittag uhr jahrhundert jahrzehnt montags dienstags mittwochs donnerstags
    freitags samstags sonntags werktags frühjahr sommer herbst winter`,
  ),
  relativeTime:
    /\b(?:vor|nach|seit|binnen|innerhalb|am Ende|Anfang|Ende|Mitte)\s+(?:\p{L}+\s+)?(?:Tag|Woche|Monat|Jahr|Stunde)/iu,
  money:
    /[€$£]\s?\d|\d[\d.,]*\s(?:(?:Mio\.|Millionen|Milliarden|Mrd\.)\s)?(?:€|Euro|EUR|Cent|Franken|CHF|Dollar|Mark|Schilling)|\b(?:\p{L}+\s)(?:Euro|Cent|Mark)\b|kostenlos|unentgeltlich|gebührenfrei/iu,
  percentage: /\d\s?(?:%|Prozent)|\b(?:Hälfte|Drittel|Viertel|Fünftel|Mehrheit|Prozent)\b/i,
  reason:
    /\b(?:weil|da|denn|damit|um|wegen|aufgrund|auf Grund|deshalb|daher|darum|deswegen|nämlich|Grund|Ursache|verursacht|führt|führte|durch|infolge|sodass|so dass|dank|sonst)\b/iu,
  placeName:
    /\b(?:in|im|bei|beim|aus|nach|auf|am|an|zum|zur|vor|hinter|neben|unter|über)\s+(?:(?:der|dem|den|die|das)\s+)?(\p{Lu}[\p{L}\p{N}-]*)/gu,
  personName:
    /\b(?:Herrn?|Frau|Dr\.|Prof\.)\s+(\p{Lu}\p{L}+)|(?<=\p{L}\s|[,(:„]\s?)(\p{Lu}\p{Ll}+)\s+(?:\p{Lu}\.\s+)?(\p{Lu}\p{Ll}+)/gu,
}
