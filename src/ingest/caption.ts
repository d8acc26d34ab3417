import { endsSentence, wordCount } from './prose.ts'

/** Picture libraries, and agencies that sell pictures as well as text. */
const libraries =
  'getty(?: images)?|shutterstock|istock(?:photo)?|alamy(?: stock photo)?|pa (?:wire|images|media|archive)|unsplash|pexels|pixabay|flickr|wikimedia(?: commons)?|rex(?: features)?|corbis|nurphoto|zuma(?: press)?|adobe stock|imago|sipa(?: usa)?|creative commons|handout|file (?:photo|picture|image)|ap (?:photo|images)|afp photo|epa-efe|reuters photo'
/** As they write themselves: in other letters most are words or parts of words. */
const agencies =
  '(?:Thomson )?Reuters|REUTERS|AP|Associated Press|AFP|Agence France-Presse|EPA|PA|Press Association|Bloomberg|Xinhua|dpa|DPA|IANS|PTI|ANI|UPI'

const inBrackets = new RegExp(
  `[[(](?:(?:photo|picture|image|credit|file)s?\\b[^\\])]{0,60}|[^\\])]{0,40}\\b(?:${libraries})\\b[^\\])]{0,40})[\\])]\\.?$`,
  'i',
)
const agencyInBrackets = new RegExp(`[[(](?:${agencies})(?:/[^\\])]{1,40})?[\\])]$`)
// A caption runs into its credit over a wide gap or a separator, as the layout of the page had it.
const gap = '(?:\\u00a0|[ \\t]{2,}|\\t| [|/•·–—-] ?|/)\\s*(?:(?:Photo|Picture|Image|photo)(?: by)?:? )?'
const apart = [new RegExp(`${gap}(?:${agencies})$`), new RegExp(`${gap}(?:${libraries})$`, 'i')] as const
const named =
  /(?:^|[.|/([–—-] ?|\u00a0)(?:Photo(?:graph)?s?|PHOTO|Pictures?|Images?|Illustration)(?: (?:credit|courtesy|by|copyright)\b[^.]{1,60}|: ?[^.]{1,60})$/
const labelled =
  /^(?:(?:photo(?:graph)?|picture|image|file photo|caption|image caption|pictured|in pictures)\s*(?::|–|—)|(?:image|photo|picture|media) (?:caption|credit|copyright|source)\b)\s*./i

/** Longer blocks are paragraphs, whatever they end with. */
const most = { words: 45, characters: 320 }

/**
 * Whether a block is a picture's caption with its credit, or a credit alone. A caption without a credit cannot be told
 * from text; nor can a paragraph that an agency signs: `… he said. (Reuters)`.
 */
export const isCaption = (text: string): boolean => {
  if (text.length > most.characters || wordCount(text) > most.words) return false
  if (labelled.test(text) || named.test(text) || inBrackets.test(text)) return true
  const credit = agencyInBrackets.exec(text) ?? apart[0].exec(text) ?? apart[1].exec(text)
  return credit !== null && !endsSentence(text.slice(0, credit.index).trimEnd())
}
