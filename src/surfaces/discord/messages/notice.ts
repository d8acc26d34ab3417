import type { Say } from '../../../wording/say.ts'
import { fileName, type Message } from './message.ts'

/** One line, as text that every client reads, whatever the style of replies. `text` is Discord markdown of our own. */
export const noticeMessage = (text: string): Message => ({
  style: 'plain',
  content: text,
  components: [],
  files: [],
  shown: 0,
})

/** One line and a file. */
export const fileMessage = (text: string, file: string): Message => ({
  ...noticeMessage(text),
  files: [{ name: fileName, text: file }],
})

/** A button that is of no reply that is known any more, or never was. */
export const expiredMessage = (say: Say): Message =>
  noticeMessage(say`This has expired: replies can be used for a day. Please run the command again.`)

/** A button of somebody else's reply. */
export const notYoursMessage = (say: Say): Message =>
  noticeMessage(
    say`Only the person who asked can use this. Run \`/ask\` yourself, or \`/context\` with the id that stands under a quote.`,
  )
