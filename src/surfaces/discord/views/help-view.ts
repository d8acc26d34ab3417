import type { CommandHelp } from '../../../domain/reply.ts'
import { neutraliseLine } from '../messages/neutralise.ts'
import { accents, type Item, row, type View } from './view.ts'

const helpRow = ({ usage, description, options, examples }: CommandHelp): Item => {
  const lines = [
    ...options.map(({ name, description: what }) => ({ name, what })),
    ...examples.map(({ text, meaning }) => ({ name: text, what: meaning })),
  ]
  return row(
    [
      `**${neutraliseLine(usage, 120)}**\n${neutraliseLine(description, 120)}`,
      ...lines.map(({ name, what }) => `-# ${neutraliseLine(name, 32)} — ${neutraliseLine(what, 120)}`),
    ].join('\n'),
    [usage, description, ...lines.map(({ name, what }) => `  ${name}: ${what}`)].join('\n'),
  )
}

/** What Quoth does, and each command. */
export const helpView = (commands: readonly CommandHelp[]): View => ({
  accent: accents.plain,
  heading: 'Quoth answers in the words of the library',
  intro: [
    'Every quote stands in its source exactly as shown, with the paragraph that it is from. Where no source says it, Quoth says so.',
  ],
  items: commands.map(helpRow),
  noun: ['command', 'commands'],
  layout: 'paragraphs',
  closing: [],
})
