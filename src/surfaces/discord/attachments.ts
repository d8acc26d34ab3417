import type { Attachment, Message } from 'discord.js'
import type { GivenFile } from '../../domain/curation.ts'
import { QuothError } from '../../domain/error.ts'
import { msg } from '../../domain/message.ts'

/** Milliseconds in which a file must arrive. */
const fetchWithin = 60_000

/** In bytes: what Discord takes of anybody, and no more than a zip may have. */
const largest = 500 * 1024 * 1024

const cannotFetch = msg`Discord did not send the file. Please try again.`

/**
 * @param attachment of a command, a form or a message
 * @returns the file: it is fetched from Discord when it is its turn, and not more of it than Discord said that it has
 */
export const givenFile = ({ name, size, url }: Pick<Attachment, 'name' | 'size' | 'url'>): GivenFile => ({
  name,
  size,
  bytes: async () => {
    if (size > largest)
      throw new QuothError(
        'bad-document',
        msg`It is larger than ${largest / 1024 / 1024} MB. Split it into smaller files.`,
      )
    try {
      const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(fetchWithin) })
      if (!response.ok || response.body === null) throw new QuothError('bad-document', cannotFetch)
      const chunks: Uint8Array[] = []
      let length = 0
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
        length += chunk.length
        if (length > size) throw new QuothError('bad-document', cannotFetch)
        chunks.push(chunk)
      }
      if (length < size) throw new QuothError('bad-document', cannotFetch)
      return Buffer.concat(chunks)
    } catch (error) {
      if (error instanceof QuothError) throw error
      throw new QuothError('bad-document', cannotFetch)
    }
  },
})

type Written = Pick<Message, 'id' | 'author' | 'createdAt' | 'url' | 'attachments'>

/** Digits of a message's id that tell its note from others of the day. */
const idDigits = 6

/**
 * @param message somebody's
 * @param text of it
 * @returns its attachments, or its text as a note with its author, date and address; nothing if it has neither
 */
export const filesOf = ({ id, author, createdAt, url, attachments }: Written, text: string): readonly GivenFile[] => {
  if (attachments.size > 0) return [...attachments.values()].map(givenFile)
  if (text.trim() === '') return []
  const bytes = new TextEncoder().encode(text)
  const day = createdAt.toISOString().slice(0, 10)
  return [
    {
      name: `note-${day}-${id.slice(-idDigits)}.md`,
      size: bytes.length,
      bytes: async () => bytes,
      edits: { authors: author.displayName, date: day, url },
    },
  ]
}
