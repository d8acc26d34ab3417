import type { QuothError } from '../../../domain/error.ts'
import type { Say } from '../../../wording/say.ts'
import type { Message } from './message.ts'
import { neutraliseLine } from './neutralise.ts'
import { noticeMessage } from './notice.ts'

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
