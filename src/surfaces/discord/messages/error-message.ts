import { ComponentType } from 'discord.js'
import type { QuothError } from '../../../domain/error.ts'
import { accents } from '../views/view.ts'
import type { Message } from './message.ts'
import { neutraliseLine } from './neutralise.ts'

const lineMessage = (content: string): Message => ({
  style: 'cards',
  content: '',
  shown: 0,
  components: [
    {
      type: ComponentType.Container,
      accent_color: accents.error,
      components: [{ type: ComponentType.TextDisplay, content }],
    },
  ],
  files: [],
})

/** What a person asked for that cannot be done, with what would have worked. */
export const expectedErrorMessage = ({ message, suggestions }: QuothError): Message => {
  const unsaid = suggestions.filter((suggestion) => !message.includes(suggestion)).slice(0, 5)
  const meant = unsaid.map((suggestion) => `**${neutraliseLine(suggestion, 100)}**`).join(', ')
  const line = neutraliseLine(message, 500)
  return lineMessage(meant === '' ? line : `${line} Did you mean ${meant}?`)
}

/** A bug or an outage. The id stands with the whole story in the log. */
export const incidentMessage = (incident: string): Message =>
  lineMessage(
    `Something went wrong, and it is not your doing. Please try again; if it stays, tell whoever runs Quoth this number: \`${incident}\``,
  )

/** Quoth is shutting down and cannot finish. */
export const stoppingMessage = (): Message =>
  lineMessage('Quoth is restarting and could not finish this. Please ask again in a minute.')
