import { childOf, childrenOf, type XmlElement } from '../xml.ts'
import { openFields } from './docx-fields.ts'
import { emptyInline, type Inline, type InlineContext, readInline } from './docx-inline.ts'
import type { Numbering } from './docx-numbering.ts'
import { numberingIn, outlineIn, type ParagraphStyle, type Styles } from './docx-styles.ts'
import { type Flow, flowText, type Row } from './flow.ts'
import type { Leavings } from './leavings.ts'

/** What the text of a document depends on. */
export type BodyContext = {
  readonly styles: Styles
  readonly numbering: Numbering
  readonly left: Leavings
  /** @returns the note that a mark in the text leads to; null for none */
  readonly noteOf: InlineContext['noteOf']
}

/** A longer paragraph is no heading, whatever its style. */
const longestHeading = 300
/** A cell takes so many columns at most, whatever it says. */
const maxSpan = 60

/** Elements around paragraphs, rows and cells that say nothing of their own. */
const around = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:smartTag',
  'w:ins',
  'w:moveTo',
  'mc:AlternateContent',
])

/** The children of an element, with those of wrappers in their place. */
const throughWrappers = (element: XmlElement): readonly XmlElement[] =>
  childrenOf(element).flatMap((child) => {
    if (child.name === 'mc:AlternateContent') {
      const branch = childOf(child, 'mc:Choice') ?? childOf(child, 'mc:Fallback')
      return branch === undefined ? [] : throughWrappers(branch)
    }
    return around.has(child.name) && !isContentsControl(child) ? throughWrappers(child) : [child]
  })

/** A control that keeps a table of contents up to date. */
const isContentsControl = (element: XmlElement): boolean =>
  /^table of contents$/i.test(
    childOf(childOf(childOf(element, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery')?.attributes['w:val'] ?? '',
  )

const marksOf = (properties: XmlElement | undefined, ...names: readonly string[]): boolean =>
  names.some((name) => childOf(properties, name) !== undefined)

const spanIn = (properties: XmlElement | undefined, name: string, otherwise: number): number => {
  const written = childOf(properties, name)?.attributes['w:val'] ?? ''
  return /^[1-9]\d*$/.test(written) ? Math.min(maxSpan, Number(written)) : otherwise
}

/**
 * Reads the text of a document, or of one of its notes.
 * @param body the element that holds its paragraphs and tables
 * @param context what they depend on
 * @returns them, in reading order
 */
export const readBody = (body: XmlElement, context: BodyContext): readonly Flow[] => {
  const { styles, numbering, left } = context
  const fields = openFields()
  const inline: InlineContext = {
    styles,
    fields,
    left,
    noteOf: context.noteOf,
    flowsOf: (box) => flowsOf(throughWrappers(box)),
  }

  const kindOf = (properties: XmlElement | undefined, style: ParagraphStyle, length: number): ParagraphStyle => {
    const outline = outlineIn(properties)
    if (length > longestHeading && (style.is === 'heading' || style.is === 'title' || outline !== null))
      return { ...style, is: 'paragraph', depth: 0 }
    if (outline === null || style.is === 'title') return style
    return outline === 9
      ? { ...style, is: style.is === 'heading' ? 'paragraph' : style.is, depth: 0 }
      : { ...style, is: 'heading', depth: outline + 1 }
  }

  const flowOf = (properties: XmlElement | undefined, own: ParagraphStyle, content: Inline): Flow | null => {
    const { lines, notes, boxes, isBold, inContents } = content
    const text = lines.join(' ')
    const isEmpty = text.trim() === ''
    if (isEmpty && boxes.length === 0) return null
    const style = kindOf(properties, own, text.length)
    if (inContents || style.is === 'contents') return isEmpty ? null : { is: 'furniture', text, rule: 'contents' }
    const place = numberingIn(properties) ?? style.numbering
    const list = isEmpty || place === null || place.list === '0' ? null : numbering.next(withLevel(place, own))
    const frame = { is: 'paragraph', lines, notes, boxes, isBold: isBold === true } as const
    const numbered = list?.mark ? { mark: list.mark } : {}
    if (style.is === 'title') return { ...frame, kind: 'heading', depth: 0, ...numbered }
    if (style.is === 'heading') return { ...frame, kind: 'heading', depth: style.depth, ...numbered }
    if (list !== null && list.mark !== '')
      return { ...frame, kind: 'list-item', depth: 0, indent: list.level * 2, mark: list.mark }
    return { ...frame, kind: style.is, depth: 0 }
  }
  const withLevel = (place: NonNullable<ReturnType<typeof numberingIn>>, style: ParagraphStyle) => ({
    ...place,
    level: place.level ?? style.numbering?.level ?? null,
  })

  /**
   * Reads a paragraph after the words of those above whose ends tracked changes take away.
   * @returns it; null if its own end is taken away, or nothing stands in it
   */
  const readParagraph = (paragraph: XmlElement, content: Inline): Flow | 'goes-on' | null => {
    const properties = childOf(paragraph, 'w:pPr')
    const style = styles.paragraph(childOf(properties, 'w:pStyle')?.attributes['w:val'])
    readInline(paragraph, content, inline, style.isBold)
    fields.endParagraph()
    if (marksOf(childOf(properties, 'w:rPr'), 'w:del', 'w:moveFrom')) return 'goes-on'
    return flowOf(properties, style, content)
  }

  const rowOf = (row: XmlElement): Row => {
    const before = spanIn(childOf(row, 'w:trPr'), 'w:gridBefore', 0)
    return throughWrappers(row)
      .filter(({ name }) => name === 'w:tc')
      .flatMap((cell, at) => {
        const properties = childOf(cell, 'w:tcPr')
        if (marksOf(properties, 'w:cellDel')) return []
        const merges = childOf(properties, 'w:vMerge') ?? childOf(properties, 'w:hMerge')
        const isCovered = merges !== undefined && merges.attributes['w:val'] !== 'restart'
        // The first cell takes the columns before it, so that those behind it stand below their names.
        const span = spanIn(properties, 'w:gridSpan', 1) + (at === 0 ? before : 0)
        const others = Array.from({ length: span - 1 }, () => [])
        return [isCovered ? [] : flowsOf(throughWrappers(cell)), ...others]
      })
  }
  const tableOf = (table: XmlElement): Flow => {
    const kept = throughWrappers(table).filter(({ name, children }) => name === 'w:tr' && children.length > 0)
    const rows: { readonly row: Row; readonly isHead: boolean }[] = []
    for (const each of kept) {
      const properties = childOf(each, 'w:trPr')
      if (marksOf(properties, 'w:del')) {
        left.deletions += 1
        continue
      }
      rows.push({ row: rowOf(each), isHead: marksOf(properties, 'w:tblHeader') })
    }
    const plain = rows.findIndex(({ isHead }) => !isHead)
    return { is: 'table', rows: rows.map(({ row }) => row), head: Math.max(0, plain) }
  }

  const flowsOf = (elements: readonly XmlElement[]): readonly Flow[] => {
    const flows: Flow[] = []
    let content = emptyInline()
    for (const element of elements) {
      if (element.name === 'w:p') {
        const flow = readParagraph(element, content)
        if (flow === 'goes-on') continue
        content = emptyInline()
        if (flow !== null) flows.push(flow)
      } else if (element.name === 'w:tbl') flows.push(tableOf(element))
      else if (element.name === 'w:sdt')
        for (const flow of flowsOf(throughWrappers(element)))
          flows.push({ is: 'furniture', text: flowText(flow), rule: 'contents' })
    }
    const rest = flowOf(undefined, styles.paragraph(undefined), content)
    return rest === null ? flows : [...flows, rest]
  }

  return flowsOf(throughWrappers(body))
}
