import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import { QuothError } from '../../../domain/error.ts'
import { msg } from '../../../domain/message.ts'

/** Deeper elements are left out, and what is in them stays: no page is that deep, and the parser’s time grows with it. */
const maxDepth = 400
/** More attributes are left out with all others of the element. */
const maxAttributes = 120
/** A longer tag holds a picture, or harm. */
const maxTag = 32_000
/** An end tag ends no element that is further away. */
const maxLook = 200
/** All but a few pages of the web have fewer elements, and signs that are written as references. */
const maxElements = 100_000

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

const empty = words(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr',
)
/** What is inside is no markup, and no text of the page. */
const raw = words('script style noscript noframes noembed iframe xmp plaintext')
/** What is inside is text alone. */
const textOnly = words('title textarea')
/** These stand once, whatever a page writes. */
const outer = words('html head body')

const closesParagraph = words(
  `address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4
  h5 h6 header hgroup hr main menu nav ol p pre search section summary table ul`,
)

const cell = words('td th')
const row = words('td th tr')
const part = words('td th tr thead tbody tfoot')
const option = words('option')
const term = words('dt dd')

/** By the name of an element, which ones right around it end where it begins. */
const endedBy = (name: string): ReadonlySet<string> | null => {
  if (closesParagraph.has(name)) return words('p')
  switch (name) {
    case 'li':
      return words('li p')
    case 'dt':
    case 'dd':
      return term
    case 'td':
    case 'th':
      return cell
    case 'tr':
      return row
    case 'thead':
    case 'tbody':
    case 'tfoot':
      return part
    case 'option':
    case 'optgroup':
      return option
    default:
      return null
  }
}

const endings = new Map<string, ReadonlySet<string> | null>()
const endingOf = (name: string): ReadonlySet<string> | null => {
  const known = endings.get(name)
  if (known !== undefined) return known
  const ended = endedBy(name)
  if (endings.size < 200) endings.set(name, ended)
  return ended
}

const maxReferences = 500_000

const tagName = /[A-Za-z][^\s/>]{0,60}/y
const attribute = /[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>][^\s>]*|(?=>)))?/y
const tagEnd = /[\s/]*>/y

/** A start tag, with the names of its attributes in small letters; `end` is the offset behind it. */
type StartTag = { readonly text: string; readonly end: number; readonly attributes: number }

/** Reads a start tag whose name ends at `from`; null for one that never ends. */
const startTag = (html: string, start: number, from: number): StartTag | null => {
  let [at, attributes, text, written] = [from, 0, '', start]
  for (;;) {
    tagEnd.lastIndex = at
    if (tagEnd.test(html)) {
      const end = tagEnd.lastIndex
      return { text: text + html.slice(written, end), end, attributes }
    }
    attribute.lastIndex = at
    const [whole, name = ''] = attribute.exec(html) ?? []
    if (whole !== undefined) {
      attributes += 1
      if (attributes <= maxAttributes && /[A-Z]/.test(name)) {
        const begins = at + whole.indexOf(name)
        text += html.slice(written, begins) + name.toLowerCase()
        written = begins + name.length
      }
      at = attribute.lastIndex
    } else if (at < html.length && /[="']/.test(html.charAt(at))) {
      // A quotation mark that nothing closes hides the rest of the page.
      if (html.charAt(at) !== '=' && !html.includes(html.charAt(at), at + 1)) return null
      at += 1
    } else return null
  }
}

/** Where the end tag of a raw element begins. */
const endOfRaw = (html: string, name: string, from: number): number => {
  const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
  end.lastIndex = from
  return end.exec(html)?.index ?? html.length
}

/** `&nbsp;`, `&#8217;`; not those of `<` and `&`, which are markup. */
const reference = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z\d]{1,31}));/g

const characterOf = (written: string, decimal?: string, hexadecimal?: string, name?: string): string => {
  if (name !== undefined) {
    const decoded = decodeNamedCharacterReference(name)
    return decoded === false || /[<&]/.test(decoded) ? written : decoded
  }
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number.parseInt(decimal, 10)
  // What windows-1252 has there is left to the parser.
  const isPlain = code > 0x9f && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  return isPlain || (code >= 0x27 && code < 0x7f && code !== 0x3c) || code === 0x20
    ? String.fromCodePoint(code)
    : written
}

/** A page as plain markup, and what stands in its outermost tag. */
export type SoundMarkup = { readonly markup: string; readonly elements: number }

/**
 * Makes any page into markup that a parser reads in linear time and memory: without scripts but for linked data, without
 * comments, with everything in one `<body>`, and not too deep. What a reader of the page sees stays as it is.
 * @param html the characters of a page
 * @param isXml whether `<a/>` is an element without contents
 * @returns its markup
 * @throws QuothError `bad-document` for more elements than any page has
 */
export const soundMarkup = (html: string, isXml: boolean): SoundMarkup => {
  const out: string[] = []
  const outerTags = new Map<string, string>()
  /** Names of the elements that are open; those too deep are written by their text alone. */
  const open: string[] = []
  const counts = new Map<string, number>()
  let [elements, references] = [0, 0]

  const push = (name: string): void => {
    open.push(name)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const pop = (): void => {
    const name = open.pop() as string
    counts.set(name, (counts.get(name) ?? 1) - 1)
    if (open.length < maxDepth) out.push(`</${name}>`)
  }
  const count = (more: number): void => {
    elements += more
    if (elements > maxElements)
      throw new QuothError('bad-document', msg`It has more than ${maxElements} elements. Split it into smaller pages.`)
  }
  /** A parser makes a node of each reference, so that most are resolved here. */
  const pushText = (text: string): void => {
    if (!text.includes('&')) {
      out.push(text)
      return
    }
    // Each costs more than a character does.
    references += text.split('&', maxReferences).length - 1
    if (references >= maxReferences - 1) count(maxElements + 1)
    const resolved = text.replace(reference, characterOf)
    count(resolved.split('&').length - 1)
    out.push(resolved)
  }
  const openElement = (name: string, tag: StartTag, start: number): number => {
    count(1)
    const isBare = tag.attributes > maxAttributes || tag.end - start > maxTag
    const written = isBare ? `<${name}>` : tag.text
    if (outer.has(name)) {
      if (!outerTags.has(name)) outerTags.set(name, written)
      return tag.end
    }
    const isClosed = isXml && html.charAt(tag.end - 2) === '/'
    // It has no end tag, so that looking for one would swallow what follows.
    if (isClosed && (raw.has(name) || textOnly.has(name))) return tag.end
    if (raw.has(name)) {
      const end = endOfRaw(html, name, tag.end)
      const isLinkedData = name === 'script' && /ld\+json/i.test(written)
      if (isLinkedData) out.push(written, html.slice(tag.end, end), '</script>')
      return end
    }
    const ends = endingOf(name)
    if (ends !== null) while (open.length > 0 && ends.has(open.at(-1) ?? '')) pop()
    const isEmpty = empty.has(name)
    if (open.length < maxDepth) out.push(written)
    if (isEmpty) return tag.end
    if (textOnly.has(name)) {
      const end = endOfRaw(html, name, tag.end)
      out.push(html.slice(tag.end, end).replaceAll('<', '&lt;'), open.length < maxDepth ? `</${name}>` : '')
      return end
    }
    push(name)
    if (isClosed) pop()
    return tag.end
  }
  const closeElement = (name: string): void => {
    if (outer.has(name) || empty.has(name) || raw.has(name)) return
    if ((counts.get(name) ?? 0) === 0) return
    let depth = open.length - 1
    for (; depth >= 0 && open[depth] !== name; depth -= 1) {
      // What is open around a cell does not end inside of it.
      const isWall =
        (cell.has(open[depth] ?? '') && !part.has(name) && name !== 'table') || open.length - depth > maxLook
      if (isWall) return
    }
    while (open.length > depth) pop()
  }

  let at = 0
  while (at < html.length) {
    const next = html.indexOf('<', at)
    if (next === -1) {
      pushText(html.slice(at))
      break
    }
    if (next > at) pushText(html.slice(at, next))
    const closes = html.charAt(next + 1) === '/'
    tagName.lastIndex = next + (closes ? 2 : 1)
    const name = tagName.exec(html)?.[0].toLowerCase()
    if (name !== undefined) {
      const tag = startTag(html, next, tagName.lastIndex)
      if (tag === null) break
      if (closes) closeElement(name)
      at = closes ? tag.end : openElement(name, tag, next)
      continue
    }
    if (!/[!?/]/.test(html.charAt(next + 1))) {
      count(1)
      out.push('&lt;')
      at = next + 1
      continue
    }
    const isComment = html.startsWith('<!--', next)
    const end = html.indexOf(isComment ? '-->' : '>', next + 2)
    if (end === -1) break
    at = end + (isComment ? 3 : 1)
  }
  while (open.length > 0) pop()
  const tag = (name: string): string => outerTags.get(name) ?? `<${name}>`
  const markup = `<!doctype html>${tag('html')}<head></head>${tag('body')}${out.join('')}</body></html>`
  return { markup, elements }
}
