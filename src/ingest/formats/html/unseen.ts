import { type DomElement, nameOf, walk } from '../dom/node.ts'
import type { Page, PageElement } from '../dom/page.ts'
import { kindOfNames } from './furniture-names.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

const attributeOf = (element: DomElement, name: string): string => element.getAttribute(name) ?? ''

/** Said to those who hear a page, not shown. */
const heardOnly =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-?reader(?:-text|-only)?|a11y-hidden|assistive-text)(?:\s|$)/i

/** A sign in a heading that leads to itself: `Timers#`. */
const leadsToItself = (element: DomElement): boolean => {
  if (nameOf(element) !== 'a' || !/#/.test(attributeOf(element, 'href'))) return false
  const { textContent, parentNode } = element as PageElement
  const isIn = (outer: PageElement | null | undefined): boolean => outer != null && /^h[1-6]$/.test(nameOf(outer))
  return /^\s*[¶#§🔗]+\s*$/u.test(textContent) && (isIn(parentNode) || isIn(parentNode?.parentNode))
}

const isHidden = (element: DomElement): boolean =>
  leadsToItself(element) ||
  element.getAttribute('hidden') !== null ||
  attributeOf(element, 'aria-hidden') === 'true' ||
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributeOf(element, 'style')) ||
  heardOnly.test(attributeOf(element, 'class'))

const furnitureElements = words('nav dialog menu')
const furnitureRoles = words('alertdialog banner contentinfo dialog menu menubar navigation search tablist toolbar')

/** What has a page’s text, whatever it is called. */
const wraps = words('html body main article h1')

const isFurniture = (element: DomElement, letters: number): boolean =>
  (nameOf(element) === 'button' && letters <= maxButtonLetters) ||
  furnitureElements.has(nameOf(element)) ||
  furnitureRoles.has(attributeOf(element, 'role').toLowerCase()) ||
  kindOfNames(`${attributeOf(element, 'class')} ${attributeOf(element, 'id')}`) === 'furniture'

const isComments = (element: DomElement): boolean =>
  kindOfNames(`${attributeOf(element, 'class')} ${attributeOf(element, 'id')}`) === 'comments'

/** Shares of the page’s letters from which a part is not left out: it is the text, whatever it is called. */
const most = { hidden: 0.6, furniture: 0.35, comments: 0.97 } as const

/** How many letters each element has, with those in it. */
const lettersOf = (root: PageElement): ReadonlyMap<DomElement, number> => {
  const letters = new Map<DomElement, number>()
  const open: number[] = []
  let count = 0
  walk(root, {
    enter: () => {
      open.push(count)
      return true
    },
    leave: (element) => {
      letters.set(element, count - (open.pop() ?? 0))
    },
    text: (text) => {
      for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x20) count += 1
    },
  })
  return letters
}

/** `Copy`, `Read more`: of longer buttons some are questions that they answer. */
const maxButtonLetters = 16

/** Takes elements out of a page, but not those that have most of its words. */
const takeOut = ({ body }: Page, isIn: (element: DomElement, letters: number) => boolean, share: number): void => {
  const letters = lettersOf(body)
  const limit = share * (letters.get(body) ?? 0)
  const out: PageElement[] = []
  walk(body, {
    enter: (element) => {
      const own = letters.get(element) ?? 0
      const isOut = !wraps.has(nameOf(element)) && own <= limit && isIn(element, own)
      if (isOut) out.push(element as PageElement)
      return !isOut
    },
    leave: () => {},
    text: () => {},
  })
  for (const element of out) element.remove()
}

/**
 * Takes what is no text of a page out of it: hidden elements, menus, notices about cookies, buttons to share, links to
 * other pages, and what its readers wrote below it.
 * @param page a page, which is changed
 */
export const takeOutFurniture = (page: Page): void => {
  takeOut(page, isHidden, most.hidden)
  takeOut(page, isFurniture, most.furniture)
  takeOut(page, isComments, most.comments)
}
