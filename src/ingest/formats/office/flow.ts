import type { Block } from '../../block.ts'

/** A note that a paragraph leads to. */
export type Note = {
  /** As it stands raised in the text: `¹`. */
  readonly mark: string
  readonly content: readonly Flow[]
}

/** A paragraph as an office document has it. */
export type Paragraph = {
  readonly is: 'paragraph'
  readonly lines: readonly string[]
  readonly kind: Block['kind']
  /** The level of a heading, from 1; 0 for the title of the document, and for what is no heading. */
  readonly depth: number
  readonly isBold?: boolean
  /** Of a list item: how deep, and its mark as printed. */
  readonly indent?: number
  readonly mark?: string
  readonly notes: readonly Note[]
  /** What stands in boxes beside it. */
  readonly boxes: readonly Flow[]
}

/** Cells of a row, from left to right; what a merged cell covers is an empty one. */
export type Row = readonly (readonly Flow[])[]

/** What an office document is made of, in reading order. */
export type Flow =
  | Paragraph
  | {
      readonly is: 'table'
      readonly rows: readonly Row[]
      /** How many rows at the top are marked as the names of columns. */
      readonly head: number
    }
  /** What leads to the text and is none, such as a table of contents. */
  | { readonly is: 'furniture'; readonly text: string; readonly rule: string }

/**
 * @param flow a part of a document
 * @returns all text in it, on one line
 */
export const flowText = (flow: Flow): string => {
  switch (flow.is) {
    case 'paragraph':
      return [flow.mark ?? '', ...flow.lines, ...flow.boxes.map(flowText)]
        .filter((text) => text.trim() !== '')
        .join(' ')
    case 'table':
      return flow.rows.map((row) => row.map(cellText).join(' ')).join(' ')
    case 'furniture':
      return flow.text
  }
}

/**
 * @param cell of a table
 * @returns all text in it, on one line
 */
export const cellText = (cell: readonly Flow[]): string =>
  cell
    .map(flowText)
    .filter((text) => text.trim() !== '')
    .join(' ')
