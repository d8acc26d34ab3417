import { type Message, msg, plural } from '../../../domain/message.ts'
import type { PdfDocument } from './open.ts'

/**
 * @param pages numbers of pages, in order
 * @returns them as `3, 5–9`
 */
export const pageList = (pages: readonly number[]): string => {
  const stretches: [number, number][] = []
  for (const page of pages) {
    const last = stretches.at(-1)
    if (last !== undefined && page === last[1] + 1) last[1] = page
    else stretches.push([page, page])
  }
  return stretches.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
}

/** Links are no words of their own, and fields are counted apart. */
const uncounted: ReadonlySet<string> = new Set(['Link', 'Widget', 'Popup'])

/** How many pages are asked for their annotations. */
const mostPages = 500

const annotationsIn = async (pdf: PdfDocument): Promise<number> => {
  let count = 0
  for (let number = 1; number <= Math.min(mostPages, pdf.numPages); number += 1) {
    try {
      const annotations = await (await pdf.getPage(number)).getAnnotations()
      count += annotations.filter(({ subtype }) => !uncounted.has(String(subtype))).length
    } catch {
      // A damaged page has none that could be counted.
    }
  }
  return count
}

/**
 * @param pdf any document
 * @returns in whole sentences, what of it besides pictures was not read
 */
export const unreadParts = async (pdf: PdfDocument): Promise<readonly Message[]> => {
  const files = Object.keys((await pdf.getAttachments().catch(() => null)) ?? {}).length
  const fields = Object.keys((await pdf.getFieldObjects().catch(() => null)) ?? {}).length
  const annotations = await annotationsIn(pdf)
  return [
    ...(files === 0
      ? []
      : [plural(files, msg`1 attached file was not read.`, msg`${files} attached files were not read.`)]),
    ...(fields === 0
      ? []
      : [plural(fields, msg`1 field of a form was not read.`, msg`${fields} fields of a form were not read.`)]),
    ...(annotations === 0
      ? []
      : [
          plural(
            annotations,
            msg`1 comment or mark on a page was not read.`,
            msg`${annotations} comments or marks on pages were not read.`,
          ),
        ]),
  ]
}
