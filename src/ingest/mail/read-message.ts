import { msg } from '../../domain/message.ts'
import { forwardBelow, senderField } from '../../language/mail-words.ts'
import { readText } from '../read-text.ts'
import type { Reading } from '../reading.ts'
import { signatureMark } from './mail-form.ts'
import type { DecodedMessage } from './message.ts'

/** Says that a file named as one holds no message. */
export const noMessage = msg`It could not be read as an email, so it was read as plain text.`

/** How many lines below the mark of a forwarded message its sender is looked for. */
const headerLines = 8

/** Where forwarded messages begin, and who sent them. */
const forwardsIn = (text: string, from: number): readonly { readonly start: number; readonly sender: string }[] => {
  const lines = text.slice(from).split('\n')
  let start = from
  return lines.flatMap((line, at) => {
    start += line.length + 1
    if (line.length > 200 || !forwardBelow.test(line)) return []
    const field = lines.slice(at + 1, at + 1 + headerLines).find((below) => senderField.test(below)) ?? ''
    const sender = field
      .slice(field.indexOf(':') + 1)
      .replace(/[*"]|\s*[<[].*$/g, '')
      .trim()
    return sender === '' || sender.length > 100 ? [] : [{ start, sender }]
  })
}

/**
 * @param message a decoded message
 * @returns its runs, paragraphs and record, which is its header's
 */
export const readMessage = ({ text, bodyStart, runs, record, warnings }: DecodedMessage): Reading => {
  // Blanks in place of the header keep every offset.
  const body = ' '.repeat(bodyStart) + text.slice(bodyStart)
  const reading = readText(body, record.title ?? '', { isMail: true, signature: signatureMark(text, bodyStart) })
  const forwards = forwardsIn(text, bodyStart)
  let last = -1
  const paragraphs = reading.paragraphs.map((paragraph) => {
    while ((forwards[last + 1]?.start ?? text.length) <= paragraph.start) last += 1
    const forward = forwards[last]
    return forward ? { ...paragraph, speaker: paragraph.speaker ?? forward.sender } : paragraph
  })
  return {
    ...reading,
    paragraphs,
    runs: [...runs, ...reading.runs],
    record,
    warnings: [...warnings, ...reading.warnings],
  }
}
