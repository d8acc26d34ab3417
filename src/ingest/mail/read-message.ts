import { msg } from '../../domain/message.ts'
import { readText } from '../read-text.ts'
import type { Reading } from '../reading.ts'
import { signatureMark } from './mail-form.ts'
import type { DecodedMessage } from './message.ts'

/** Says that a file named as one holds no message. */
export const noMessage = msg`It could not be read as an email, so it was read as plain text.`

/**
 * @param message a decoded message
 * @returns its runs, paragraphs and record, which is its header's
 */
export const readMessage = ({ text, bodyStart, runs, record, warnings }: DecodedMessage): Reading => {
  // Blanks in place of the header keep every offset.
  const body = ' '.repeat(bodyStart) + text.slice(bodyStart)
  const reading = readText(body, record.title ?? '', { isMail: true, signature: signatureMark(text, bodyStart) })
  return { ...reading, runs: [...runs, ...reading.runs], record, warnings: [...warnings, ...reading.warnings] }
}
