import {
  disclaimer,
  forwardBelow,
  listFooter,
  messageBelow,
  otherField,
  replyIntroduction,
  senderField,
  sentFrom,
} from '../../language/mail-words.ts'
import type { Block } from '../block.ts'
import { isProse, wordCount } from '../line-kinds.ts'

const maxWords = { salutation: 3, signature: 12, footer: 30 }

const isSalutation = ({ kind, text }: Block): boolean =>
  kind === 'paragraph' && wordCount(text) <= maxWords.salutation && /\p{L}[,!]$/u.test(text)

const isShort = ({ kind, text }: Block): boolean =>
  kind === 'paragraph' && wordCount(text) <= maxWords.salutation && !isProse(text)

const isQuoted = (block: Block | undefined): boolean => block?.kind === 'block-quote'

/** How many blocks from `at` are the line that a mail program writes above a quoted message, which may be wrapped. */
const introduction = (blocks: readonly Block[], at: number): number => {
  const [first, second] = [blocks[at], blocks[at + 1]]
  if (first?.kind !== 'paragraph' || first.text.length > 300) return 0
  if (replyIntroduction.test(first.text)) return 1
  const joined = second?.kind === 'paragraph' && second.gap === 0 ? `${first.text} ${second.text}` : ''
  return joined !== '' && joined.length <= 300 && !/[.!?]$/.test(first.text) && replyIntroduction.test(joined) ? 2 : 0
}

const isField = (block: Block | undefined): boolean =>
  block?.kind === 'paragraph' && (senderField.test(block.text) || otherField.test(block.text))

/** Whether another message stands below, with its header. */
const opensMessage = (blocks: readonly Block[], at: number): boolean => {
  const [block, next] = [blocks[at], blocks[at + 1]]
  if (block === undefined || block.text.length > 300) return false
  if (messageBelow.test(block.text)) return true
  return (
    senderField.test(block.text) &&
    (otherField.test(next?.text ?? '') || otherField.test(block.text.split(' ').slice(2).join(' ')))
  )
}

/** The lines of a signature: from the line `-- ` to the quoted message or the end. `--` alone has short ones below. */
const signatureOf = (blocks: readonly Block[], { start: from, isStrict }: SignatureMark): readonly Block[] => {
  const start = blocks.findIndex((block) => block.start >= from)
  if (start === -1) return []
  const next = blocks.findIndex((block, at) => at >= start && (introduction(blocks, at) > 0 || isQuoted(block)))
  const lines = blocks.slice(start, next === -1 ? blocks.length : next)
  const short = lines.every((line) => wordCount(line.text) <= maxWords.signature && line.kind === 'paragraph')
  return short || isStrict ? lines : []
}

/** A line `-- `, and whether it has the blank that only mail programs write. */
export type SignatureMark = { readonly start: number; readonly isStrict: boolean }

/**
 * @param text a document
 * @param from where the message begins in it
 * @returns the line `-- `, which mail programs write before a signature; null if there is none
 */
export const signatureMark = (text: string, from = 0): SignatureMark | null => {
  const at = text.slice(from).search(/^-- ?$/m)
  return at === -1 ? null : { start: from + at, isStrict: from > 0 && text.startsWith('-- ', from + at) }
}

/** How many blocks from `at` are the mark of a forwarded message and the header below it. */
const forwardHead = (blocks: readonly Block[], at: number): number => {
  const [first, second] = [blocks[at], blocks[at + 1]]
  if (first?.kind !== 'paragraph' || !forwardBelow.test(first.text) || !isField(second)) return 0
  let end = at + 2
  while (isField(blocks[end])) end += 1
  return end - at
}

/**
 * What others wrote: lines with `>`, with the line above them; all from the header of another message to the end, but
 * not what was forwarded, which nobody else may have. A message that is nothing else keeps it.
 */
const quotedIn = (blocks: readonly Block[]): ReadonlyMap<Block, string> => {
  const form = new Map<Block, string>()
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at]
    if (block === undefined) break
    const lines = introduction(blocks, at)
    const head = forwardHead(blocks, at)
    if (head > 0) {
      for (const line of blocks.slice(at, at + head)) form.set(line, 'mail-header')
      at += head - 1
    } else if (lines > 0) {
      const written = blocks.slice(at, at + lines).map(({ text }) => text)
      // `He wrote:` may introduce words of any kind.
      if (!isQuoted(blocks[at + lines]) && !/[\d@]/.test(written.join(' '))) continue
      for (const line of blocks.slice(at, at + lines)) form.set(line, 'mail-reply')
      if (!isQuoted(blocks[at + lines])) {
        for (const rest of blocks.slice(at + lines)) form.set(rest, 'mail-quote')
        break
      }
      at += lines - 1
    } else if (opensMessage(blocks, at)) {
      for (const rest of blocks.slice(at)) form.set(rest, 'mail-quote')
      break
    } else if (isQuoted(block)) form.set(block, 'mail-quote')
  }
  return form
}

/** What programs, firms and lists write below a message. */
const footersIn = (blocks: readonly Block[]): ReadonlyMap<Block, string> => {
  const form = new Map<Block, string>()
  const list = blocks.findIndex(({ text }) => text.length <= 200 && listFooter.test(text))
  const isFooter = list > 0 && blocks.slice(list).every(({ text }) => wordCount(text) <= maxWords.footer)
  for (const block of isFooter ? blocks.slice(list) : []) form.set(block, 'mail-list')
  for (const block of blocks.slice(1)) {
    if (sentFrom.test(block.text)) form.set(block, 'signature')
    else if (block.text.length <= 2000 && disclaimer.test(block.text)) form.set(block, 'disclaimer')
  }
  return form
}

/**
 * Finds what is not the writer's own in an email, and its formal parts: greeting, sign-off with the name, signature,
 * quoted messages with the line above them, what programs and firms add.
 * @param blocks of the message, below its headers
 * @param signature the signature mark, or null
 * @returns the rule for each such block
 */
export const mailFormIn = (blocks: readonly Block[], signature: SignatureMark | null): ReadonlyMap<Block, string> => {
  const quoted = quotedIn(blocks)
  const form = new Map<Block, string>([...footersIn(blocks), ...quoted])
  for (const block of signature === null ? [] : signatureOf(blocks, signature)) form.set(block, 'signature')
  const [greeting] = blocks
  if (greeting && isSalutation(greeting)) form.set(greeting, 'greeting')
  const firstForm = blocks.findIndex((block, at) => at > 0 && form.has(block) && !isQuoted(block))
  const message = (firstForm === -1 ? blocks : blocks.slice(0, firstForm)).filter(
    (block) => !form.has(block) || block === greeting,
  )
  const closing = message.findLastIndex(isSalutation)
  const closes = closing > 0 && closing >= message.length - 3 && message.slice(closing).every(isShort)
  if (closes) for (const block of message.slice(closing)) form.set(block, 'closing')
  return form
}
