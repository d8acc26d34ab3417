import {
  disclaimer,
  forwardBelow,
  listFooter,
  messageBelow,
  otherField,
  quotedWriter,
  replyIntroduction,
  senderField,
  senderIn,
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

/** Whether such a line introduces a message: `He wrote:` may introduce words of any kind. */
const introducesMail = (blocks: readonly Block[], at: number, lines: number): boolean =>
  isQuoted(blocks[at + lines]) || blocks.slice(at, at + lines).some(({ text }) => /[\d@]/.test(text))

/** How many blocks from `at` are the mark of a forwarded message and the header below it. */
const forwardHead = (blocks: readonly Block[], at: number): number => {
  const [first, second] = [blocks[at], blocks[at + 1]]
  if (first?.kind !== 'paragraph' || !forwardBelow.test(first.text) || !isField(second)) return 0
  let end = at + 2
  while (isField(blocks[end])) end += 1
  return end - at
}

/** What an email's blocks are besides its own text: the rule of each that is left out, the writer of each by another. */
export type MailForm = { readonly rules: ReadonlyMap<Block, string>; readonly writers: ReadonlyMap<Block, string> }

/**
 * What others wrote in an email: lines with `>`, with the line above them; all from the header of another message to the
 * end, but not what was forwarded, which nobody else may have. A message that is nothing else keeps it.
 */
const quotedIn = (blocks: readonly Block[]): MailForm => {
  const rules = new Map<Block, string>()
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at]
    if (block === undefined) break
    const lines = introduction(blocks, at)
    const head = forwardHead(blocks, at)
    if (head > 0) {
      for (const line of blocks.slice(at, at + head)) rules.set(line, 'mail-header')
      at += head - 1
    } else if (lines > 0) {
      if (!introducesMail(blocks, at, lines)) continue
      for (const line of blocks.slice(at, at + lines)) rules.set(line, 'mail-reply')
      if (!isQuoted(blocks[at + lines])) {
        for (const rest of blocks.slice(at + lines)) rules.set(rest, 'mail-quote')
        break
      }
      at += lines - 1
    } else if (opensMessage(blocks, at)) {
      for (const rest of blocks.slice(at)) rules.set(rest, 'mail-quote')
      break
    } else if (isQuoted(block)) rules.set(block, 'mail-quote')
  }
  return { rules, writers: new Map() }
}

/** The name of a sender as a header has it, without address and remark; null if nothing is left. */
const nameOfSender = (written: string): string | null => {
  const name = written.replace(/[*"]|\s*[<([].*$/g, '').trim()
  return /\p{L}/u.test(name) && name.length <= 80 ? name : null
}

/** How many blocks from `at` are the header of a message, with the mark above it. */
const headerLength = (blocks: readonly Block[], at: number): number => {
  let end = at
  while (isField(blocks[end]) || messageBelow.test(blocks[end]?.text ?? '')) end += 1
  return end - at
}

/**
 * The same in a thread of emails that was saved as one text, which nobody may have otherwise: the messages below are
 * their senders' words. Of whom nothing is known, is left out.
 */
const threadIn = (blocks: readonly Block[], text: string): MailForm => {
  /** `> > `: words that the quoted one quotes. */
  const isNested = ({ start }: Block): boolean =>
    /^[\s>]*>\s*>/.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start))
  const rules = new Map<Block, string>()
  const writers = new Map<Block, string>()
  /** Who writes from here on; undefined for the writer of the first message. */
  let writer: string | null | undefined
  /** Whom the next lines with `>` quote. */
  let quoted: string | null = null
  const isBy = (block: Block, name: string | null | undefined): void => {
    if (name === null) rules.set(block, 'mail-quote')
    else if (name !== undefined) writers.set(block, name)
  }
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at]
    if (block === undefined) break
    const lines = introduction(blocks, at)
    if (opensMessage(blocks, at)) {
      const header = blocks.slice(at, at + Math.max(1, headerLength(blocks, at)))
      for (const line of header) rules.set(line, 'mail-header')
      const sender = header.map(({ text }) => senderIn.exec(text)?.[1]).find((each) => each !== undefined)
      writer = sender === undefined ? null : nameOfSender(sender)
      at += header.length - 1
    } else if (lines > 0 && introducesMail(blocks, at, lines)) {
      const introducing = blocks.slice(at, at + lines)
      for (const line of introducing) rules.set(line, 'mail-reply')
      quoted =
        quotedWriter
          .exec(introducing.map(({ text }) => text).join(' '))
          ?.slice(1)
          .find(Boolean) ?? null
      if (!isQuoted(blocks[at + lines])) writer = quoted
      at += lines - 1
    } else if (isQuoted(block)) isBy(block, isNested(block) ? null : quoted)
    else isBy(block, writer)
  }
  return { rules, writers }
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
 * @param thread the whole text, if it is one that holds emails; null for an email
 * @returns the rule for each such block, and who wrote what others wrote
 */
export const mailFormIn = (
  blocks: readonly Block[],
  signature: SignatureMark | null,
  thread: string | null,
): MailForm => {
  const { rules, writers } = thread === null ? quotedIn(blocks) : threadIn(blocks, thread)
  const form = new Map<Block, string>([...footersIn(blocks), ...rules])
  for (const block of signature === null ? [] : signatureOf(blocks, signature)) form.set(block, 'signature')
  const [greeting] = blocks
  if (greeting && isSalutation(greeting)) form.set(greeting, 'greeting')
  const firstForm = blocks.findIndex(
    (block, at) => at > 0 && (form.has(block) || writers.has(block)) && !isQuoted(block),
  )
  const message = (firstForm === -1 ? blocks : blocks.slice(0, firstForm)).filter(
    (block) => (!form.has(block) && !writers.has(block)) || block === greeting,
  )
  const closing = message.findLastIndex(isSalutation)
  const closes = closing > 0 && closing >= message.length - 3 && message.slice(closing).every(isShort)
  if (closes) for (const block of message.slice(closing)) form.set(block, 'closing')
  return { rules: form, writers }
}
