// @ts-check
/** @import { Inline, Style } from './inline.js' */

/** What Discord's marks mean. @type {Readonly<Record<string, Style>>} */
const styleOf = {
  '*': 'emphasis',
  _: 'emphasis',
  '**': 'strong',
  __: 'underline',
  '~~': 'strikethrough',
  '||': 'spoiler',
}

/**
 * Collects the runs of a text while styles open and close. Each mark is open at most once, so the tree is never deeper
 * than there are marks, whatever the text does, and a mark that is never closed shows as it was written.
 */
export const createStyleStack = () => {
  /** @typedef {{ marker: string, children: Inline[] }} Frame */
  /** @type {Frame[]} */
  const frames = [{ marker: '', children: [] }]
  const top = () => /** @type {Frame} */ (frames.at(-1))

  /** @param {Inline} node */
  const add = (node) => {
    const last = top().children.at(-1)
    if (node.kind === 'text' && last?.kind === 'text') last.text += node.text
    else top().children.push(node)
  }

  /** Gives the innermost frame's runs, behind its mark, to the frame around it. */
  const unwrap = () => {
    const { marker, children } = /** @type {Frame} */ (frames.pop())
    add({ kind: 'text', text: marker })
    for (const child of children) add(child)
  }

  /** @param {string} marker */
  const isOpen = (marker) => frames.some((frame) => frame.marker === marker)

  return {
    add,
    isOpen,
    /** The innermost of two marks that is open. @param {string} one @param {string} other */
    innermost: (one, other) => frames.findLast(({ marker }) => marker === one || marker === other)?.marker,
    /** @param {string} marker one that is not open */
    open: (marker) => frames.push({ marker, children: [] }),
    /**
     * Closes a mark that is open; what opened inside it and did not close shows as it was written.
     * @param {string} marker
     */
    close: (marker) => {
      while (top().marker !== marker) unwrap()
      const { children } = /** @type {Frame} */ (frames.pop())
      const style = /** @type {Style} */ (styleOf[marker])
      add(children.length === 0 ? { kind: 'text', text: marker + marker } : { kind: style, children })
    },
    /** @returns {Inline[]} */
    finish: () => {
      while (frames.length > 1) unwrap()
      return top().children
    },
  }
}
