/** Small words that an acronym may skip: `of` in `United States of America`. */
export const joiners = new Set(['of', 'the', 'and', 'for', 'in', 'on', 'to', 'a', 'an', 'de', 'la', '&', '-'])
export const article = /^(?:the|a|an)\s+/i
/** Words before a short form in its brackets. */
export const opensBracket = /^(?:or|the|hereafter|henceforth)\s+/i

const inName = "[\\p{L}\\p{N}&'’.-]"
/** A whole word of a bounded length: in a row such as `A-A-A-…`, one from each letter to the end would be quadratic. */
const capitalised = `\\p{Lu}${inName}{0,40}(?!${inName})`
const joined = `${capitalised}(?:\\s(?:(?:of|the|and|for|in|on|de)\\s){0,2}${capitalised}){0,7}`
const upper = '\\p{Lu}[\\p{Lu}\\p{N}.&-]{1,9}'
const defines = [
  String.raw`(?:is|was)\s(?:(?:a|an|the)\s)?(?:\p{L}+\s){0,2}`,
  String.raw`(?:acronym|abbreviation|initialism|short(?:hand)?)\s(?:for|of)|stands\sfor|(?:is\s)?short\sfor`,
].join('')
const knownAs = [
  String.raw`(?:,|\s--|\s–|\s—|\s?\()?\s?,?(?:also|better|formerly|previously|otherwise)?\s?`,
  String.raw`(?:known|referred\sto|abbreviated)\s(?:as|to)`,
].join('')

// In text without capitals, the first word that cannot be part of a name ends it.
const smallShort = String.raw`(?<![\p{Ll}\p{N}])(\p{Ll}[\p{Ll}\p{N}.-]{1,9})`
const noName = 'or |and |who |which |that |in |on |at |is |was |has |have '
const smallLong = String.raw`(?:the )?(\p{Ll}+(?: (?!${noName})\p{Ll}+){0,5})`

/** Sentences that define. Groups: the first name, the second, and perhaps the initials of the second. */
export const definingStatements: readonly RegExp[] = [
  new RegExp(`(?<![\\p{L}\\p{N}])(${upper}),?\\s(?:${defines})\\s[“"']?(?:the\\s)?(${joined})`, 'gu'),
  new RegExp(`(?<![\\p{L}\\p{N}])(${joined})["”]?${knownAs}\\s[“"']?(?:the\\s)?(${joined})`, 'gu'),
  new RegExp(`(?<![\\p{L}\\p{N}])(${joined}),\\sor\\s(?:the\\s)?(${upper})(?=[,.;\\s])`, 'gu'),
  new RegExp(
    String.raw`${smallShort} (?:,|--|\() also known as ${smallLong}(?: or (\p{Ll}{2,10})(?=$|\n| [,.)-]))?`,
    'gu',
  ),
  new RegExp(`${smallShort} (?:is an? (?:common )?acronym for|stands for|, short for) ${smallLong}`, 'gu'),
]
