import { codeStyle, contentsStyle, headingStyle, quoteStyle, titleStyle } from '../../../language/style-words.ts'
import { childOf, childrenOf, type XmlElement } from '../xml.ts'

/** Where a paragraph stands in a list: its numbering and how deep. */
export type ListPlace = { readonly list: string; readonly level: number | null }

/** What a style makes of a paragraph. */
export type ParagraphStyle = {
  readonly is: 'title' | 'heading' | 'contents' | 'block-quote' | 'code' | 'paragraph'
  /** Of a heading, from 1. */
  readonly depth: number
  readonly numbering: ListPlace | null
  readonly isBold: boolean
}

/** The styles of a document. */
export type Styles = {
  /** @returns what a paragraph style makes of a paragraph; `undefined` stands for the usual one */
  paragraph(id: string | undefined): ParagraphStyle
  /** @returns whether text in a character style is not shown */
  hides(id: string | undefined): boolean
}

/**
 * @param properties of a run, a paragraph or a style
 * @param name of a property that is on or off: `w:b`
 * @returns whether it is on; null if nothing is said
 */
export const toggled = (properties: XmlElement | undefined, name: string): boolean | null => {
  const element = childOf(properties, name)
  return element === undefined ? null : !/^(?:0|false|off|none)$/.test(element.attributes['w:val'] ?? '')
}

/** The level of an outline, from 0; 9 is the text. */
export const outlineIn = (properties: XmlElement | undefined): number | null => {
  const value = childOf(properties, 'w:outlineLvl')?.attributes['w:val']
  return value !== undefined && /^\d$/.test(value) ? Number(value) : null
}

/** @returns the numbering that paragraph properties state; a list `0` takes it away */
export const numberingIn = (properties: XmlElement | undefined): ListPlace | null => {
  const own = childOf(properties, 'w:numPr')
  const list = childOf(own, 'w:numId')?.attributes['w:val']
  const level = childOf(own, 'w:ilvl')?.attributes['w:val']
  if (list === undefined) return null
  return { list, level: level !== undefined && /^[0-8]$/.test(level) ? Number(level) : null }
}

/** Styles that are based on one another in a ring end somewhere. */
const maxAncestors = 20

/**
 * @param root of `styles.xml`; undefined where there is none
 * @returns its styles
 */
export const stylesOf = (root: XmlElement | undefined): Styles => {
  const all = childrenOf(root, 'w:style')
  const byId = new Map(all.map((style) => [style.attributes['w:styleId'] ?? '', style]))
  const usual = all.find(
    ({ attributes }) => attributes['w:type'] === 'paragraph' && /^(?:1|true|on)$/.test(attributes['w:default'] ?? ''),
  )
  const chainOf = (id: string | undefined): readonly XmlElement[] => {
    const chain: XmlElement[] = []
    let style = id === undefined ? usual : byId.get(id)
    while (style !== undefined && chain.length < maxAncestors) {
      chain.push(style)
      style = byId.get(childOf(style, 'w:basedOn')?.attributes['w:val'] ?? '')
    }
    return chain
  }
  const firstOf = <T>(chain: readonly XmlElement[], find: (style: XmlElement) => T | null): T | null => {
    for (const style of chain) {
      const found = find(style)
      if (found !== null) return found
    }
    return null
  }
  const read = (id: string | undefined): ParagraphStyle => {
    const chain = chainOf(id)
    const stated = chain.map((style) => childOf(style, 'w:name')?.attributes['w:val'] ?? '')
    // Some writers leave the styles out that everybody has.
    const names = stated.length > 0 || id === undefined ? stated : [id]
    const some = (pattern: RegExp): boolean => names.some((name) => pattern.test(name))
    const outline = firstOf(chain, (style) => outlineIn(childOf(style, 'w:pPr')))
    const named = names.flatMap((name) => headingStyle.exec(name)?.[1] ?? [])[0]
    const depth = outline === null ? Number(named ?? 0) : (outline + 1) % 10
    const numbering = firstOf(chain, (style) => {
      const own = numberingIn(childOf(style, 'w:pPr'))
      if (own === null || own.level !== null) return own
      return { ...own, level: outlineIn(childOf(style, 'w:pPr')) }
    })
    const isBold = firstOf(chain, (style) => toggled(childOf(style, 'w:rPr'), 'w:b')) ?? false
    const is = some(contentsStyle)
      ? 'contents'
      : titleStyle.test(names[0] ?? '')
        ? 'title'
        : depth > 0
          ? 'heading'
          : some(quoteStyle)
            ? 'block-quote'
            : some(codeStyle)
              ? 'code'
              : 'paragraph'
    return { is, depth: is === 'heading' ? depth : 0, numbering, isBold }
  }
  const known = new Map<string | undefined, ParagraphStyle>()
  return {
    paragraph: (id) => {
      const style = known.get(id) ?? read(id)
      known.set(id, style)
      return style
    },
    hides: (id) =>
      id !== undefined && (firstOf(chainOf(id), (style) => toggled(childOf(style, 'w:rPr'), 'w:vanish')) ?? false),
  }
}
