/** How a language dates its documents: patterns of whole words, each list one alternative after another. */
export type DateWords = {
  /** Right before the date of the latest change, and of publication. */
  readonly updated: readonly string[]
  readonly published: readonly string[]
  /** What belongs to a date: labels, weekdays, small words, the word for the hour. */
  readonly besides: readonly string[]
  /** Kinds of documents, and meetings of which there are minutes: the date in their title is their own. */
  readonly dated: readonly string[]
  /** What a document is about stands behind these; a date in that is no date of the document. */
  readonly about: readonly string[]
}
