import { anyOf } from './any-of.ts'

/** Picture libraries, and agencies that sell pictures as well as text. */
const libraries = [
  'getty(?: images)?|shutterstock|istock(?:photo)?|alamy(?: stock photo)?',
  'pa (?:wire|images|media|archive)|unsplash|pexels|pixabay|flickr|wikimedia(?: commons)?',
  'rex(?: features)?|corbis|nurphoto|zuma(?: press)?|adobe stock|imago|sipa(?: usa)?|creative commons',
  'handout|file (?:photo|picture|image)|ap (?:photo|images)|afp photo|epa-efe|reuters photo',
].join('|')
/** In their own capitals: otherwise most are ordinary words. */
const agencies = [
  '(?:Thomson )?Reuters|REUTERS|AP|Associated Press|AFP|Agence France-Presse|EPA|PA|Press Association',
  'Bloomberg|Xinhua|dpa|DPA|IANS|PTI|ANI|UPI',
].join('|')

/** `(Photo by Jane Doe)`, `[Getty Images]`. */
export const creditInBrackets = new RegExp(
  String.raw`[[(]${anyOf(
    String.raw`(?:photo|picture|image|credit|file)s?\b[^\])]{0,60}`,
    String.raw`[^\])]{0,40}\b(?:${libraries})\b[^\])]{0,40}`,
  )}[\])]\.?$`,
  'i',
)
export const agencyInBrackets = new RegExp(`[[(](?:${agencies})(?:/[^\\])]{1,40})?[\\])]$`)
// Between a caption and its credit is a wide gap or a separator, from the page's layout.
const gap = '(?:\\u00a0|[ \\t]{2,}|\\t| [|/•·–—-] ?|/)\\s*(?:(?:Photo|Picture|Image|photo)(?: by)?:? )?'
export const creditsApart = [new RegExp(`${gap}(?:${agencies})$`), new RegExp(`${gap}(?:${libraries})$`, 'i')] as const
/** `Photo: Jane Doe`. */
export const namedCredit = new RegExp(
  String.raw`(?:^|[.|/([–—-] ?|\u00a0)${anyOf(
    'Photo(?:graph)?s?|PHOTO|Pictures?|Images?|Illustration',
  )}(?: (?:credit|courtesy|by|copyright)\b[^.]{1,60}|: ?[^.]{1,60})$`,
  '',
)
/** `Credit: ESO`: behind the label is a name, and no number or sentence. */
export const creditLabel =
  /^(?:(?:photo|image|picture|foto|bild) )?(?:credits?|courtesy of|bildnachweis|bildquelle|fotonachweis|crédits?(?: photos?)?|créditos?)\s*:\s*\p{Lu}(?!.*[.!?]$)(?:\S+(?:\s|$)){1,14}$/iu
/** A caption with its label: `Pictured: …`. */
export const labelledCaption = new RegExp(
  String.raw`^(?:${anyOf(
    'photo(?:graph)?|picture|image|file photo|caption|image caption|pictured|in pictures|foto|bild|abbildung|imagen',
  )}\s*(?::|–|—)|(?:image|photo|picture|media) (?:caption|credit|copyright|source)\b)\s*.`,
  'i',
)
