import { type DomElement, isElement, isText, walk } from '../dom/node.ts'
import { elementsIn, isNamed, lineOf, typesOf } from './dom-search.ts'

/** What is known of a part apart from its text: by the table of contents, the guide, and its name. */
export type Hints = { readonly types: readonly string[]; readonly part: string }

/** What of a book is no text of it, by what EPUB 3, its roles and the guide of EPUB 2 call it. */
const furniture: Readonly<Record<string, string>> = {
  cover: 'cover',
  titlepage: 'title-page',
  'title-page': 'title-page',
  halftitlepage: 'title-page',
  'halftitle-page': 'title-page',
  'copyright-page': 'copyright',
  toc: 'contents',
  'toc-brief': 'contents',
  landmarks: 'contents',
  loi: 'contents',
  lot: 'contents',
  'page-list': 'contents',
  pagelist: 'contents',
}

/** What writers name the files of such parts: `Text/cover.xhtml`, `title_page01.html`. */
const byName: readonly (readonly [pattern: RegExp, rule: string])[] = [
  [/^cover(?:[-_ ]?(?:page|image))?$/, 'cover'],
  [/^(?:half)?[-_ ]?title[-_ ]?page$/, 'title-page'],
  [/^copy(?:right)?(?:[-_ ]?page)?$/, 'copyright'],
  [/^(?:nav|toc|contents|table[-_ ]?of[-_ ]?contents|inhalt(?:sverzeichnis)?)$/, 'contents'],
]
/** A title page with a sentence of more words has a text besides, such as an abstract. */
const longestSentence = 10
const isSentence = (line: string): boolean =>
  line.trim().split(/\s+/).length > longestSentence && /[.!?]["”’»)]*\s*$/.test(line)
/** A name, or a type in the guide, may be wrong of a part with more words. */
const maxWords = 400

/** Links are so much of the text of a table of contents, and there are so many at least. */
const links = { share: 0.7, count: 4 } as const

const isContents = (root: DomElement): boolean => {
  const inner = elementsIn(root, (element) => isNamed('a')(element) && element.getAttribute('href') !== null)
  const linked = inner.reduce((sum, link) => sum + lineOf(link).length, 0)
  return inner.length >= links.count && linked >= links.share * lineOf(root).length
}

const isOfHead = isNamed('title', 'meta', 'link', 'style', 'script', 'base')

/** The element that holds all that an element holds; null if there are several, or text. */
const soleElement = (element: DomElement): DomElement | null => {
  let sole: DomElement | null = null
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    if (isText(child) && /\S/.test(child.nodeValue ?? '')) return null
    if (!isElement(child) || isOfHead(child)) continue
    if (sole !== null) return null
    sole = child
  }
  return sole
}

const isAround = isNamed('section', 'div', 'nav', 'article', 'main')

/** The types of the elements that hold the whole text: the body, and a section that is alone in it. */
const ownTypes = (root: DomElement): readonly string[] => {
  const types: string[] = []
  let around: DomElement | null = root
  while (around !== null) {
    types.push(...typesOf(around))
    const inner = soleElement(around)
    around = inner !== null && isAround(inner) ? inner : null
  }
  return types
}

/**
 * @param root of a chapter
 * @param hints see there
 * @returns the rule by which the whole chapter is no text of the book; null if it is
 */
export const furnitureRule = (root: DomElement, { types, part }: Hints): string | null => {
  const isBare = !linesOf(root).some(isSentence)
  const isRight = (rule: string | undefined): rule is string =>
    rule !== undefined && (isBare || (rule !== 'cover' && rule !== 'title-page'))
  const own = ownTypes(root).flatMap((type) => furniture[type] ?? [])[0]
  if (isRight(own)) return own
  const words = lineOf(root).split(' ').length
  if (isContents(root)) return 'contents'
  if (words > maxWords) return null
  const file = part
    .slice(part.lastIndexOf('/') + 1)
    .replace(/\.\w+$/, '')
    .replace(/[-_ ]?\d+$/, '')
    .toLowerCase()
  const hinted = types.flatMap((type) => furniture[type.toLowerCase()] ?? [])[0]
  const rule = hinted ?? byName.find(([pattern]) => pattern.test(file))?.[1]
  return isRight(rule) ? rule : null
}

/** Parts of a chapter that are no text: marks that lead back, the numbers of printed pages, what is hidden. */
const unseen = new Set(['backlink', 'pagebreak', 'page-list', 'landmarks'])

/**
 * @param element of a chapter
 * @returns whether it is not read
 */
export const isUnseen = (element: DomElement): boolean =>
  typesOf(element).some((type) => unseen.has(type)) ||
  element.getAttribute('hidden') !== null ||
  /display\s*:\s*none/i.test(element.getAttribute('style') ?? '')

/**
 * @param root of a part of a book
 * @returns its lines, each the text of an element that ends a line
 */
export const linesOf = (root: DomElement): readonly string[] => {
  const lines: string[] = []
  let line = ''
  const end = (): void => {
    if (/\S/.test(line)) lines.push(line)
    line = ''
  }
  const breaks = isNamed('p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'br', 'section', 'tr', 'dt', 'dd')
  walk(root, {
    enter: (element) => {
      if (isOfHead(element) || isNamed('svg')(element)) return false
      if (breaks(element)) end()
      return true
    },
    leave: (element) => {
      if (breaks(element)) end()
    },
    text: (text) => {
      line += text
    },
  })
  end()
  return lines
}
