import { anyOf } from './any-of.ts'

/** Labels right before a date. */
export const updatedLabel = /\b(?:updated|modified|revised|edited)\b[^\p{L}]*(?:on|at)?[^\p{L}]*$/iu
export const publishedLabel = /\b(?:published|posted|issued|released)\b[^\p{L}]*(?:on|at)?[^\p{L}]*$/iu
/** A weekday right before a date. */
export const weekday = /\b(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s*$/i

/** What belongs to a date: labels, weekdays, time zones, times. */
export const dateWords = new RegExp(
  String.raw`\b${anyOf(
    'first|last|originally|date|dated|published|posted|updated|modified|revised|edited|issued',
    'released|created|publication|on|at|mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun',
    String.raw`(?:mon|tues|wednes|thurs|fri|satur|sun)day|a\.?m|p\.?m|hrs?|hours?|utc|gmt|[a-z]{1,3}[sd]?t`,
  )}\b|\d{1,2}[:.]?\d{2}(?:[:.]\d{2})?h?|[+-]\d{1,2}`,
  'gi',
)

export const monthNames = 'january february march april may june july august september october november december'.split(
  ' ',
)
/** A month in a dateline. */
export const datelineMonth = '(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\\p{Ll}{0,6}\\.?'
