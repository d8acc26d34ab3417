import type { QuothError } from '../../../domain/error.ts'
import type { Translator } from '../../../i18n/say.ts'
import { neutraliseLine } from './neutralise.ts'
import { fileName, type OutgoingMessage } from './view.ts'

/** One line, as plain text in every style. `text` is our own Discord markdown. */
export const noticeMessage = (text: string): OutgoingMessage => ({
  style: 'plain',
  content: text,
  components: [],
  files: [],
  shown: 0,
})

/** One line and a file. */
export const fileMessage = (text: string, file: string): OutgoingMessage => ({
  ...noticeMessage(text),
  files: [{ name: fileName, text: file }],
})

/** For a button whose reply is no longer known, or never was. */
export const expiredMessage = (t: Translator): OutgoingMessage =>
  noticeMessage(t`This has expired: buttons work for one day. Please run the command again.`)

/** For a button of somebody else's reply. */
export const notYoursMessage = (t: Translator): OutgoingMessage =>
  noticeMessage(
    t`Only the person who asked can use this. Run \`/ask\` yourself, or \`/context\` with the id under a quote.`,
  )

/** Why a request cannot be done, with what would have worked. */
export const expectedErrorMessage = (t: Translator, { message, msg, suggestions }: QuothError): OutgoingMessage => {
  const problem = msg === null ? message : t.of(msg)
  const unsaid = suggestions.filter((suggestion) => !problem.includes(suggestion)).slice(0, 5)
  const meant = unsaid.map((suggestion) => `**${neutraliseLine(suggestion, 100)}**`).join(', ')
  const line = neutraliseLine(problem, 1000)
  return noticeMessage(meant === '' ? line : `${line} ${t`Did you mean ${meant}?`}`)
}

/** For a bug or an outage. The log has the details under the same id. */
export const incidentMessage = (t: Translator, incident: string): OutgoingMessage =>
  noticeMessage(
    t`Something went wrong, and it’s not your fault. Please try again. If it keeps happening, tell whoever runs Quoth this number: \`${incident}\``,
  )

/** For work that a shutdown interrupts. */
export const stoppingMessage = (t: Translator): OutgoingMessage =>
  noticeMessage(t`Quoth is restarting and could not finish this. Please ask again in a minute.`)
