import { replyIntroduction } from '../language/english/labels.ts'
import type { Block } from './block.ts'
import { isProse, wordCount } from './line-kinds.ts'

const mostWords = { salutation: 3, signature: 12 }

const isSalutation = ({ kind, text }: Block): boolean =>
  kind === 'paragraph' && wordCount(text) <= mostWords.salutation && /\p{L}[,!]$/u.test(text)

const isShort = ({ kind, text }: Block): boolean =>
  kind === 'paragraph' && wordCount(text) <= mostWords.salutation && !isProse(text)

/** What a mail program writes above the message that is answered. */
const introducesReply = ({ kind, text }: Block): boolean =>
  kind === 'paragraph' && text.length <= 200 && replyIntroduction.test(text)

/** The lines of a signature: short ones, from the line `-- ` to the answered message or the end. */
const signatureOf = (blocks: readonly Block[], from: number): readonly Block[] => {
  const start = blocks.findIndex((block) => block.start >= from)
  if (start === -1) return []
  const next = blocks.findIndex((block, at) => at >= start && introducesReply(block))
  const lines = blocks.slice(start, next === -1 ? blocks.length : next)
  const short = lines.every((line) => wordCount(line.text) <= mostWords.signature && line.kind === 'paragraph')
  return short ? lines : []
}

/** Where `-- ` alone on its line announces a signature, as mail programs write it; null where none does. */
export const signatureMark = (text: string): number | null => {
  const at = text.search(/^-- ?$/m)
  return at === -1 ? null : at
}

/**
 * The blocks of a message, below its headers, that are a letter's form: the greeting that opens it, the closing with the
 * name below it, the signature, and the line above an answered message.
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
