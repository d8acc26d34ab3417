import { replyIntroduction } from '../language/english/labels.ts'
import type { Block } from './block.ts'
import { isProse, wordCount } from './line-kinds.ts'

const maxWords = { salutation: 3, signature: 12 }

const isSalutation = ({ kind, text }: Block): boolean =>
  kind === 'paragraph' && wordCount(text) <= maxWords.salutation && /\p{L}[,!]$/u.test(text)

const isShort = ({ kind, text }: Block): boolean =>
  kind === 'paragraph' && wordCount(text) <= maxWords.salutation && !isProse(text)

/** What a mail program writes above a quoted message. */
const introducesReply = ({ kind, text }: Block): boolean =>
  kind === 'paragraph' && text.length <= 200 && replyIntroduction.test(text)

/** The lines of a signature: short ones, from the line `-- ` to the quoted message or the end. */
const signatureOf = (blocks: readonly Block[], from: number): readonly Block[] => {
  const start = blocks.findIndex((block) => block.start >= from)
  if (start === -1) return []
  const next = blocks.findIndex((block, at) => at >= start && introducesReply(block))
  const lines = blocks.slice(start, next === -1 ? blocks.length : next)
  const short = lines.every((line) => wordCount(line.text) <= maxWords.signature && line.kind === 'paragraph')
  return short ? lines : []
}

/**
 * @param text a document
 * @returns the offset of a line `-- `, which mail programs write before a signature; null if there is none
 */
export const signatureMark = (text: string): number | null => {
  const at = text.search(/^-- ?$/m)
  return at === -1 ? null : at
}

/**
 * Finds the formal parts of an email: greeting, sign-off with the name, signature, and the line above a quoted message.
 * @param blocks of the message, below its headers
 * @param signature the offset of the signature mark, or null
 * @returns the rule for each such block
 */
export const mailFormIn = (blocks: readonly Block[], signature: number | null): ReadonlyMap<Block, string> => {
  const form = new Map<Block, string>()
  for (const block of blocks) if (introducesReply(block)) form.set(block, 'mail-reply')
  for (const block of signature === null ? [] : signatureOf(blocks, signature)) form.set(block, 'signature')
  const [greeting] = blocks
  if (greeting && isSalutation(greeting)) form.set(greeting, 'greeting')
  const firstForm = blocks.findIndex((block, at) => at > 0 && form.has(block))
  const message = firstForm === -1 ? blocks : blocks.slice(0, firstForm)
  const closing = message.findLastIndex(isSalutation)
  const closes = closing > 0 && closing >= message.length - 3 && message.slice(closing).every(isShort)
  if (closes) for (const block of message.slice(closing)) form.set(block, 'closing')
  return form
}
