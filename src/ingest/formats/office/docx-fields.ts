import type { XmlElement } from '../xml.ts'

/** Page numbers, which are no text. */
const ofPages = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/i
const ofContents = /^\s*(?:TOC|TOA|INDEX)\b/i

type Field = { instruction: string; showsResult: boolean }

/** Which of the fields of a document are open where it is read: what they ask for is not shown, what they gave is. */
export type Fields = {
  /** Takes a mark of a field in: `w:fldChar`. */
  mark(element: XmlElement): void
  /** Takes a part of what a field asks for in. */
  instruct(text: string): void
  /** @returns whether text here is what a field asks for, or the number of a page */
  hides(): boolean
  /** @returns whether text here belongs to a table of contents */
  inContents(): boolean
  /** What a field asks for ends with its paragraph, also where its end was lost. */
  endParagraph(): void
}

/**
 * @param instruction of a field
 * @returns whether it gives the number of a page
 */
export const isPageNumber = (instruction: string): boolean => ofPages.test(instruction)

/** @returns no open fields */
export const openFields = (): Fields => {
  const open: Field[] = []
  return {
    mark: ({ attributes }) => {
      const type = attributes['w:fldCharType']
      const last = open.at(-1)
      if (type === 'begin') open.push({ instruction: '', showsResult: false })
      else if (type === 'separate' && last) last.showsResult = true
      else if (type === 'end') open.pop()
    },
    instruct: (text) => {
      const last = open.at(-1)
      if (last && !last.showsResult) last.instruction += text
    },
    hides: () => open.some(({ instruction, showsResult }) => !showsResult || isPageNumber(instruction)),
    inContents: () => open.some(({ instruction, showsResult }) => showsResult && ofContents.test(instruction)),
    endParagraph: () => {
      while (open.at(-1)?.showsResult === false) open.pop()
    },
  }
}
