import { longFormBefore, matchesInitials, matchesLetters } from './long-form.ts'

/** A short name that a document itself expands, both as written: `XUAR` and `Xinjiang Uyghur Autonomous Region`. */
export type DefinedAcronym = { readonly short: string; readonly long: string }

/** How far before a bracket a long form may begin. */
const reach = 160

const bracketed = /[([]\s?([^()[\]\n]{2,100}?)\s?[)\]]/g
const shortForm = /^(?:\p{L}[\p{L}\p{N}.&-]{1,9})$/u
const hasCapitals = (text: string): boolean => /\p{Lu}.*\p{Lu}/u.test(text)
const wordBefore = /(\p{L}[\p{L}\p{N}.&-]{1,9})["'”’]?\s?$/u

const withoutArticle = (phrase: string): string => phrase.replace(/^(?:the|a|an)\s+/i, '').replace(/[\s,.;:"'”’]+$/, '')

/** `Long Form (SHORT)` and `SHORT (Long Form)`. In text without capitals, only plain initials are trusted. */
const inBrackets = (text: string): readonly DefinedAcronym[] =>
  [...text.matchAll(bracketed)].flatMap((match): DefinedAcronym[] => {
    const inside = (match[1] ?? '').replace(/^(?:or|the|hereafter|henceforth)\s+|["“”]/gi, '').trim()
    const before = text.slice(Math.max(0, match.index - reach), match.index).trimEnd()
    if (shortForm.test(inside)) {
      const long = longFormBefore(before, inside, hasCapitals(inside))
      return long ? [{ short: inside, long }] : []
    }
    const short = wordBefore.exec(before)?.[1]
    const long = withoutArticle(inside)
    if (!short || !/\s/.test(long)) return []
    const fits = hasCapitals(short) ? matchesLetters(short, long) : matchesInitials(short, long)
    return fits ? [{ short, long }] : []
  })

const inName = "[\\p{L}\\p{N}&'’.-]"
/** A whole word of a bounded length: in a row such as `A-A-A-…`, one from each letter to the end would be quadratic. */
const capitalised = `\\p{Lu}${inName}{0,40}(?!${inName})`
const joined = `${capitalised}(?:\\s(?:(?:of|the|and|for|in|on|de)\\s){0,2}${capitalised}){0,7}`
const upper = '\\p{Lu}[\\p{Lu}\\p{N}.&-]{1,9}'
const says =
  '(?:is|was)\\s(?:(?:a|an|the)\\s)?(?:\\p{L}+\\s){0,2}(?:acronym|abbreviation|initialism|short(?:hand)?)\\s(?:for|of)|stands\\sfor|(?:is\\s)?short\\sfor'
const known =
  '(?:,|\\s--|\\s–|\\s—|\\s?\\()?\\s?,?(?:also|better|formerly|previously|otherwise)?\\s?(?:known|referred\\sto|abbreviated)\\s(?:as|to)'

/** Sentences that define: the first group is the first name, the second the other one, a third the second's initials. */
const statements: readonly RegExp[] = [
  new RegExp(`(?<![\\p{L}\\p{N}])(${upper}),?\\s(?:${says})\\s[“"']?(?:the\\s)?(${joined})`, 'gu'),
  new RegExp(`(?<![\\p{L}\\p{N}])(${joined})["”]?${known}\\s[“"']?(?:the\\s)?(${joined})`, 'gu'),
  new RegExp(`(?<![\\p{L}\\p{N}])(${joined}),\\sor\\s(?:the\\s)?(${upper})(?=[,.;\\s])`, 'gu'),
  /(?<![\p{Ll}\p{N}])(\p{Ll}[\p{Ll}\p{N}.-]{1,9}) (?:,|--|\() also known as (?:the )?(\p{Ll}+(?: (?!or |and |who |which |that |in |on |at |is |was |has |have )\p{Ll}+){0,5})(?: or (\p{Ll}{2,10})(?=$|\n| [,.)-]))?/gu,
  /(?<![\p{Ll}\p{N}])(\p{Ll}[\p{Ll}\p{N}.-]{1,9}) (?:is an? (?:common )?acronym for|stands for|, short for) (?:the )?(\p{Ll}+(?: (?!or |and |who |which |that |in |on |at |is |was |has |have )\p{Ll}+){0,5})/gu,
]

const inStatements = (text: string): readonly DefinedAcronym[] =>
  statements.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match): DefinedAcronym[] => {
      const names = [withoutArticle(match[1] ?? ''), withoutArticle(match[2] ?? '')].sort((a, b) => a.length - b.length)
      const [short = '', long = ''] = names
      if (short === '' || short.toLowerCase() === long.toLowerCase()) return []
      const initials = match[3] ?? ''
      return matchesInitials(initials, long)
        ? [
            { short, long },
            { short: initials, long },
          ]
        : [{ short, long }]
    }),
  )

/**
 * The short names that a text expands itself, each pair once, in brackets first: `East Turkestan Islamic Movement (ETIM)`,
 * `ETIM (East …)`, `X, also known as Y`, `X is an acronym for Y`. The text is read once; work grows with its length.
 */
export const definedAcronyms = (text: string): readonly DefinedAcronym[] => {
  const pairs = new Map<string, DefinedAcronym>()
  for (const pair of [...inBrackets(text), ...inStatements(text)]) {
    const key = `${pair.short}\0${pair.long}`.toLowerCase()
    if (!pairs.has(key)) pairs.set(key, pair)
  }
  return [...pairs.values()]
}
