import type { QuothError } from '../../domain/error.ts'
import { neutraliseLine } from './neutralise.ts'
import { accents, type View } from './view.ts'

const lineView = (heading: string, line: string): View => ({
  accent: accents.error,
  heading,
  intro: [line],
  items: [],
  noun: ['line', 'lines'],
  layout: 'rows',
  closing: [],
})

/** What a person did that cannot be done, with what would have worked. */
export const expectedErrorView = ({ message, suggestions }: QuothError): View => {
  const unsaid = suggestions.filter((suggestion) => !message.includes(suggestion)).slice(0, 5)
  const meant = unsaid.map((suggestion) => `**${neutraliseLine(suggestion, 100)}**`).join(', ')
  const line = neutraliseLine(message, 500)
  return lineView('That did not work', meant === '' ? line : `${line} Did you mean ${meant}?`)
}

/** A bug or an outage. The id stands with the whole story in the log. */
export const incidentView = (incident: string): View =>
  lineView(
    'Something went wrong',
    `This is not your doing. Please try again; if it stays, give whoever runs Quoth this number: \`${incident}\``,
  )

/** Quoth is shutting down and cannot finish. */
export const stoppingView = (): View =>
  lineView('Quoth is restarting', 'It could not finish this. Please ask again in a minute.')
