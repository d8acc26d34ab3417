/** How a language names people and bodies: patterns of whole words, each list one alternative after another. */
export type NameWords = {
  /** Titles before a name. */
  readonly honorifics: readonly string[]
  /** Words that mark an organisation. */
  readonly organisations: readonly string[]
  /** What closes a firm's name: `Johnson, Smith & Co.` */
  readonly firmEndings: readonly string[]
  /** What a body is concerned with, where it closes the body's name: `Department of Health and Human Services`. */
  readonly topics: readonly string[]
  /** Stand-ins for a name, in whole. */
  readonly nobody: readonly string[]
  /** Words that no personal name has. */
  readonly notInNames: readonly string[]
  /** What a phrase that looks like a byline speaks of: `By popular demand`, `Von Amts wegen`. */
  readonly phrases: readonly string[]
  /** `and` between names. */
  readonly and: readonly string[]
  /** What follows the label of a byline: `By`, `Written by`, `Words:`. */
  readonly bylineLabels: readonly string[]
  /** What a writer works as, and what stands before it: `senior`, `political`. */
  readonly roles: readonly string[]
  readonly roleQualifiers: readonly string[]
  /** `in`, before the place where a byline was written. */
  readonly inPlace: readonly string[]
  /** `for`, before the paper that a byline was written for. */
  readonly forEmployer: readonly string[]
  /** `published`, `updated`, before a date. */
  readonly published: readonly string[]
  /** What else stands between the names of a byline and its date: `on`, days of the week. */
  readonly datePhrases: readonly string[]
  /** The names that front matter gives to its fields, in lower case, without accents, spaces and dashes. */
  readonly fields: { readonly [F in StatedField]?: string }
}

/** What front matter states of a document, by whatever name. */
export type StatedField =
  | 'title'
  | 'author'
  | 'publisher'
  | 'source'
  | 'published'
  | 'date'
  | 'updated'
  | 'language'
  | 'address'
