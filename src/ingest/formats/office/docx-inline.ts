import { childOf, childrenOf, textOf, type XmlElement } from '../xml.ts'
import { type Fields, isPageNumber } from './docx-fields.ts'
import { type Styles, toggled } from './docx-styles.ts'
import type { Flow, Note } from './flow.ts'
import type { Leavings } from './leavings.ts'

/** What stands in a paragraph. */
export type Inline = {
  readonly lines: string[]
  readonly notes: Note[]
  readonly boxes: Flow[]
  /** Whether all of its words are bold; null without words. */
  isBold: boolean | null
  inContents: boolean
}

/** @returns a paragraph without words */
export const emptyInline = (): Inline => ({ lines: [''], notes: [], boxes: [], isBold: null, inContents: false })

/** What the words of a paragraph depend on. */
export type InlineContext = {
  readonly styles: Styles
  readonly fields: Fields
  readonly left: Leavings
  /** @returns the note that a mark in the text leads to, with its own mark; null for none */
  readonly noteOf: (reference: XmlElement) => Note | null
  /** @returns what a box holds */
  readonly flowsOf: (box: XmlElement) => readonly Flow[]
}

/** Elements that hold no text, or what is not shown. */
const skipped = new Set([
  ...['w:pPr', 'w:rPr', 'w:sdtPr', 'w:sdtEndPr', 'w:delText', 'w:delInstrText', 'w:rt', 'w:rubyPr', 'w:ffData'],
  ...['w:smartTagPr', 'w:customXmlPr', 'w:sectPr', 'w:footnoteRef', 'w:endnoteRef', 'w:annotationRef'],
])
const inserted = new Set(['w:ins', 'w:moveTo'])
const deleted = new Set(['w:del', 'w:moveFrom'])

const hasText = (element: XmlElement): boolean =>
  element.children.some((child) =>
    typeof child === 'string' ? false : /^w:(?:t|delText|tab|br)$/.test(child.name) || hasText(child),
  )

/** Fonts of symbols have signs of their own at private places, which say nothing in another font. */
const symbolOf = ({ attributes }: XmlElement): string => {
  const code = Number.parseInt(attributes['w:char'] ?? '', 16)
  return Number.isNaN(code) || code < 0x20 || (code >= 0xd800 && code <= 0xf8ff) || code > 0xffff
    ? ''
    : String.fromCharCode(code)
}

/** What divides words where a line may break, and is seen nowhere else. */
const unseen = /[\u00ad\u200b]/g

const holdsPicture = (element: XmlElement): boolean =>
  childrenOf(element).some(
    (child) =>
      /^(?:pic:pic|v:imagedata|c:chart|cx:chart|dgm:relIds|o:OLEObject)$/.test(child.name) || holdsPicture(child),
  )

/** Of what is drawn for several programs, the one that is for newer ones. */
const branchOf = (alternate: XmlElement): XmlElement | undefined =>
  childOf(alternate, 'mc:Choice') ?? childOf(alternate, 'mc:Fallback')

/**
 * Reads what stands in a paragraph.
 * @param paragraph the element, or a part of it
 * @param into what is added to
 * @param context see there
 * @param isBold whether its words are bold unless they say otherwise
 */
export const readInline = (paragraph: XmlElement, into: Inline, context: InlineContext, isBold: boolean): void => {
  const { styles, fields, left } = context
  const add = (text: string): void => {
    if (text === '' || fields.hides()) return
    into.lines[into.lines.length - 1] += text.replace(unseen, '')
    into.inContents ||= fields.inContents()
  }
  const addRun = (run: XmlElement): void => {
    const properties = childOf(run, 'w:rPr')
    const style = childOf(properties, 'w:rStyle')?.attributes['w:val']
    if (toggled(properties, 'w:vanish') ?? styles.hides(style)) return
    if (run.children.some((child) => typeof child === 'object' && child.name === 'w:t' && /\S/.test(textOf(child))))
      into.isBold = (into.isBold ?? true) && (toggled(properties, 'w:b') ?? isBold)
    readAll(run)
  }
  let change = ''
  /** Changes of one kind by one author that touch are one, as readers count. */
  const count = (element: XmlElement, kind: 'insertions' | 'deletions'): void => {
    if (!hasText(element)) return
    const author = element.attributes['w:author'] ?? ''
    if (change !== `${kind} ${author}`) left[kind] += 1
    change = `${kind} ${author}`
    left.authors.add(author)
  }
  const readAll = (element: XmlElement): void => {
    for (const child of element.children) if (typeof child === 'object') read(child)
  }
  const readChange = (element: XmlElement): void => {
    count(element, 'insertions')
    const own = change
    readAll(element)
    change = own
  }
  const readNote = (reference: XmlElement): void => {
    const note = context.noteOf(reference)
    if (note === null || fields.hides()) return
    into.notes.push(note)
    if (reference.attributes['w:customMarkFollows'] === undefined) add(note.mark)
  }
  const read = (element: XmlElement): void => {
    const { name, attributes } = element
    if (skipped.has(name)) return
    if (deleted.has(name)) count(element, 'deletions')
    else if (inserted.has(name)) readChange(element)
    else
      switch (name) {
        case 'w:r':
          change = ''
          addRun(element)
          break
        case 'w:t':
        case 'm:t':
          add(textOf(element))
          break
        case 'w:tab':
        case 'w:ptab':
          add('\t')
          break
        case 'w:br':
        case 'w:cr':
          if (!fields.hides()) into.lines.push('')
          break
        case 'w:noBreakHyphen':
          add('-')
          break
        case 'w:sym':
          add(symbolOf(element))
          break
        case 'w:fldChar':
          fields.mark(element)
          break
        case 'w:instrText':
          fields.instruct(textOf(element))
          break
        case 'w:fldSimple':
          if (!isPageNumber(attributes['w:instr'] ?? '')) readAll(element)
          break
        case 'w:footnoteReference':
        case 'w:endnoteReference':
          readNote(element)
          break
        case 'w:commentReference':
          left.comments += 1
          break
        case 'mc:AlternateContent':
          readAll(branchOf(element) ?? { ...element, children: [] })
          break
        case 'w:drawing':
        case 'w:pict':
        case 'w:object':
          if (holdsPicture(element)) left.pictures += 1
          readAll(element)
          break
        case 'w:txbxContent':
          into.boxes.push(...context.flowsOf(element))
          break
        case 'w:sdt':
          // What a control asks for is there until it is filled in.
          if (childOf(childOf(element, 'w:sdtPr'), 'w:showingPlcHdr') === undefined) readAll(element)
          break
        default:
          readAll(element)
      }
  }
  readAll(paragraph)
}
