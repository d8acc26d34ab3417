import {
  ApplicationCommandOptionType,
  type ChatInputCommandInteraction,
  ComponentType,
  type Message,
  type MessageContextMenuCommandInteraction,
} from 'discord.js'
import { type Command, isPrivate } from '../../command.ts'
import { expectedErrorMessage, noticeMessage } from './message/notice.ts'
import { type Person, personOf } from './person.ts'
import { noticePlan, type Plan } from './plan.ts'
import { replyFor, showReply, tryTakeToken } from './reply-to.ts'
import { asPrivateAs } from './request.ts'
import { answersThere, elsewhereLine, type Serving, translatorTo } from './serving.ts'

/** What a slash command was given, as the person typed it. */
type Given = {
  readonly subcommand: string | undefined
  readonly options: { readonly [name: string]: string | number | boolean | undefined }
}

/** Reads the options of a slash command; whether they fit is judged later, against the command's declaration. */
const readGiven = (interaction: ChatInputCommandInteraction): Given => {
  const [first] = interaction.options.data
  const isNested = first?.type === ApplicationCommandOptionType.Subcommand
  const options = isNested ? (first.options ?? []) : interaction.options.data
  return {
    subcommand: isNested ? first.name : undefined,
    options: Object.fromEntries(options.map(({ name, value }) => [name, value])),
  }
}

/** Characters of a message that are looked at: more than Discord lets anybody write. */
const longest = 6000

type Part = { readonly type: number; readonly content?: unknown; readonly components?: readonly Part[] }

const textsOf = (parts: readonly Part[]): readonly string[] =>
  parts.flatMap(({ type, content, components = [] }) =>
    type === ComponentType.TextDisplay && typeof content === 'string' ? [content] : textsOf(components),
  )

type Written = Pick<Message, 'content' | 'components'>

const ownTexts = ({ content, components }: Written): readonly string[] => [
  content,
  ...textsOf(components.map((component) => component.toJSON() as Part)),
]

/** The words of a message: what its author wrote, the texts that a bot laid out, and what it forwards. */
export const messageText = (message: Written & { readonly messageSnapshots: ReadonlyMap<string, Written> }): string =>
  [message, ...message.messageSnapshots.values()]
    .flatMap(ownTexts)
    .filter((text) => text !== '')
    .join('\n')
    .slice(0, longest)

/** Commands that answer wherever they are used: they say nothing of the library, and tell where Quoth answers. */
export const everywhere: readonly string[] = ['help', 'settings']

const planFor = async (
  command: Command | undefined,
  { subcommand, options }: Given,
  person: Person,
  serving: Serving,
): Promise<Plan> => {
  const settings = await serving.settings.of(person.guild)
  const toAsker = translatorTo(person, settings, true)
  const refuse = (label: string, line: string): Plan => noticePlan(toAsker, label, noticeMessage(line))
  if (command === undefined)
    return refuse('unknown', toAsker`Quoth no longer has this command. Reload Discord to see the ones that it has.`)
  const label = subcommand === undefined ? command.name : `${command.name} ${subcommand}`
  if (command.managers && !person.isManager)
    return refuse(label, toAsker`Only those who may manage this server can do that.`)
  if (!everywhere.includes(command.name) && !answersThere(person, settings))
    return refuse(label, elsewhereLine(settings, toAsker))
  const args = Object.fromEntries(
    Object.entries(options).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  )
  const hidden = isPrivate(command, args, settings)
  const t = translatorTo(person, settings, hidden)
  const given = { command: command.name, ...(subcommand === undefined ? {} : { subcommand }), args, skip: 0 }
  // Said to the asker alone: nobody else need see that somebody asked too fast, or gave what the command does not take.
  const refusal = tryTakeToken(given, person, serving)
  if (refusal !== null) return noticePlan(toAsker, label, expectedErrorMessage(toAsker, refusal))
  return {
    t,
    label,
    ...(typeof options['question'] === 'string' ? { question: options['question'] } : {}),
    acknowledge: hidden ? 'private' : 'public',
    work: async () => {
      const request = asPrivateAs(hidden, given, serving.commands)
      const reply = await replyFor(request, person, settings, serving)
      const { style } = settings
      return showReply(reply, { request, isPrivate: hidden, style, language: t.language }, person, serving)
    },
  }
}

/** What is done about a slash command. */
export const planCommand = (interaction: ChatInputCommandInteraction, serving: Serving): Promise<Plan> => {
  const command = serving.commands.find(({ name }) => name === interaction.commandName)
  return planFor(command, readGiven(interaction), personOf(interaction), serving)
}

/** What is done about a command that is used on a message: the text of the message is what it is asked about. */
export const planMessageCommand = async (
  interaction: MessageContextMenuCommandInteraction,
  serving: Serving,
): Promise<Plan> => {
  const person = personOf(interaction)
  const command = serving.commands.find(({ onMessage }) => onMessage?.name === interaction.commandName)
  const text = messageText(interaction.targetMessage)
  if (command?.onMessage !== undefined && text.trim() === '') {
    const t = translatorTo(person, await serving.settings.of(person.guild), true)
    const line = t`This message has no text that Quoth can read. Choose one with words in it.`
    return noticePlan(t, command.name, noticeMessage(line))
  }
  const options = command?.onMessage === undefined ? {} : { [command.onMessage.option]: text }
  return planFor(command, { subcommand: undefined, options }, person, serving)
}
