/** `[[People/Jane Roe|Jane]]`, as in Obsidian. */
const wikiLink = /\[\[([^[\]|]{1,200})(?:\|[^[\]|]{0,200})?\]\]/g
/** `[Jane Roe](https://example.org/jane)`. */
const markdownLink = /!?\[([^[\]]{1,200})\]\([^()\s]{0,500}\)/g
const tag = /<\/?(?:a|b|i|em|strong|span|sup|br)\b[^<>]{0,300}>/gi
const address = /<?\b(?:mailto:)?(?:https?:\/\/[^\s<>]{1,500}|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4})\b\/?>?/g
const emptyBrackets = /[([]\s*[)\]]/g
const handle = /(?<![\w.])@\w{1,30}\b/g
/** Marks that lead to footnotes: `Roe^1,2^`, `Roe^[Harbour University]`, `Roe$^{1}$`, `Roe¹`, `Roe*`, `Roe[1]`. */
const noteMark =
  /\^\[[^[\]]{1,200}\]|\$?\^\{[^{}]{1,40}\}\$?|\^[^^\s]{1,10}\^|[\u00b9\u00b2\u00b3\u2070-\u2079*†‡§¶]+|\[\d{1,3}\]|(?<=\p{Lu}[\p{L}.]{0,30}\s\p{Lu}\p{L}{1,30})\d{1,2}(?:,\d{1,2})*(?!\d)/gu
/** `"Roe, Jane" <jane@example.org>, …`: what is before an address is one name. */
const addressed = /\s*<[^<>@\s]{1,64}@[^<>\s]{1,200}>\s*[,;]?/g
const quotedName = /"([^"]{1,200})"(?=;|$)/g

/** The lookbehind lets a match start only at the first separator, so that a long row is scanned once. */
const lastSeparators = /(?<![\s,;|])[\s,;|]+$/

/** The page that a wiki link leads to, without the folders before it. */
const pageOf = (_: string, target: string): string => target.slice(target.lastIndexOf('/') + 1).trim()

/**
 * @param written names as a document writes them
 * @returns them without links, email addresses, handles and note marks; what stood before an address in angle brackets
 * is closed with a semicolon
 */
export const namesAlone = (written: string): string => {
  const closed = written.match(addressed)?.length ? written.replace(addressed, '; ').replace(quotedName, '$1') : written
  return closed
    .replace(wikiLink, pageOf)
    .replace(markdownLink, '$1')
    .replace(tag, ' ')
    .replace(address, ' ')
    .replace(handle, ' ')
    .replace(noteMark, '')
    .replace(emptyBrackets, ' ')
    .replace(/\s+/g, ' ')
    .replace(lastSeparators, '')
    .trim()
}
