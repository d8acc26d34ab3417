import { anyOf } from './any-of.ts'

/** `By`, `Written by`, `Authors:` before the names. */
export const bylineLabel = new RegExp(
  String.raw`^(?:${anyOf(
    'written|words|story|text|report|reported|reporting|article|interview|interviewed',
    String.raw`photographs?\s+and\s+text`,
  )}\s+)?by:?\s+|^authors?:\s*`,
  'i',
)
/** The writer's job after a name. */
export const writerRole = new RegExp(
  String.raw`,?\s+(?:(?:[\p{L}-]+\s+){0,3})?${anyOf(
    'correspondent|reporter|writer|columnist|editor|contributor|producer|analyst|journalist|blogger',
  )}s?$`,
  'iu',
)
/** `(with inputs from Agency)`. */
export const contribution = /\((?:with|additional|and|reporting|inputs?|including)\b[^()]{1,80}\)/i
/** `in Beijing` at the end of a byline. */
export const inPlace = /\s+in\s+(\p{Lu}[\p{L}.'’-]*(?:\s+\p{Lu}[\p{L}.'’-]*){0,2})$/u
/** `for the Gazette` at the end of a byline. */
export const forEmployer = /\s+for\s+(?:the\s+)?\p{Lu}.*$/iu
export const opensByline = /^by\s/i
/** Follows the writer's name at the end of a story: `Jane Doe is a columnist`. */
export const introducesWriter = /^ (?:is|was) an? /
