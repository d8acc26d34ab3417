/** What a question reads as operators: quotation marks, a minus before a word, the names of restrictions. */
const quotationMark = /["“”„«»]/g
const minus = /(^|\s)-(?=\S)/g
const restriction = /\b(source|before|after):/gi

/** A statement as a question that asks for all its words and restricts nothing. */
export const asQuestion = (statement: string): string =>
  statement.replace(quotationMark, ' ').replace(minus, '$1').replace(restriction, '$1 ').trim()
