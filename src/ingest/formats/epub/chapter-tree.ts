import { QuothError } from '../../../domain/error.ts'
import { msg } from '../../../domain/message.ts'
import { decode } from '../../decode.ts'
import type { DomElement } from '../dom/node.ts'
import { pageOf } from '../dom/page.ts'

/** A chapter as a tree. */
export type Chapter = { readonly body: DomElement; readonly elements: number }

/** Where a document type may stand, and signs of its own. */
const prologue = 4096
/** In HTML these hold no elements, and end nowhere else; in XHTML they may be empty. */
const emptied = /<(script|style|title|iframe|textarea|noscript)\b([^<>]*)\/>/gi

/**
 * Reads a chapter. What is no whole XML is read as far as it goes, as programs that show books do.
 * @param bytes of the chapter, in XHTML
 * @param part its name, for what is said of it
 * @returns its body, and how many elements it has
 * @throws QuothError `bad-document` if it is no text, or declares signs of its own
 */
export const chapterTree = (bytes: Uint8Array, part: string): Chapter => {
  const { text } = decode(bytes)
  if (/<!ENTITY/i.test(text.slice(0, prologue)))
    throw new QuothError('bad-document', msg`Its part ${part} declares a document type of its own, so it is not read.`)
  return pageOf(text.replace(emptied, '<$1$2></$1>'), true)
}
