import { anyOf } from './any-of.ts'

/** Names of sections that say what a document comes to. */
export const tellingSection = new RegExp(
  String.raw`\b${anyOf(
    'summary|abstract|overview|key (?:points|findings|facts)|at a glance|in (?:short|brief)|conclusions?|findings?',
    'results|recommendations?|decisions?|outcomes?|what (?:happened|we found)',
  )}\b`,
  'i',
)

/** Names of sections about the document or its makers, not its topic. */
export const asideSection = new RegExp(
  String.raw`\b${anyOf(
    'references|bibliography|contacts?|appendi(?:x|ces)|annex|acknowledge?ments?|attend(?:ance|ees)|apologies|present',
    'about (?:us|the authors?)|further reading|links|contents|disclaimer|next meeting|any other business|aob',
    'version history|change ?log|credits|imprint|colophon|licen[cs]e|(?:un)?copyright|legal notice|privacy',
  )}\b`,
  'i',
)

/** Words of a statement that says what was decided, found or is required. */
export const cue = new RegExp(
  String.raw`\b${anyOf(
    'agreed (?:to|that|by|\\d)|decided|decision|resolved|approved|rejected|elected|voted|concluded?s?',
    'recommend(?:s|ed)?|found that|shows? that|showed that|results? in|as a result',
    'the (?:main|chief|key|aim|purpose|goal|cause|reason)',
    'must|may not|is (?:required|prohibited|forbidden|responsible)|are (?:required|prohibited|forbidden|responsible)',
    'in (?:total|all|conclusion|short|summary)|overall|most important(?:ly)?|record|first time',
  )}\b`,
  'i',
)

const pictures = 'figure|fig\\.|table|photo(?:graph)?s?|picture|image|video|caption|plate|chart|map|box'
/** What a document says of how it came about. */
const participles = [
  'adopted|approved|amended|revised|updated|prepared|compiled|issued|drafted|written|typed|carried out|commissioned',
  'produced|recorded',
].join('|')
const recordLabels = [
  'status|version|revision|date|author|authors|classification|keywords?|tags?|present|attend(?:ing|ees|ance)',
  'in attendance|apologies|absent|chair|minutes|facilitator|narrator|interviewer|recorded|venue|location|place|time',
  'subject|contact|tel|phone|owner|approved',
].join('|')

/** A picture, a table or a clip is labelled, or somebody is credited. */
export const captionOrCredit = new RegExp(
  `^[*_(\\[ ]{0,3}${anyOf(
    String.raw`(?:${pictures})\s*(?:\d+[a-z]?\s*)?[:.–—|-]`,
    String.raw`(?:pictured|above|below|left|right|top|bottom)\b\s*[:,]`,
    'watch |see (?:also|photos?|video|more|below|above|page|section|appendix|table|figure)\\b',
    'read (?:more|also|the (?:full|original|rest))|scroll |click |for (?:more|further) (?:information|details)\\b',
    `(?:${participles})(?: up)? (?:by|on|in|at|from)\\b`,
    String.raw`p\.?\s?(?:s\.|d\.\s?:)`,
    '(?:the )?minutes of the (?:last|previous)',
    'posted (?:on|by|in|at)\\b|published (?:on|by|in)\\b|last (?:updated|amended|reviewed|modified)\\b',
    'e-?mail (?:to|us|the)\\b|follow us\\b|copyright\\b|©|all rights reserved|submitted by\\b|continued (?:on|from)\\b',
    `(?:${recordLabels})\\b[^:.]{0,25}:|(?:to|from|cc):`,
  )}|${anyOf(
    String.raw`\b(?:contributed|assisted) (?:to|in|with) this (?:report|story|article|post)`,
    String.raw`\ball rights reserved`,
    String.raw`\bmay not be (?:published, broadcast|reproduced)`,
  )}`,
  'iu',
)

const name = String.raw`\p{Lu}[\p{L}.'’-]+`

/** `By Jane Doe, …`, `Photos: John Cole.` */
export const byline = new RegExp(
  String.raw`^[*_(\[ ]{0,3}(?:By|BY|Text|Words|Photos?|Illustrations?)(?: by)?:? ${name} ${name}\s*(?:[,|.]|$)`,
  'u',
)

/** What people write around what they have to say. */
export const courtesy = new RegExp(
  `^["“(*_ ]{0,3}${anyOf(
    '(?:many |with )?thank(?:s| you)\\b|dear\\b|hi\\b|hello\\b|(?:kind|best|warm) (?:regards|wishes)|yours\\b',
    'cheers\\b|welcome\\b|i hope\\b|hope (?:you|this|all)\\b|sorry\\b',
    'please (?:find|see|note|let|return|feel|contact|mark)\\b',
    '(?:congratulations|good luck|see you|have a|enjoy)\\b|bring your own|we look forward|looking forward',
    '(?:see|contact|call|ring|visit|e-?mail|ask|write to|compare)\\b',
  )}`,
  'i',
)

/** Nouns for the document itself: `this policy` and `these rules` point at nothing else. */
const document = anyOf(
  'policy|policies|report|guide|guideline|guidelines|document|leaflet|agreement|lease|contract|handbook|manual|notice',
  'page|paper|study|review|article|note|notes|plan|protocol|rules|terms|regulations|by-?laws|code|statement|letter',
  'survey|newsletter|bulletin|brochure|booklet|section|chapter|book|faq|list|glossary|form|procedure|standard|tool',
  'package|library|program|project|website|site|repository|module|specification|proposal|minutes|instructions',
)
const time = anyOf(
  'week|month|year|morning|evening|afternoon|summer|autumn|winter|spring|season|weekend|century|time|term|quarter',
)

/** An opening that looks like a reference, and points at the document, at today or at what follows. */
export const pointsElsewhere = new RegExp(
  `^["'“‘(\\s]*${anyOf(
    `(?:this|these) (?:\\w+ )?(?:${document}|${time})\\b`,
    'those (?:who|with|without|of|in|living|taking)\\b',
    '(?:both|either|neither) .{1,60}\\b(?:and|or|nor)\\b',
  )}`,
  'i',
)

const finite = 'is|was|are|were|has|have|had|will|can|could|may|must|should|also|then|got|get|came|went|took'

/** Opens with what only makes sense after the sentence before: a conjunction, a connective, a bare reply. */
export const opensAsContinuation = new RegExp(
  `^["'“‘(*_\\s]*${anyOf(
    'but|and|or|nor|so|i\\.e\\.|e\\.g\\.|yet|however|also|then|instead|moreover|furthermore|thus|therefore|hence',
    'otherwise|nevertheless|nonetheless|besides|similarly|likewise|conversely|consequently|accordingly|afterwards?',
    'that|this|these|those',
    `the (?:others|(?:former|latter|same|other|second|third|pair|rest|two|three)(?=,| (?:${finite})\\b))`,
    'both|neither|either|another|others',
    '(?:some|one|all|most|none|two|three|many|each|half) of (?:them|these|those|this|whom|us)',
    "there(?:['’]s)? (?:too|also)",
    'for (?:example|instance|that|this)|in (?:addition|contrast|turn|other words|that case|response|return|this)',
    'as a result|on the other hand|by contrast|at (?:that|the same) (?:time|point)|after (?:that|this|which)|even so',
    'to (?:that|this) end|because of (?:this|that)|despite (?:this|that)|such|yes|no(?=[,.;:!—–-])|well,|not\\b',
    'still,|later,|by then|since then|until then|only then|as such|or rather|what is more|here(?=,| is| are)',
  )}(?![\\p{L}\\p{N}])`,
  'iu',
)

/** A connective inside the sentence: `The tenors, by contrast, are down to three`. */
export const continuesInside = new RegExp(
  `^[^,]{1,60}${anyOf(
    ',? (?:by contrast|however|therefore|on the other hand|in turn)\\b',
    ', (?:though|too|instead|meanwhile|as well|for (?:example|instance))[,.]',
  )}`,
  'i',
)

/** Words that open a clause which depends on another. */
export const subordinators: ReadonlySet<string> = new Set(
  'that which who whom whose when where while because since as if until unless although though after before'.split(' '),
)

/** Personal pronouns of somebody or something that was named before. */
export const pronouns: ReadonlySet<string> = new Set(
  'he she they him her them his hers their theirs it its himself herself themselves itself'.split(' '),
)

const speech = [
  'said|says|added|adds|told|wrote|writes|explained|recalled|continued|noted|asked|replied|tweeted|insisted|joked',
  'warned',
].join('|')

/** A quotation is followed, or preceded, by who said it: only a pronoun. */
export const saidByPronoun = new RegExp(
  String.raw`(?:["”’'],?\s*|,\s+)(?:(?:he|she|they)\s+(?:\w+ly\s+)?(?:${speech})\b|(?:said|says|added)\s+(?:he|she)\b)`,
  'i',
)

/** A quotation with anybody who is said to have said it. */
export const saidBySomebody = new RegExp(
  String.raw`\b${anyOf(
    speech,
    'say|tells|announced|argued|according to|quoted|stated|claimed|declared|described|called|read',
  )}\b`,
  'i',
)

/** Somebody speaks of himself or of those he belongs to. */
export const inFirstPerson = /\b(?:I|i|[Mm]y|[Ww]e|[Oo]ur|us)\b/
