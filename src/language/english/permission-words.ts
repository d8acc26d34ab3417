import { anyOf } from './any-of.ts'

/** What makes a lead-in limit or deny what its items say. */
export const limits = new RegExp(
  String.raw`\b${anyOf(
    'not|no|none|never|cannot|without|nobody|unless|if|only|avoid|forbidden|ineligible|bann?ed',
    String.raw`except(?:ions?|ing)?|refus\w+|exclu\w+|den(?:y|ied|ies)|prohibit\w*`,
  )}\b|n['’]t\b`,
  'i',
)

const adverb = 'yet|always|normally|generally|automatically|usually|also|then|even'
const permission = anyOf(
  String.raw`may|can|could|eligible|entitled|allowed|permitted|qualif\w+|gets?|granted|given|admitted|accepted`,
  'covered|included|free to|open to',
)

/** Asks for those, or for that, which something is permitted or due to; no answer of yes or no. */
export const asksForWhat = /^\W*(?:who|whom|which|what|when|where)\b/i

/** Permits, unless `refuses` matches too. */
export const permits = new RegExp(String.raw`\b${permission}\b`, 'i')

/** Refuses: the opposite of what `permits`. */
export const refuses = new RegExp(
  [
    String.raw`\b(?:may|can|shall|must|could|should)(?: not|n['’]t)\b|\b(?:cannot|can['’]t)\b`,
    String.raw`(?:\b(?:not|never|no longer)|n['’]t)\s+(?:(?:be|been|${adverb})\s+){0,2}${permission}\b`,
    String.raw`\b(?:no ?(?:one|body)|none|no \w+) (?:\w+ )?${permission}\b`,
    String.raw`\b(?:ineligible|refused|excluded|denied|forbidden|prohibited|banned|barred|disqualified)\b`,
  ].join('|'),
  'i',
)
