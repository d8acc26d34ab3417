import {
  ApplicationCommandOptionType,
  type ChatInputCommandInteraction,
  ComponentType,
  type Embed,
  type Message,
  type MessageContextMenuCommandInteraction,
} from 'discord.js'
import { type Command, isPrivate } from '../../command.ts'
import type { AddingProgress, GivenFile } from '../../domain/curation.ts'
import { QuothError } from '../../domain/error.ts'
import { filesOf, givenFile } from './attachments.ts'
import { showReply } from './kept-reply.ts'
import { expectedErrorMessage, noticeMessage } from './message/notice.ts'
import { answersThere, elsewhereLine, type Person, personOf, translatorTo } from './person.ts'
import { noticePlan, type Plan } from './plan.ts'
import { addingMessage, planFileForm } from './replies/library-actions.ts'
import { runRequest, tryAcceptRequest, withPrivacy } from './request.ts'
import type { Services } from './services.ts'

/** What a command was given, as the person typed it, and the files that were sent along. */
type Given = {
  readonly subcommand: string | undefined
  readonly options: { readonly [name: string]: string | number | boolean | undefined }
  readonly files: readonly GivenFile[]
}

/** Reads the options of a slash command; they are checked later, against the command's declaration. */
const readGiven = (interaction: ChatInputCommandInteraction): Given => {
  const [first] = interaction.options.data
  const isNested = first?.type === ApplicationCommandOptionType.Subcommand
  const options = isNested ? (first.options ?? []) : interaction.options.data
  return {
    subcommand: isNested ? first.name : undefined,
    options: Object.fromEntries(options.map(({ name, value }) => [name, value])),
    files: options.flatMap(({ attachment }) => (attachment ? [givenFile(attachment)] : [])),
  }
}

/** Characters of a message that are read: more than Discord lets anybody write. */
const maxCharacters = 6000

type Part = { readonly type: number; readonly content?: unknown; readonly components?: readonly Part[] }

const textsOf = (parts: readonly Part[]): readonly string[] =>
  parts.flatMap(({ type, content, components = [] }) =>
    type === ComponentType.TextDisplay && typeof content === 'string' ? [content] : textsOf(components),
  )

type Written = Pick<Message, 'content' | 'components'> & {
  readonly embeds: readonly Pick<Embed, 'title' | 'description' | 'fields'>[]
}

const ownTexts = ({ content, components, embeds }: Written, hasCards: boolean): readonly string[] => [
  content,
  ...(hasCards ? embeds : []).flatMap(({ title, description, fields }) => [
    title ?? '',
    description ?? '',
    ...fields.flatMap(({ name, value }) => [name, value]),
  ]),
  ...textsOf(components.map((component) => component.toJSON() as Part)),
]

/**
 * The text of a message: what its author wrote, what Discord shows of an address or a bot in a card (an embed), the texts
 * that a bot laid out, and what it forwards.
 * @param hasCards whether cards count: what a person's message shows of an address is not that person's
 */
export const messageText = (
  message: Written & { readonly messageSnapshots: ReadonlyMap<string, Written> },
  hasCards = true,
): string =>
  [message, ...message.messageSnapshots.values()]
    .flatMap((each) => ownTexts(each, hasCards))
    .filter((text) => text !== '')
    .join('\n')
    .slice(0, maxCharacters)

const planFor = async (
  command: Command | undefined,
  { subcommand, options, files }: Given,
  person: Person,
  services: Services,
): Promise<Plan> => {
  const settings = await services.settings.of(person.guild)
  const toAsker = translatorTo(person, settings, true)
  const refuse = (label: string, line: string): Plan => noticePlan(toAsker, label, noticeMessage(line))
  if (command === undefined)
    return refuse('unknown', toAsker`Quoth no longer has this command. Reload Discord to see the current ones.`)
  const label = subcommand === undefined ? command.name : `${command.name} ${subcommand}`
  if (command.managers && !person.isManager)
    return refuse(label, toAsker`Only people who can manage this server can do that.`)
  if (!command.everywhere && !answersThere(person, settings)) return refuse(label, elsewhereLine(settings, toAsker))
  const args = Object.fromEntries(
    Object.entries(options).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  )
  const hidden = isPrivate(command, args, settings)
  const t = translatorTo(person, settings, hidden)
  const given = { command: command.name, ...(subcommand === undefined ? {} : { subcommand }), args, skip: 0 }
  const accepted = tryAcceptRequest(given, person, services)
  // For the asker alone: nobody else needs to see that somebody asked too fast or made a mistake.
  if (accepted instanceof QuothError) return noticePlan(toAsker, label, expectedErrorMessage(toAsker, accepted))
  const form = command.form?.subcommand === subcommand ? command.form : undefined
  if (form !== undefined && files.length === 0 && args[form.unless] === undefined)
    return planFileForm(accepted.request, form, person, settings, services)
  return {
    t,
    label,
    ...(typeof options['question'] === 'string' ? { question: options['question'] } : {}),
    acknowledge: hidden ? 'private' : 'public',
    isLong: form !== undefined,
    work: async (show) => {
      const checked = withPrivacy(accepted, hidden)
      const onProgress = (progress: AddingProgress): void => show(addingMessage(progress, t))
      const runFor = { person, settings, isPrivate: hidden, files, onProgress }
      const reply = await runRequest(checked, runFor, services)
      const presentation = { isPrivate: hidden, style: settings.style, language: t.language }
      return showReply(reply, { request: checked.request, ...presentation }, person, services)
    },
  }
}

/** What is done about a slash command. */
export const planCommand = (interaction: ChatInputCommandInteraction, services: Services): Promise<Plan> => {
  const command = services.commands.find(({ name }) => name === interaction.commandName)
  return planFor(command, readGiven(interaction), personOf(interaction), services)
}

/** What is done about a command that is used on a message, whose text becomes the command's option. */
export const planMessageCommand = async (
  interaction: MessageContextMenuCommandInteraction,
  services: Services,
): Promise<Plan> => {
  const person = personOf(interaction)
  const command = services.commands.find(({ onMessage }) => onMessage?.name === interaction.commandName)
  const use = command?.onMessage
  // A note is its author's: of cards, only those of a bot are.
  const isNote = use !== undefined && 'subcommand' in use
  const text = messageText(interaction.targetMessage, !isNote || interaction.targetMessage.author.bot)
  const files = isNote ? filesOf(interaction.targetMessage, text) : []
  if (command !== undefined && files.length === 0 && text.trim() === '') {
    const t = translatorTo(person, await services.settings.of(person.guild), true)
    const line = t`This message has no text that Quoth can read.`
    return noticePlan(t, command.name, noticeMessage(line))
  }
  const [subcommand, options] =
    use === undefined ? [] : 'option' in use ? [undefined, { [use.option]: text }] : [use.subcommand]
  return planFor(command, { subcommand, options: options ?? {}, files }, person, services)
}
