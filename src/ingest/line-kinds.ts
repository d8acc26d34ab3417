import type { Block } from './block.ts'

/** How many words a text has; marks that stand alone are none. */
export const wordCount = (text: string): number => text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0

/** Whether a text closes with the mark of a sentence, with or without quotation marks after it. */
export const endsSentence = (text: string): boolean => /[.!?…]["'”’»)\]]*$/.test(text.slice(-8))

const endsWithStop = (text: string): boolean => /[.…]["'”’»)\]]*$/.test(text.slice(-8))

/** Whether a text reads as running prose, not as a title, a label or a list entry: a sentence, or many words. */
export const isProse = (text: string): boolean => {
  const words = wordCount(text)
  return (
    words >= 30 ||
    (words >= 4 && endsWithStop(text)) ||
    (words >= 15 && endsSentence(text)) ||
    looksLowercase(text, words) ||
    isUnspaced(text)
  )
}

/** Scripts that put no spaces between words: their lines cannot be told by counting words, so the longer ones are prose. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu
const isUnspaced = (text: string): boolean => /[。！？]/.test(text) || (text.match(unspaced)?.length ?? 0) >= 12

/** Lower-case prose, as pre-tokenised corpora have it: no capital, and too many words for a label. */
const looksLowercase = (text: string, words: number): boolean => words >= 10 && !/\p{Lu}/u.test(text)

/** A sentence that ends before the text does; short words may be abbreviations. */
const sentenceInside = /(?<!\b(?:Prof|Capt|Supt|Messrs|Dept|Univ|Assn|Sept|Corp))\p{Ll}{3}\.["'”’]?\s/u

/** Whether a text could be a headline or a link: a short line that is no sentence. `?` and `!` may close one. */
export const isHeadline = (text: string): boolean => {
  const words = wordCount(text)
  return (
    words > 0 &&
    words <= 25 &&
    text.length <= 200 &&
    !endsWithStop(text) &&
    !/[,;:]$/.test(text) &&
    !sentenceInside.test(text)
  )
}

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
const mostOfCaption = { words: 45, characters: 320 }

/**
 * Whether a block is a picture's caption with its credit, or a credit alone. A caption without a credit cannot be told
 * from text; nor can a paragraph that an agency signs: `… he said. (Reuters)`.
 */
export const isCaption = (text: string): boolean => {
  if (text.length > mostOfCaption.characters || wordCount(text) > mostOfCaption.words) return false
  if (labelled.test(text) || named.test(text) || inBrackets.test(text)) return true
  const credit = agencyInBrackets.exec(text) ?? apart[0].exec(text) ?? apart[1].exec(text)
  return credit !== null && !endsSentence(text.slice(0, credit.index).trimEnd())
}

const mostWords = 12
/** In characters. What is longer is a paragraph, whatever its mark: each paragraph below would carry it as its section. */
const longestMarked = 300

/** Whether a block is marked as a heading, and has the length of one. */
export const isMarkedHeading = ({ kind, text }: Block): boolean => kind === 'heading' && text.length <= longestMarked

/** Prose, or the lead-in of a list. */
const opensText = (text: string): boolean => isProse(text) || (text.endsWith(':') && wordCount(text) >= 4)

const isListNeighbour = (block: Block, other: Block | undefined): boolean =>
  other?.kind === 'list-item' && other.indent === block.indent

/**
 * Whether block `at` is a heading inside the document: marked as one, or a short capitalised line that stands alone, with
 * or without a number, above a paragraph of prose. Short lines in a row are a list or a poem; one that asks belongs to an
 * interview.
 */
export const isHeading = (blocks: readonly Block[], at: number): boolean => {
  const [previous, block, next] = [blocks[at - 1], blocks[at], blocks[at + 1]]
  if (block?.kind === 'heading') return isMarkedHeading(block)
  if (!block || !next || !opensText(next.text) || block.gap === 0 || block.pieces.length > 1) return false
  if (block.kind === 'list-item' && (isListNeighbour(block, previous) || isListNeighbour(block, next))) return false
  if (block.kind === 'paragraph' && !(previous && isProse(previous.text) && block.indent <= previous.indent))
    return false
  if (block.kind === 'block-quote' || block.kind === 'code') return false
  const short = wordCount(block.text) <= mostWords && isHeadline(block.text) && !block.text.endsWith('?')
  return short && /^[\p{Lu}\p{N}]/u.test(block.text)
}

/** The marks that a site's menu sets between its entries. */
const separator = /\s+[|·•>»›]\s+/

const usual =
  /^(?:home|news|world|sports?|weather|business|politics|opinion|culture|lifestyle|science|health|travel|video|about(?: us)?|contact(?: us)?|privacy(?: policy)?|terms(?: of (?:use|service))?|sitemap|help|careers|advertise|newsletters?|subscribe|sign in|sign up|log in|register|search|menu)$/i

const mostOfEntry = { words: 3, characters: 24 }

const entriesOf = (line: string): readonly string[] => {
  if (line.length > 240) return []
  const entries = line.split(separator).map((entry) => entry.replace(/^[|·•>»›\s]+|[|·•>»›\s]+$/g, ''))
  const short = entries.every(
    (entry) =>
      /^\p{L}[^\d.!?:;]*$/u.test(entry) &&
      !/^by\s/i.test(entry) &&
      entry.length <= mostOfEntry.characters &&
      entry.split(/\s+/).length <= mostOfEntry.words,
  )
  return short && entries.length >= 3 ? entries : []
}

/** Whether a line is laid out as a menu: three or more short entries, without numbers, between `|`, `·` or `>`. */
export const looksLikeMenu = (line: string): boolean => entriesOf(line).length > 0

/** Whether a line is a menu wherever it stands: a small table has the same layout, so two entries must be usual ones. */
export const isMenu = (line: string): boolean => entriesOf(line).filter((entry) => usual.test(entry)).length >= 2
