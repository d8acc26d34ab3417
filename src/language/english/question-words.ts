const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

/** The word that asks. */
export const questionWord = /\b(?:who|whom|whose|when|where|why|how|what|which)\b/i

/** A question that begins with the word that asks. */
export const opensWithQuestionWord = /^\W*wh|^\W*how/i

/** The noun that `what`, `which` or `how many` asks for, as its group. */
export const questionFocus =
  /\b(?:what|which|how many|how much)\s+(?:(?:kind|type|sort|name)s?\s+of\s+)?([\p{L}\p{N}]+)/iu

/** What ends the noun phrase after `what` or `which`; its head stands before. */
export const nounPhraseEnds = words(
  'of in for by to on at from with did does do has have had can could would will that',
)

/** What may stand between `what` or `which` and that noun phrase. */
export const copulasAndArticles = words('is was were are the a an')

/** Words that frame a question and seldom stand in its answer. */
export const framingWords = words(
  `many much kind kinds type types sort sorts tell please mention mentioned describe explain document source article
  text according name do does doing done give gives given gave make makes made take takes taken took happen happens
  happened occur occurs occurred involve involved stand stands mean means meaning definition`,
)
