import { raisedMark } from '../raised.ts'
import { childOf, childrenOf, textOf, type XmlElement } from '../xml.ts'
import type { Flow, Note, Row } from './flow.ts'
import { flowText } from './flow.ts'
import type { Leavings } from './leavings.ts'
import { listCounter } from './list-numbers.ts'
import type { Styles } from './odt-styles.ts'

/** Elements that hold no text of the document, or what is not shown. */
const skipped = new Set([
  ...['text:tracked-changes', 'office:forms', 'text:sequence-decls', 'text:variable-decls', 'text:user-field-decls'],
  ...['text:page-number', 'text:page-count', 'text:hidden-text', 'text:hidden-paragraph', 'text:ruby-text'],
  ...['office:annotation-end', 'svg:title', 'svg:desc', 'text:index-title-template', 'text:dde-connection-decls'],
  ...['presentation:notes', 'office:event-listeners', 'draw:glue-point', 'text:meta-field', 'table:shapes'],
])

const pictured = new Set(['draw:image', 'draw:object', 'draw:object-ole', 'draw:plugin'])

/** Tables of what is in the document, made out of it. */
const contents = new Set([
  ...['text:table-of-content', 'text:illustration-index', 'text:table-index', 'text:object-index', 'text:user-index'],
  ...['text:alphabetical-index'],
])

/** A cell or a row takes so many places at most, whatever it says. */
const maxRepeats = 60
/** A longer paragraph is no heading, whatever its style. */
const longestHeading = 300
/** What divides words where a line may break, and is seen nowhere else. */
const unseen = /[\u00ad\u200b]/g

type Inline = { lines: string[]; notes: Note[]; boxes: Flow[]; isBold: boolean | null }
const emptyInline = (): Inline => ({ lines: [''], notes: [], boxes: [], isBold: null })

const times = (element: XmlElement, name: string): number => {
  const written = element.attributes[name] ?? ''
  return /^[1-9]\d*$/.test(written) ? Math.min(maxRepeats, Number(written)) : 1
}

/** Where an item of a list stands; `mark` is taken by its first paragraph. */
type Place = { readonly list: string | null; readonly key: string; readonly depth: number; isMarked: boolean }

/**
 * Reads the text of a document.
 * @param body the element that holds its paragraphs and tables
 * @param styles of it
 * @param left what is counted of what is no text
 * @returns its paragraphs and tables, in reading order
 */
export const readBody = (body: XmlElement, styles: Styles, left: Leavings): readonly Flow[] => {
  const counter = listCounter()
  let lists = 0
  const keys = new Map<string, string>()

  const readInline = (element: XmlElement, into: Inline, isBold: boolean): void => {
    for (const child of element.children) {
      if (typeof child === 'object') {
        readPart(child, into, isBold)
        continue
      }
      into.lines[into.lines.length - 1] += child.replace(unseen, '')
      if (/\S/.test(child)) into.isBold = (into.isBold ?? true) && isBold
    }
  }
  const readPart = (element: XmlElement, into: Inline, isBold: boolean): void => {
    const { name, attributes } = element
    const style = attributes['text:style-name']
    if (skipped.has(name)) return
    switch (name) {
      case 'text:s':
      case 'text:tab':
        into.lines[into.lines.length - 1] += name === 'text:s' ? ' ' : '\t'
        break
      case 'text:line-break':
        into.lines.push('')
        break
      case 'text:span':
        if (!styles.hides(style)) readInline(element, into, styles.isBold(style) ?? isBold)
        break
      case 'text:note':
        readNote(element, into)
        break
      case 'office:annotation':
        left.comments += 1
        break
      case 'draw:frame':
        // A chart or a formula may have a picture of itself beside it.
        if (childrenOf(element).some((child) => pictured.has(child.name))) left.pictures += 1
        readInline(element, into, isBold)
        break
      case 'draw:text-box':
        into.boxes.push(...flowsOf(childrenOf(element)))
        break
      case 'text:p':
      case 'text:h':
      case 'text:list':
        // Within a drawing.
        into.boxes.push(...flowsOf([element]))
        break
      default:
        readInline(element, into, isBold)
    }
  }
  const readNote = (note: XmlElement, into: Inline): void => {
    const citation = textOf(childOf(note, 'text:note-citation')).trim()
    const mark = raisedMark(citation)
    const content = flowsOf(childrenOf(childOf(note, 'text:note-body')))
    into.lines[into.lines.length - 1] += mark
    into.notes.push({ mark, content })
  }

  const paragraphOf = (element: XmlElement, place: Place | null): Flow | null => {
    const style = styles.paragraph(element.attributes['text:style-name'])
    const content = emptyInline()
    readInline(element, content, style.isBold)
    const { lines, notes, boxes } = content
    const text = lines.join(' ')
    if (text.trim() === '' && boxes.length === 0) return null
    const frame = { is: 'paragraph', lines, notes, boxes, isBold: content.isBold === true } as const
    const isShort = text.length <= longestHeading
    const outline = times(element, 'text:outline-level')
    const depth = element.name === 'text:h' ? outline : style.depth
    if (style.is === 'title' && isShort) return { ...frame, kind: 'heading', depth: 0 }
    if (depth > 0 && isShort) {
      const isNumbered = element.attributes['text:is-list-header'] !== 'true' && element.name === 'text:h'
      const mark = place === null ? '' : markOf(place, element)
      const number = mark || (isNumbered && place === null ? counter.next('outline', styles.outline, depth - 1) : '')
      return { ...frame, kind: 'heading', depth, ...(number === '' ? {} : { mark: number }) }
    }
    const own = place ?? (style.list === null ? null : { list: style.list, key: style.list, depth: 0, isMarked: false })
    const mark = own === null || own.isMarked ? '' : markOf(own, element)
    if (own !== null && mark !== '') return { ...frame, kind: 'list-item', depth: 0, indent: own.depth * 2, mark }
    return { ...frame, kind: style.is === 'title' ? 'paragraph' : style.is, depth: 0 }
  }
  const markOf = (place: Place, element: XmlElement): string => {
    if (place.isMarked) return ''
    place.isMarked = true
    const name = place.list ?? styles.paragraph(element.attributes['text:style-name']).list
    return name === null ? '' : counter.next(place.key, styles.list(name), place.depth)
  }

  const listOf = (list: XmlElement, outer: Place | null): readonly Flow[] => {
    const name = list.attributes['text:style-name'] ?? outer?.list ?? null
    const continues = list.attributes['text:continue-numbering'] === 'true'
    const continued = list.attributes['text:continue-list']
    lists += 1
    const key =
      outer?.key ?? keys.get(continued ?? '') ?? (continues ? keys.get(`style ${name}`) : undefined) ?? `list ${lists}`
    const id = list.attributes['xml:id']
    if (id !== undefined) keys.set(id, key)
    keys.set(`style ${name}`, key)
    const depth = outer === null ? 0 : outer.depth + 1
    return childrenOf(list).flatMap((item) => {
      if (item.name !== 'text:list-item' && item.name !== 'text:list-header') return []
      const start = item.attributes['text:start-value']
      if (start !== undefined && /^\d{1,6}$/.test(start)) counter.restart(key, depth, Number(start))
      const place: Place = { list: name, key, depth, isMarked: item.name === 'text:list-header' }
      return flowsOf(childrenOf(item), place)
    })
  }

  const rowsOf = (table: XmlElement): readonly { readonly row: XmlElement; readonly isHead: boolean }[] =>
    childrenOf(table).flatMap((child) => {
      if (child.name === 'table:table-row') return [{ row: child, isHead: false }]
      if (child.name === 'table:table-header-rows') return rowsOf(child).map((each) => ({ ...each, isHead: true }))
      return /^table:table-(?:rows|row-group)$/.test(child.name) ? rowsOf(child) : []
    })
  const cellsOf = (row: XmlElement): Row =>
    childrenOf(row).flatMap((cell) => {
      if (cell.name !== 'table:table-cell' && cell.name !== 'table:covered-table-cell') return []
      const content = cell.name === 'table:table-cell' ? flowsOf(childrenOf(cell)) : []
      return Array.from({ length: times(cell, 'table:number-columns-repeated') }, () => content)
    })
  const tableOf = (table: XmlElement): Flow => {
    const rows = rowsOf(table)
    const plain = rows.findIndex(({ isHead }) => !isHead)
    return { is: 'table', rows: rows.map(({ row }) => cellsOf(row)), head: Math.max(0, plain) }
  }

  const flowsOf = (elements: readonly XmlElement[], place: Place | null = null): readonly Flow[] =>
    elements.flatMap((element): readonly Flow[] => {
      const { name } = element
      if (skipped.has(name)) return []
      if (contents.has(name)) return contentsOf(element)
      switch (name) {
        case 'text:p':
        case 'text:h': {
          const paragraph = paragraphOf(element, place)
          return paragraph === null ? [] : [paragraph]
        }
        case 'text:list':
          return listOf(element, place)
        case 'text:numbered-paragraph': {
          const depth = times(element, 'text:level') - 1
          const list = element.attributes['text:style-name'] ?? null
          return flowsOf(childrenOf(element), { list, key: `numbered ${list}`, depth, isMarked: false })
        }
        case 'table:table':
          return [tableOf(element)]
        case 'draw:frame':
        case 'draw:custom-shape':
        case 'draw:g':
        case 'draw:rect': {
          const content = emptyInline()
          readPart(element, content, false)
          return content.boxes
        }
        case 'office:annotation':
          left.comments += 1
          return []
        case 'text:section':
          return element.attributes['text:display'] === 'none' ? [] : flowsOf(childrenOf(element))
        default:
          return flowsOf(childrenOf(element), place)
      }
    })
  const contentsOf = (element: XmlElement): readonly Flow[] =>
    flowsOf(childrenOf(childOf(element, 'text:index-body'))).map((flow) => ({
      is: 'furniture',
      text: flowText(flow),
      rule: 'contents',
    }))

  return flowsOf(childrenOf(body))
}
