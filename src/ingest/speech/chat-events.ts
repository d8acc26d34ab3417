import type { Block } from '../block.ts'
import { startsWithTime } from './speaker-label.ts'
import { speakerKey } from './transcript.ts'

/** Lines that IRC programs and exports of chats write between messages. */
const event =
  /^(?:\*{2,}\s|-!-|[-=]{2,}>?\s|<?[-=]{2,}\s|\{(?:Attachments|Embed|Reactions|Stickers)\}|Exported \d+ message|(?:Guild|Channel|Topic|After|Before): )/

/** `* mira waves`: what one does, told by the program. */
const action = /^\*\s*$/

/**
 * @param text the canonical text
 * @param block of a chat, without a speaker's label
 * @param chat the keys of those who speak, and whether each message begins with its time
 * @returns whether a program wrote it: who joined, what somebody does, what was left out
 */
export const isChatEvent = (
  text: string,
  block: Block,
  { speakers, hasTimes }: { readonly speakers: ReadonlySet<string>; readonly hasTimes: boolean },
): boolean => {
  const mark = block.marks[0]
  const written = mark ? text.slice(mark.start, Math.min(block.end, mark.start + 40)) : block.text
  if (event.test(written) || (hasTimes && startsWithTime(block.text))) return true
  const isAction = mark !== undefined && action.test(text.slice(mark.start, mark.end))
  return isAction && speakers.has(speakerKey(block.text.split(/\s/)[0] ?? ''))
}
