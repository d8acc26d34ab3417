// @ts-check
import { parseInline } from './inline.js'

/** @import { Inline } from './inline.js' */

/**
 * A block of Discord's message Markdown. A paragraph keeps its line breaks in its text, as Discord does.
 * @typedef {{ kind: 'paragraph' | 'subtext', children: Inline[] }
 *   | { kind: 'heading', level: 1 | 2 | 3, children: Inline[] }
 *   | { kind: 'quote', children: Block[] }
 *   | { kind: 'code', text: string }
 *   | List} Block
 * @typedef {{ kind: 'list', start: number | null, items: { children: Inline[], lists: List[] }[] }} List
 * @typedef {{ indent: number, start: number | null, text: string }} ListLine
 */

const headingLine = /^ {0,3}(#{1,3}) +(?!#)(\S.*)$/
const subtextLine = /^ {0,3}-# +(\S.*)$/
const listLine = /^( {0,40})(?:[-*]|(\d{1,9})\.) +(\S.*)$/
const continuedLine = /^ {2,}\S/
const quoteLine = /^ {0,3}> +(.*)$/
const quoteRest = /^ {0,3}>>> +/
const deepestList = 10

/** Lines of list items as lists in lists, by their indentation. @param {ListLine[]} lines @returns {List[]} */
const nestLists = (lines) => {
  /** @type {List[]} */
  const lists = []
  /** @type {{ indent: number, list: List }[]} */
  const open = []
  for (const { indent, start, text } of lines) {
    while (open.length > 1 && indent < (open.at(-1)?.indent ?? 0)) open.pop()
    const last = open.at(-1)
    const isDeeper = last === undefined || (indent > last.indent + 1 && open.length < deepestList)
    const siblings = last === undefined ? lists : last.list.items.at(-1)?.lists
    /** @type {List} */
    const list = isDeeper || last === undefined ? { kind: 'list', start, items: [] } : last.list
    if (isDeeper) {
      siblings?.push(list)
      open.push({ indent, list })
    }
    list.items.push({ children: parseInline(text), lists: [] })
  }
  return lists
}

/** Where three backticks stand in a line that no backslash escapes; -1 when they do not. @param {string} line */
const fenceIn = (line) => {
  for (const { 0: found, index } of line.matchAll(/\\[\s\S]|```/g)) if (found === '```') return index
  return -1
}

/**
 * The blocks of a message, as Discord shows them. Takes time linear in the length of `text`.
 * @param {string} text @param {boolean} [inQuote] quotes do not nest: inside one, `>` is text
 * @returns {Block[]}
 */
export const parseMarkdown = (text, inQuote = false) => {
  /** @type {Block[]} */
  const blocks = []
  let paragraph = ''
  /** @type {ListLine[]} */
  let items = []
  /** @type {string[] | null} */
  let quoted = null
  let mayHaveFence = true
  let at = 0

  const flush = () => {
    if (paragraph !== '') blocks.push({ kind: 'paragraph', children: parseInline(paragraph) })
    if (quoted !== null) blocks.push({ kind: 'quote', children: parseMarkdown(quoted.join('\n'), true) })
    blocks.push(...nestLists(items))
    paragraph = ''
    quoted = null
    items = []
  }

  /** Takes the code block that opens in the line, with the words before it. @param {string} line */
  const takeFence = (line) => {
    const fence = mayHaveFence ? fenceIn(line) : -1
    if (fence < 0) return false
    const close = text.indexOf('```', at + fence + 3)
    mayHaveFence = close >= 0
    const code = text.slice(at + fence + 3, close).replace(/^[\w+\-.#]{1,30}\n/, '')
    if (close < 0 || code.trim() === '') return false
    if (fence > 0) {
      if (paragraph === '') flush()
      paragraph += line.slice(0, fence)
    }
    flush()
    blocks.push({ kind: 'code', text: code.replace(/^\n+/, '').trimEnd() })
    at = close + 3 + (text[close + 3] === '\n' ? 1 : 0)
    return true
  }

  /** Takes a line that is a block of its own or a part of one. @param {string} line */
  const takeBlockLine = (line) => {
    const quote = inQuote ? null : quoteLine.exec(line)
    if (quote !== null) {
      if (quoted === null) flush()
      quoted ??= []
      quoted.push(quote[1] ?? '')
      return true
    }
    const subtext = subtextLine.exec(line)
    const heading = headingLine.exec(line)
    const item = subtext === null ? listLine.exec(line) : null
    const last = items.at(-1)
    if (item !== null) {
      if (items.length === 0) flush()
      items.push({ indent: item[1]?.length ?? 0, start: item[2] ? Number(item[2]) : null, text: item[3] ?? '' })
    } else if (last !== undefined && continuedLine.test(line)) last.text += `\n${line.trim()}`
    else if (subtext !== null || heading !== null) {
      flush()
      const level = /** @type {1 | 2 | 3} */ (heading?.[1]?.length ?? 1)
      if (subtext !== null) blocks.push({ kind: 'subtext', children: parseInline(subtext[1] ?? '') })
      else blocks.push({ kind: 'heading', level, children: parseInline(heading?.[2] ?? '') })
    } else return false
    return true
  }

  while (at < text.length) {
    const end = text.indexOf('\n', at)
    const line = text.slice(at, end < 0 ? text.length : end)
    if (!inQuote && quoteRest.test(line)) {
      flush()
      blocks.push({ kind: 'quote', children: parseMarkdown(text.slice(at).replace(quoteRest, ''), true) })
      break
    }
    if (!takeBlockLine(line)) {
      if (takeFence(line)) continue
      if (paragraph === '') flush()
      paragraph += `${line}\n`
    }
    at += line.length + 1
  }
  flush()
  return blocks
}
