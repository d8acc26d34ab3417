import { ComponentType } from 'discord.js'
import type { QuothError } from '../../../domain/error.ts'
import type { Manner } from '../views/frame.ts'
import { accents } from '../views/view.ts'
import type { Message } from './message.ts'
import { neutraliseLine } from './neutralise.ts'

/** A message of one line. */
const lineMessage = (line: string, accent: number, { style }: Manner): Message => ({
  style,
  content: style === 'plain' ? line : '',
  shown: 0,
  components:
    style === 'plain'
      ? []
      : [
          {
            type: ComponentType.Container,
            accent_color: accent,
            components: [{ type: ComponentType.TextDisplay, content: line }],
          },
        ],
  files: [],
})

const problem = (line: string, manner: Manner): Message => lineMessage(line, accents.error, manner)

/** What a person asked for that cannot be done, with what would have worked. */
export const expectedErrorMessage = ({ message, said, suggestions }: QuothError, manner: Manner): Message => {
  const { say } = manner
  const text = said === null ? message : say.of(said)
  const unsaid = suggestions.filter((suggestion) => !text.includes(suggestion)).slice(0, 5)
  const meant = unsaid.map((suggestion) => `**${neutraliseLine(suggestion, 100)}**`).join(', ')
  const line = neutraliseLine(text, 500)
  return problem(meant === '' ? line : `${line} ${say`Did you mean ${meant}?`}`, manner)
}

/** A bug or an outage. The id stands with the whole story in the log. */
export const incidentMessage = (incident: string, manner: Manner): Message =>
  problem(
    manner.say`Something went wrong, and it is not your doing. Please try again; if it stays, tell whoever runs Quoth this number: ${`\`${incident}\``}`,
    manner,
  )

/** Quoth is shutting down and cannot finish. */
export const stoppingMessage = (manner: Manner): Message =>
  problem(manner.say`Quoth is restarting and could not finish this. Please ask again in a minute.`, manner)

/** Who presses or asks more often than Quoth may answer. */
export const waitMessage = (seconds: number, manner: Manner): Message => {
  const { say } = manner
  return problem(
    seconds === 1
      ? say`You ask faster than Quoth may answer. Please wait 1 second and ask again.`
      : say`You ask faster than Quoth may answer. Please wait ${seconds} seconds and ask again.`,
    manner,
  )
}

/** What was pressed belongs to a reply that is not kept any more. */
export const expiredMessage = (command: string, manner: Manner): Message =>
  problem(manner.say`This reply is too old to be continued. Please run ${`\`/${command}\``} again.`, manner)

/** What was pressed is for the one who asked. */
export const notYoursMessage = (command: string, manner: Manner): Message =>
  problem(manner.say`Only the one who asked can do this. Run ${`\`/${command}\``} for a reply of your own.`, manner)

/** The quote has changed in its source since it was shown, or the source is gone. */
export const goneMessage = (command: string, manner: Manner): Message =>
  problem(
    manner.say`These words are not in the library any more: the source was changed or removed. Please run ${`\`/${command}\``} again.`,
    manner,
  )

/** That something is done, in a line of Discord markdown. */
export const doneMessage = (line: string, manner: Manner): Message => lineMessage(line, accents.plain, manner)
