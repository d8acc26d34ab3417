// @ts-check
import { createStyleStack } from './style-stack.js'

/**
 * A run of text of Discord's message Markdown. A `mention` names somebody or something by an id, a `pill` without one;
 * a `time` counts in seconds since 1970.
 * @typedef {'strong' | 'emphasis' | 'underline' | 'strikethrough' | 'spoiler'} Style
 * @typedef {{ kind: 'text' | 'code' | 'pill', text: string } | { kind: 'mention', of: 'user' | 'role' | 'channel', id:
 * string } | { kind: 'time', seconds: number, style: string } | { kind: 'link', href: string, children: Inline[] } | {
 * kind: Style, children: Inline[] }} Inline
 */

const ordinary = /[^\\`*_~|<@[h]+/y
const escaped = /\\([^0-9A-Za-z\s])/y
const address = /https?:\/\/(?:[^\s<\]]|\](?!\())+/y
const angleAddress = /<(https?:\/\/[^\s<>]+)>/y
const everyone = /@(?:everyone|here)\b/y
const mention =
  /<(?:(?<sigil>@[!&]?|#)(?<id>\d{1,20})|\/(?<command>[^<>:\n]{1,100}):\d{1,20}|a?:(?<emoji>\w{1,32}):\d{1,20}|t:(?<seconds>-?\d{1,12})(?::(?<style>[tTdDfFR]))?)>/y
const delimiters = /\*+|_+|~~|\|\|/y
const backticks = /`+/y

/** @param {RegExp} sticky @param {string} text @param {number} at */
const matchAt = (sticky, text, at) => {
  sticky.lastIndex = at
  return sticky.exec(text)
}

/** Where the bracket that opens at each place closes. @param {string} text @returns {Map<number, number>} */
const pairBrackets = (text) => {
  const pairs = new Map()
  /** @type {number[]} */
  const open = []
  for (const { 0: mark, index } of text.matchAll(/\\[\s\S]|[[\]]/g)) {
    if (mark === '[') open.push(index)
    const start = mark === ']' ? open.pop() : undefined
    if (start !== undefined) pairs.set(start, index)
  }
  return pairs
}

/**
 * Where each run of backticks starts, last first, by the run's length.
 * @param {string} text
 * @returns {Map<number, number[]>}
 */
const placeBackticks = (text) => {
  /** @type {Map<number, number[]>} */
  const places = new Map()
  for (const { 0: run, index } of [...text.matchAll(/`+/g)].reverse()) {
    const same = places.get(run.length) ?? []
    same.push(index)
    places.set(run.length, same)
  }
  return places
}

/**
 * The web address in the parentheses that open at `at`: without white space, with at most one pair of parentheses in
 * it.
 * @param {string} text @param {number} at @returns {{ href: string, end: number } | null}
 */
const linkTarget = (text, at) => {
  let depth = 0
  for (let i = at; i < text.length; i += 1) {
    const char = text.charAt(i)
    if (char === '(') depth += 1
    if (char === ')') depth -= 1
    if (depth === 0 && i > at) {
      const href = text.slice(at + 1, i).replace(/^<([^>]*)>$/, '$1')
      return /^https?:\/\//i.test(href) && URL.canParse(href) ? { href, end: i + 1 } : null
    }
    if (depth === 0 || depth > 2 || /\s/.test(char)) return null
  }
  return null
}

/** What stands between angle brackets. @param {RegExpExecArray} found @returns {Inline} */
const mentioned = ({ groups = {} }) => {
  const { sigil, id = '', command, emoji, seconds, style } = groups
  if (seconds !== undefined) return { kind: 'time', seconds: Number(seconds), style: style ?? 'f' }
  if (command !== undefined) return { kind: 'pill', text: `/${command}` }
  if (emoji !== undefined) return { kind: 'pill', text: `:${emoji}:` }
  return { kind: 'mention', of: sigil === '#' ? 'channel' : sigil === '@&' ? 'role' : 'user', id }
}

/**
 * The runs of `text`, which may span lines. Takes time linear in its length; what is no Markdown shows as it is
 * written.
 * @param {string} text @param {boolean} [inLink] whether the text is a link's own, in which no other link can stand
 * @returns {Inline[]}
 */
export const parseInline = (text, inLink = false) => {
  const stack = createStyleStack()
  const brackets = pairBrackets(text)
  const backtickPlaces = placeBackticks(text)
  let at = 0

  /** @param {Inline} node @param {number} length */
  const take = (node, length) => {
    stack.add(node)
    at += length
  }

  /** A code span, or the backticks themselves when nothing closes it. @param {string} run */
  const takeCode = (run) => {
    const places = backtickPlaces.get(run.length) ?? []
    while ((places.at(-1) ?? Infinity) < at + run.length) places.pop()
    const end = places.at(-1)
    if (end === undefined) return take({ kind: 'text', text: run }, run.length)
    const code = text.slice(at + run.length, end)
    take({ kind: 'code', text: /^ *`|` *$/.test(code) ? code.trim() : code }, end + run.length - at)
  }

  /** A run of one mark, as openers and closers. @param {string} run */
  const takeDelimiters = (run) => {
    const mark = run.charAt(0)
    const before = text.charAt(at - 1)
    const after = text.charAt(at + run.length)
    at += run.length
    const mayCloseOne = mark === '*' ? /\S/.test(before) : !/\w/.test(after)
    const mayOpenOne = mark === '*' ? /\S/.test(after) : after !== ''
    for (let left = run.length; left > 0; ) {
      const inner = stack.innermost(mark, mark + mark)
      const wide = left > 1 && run.length < 4
      // Of three marks at the end of `***a***` the inner style's one comes first; two are never two single ones.
      const marker = wide && !(left === 3 && inner === mark && mayCloseOne) ? mark + mark : mark
      left -= marker.length
      const single = marker.length === 1
      if (run.length < 4 && stack.isOpen(marker) && (!single || mayCloseOne)) stack.close(marker)
      else if (run.length < 4 && !stack.isOpen(marker) && (!single || mayOpenOne)) stack.open(marker)
      else stack.add({ kind: 'text', text: marker })
    }
  }

  /** A masked link, or the bracket itself. Discord shows no link whose text looks like an address. */
  const takeLink = () => {
    const end = brackets.get(at)
    const target = end === undefined || inLink || text[end + 1] !== '(' ? null : linkTarget(text, end + 1)
    const label = text.slice(at + 1, end)
    if (target === null || label.trim() === '' || label.includes('://')) return take({ kind: 'text', text: '[' }, 1)
    take({ kind: 'link', href: target.href, children: parseInline(label, true) }, target.end - at)
  }

  /** A bare address without the punctuation that ends the sentence around it; `inLink` it is text. */
  const takeAddress = () => {
    const written = matchAt(address, text, at)?.[0] ?? ''
    const href = written.replace(/[.,:;"')\]*|~]+$/, '')
    if (inLink || !URL.canParse(href)) return take({ kind: 'text', text: written || 'h' }, written.length || 1)
    take({ kind: 'link', href, children: [{ kind: 'text', text: href }] }, href.length)
  }

  const takeAngle = () => {
    const found = matchAt(mention, text, at)
    if (found !== null) return take(mentioned(found), found[0].length)
    const [whole, href] = matchAt(angleAddress, text, at) ?? []
    if (whole === undefined || href === undefined || inLink) return take({ kind: 'text', text: '<' }, 1)
    take({ kind: 'link', href, children: [{ kind: 'text', text: href }] }, whole.length)
  }

  const takeSpecial = () => {
    const [escapePair, character] = matchAt(escaped, text, at) ?? []
    if (escapePair !== undefined && character !== undefined)
      return take({ kind: 'text', text: character }, escapePair.length)
    const run = matchAt(backticks, text, at)?.[0]
    if (run !== undefined) return takeCode(run)
    const marks = matchAt(delimiters, text, at)?.[0]
    if (marks !== undefined) return takeDelimiters(marks)
    const ping = matchAt(everyone, text, at)?.[0]
    if (ping !== undefined) return take({ kind: 'pill', text: ping }, ping.length)
    if (text[at] === '[') return takeLink()
    if (text[at] === '<') return takeAngle()
    if (text[at] === 'h') return takeAddress()
    take({ kind: 'text', text: text.charAt(at) }, 1)
  }

  while (at < text.length) {
    const run = matchAt(ordinary, text, at)?.[0]
    if (run === undefined) takeSpecial()
    else take({ kind: 'text', text: run }, run.length)
  }
  return stack.finish()
}
