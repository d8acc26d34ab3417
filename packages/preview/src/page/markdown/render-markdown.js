// @ts-check
import { element } from '../element.js'
import { parseMarkdown } from './blocks.js'

/** @import { Block, List } from './blocks.js' */
/** @import { Inline } from './inline.js' */

const units = /** @type {const} */ ([
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
])

/** @type {Readonly<Record<string, Intl.DateTimeFormatOptions>>} */
const timeStyles = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
}

/**
 * A Discord timestamp in the reader's words; what is no date of the calendar stays a number.
 * @param {number} seconds
 * @param {string} style
 */
const timeShown = (seconds, style) => {
  if (Number.isNaN(new Date(seconds * 1000).getTime())) return String(seconds)
  if (style !== 'R') return new Intl.DateTimeFormat(undefined, timeStyles[style]).format(seconds * 1000)
  const away = seconds - Date.now() / 1000
  const [unit, size] = units.find(([, length]) => Math.abs(away) >= length) ?? ['second', 1]
  return new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(Math.round(away / size), unit)
}

/** Hidden words that a click or Enter shows for good. @param {Node[]} children */
const spoiler = (children) => {
  const words = element('span', { class: 'spoiler-words', inert: true }, ...children)
  const reveal = () => {
    words.removeAttribute('inert')
    for (const name of ['role', 'tabindex', 'aria-label']) made.removeAttribute(name)
    made.classList.add('shown')
  }
  const made = element(
    'span',
    {
      class: 'spoiler',
      role: 'button',
      tabindex: 0,
      'aria-label': 'Spoiler, press to show',
      click: reveal,
      keydown: (/** @type {KeyboardEvent} */ event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        reveal()
      },
    },
    words,
  )
  return made
}

/** By id, what people and places are called. @typedef {Readonly<Record<string, string>>} Names */

/**
 * A mention by its name, where it is one of these; else by its kind, as Discord does.
 * @param {Extract<Inline, { kind: 'mention' }>} mention
 * @param {Names} names
 */
const mentionShown = ({ of, id }, names) => `${of === 'channel' ? '#' : '@'}${names[id] ?? of}`

/** @param {readonly Inline[]} nodes @param {Names} names @returns {Node[]} */
const inlineNodes = (nodes, names) => nodes.map((node) => inlineNode(node, names))

/** @param {Inline} node @param {Names} names @returns {Node} */
const inlineNode = (node, names) => {
  switch (node.kind) {
    case 'text':
      return document.createTextNode(node.text)
    case 'code':
      return element('code', {}, node.text)
    case 'pill':
      return element('span', { class: 'pill' }, node.text)
    case 'mention':
      return element('span', { class: 'pill' }, mentionShown(node, names))
    case 'time':
      return element('span', { class: 'time' }, timeShown(node.seconds, node.style))
    case 'link':
      return outsideLink(node.href, inlineNodes(node.children, names))
    case 'strong':
      return element('strong', {}, ...inlineNodes(node.children, names))
    case 'emphasis':
      return element('em', {}, ...inlineNodes(node.children, names))
    case 'underline':
      return element('u', {}, ...inlineNodes(node.children, names))
    case 'strikethrough':
      return element('s', {}, ...inlineNodes(node.children, names))
    case 'spoiler':
      return spoiler(inlineNodes(node.children, names))
  }
}

/**
 * A link that opens beside the preview and tells the other side nothing of it.
 * @param {string} href
 * @param {(Node | string)[]} children
 */
export const outsideLink = (href, children) =>
  element('a', { href, target: '_blank', rel: 'noopener noreferrer' }, ...children)

/** @param {List} list @param {Names} names @returns {HTMLElement} */
const listNode = (list, names) =>
  element(
    list.start === null ? 'ul' : 'ol',
    { start: list.start },
    ...list.items.map(({ children, lists }) =>
      element('li', {}, ...inlineNodes(children, names), ...lists.map((inner) => listNode(inner, names))),
    ),
  )

/** @param {Block} block @param {Names} names @returns {HTMLElement} */
const blockNode = (block, names) => {
  switch (block.kind) {
    case 'paragraph':
      return element('p', {}, ...inlineNodes(block.children, names))
    case 'subtext':
      return element('p', { class: 'subtext' }, ...inlineNodes(block.children, names))
    case 'heading':
      // The page's own headings are of the first two levels.
      return element(`h${/** @type {3 | 4 | 5} */ (block.level + 2)}`, {}, ...inlineNodes(block.children, names))
    case 'quote':
      return element('blockquote', {}, ...block.children.map((child) => blockNode(child, names)))
    case 'code':
      return element('pre', { tabindex: 0 }, element('code', {}, block.text))
    case 'list':
      return listNode(block, names)
  }
}

/** A message's text as Discord shows it. @param {string} text @param {Names} names */
export const renderMarkdown = (text, names) =>
  element('div', { class: 'markdown' }, ...parseMarkdown(text.trim()).map((block) => blockNode(block, names)))
