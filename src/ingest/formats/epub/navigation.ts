import type { Archive } from '../archive.ts'
import type { DomElement } from '../dom/node.ts'
import { childElements } from '../dom/node.ts'
import { childOf, childrenOf, textOf, within, type XmlElement } from '../xml.ts'
import { chapterTree } from './chapter-tree.ts'
import { elementsIn, isNamed, lineOf, typesOf } from './dom-search.ts'
import { type Package, partOf, xmlPart } from './package-file.ts'

/** A line of a book's table of contents. */
export type Entry = { readonly title: string; readonly depth: number }

/** What a book says of its parts apart from their text. */
export type Navigation = {
  /** The titles of parts, by their names. */
  readonly titles: ReadonlyMap<string, Entry>
  /** What parts are: `cover`, `bodymatter`, by their names. */
  readonly landmarks: ReadonlyMap<string, readonly string[]>
}

type Found = Entry & { readonly href: string }

/** The first entry of each part; the others lead to places in it. */
const byPart = (entries: readonly Found[], from: string): ReadonlyMap<string, Entry> => {
  const titles = new Map<string, Entry>()
  for (const { href, title, depth } of entries) {
    const part = partOf(href, from)
    if (!titles.has(part) && title !== '') titles.set(part, { title, depth })
  }
  return titles
}

/** Lists in lists deeper than this are no table of contents. */
const maxDepth = 8

const entriesIn = (list: DomElement, depth: number): readonly Found[] =>
  depth > maxDepth
    ? []
    : childElements(list)
        .filter(isNamed('li'))
        .flatMap((item) => {
          const parts = childElements(item)
          const link = parts.flatMap((part) => elementsIn(part, isNamed('a', 'ol'))).find(isNamed('a', 'ol'))
          const own =
            link !== undefined && isNamed('a')(link)
              ? [{ href: link.getAttribute('href') ?? '', title: lineOf(link), depth }]
              : []
          return [...own, ...parts.filter(isNamed('ol')).flatMap((inner) => entriesIn(inner, depth + 1))]
        })

const pointsIn = (points: XmlElement, depth: number): readonly Found[] =>
  childrenOf(points, 'ncx:navPoint').flatMap((point) => [
    {
      href: childOf(point, 'ncx:content')?.attributes['src'] ?? '',
      title: textOf(childOf(point, 'ncx:navLabel')).replace(/\s+/gu, ' ').trim(),
      depth,
    },
    ...pointsIn(point, depth + 1),
  ])

const none: Navigation = { titles: new Map(), landmarks: new Map() }

const ofEpub3 = async (archive: Archive, part: string): Promise<Navigation> => {
  const bytes = await archive.bytesOf(part)
  if (bytes === null) return none
  const navs = elementsIn(chapterTree(bytes, part).body, isNamed('nav'))
  const listOf = (type: string): readonly Found[] =>
    navs
      .filter((nav) => typesOf(nav).includes(type))
      .flatMap((nav) => childElements(nav).filter(isNamed('ol')))
      .flatMap((list) => entriesIn(list, 1))
  const landmarks = new Map<string, readonly string[]>()
  for (const link of navs
    .filter((nav) => typesOf(nav).includes('landmarks'))
    .flatMap((nav) => elementsIn(nav, isNamed('a')))) {
    const target = partOf(link.getAttribute('href') ?? '', part)
    landmarks.set(target, [...(landmarks.get(target) ?? []), ...typesOf(link)])
  }
  return { titles: byPart(listOf('toc'), part), landmarks }
}

/**
 * @param archive of a book
 * @param book what it is made of
 * @returns what it says of its parts; nothing if its table of contents is missing
 */
export const readNavigation = async (archive: Archive, { navigation, ncx }: Package): Promise<Navigation> => {
  const read = navigation === null ? none : await ofEpub3(archive, navigation.part)
  if (read.titles.size > 0 || ncx === null) return read
  const root = await xmlPart(archive, ncx.part)
  const map = within(root, 'ncx:navMap')[0]
  return { ...read, titles: map === undefined ? new Map() : byPart(pointsIn(map, 1), ncx.part) }
}
