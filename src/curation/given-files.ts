import type { GivenFile } from '../domain/curation.ts'
import { QuothError } from '../domain/error.ts'
import { msg } from '../domain/message.ts'
import { isIgnored } from '../ingest/folder/scan.ts'
import { openArchive } from '../ingest/formats/archive.ts'
import { isDocument } from '../ingest/formats/formats.ts'

/** A file that was fetched, or the reason why it cannot be had. */
export type Fetched = { readonly name: string; readonly file: GivenFile | QuothError }

/** Of a zip of documents: its files, and bytes of all of them. */
const zipLimits = { parts: 2000, bytes: 250 * 1024 * 1024 }

const maxName = 200
/** Control characters, and what hides, reorders or breaks a line. */
const unshowable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

/**
 * @param given the name of a file, as it came
 * @returns it as a path that leads nowhere and can be shown: no `..`, nothing invisible, at most 200 characters, of
 *   which the last are kept, since the ending says what it is
 */
const fileName = (given: string): string => {
  const parts = given
    .normalize('NFC')
    .replaceAll('\\', '/')
    .split('/')
    .map((part) => part.replace(unshowable, '').replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '' && !/^\.+$/.test(part))
  const name = parts.join('/')
  return name.length <= maxName ? name || 'unnamed' : name.slice(-maxName).replace(/^[\uDC00-\uDFFF]/, '')
}

const isZip = (name: string): boolean => /\.zip$/i.test(name)

/** Whether it is a part of a zip that is there for its program, such as `__MACOSX/._a.txt`. */
const isHidden = (name: string): boolean => name.split('/').some((part) => isIgnored(part) || part === '__MACOSX')

const noDocument = msg`Quoth cannot read files of this kind. It reads PDF, Word, OpenDocument, HTML, e-books, text, Markdown, mail, captions, tables, bibliographies, pictures of text, and a zip of these.`

/**
 * The files that were given, each by itself: a zip stands for what is in it, which is unpacked file by file.
 * @param files as they came
 * @returns them in order; one that cannot be had, with the reason
 */
export async function* filesIn(files: readonly GivenFile[]): AsyncGenerator<Fetched> {
  for (const file of files) {
    const name = fileName(file.name)
    if (!isZip(name)) {
      yield { name, file: isDocument(name) ? { ...file, name } : new QuothError('bad-document', noDocument) }
      continue
    }
    try {
      const archive = await openArchive(await file.bytes(), zipLimits)
      const documents = archive.names.filter((part) => !part.endsWith('/') && !isHidden(fileName(part)))
      if (documents.length === 0) throw new QuothError('bad-document', msg`The zip has no files in it.`)
      for (const part of documents) {
        const bytes = async (): Promise<Uint8Array> => (await archive.bytesOf(part)) ?? new Uint8Array()
        const inside: GivenFile = { ...(file.edits && { edits: file.edits }), name: fileName(part), size: null, bytes }
        yield {
          name: inside.name,
          file: isDocument(inside.name) ? inside : new QuothError('bad-document', noDocument),
        }
      }
    } catch (error) {
      if (!(error instanceof QuothError)) throw error
      yield { name, file: error }
    }
  }
}
