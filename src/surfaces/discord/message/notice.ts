import type { QuothError } from '../../../domain/error.ts'
import type { Say } from '../../../i18n/say.ts'
import { neutraliseLine } from './neutralise.ts'
import { fileName, type Message } from './view.ts'

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

/** What a person asked for that cannot be done, with what would have worked. */
export const expectedErrorMessage = (say: Say, { message, said, suggestions }: QuothError): Message => {
  const problem = said === null ? message : say.of(said)
  const unsaid = suggestions.filter((suggestion) => !problem.includes(suggestion)).slice(0, 5)
  const meant = unsaid.map((suggestion) => `**${neutraliseLine(suggestion, 100)}**`).join(', ')
  const line = neutraliseLine(problem, 1000)
  return noticeMessage(meant === '' ? line : `${line} ${say`Did you mean ${meant}?`}`)
}

/** A bug or an outage. The id stands with the whole story in the log. */
export const incidentMessage = (say: Say, incident: string): Message =>
  noticeMessage(
    say`Something went wrong, and it is not your doing. Please try again; if it stays, tell whoever runs Quoth this number: \`${incident}\``,
  )

/** Quoth is shutting down and cannot finish. */
export const stoppingMessage = (say: Say): Message =>
  noticeMessage(say`Quoth is restarting and could not finish this. Please ask again in a minute.`)
