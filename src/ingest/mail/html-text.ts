import { decodeNamedCharacterReference } from 'decode-named-character-reference'

/** Elements whose contents are no text. */
const silent = new Set(['head', 'style', 'script', 'title', 'template', 'noscript', 'svg'])
/** Elements that begin and end a line. */
const blocks = new Set(
  `address article aside blockquote body br center dd div dl dt footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol
  p pre section table tbody tfoot thead tr ul`.split(/\s+/),
)
/** Those between which a blank line stands. */
const spaced = new Set('blockquote h1 h2 h3 h4 h5 h6 ol p pre table ul'.split(' '))

const reference = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z\d]{1,31}));?/g

const characterOf = (code: number): string =>
  code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '\ufffd'

const withoutReferences = (text: string): string =>
  text.replace(reference, (written, decimal?: string, hexadecimal?: string, name?: string) => {
    if (decimal) return characterOf(Number.parseInt(decimal, 10))
    if (hexadecimal) return characterOf(Number.parseInt(hexadecimal, 16))
    return (name && decodeNamedCharacterReference(name)) || written
  })

/** A tag that opens or closes; `end` is the offset behind it. */
type Tag = { readonly name: string; readonly closes: boolean; readonly end: number }

const tagAt = (html: string, at: number): Tag | null => {
  const comment = html.startsWith('<!--', at)
  const end = html.indexOf(comment ? '-->' : '>', at)
  if (end === -1) return null
  if (comment) return { name: '', closes: false, end: end + 3 }
  const match = /^<(\/?)([A-Za-z][A-Za-z\d]{0,20})/.exec(html.slice(at, at + 24))
  return { name: (match?.[2] ?? '').toLowerCase(), closes: match?.[1] === '/', end: end + 1 }
}

/**
 * @param html the body of a message
 * @returns its text, a line for each block; quoted messages have `> ` before each line
 */
export const htmlText = (html: string): string => {
  const lines: string[] = []
  let line = ''
  let depth = 0
  const endLine = (): void => {
    const words = line.replace(/[ \t\r\n\f\u00a0]+/g, ' ').trim()
    line = ''
    if (words !== '') lines.push('> '.repeat(depth) + words)
  }
  const space = (): void => {
    if (lines.length > 0 && lines.at(-1) !== '') lines.push('')
  }
  for (let at = 0; at < html.length; ) {
    const next = html.indexOf('<', at)
    line += withoutReferences(html.slice(at, next === -1 ? html.length : next))
    const tag = next === -1 ? null : tagAt(html, next)
    if (tag === null) break
    at = tag.end
    if (silent.has(tag.name) && !tag.closes) {
      const rest = html.slice(at).search(new RegExp(`</${tag.name}`, 'i'))
      if (rest === -1) break
      at += rest
      continue
    }
    if (tag.name === 'td' || tag.name === 'th') line += ' '
    if (!blocks.has(tag.name)) continue
    endLine()
    if (spaced.has(tag.name)) space()
    if (tag.name === 'blockquote') depth = Math.max(0, Math.min(9, depth + (tag.closes ? -1 : 1)))
    if (tag.name === 'li' && !tag.closes) line = '• '
  }
  endLine()
  return lines.join('\n')
}
