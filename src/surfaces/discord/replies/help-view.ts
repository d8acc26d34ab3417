import type { CommandHelp } from '../../../domain/reply.ts'
import type { Translator } from '../../../i18n/say.ts'
import { neutraliseLine } from '../message/neutralise.ts'
import { accents, type Item, row, smallPrint, type View } from '../message/view.ts'
import type { Frame } from './buttons.ts'

/** A text of a command's declaration in the reader's language: the English is its key. */
const declared = (text: string, t: Translator): string => t.of({ key: text, values: [] })

/** How a command is typed, in the reader's language: it consists of names and defaults. */
const usageShown = (usage: string, t: Translator): string => usage.replace(/[\p{L}\d-]+/gu, (name) => t.nameOf(name))

const helpRow = ({ usage, description, options, examples }: CommandHelp, frame: Frame): Item => {
  const { t, style } = frame
  const what = declared(description, t)
  const typed = usageShown(usage, t)
  const explained = options.map(({ name, description: means }) => ({
    name: t.nameOf(name),
    means: declared(means, t),
  }))
  const shown = examples.map(({ text, meaning }) => ({ name: text, means: declared(meaning, t) }))
  const lines = [...explained, ...shown]
  return row(
    [
      `**${neutraliseLine(typed, 150)}**\n${neutraliseLine(what, 120)}`,
      // A plain message has no room for the options, which Discord shows while somebody types.
      ...(style === 'plain' ? shown : lines).map(({ name, means }) =>
        smallPrint(`${neutraliseLine(name, 40)} — ${neutraliseLine(means, 120)}`, frame),
      ),
    ].join('\n'),
    [typed, what, ...lines.map(({ name, means }) => `  ${name}: ${means}`)].join('\n'),
  )
}

/** The subcommands of a command as one entry, with what can stand behind its name: all of them would not fit. */
const inGroups = (commands: readonly CommandHelp[]): readonly CommandHelp[] => {
  const entries = new Map<string, CommandHelp>()
  for (const command of commands) {
    const { group } = command
    if (group === undefined) {
      entries.set(command.name, command)
      continue
    }
    const before = entries.get(group.name)
    const subcommand = command.name.slice(group.name.length + 1)
    const usage = before === undefined ? `/${group.name} ${subcommand}` : `${before.usage}, ${subcommand}`
    entries.set(group.name, { ...group, usage, options: [], examples: [] })
  }
  return [...entries.values()]
}

/** What Quoth does, and each command. */
export const helpView = (commands: readonly CommandHelp[], frame: Frame): View => {
  const { t, style } = frame
  return {
    accent: accents.plain,
    heading: t`Quoth answers in the words of the library`,
    intro: [
      t`Every quote appears in its source exactly as shown, with the paragraph it comes from. If no source has an answer, Quoth says so.`,
      t`Press **Context** next to a quote to read the text around it. To look up what a message says, right-click it (or press and hold) and choose **Apps**.`,
      ...(style === 'plain' ? [t`Discord shows what each option means while you type a command.`] : []),
    ],
    items: inGroups(commands).map((command) => helpRow(command, frame)),
    noun: 'command',
    layout: 'paragraphs',
    closing: [],
  }
}
