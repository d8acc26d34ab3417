import type { DateWords } from '../date-rules.ts'

export const englishDates: DateWords = {
  updated: ['updated|modified|revised|edited|as of|last (?:change|update|revision)'],
  published: ['published|posted|issued|released|release date|publication date|date of (?:issue|publication|release)'],
  besides: [
    'first|last|originally|date|dated|published|posted|updated|modified|revised|edited|issued|as of|for|effective',
    'released?|created|publication|on|at|mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun|update|revision|written',
    String.raw`(?:mon|tues|wednes|thurs|fri|satur|sun)day|a\.?m|p\.?m|hrs?|hours?|utc|gmt|[a-z]{1,3}[sd]?t`,
  ],
  dated: [
    'minutes|agenda|report|newsletter|bulletin|memo(?:randum)?|letter|statement|press release|news release|notice',
    'circular|speech|remarks|testimony|transcript|hearing|judge?ment|ruling|resolution|regulation|directive|decree|act',
    'order|briefing|digest|diary|log|notes|meeting|session|sermon|lecture|edition|issue|stand-?up|retro(?:spective)?',
    'communiqué|proclamation|announcement|changelog|release notes|round-?up|summary of proceedings|proceedings',
  ],
  about: [
    'about|into|over|concerning|regarding|against|after|before|since|until|on',
    'by which|that|who|when|where|why|how|anniversary|attacks?|fire|storm|flood|battle|earthquake|disaster|murder|strike',
  ],
}

/** A month in a dateline. */
export const datelineMonth = '(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\\p{Ll}{0,6}\\.?'
