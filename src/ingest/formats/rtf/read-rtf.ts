import { QuothError } from '../../../domain/error.ts'
import { msg, plural } from '../../../domain/message.ts'
import { namesIn } from '../../name-list.ts'
import { isPersonName } from '../../names.ts'
import type { Extraction, FormattedFile } from '../format.ts'
import { wellFormed } from './code-pages.ts'
import { readRtfText } from './rtf-text.ts'

const signature = '{\\rtf'
/** What may stand before it: a byte order mark, white space. */
const maxBefore = 16

const isRtf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, maxBefore + signature.length))
    .toString('latin1')
    .replace(/^(?:\u00ef\u00bb\u00bf)?\s*/, '')
    .startsWith(signature)

/** Titles that templates and programs leave behind. */
const isLeftOver = (title: string): boolean =>
  /^[[<{(]|^(?:microsoft word|document ?\d*|untitled|title|no title)\b|\.(?:rtf|docx?|dotx?|odt|txt|pdf)$/i.test(title)

const levelled = (text: string): string => wellFormed(text).replace(/\s+/g, ' ').trim()

/**
 * Reads Rich Text Format.
 * @param file the file
 * @returns its text, and what it says of itself
 * @throws QuothError `bad-document`, with the reason
 */
export const extract = async ({ bytes }: FormattedFile): Promise<Extraction> => {
  if (!isRtf(bytes)) throw new QuothError('bad-document', msg`It is not an RTF document.`)
  const { written, pictures, ...properties } = readRtfText(bytes)
  const [title, author] = [levelled(properties.title), levelled(properties.author)]
  return {
    ...written,
    stated: {},
    fallback: {
      ...(title !== '' && !isLeftOver(title) ? { title } : {}),
      // A program that nobody told a name writes that of an account.
      ...(isPersonName(author) ? { author: namesIn(author) } : {}),
    },
    warnings:
      pictures === 0 ? [] : [plural(pictures, msg`1 picture is left out.`, msg`${pictures} pictures are left out.`)],
    reader: 'rtf 1.0.0',
  }
}
