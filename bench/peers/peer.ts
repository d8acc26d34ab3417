/** What every engine is given to index: a paragraph. */
export type Text = {
  readonly id: string
  /** The document that it is a paragraph of, for engines that know documents. */
  readonly document: string
  readonly title: string
  readonly text: string
}

/** Something that finds texts. */
export type Searching = {
  /** Ids of texts, or of documents of one text, for a question as it was asked, best first. */
  search(question: string, limit: number): Promise<readonly string[]>
  /** Ends what would keep the process alive. */
  close?(): Promise<void>
}

/** An engine that can write its index down and read it back. */
export type Saving = {
  save(): Promise<void>
  /** Reads back what `save` wrote. */
  load(): Promise<Searching>
}

/** A search engine under measurement. */
export type Peer = {
  /** Indexes the texts, ready to search. `scratch` is an empty folder for its files. */
  build(texts: readonly Text[], scratch: string): Promise<Searching & Partial<Saving>>
}

/** One string of a text, for engines that are not told what a title is. */
export const wholeOf = ({ title, text }: Text): string => `${title}\n${text}`
