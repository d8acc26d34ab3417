import { codeStyle, headingStyle, quoteStyle, titleStyle } from '../../../language/style-words.ts'
import { childOf, childrenOf, type XmlElement } from '../xml.ts'
import type { Level, NumberForm } from './list-numbers.ts'

/** What a style makes of a paragraph. */
export type ParagraphStyle = {
  readonly is: 'title' | 'block-quote' | 'code' | 'paragraph'
  /** The level that the style gives it in the outline, from 1; else 0. */
  readonly depth: number
  readonly isBold: boolean
  /** The name of the list that the style puts it in. */
  readonly list: string | null
}

/** The styles of a document and its lists. */
export type Styles = {
  /** @returns what a paragraph style makes of a paragraph */
  paragraph(name: string | undefined): ParagraphStyle
  /** @returns whether text in a style is bold; null if it says nothing */
  isBold(name: string | undefined): boolean | null
  /** @returns whether text in a style is not shown */
  hides(name: string | undefined): boolean
  /** @returns the levels of a list, the outermost first */
  list(name: string): readonly (Level | undefined)[]
  /** The numbers of headings. */
  readonly outline: readonly (Level | undefined)[]
}

const forms: Readonly<Record<string, NumberForm>> = {
  '1': 'decimal',
  a: 'lower-letter',
  A: 'upper-letter',
  i: 'lower-roman',
  I: 'upper-roman',
}

const count = (value: string | undefined, otherwise: number): number =>
  value !== undefined && /^\d{1,6}$/.test(value) ? Number(value) : otherwise

const levelIn = (element: XmlElement, at: number): Level => {
  const { name, attributes } = element
  if (name === 'text:list-level-style-image') return { form: 'bullet', print: '•', start: 1 }
  if (name === 'text:list-level-style-bullet')
    return { form: 'bullet', print: attributes['text:bullet-char'] ?? '•', start: 1 }
  const form = forms[attributes['style:num-format'] ?? ''] ?? 'none'
  const shown = Math.min(at + 1, count(attributes['text:display-levels'], 1))
  const digits = Array.from({ length: shown }, (_, back) => `%${at + 2 - shown + back}`).join('.')
  // A `%` that is printed would be taken for a number.
  const plain = (text: string | undefined): string => (text ?? '').replaceAll('%', '')
  const print = `${plain(attributes['style:num-prefix'])}${digits}${plain(attributes['style:num-suffix'])}`
  return { form, print, start: count(attributes['text:start-value'], 1) }
}

const levelsIn = (list: XmlElement | undefined): readonly (Level | undefined)[] => {
  const levels: (Level | undefined)[] = []
  for (const element of childrenOf(list)) {
    const at = count(element.attributes['text:level'], 0) - 1
    if (at >= 0 && at < 10) levels[at] = levelIn(element, at)
  }
  return levels
}

/** Styles that are based on one another in a ring end somewhere. */
const maxAncestors = 20

/** `Heading_20_1` is how the name `Heading 1` is written as an id. */
const nameOf = (id: string): string =>
  id.replace(/_([0-9a-f]{2})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/**
 * @param parts the outermost elements of the parts that hold styles; later ones count first
 * @returns their styles
 */
export const stylesOf = (...parts: readonly (XmlElement | undefined)[]): Styles => {
  const groups = parts.flatMap((part) => [childOf(part, 'office:styles'), childOf(part, 'office:automatic-styles')])
  const all = groups.flatMap((group) => childrenOf(group))
  const byName = (name: string, family?: string): ReadonlyMap<string, XmlElement> =>
    new Map(
      all
        .filter((each) => each.name === name && (family === undefined || each.attributes['style:family'] === family))
        .map((each) => [each.attributes['style:name'] ?? '', each]),
    )
  const paragraphs = byName('style:style', 'paragraph')
  const texts = byName('style:style', 'text')
  const lists = byName('text:list-style')
  const chainOf = (styles: ReadonlyMap<string, XmlElement>, name: string | undefined): readonly XmlElement[] => {
    const chain: XmlElement[] = []
    let style = styles.get(name ?? '')
    while (style !== undefined && chain.length < maxAncestors) {
      chain.push(style)
      style = styles.get(style.attributes['style:parent-style-name'] ?? '')
    }
    return chain
  }
  const textSetting = (chain: readonly XmlElement[], name: string): string | undefined =>
    chain.map((style) => childOf(style, 'style:text-properties')?.attributes[name]).find((value) => value !== undefined)
  const boldIn = (chain: readonly XmlElement[]): boolean | null => {
    const weight = textSetting(chain, 'fo:font-weight')
    return weight === undefined ? null : /^(?:bold|[6-9]00)$/.test(weight)
  }
  const read = (name: string | undefined): ParagraphStyle => {
    const chain = chainOf(paragraphs, name)
    const last = chain.at(-1)?.attributes['style:parent-style-name']
    const names = [...chain, ...(last === undefined ? [] : [last])].map((style) =>
      typeof style === 'string'
        ? nameOf(style)
        : (style.attributes['style:display-name'] ?? nameOf(style.attributes['style:name'] ?? '')),
    )
    // Programs number the styles that a change by hand makes.
    const own = names.find((each) => !/^P\d+$/.test(each)) ?? ''
    const some = (pattern: RegExp): boolean => names.some((each) => pattern.test(each))
    const level = chain
      .map(({ attributes }) => attributes['style:default-outline-level'])
      .find((value) => value !== undefined)
    const named = names.flatMap((each) => headingStyle.exec(each)?.[1] ?? [])[0]
    return {
      is: titleStyle.test(own) ? 'title' : some(quoteStyle) ? 'block-quote' : some(codeStyle) ? 'code' : 'paragraph',
      depth: count(level || undefined, Number(named ?? 0)),
      isBold: boldIn(chain) ?? false,
      list: chain.map(({ attributes }) => attributes['style:list-style-name']).find((each) => each) ?? null,
    }
  }
  const known = new Map<string | undefined, ParagraphStyle>()
  const levels = new Map<string, readonly (Level | undefined)[]>()
  return {
    paragraph: (name) => {
      const style = known.get(name) ?? read(name)
      known.set(name, style)
      return style
    },
    isBold: (name) => boldIn(chainOf(texts, name)),
    hides: (name) => textSetting(chainOf(texts, name), 'text:display') === 'none',
    list: (name) => {
      const own = levels.get(name) ?? levelsIn(lists.get(name))
      levels.set(name, own)
      return own
    },
    outline: levelsIn(all.find(({ name }) => name === 'text:outline-style')),
  }
}
