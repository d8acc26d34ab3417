import {
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  type APIApplicationCommandOptionChoice,
  type ApplicationCommandOptionType,
  ApplicationCommandType,
  GatewayDispatchEvents,
  InteractionType,
  PermissionFlagsBits,
  ApplicationCommandOptionType as Type,
} from 'discord-api-types/v10'
import { commandNamed } from './command-routes.ts'
import { componentData, type Fields, messageSeenBy, modalData } from './component-use.ts'
import { begin } from './interaction.ts'
import { parseAll, pingsOf } from './limits/message.ts'
import {
  attachmentPayload,
  blankMessage,
  keepMessage,
  type LoopbackMessage,
  messagePayload,
  uploaded,
} from './message.ts'
import { type FollowedInteraction, follow } from './moderating.ts'
import { channelPayload, interactionPayload, memberOf, rolePayload, userPayload } from './payload.ts'
import type { ChosenFile, LoopbackUser, World } from './world.ts'
import { type Actor, allows, forgetOldest, type Place, placeOf, seesChannel } from './world.ts'

/** What a person right-clicked and chose under Apps: a command by its name, and a message or a person by its id. */
type Chosen = { readonly command: string } & (
  | { readonly message: string; readonly person?: never }
  | { readonly person: string; readonly message?: never }
)

const resolvedPerson = (user: LoopbackUser, isInGuild: boolean) => {
  const { user: _, ...member } = memberOf(user)
  return {
    users: { [user.id]: userPayload(user.id, user.name) },
    ...(isInGuild && { members: { [user.id]: member } }),
  }
}

/**
 * Where a command of a message's or person's menu is used, and its interaction's `data`.
 * @throws Error for what Discord's client would not send: private messages have no such commands
 */
const contextMenuData = (world: World, chosen: Chosen & Actor) => {
  if (chosen.message !== undefined) {
    const message = messageSeenBy(world, chosen.message, placeOf(world, { user: chosen.user }).user.id)
    if (message.visibleTo !== null || message.loading) throw new Error(`Message ${message.id} has no commands.`)
    const place = placeOf(world, { ...chosen, channel: message.channel })
    const { id, name, type } = commandNamed(world, place, chosen.command, ApplicationCommandType.Message)
    const resolved = { messages: { [message.id]: messagePayload(world, message) } }
    return { place, data: { id, name, type, target_id: message.id, resolved } }
  }
  const place = placeOf(world, chosen)
  const person = world.users.get(chosen.person)
  if (person === undefined) throw new Error(`There is no user ${chosen.person}.`)
  const { id, name, type } = commandNamed(world, place, chosen.command, ApplicationCommandType.User)
  const resolved = resolvedPerson(person, place.channel.guild !== null)
  return { place, data: { id, name, type, target_id: person.id, resolved } }
}

/** What is typed, the id of a channel or role, or a file. */
type OptionValue = string | number | boolean | ChosenFile
/** What a person types after a slash. `group` and `subcommand` are given where the command has them. */
type Typed = {
  readonly command: string
  readonly group?: string | undefined
  readonly subcommand?: string | undefined
  readonly options?: Readonly<Record<string, OptionValue>> | undefined
}

/** Why Discord's client would not send a value for `option`; null when it would. */
const problemWith = (option: APIApplicationCommandBasicOption, value: OptionValue): string | null => {
  const below = (least?: number, most?: number) => (size: number) =>
    size < (least ?? -Infinity) ? `at least ${least}` : size > (most ?? Infinity) ? `at most ${most}` : null
  const listed = 'choices' in option && option.choices && option.choices.length > 0 ? option.choices : null
  if (listed && !listed.some((choice) => choice.value === value))
    return `one of ${listed.map((choice) => choice.value).join(', ')}`
  switch (option.type) {
    case Type.String:
      return typeof value === 'string' ? below(option.min_length ?? 1, option.max_length ?? 6000)(value.length) : 'text'
    case Type.Integer:
      return Number.isInteger(value) ? below(option.min_value, option.max_value)(Number(value)) : 'a whole number'
    case Type.Number:
      return typeof value === 'number' ? below(option.min_value, option.max_value)(value) : 'a number'
    case Type.Boolean:
      return typeof value === 'boolean' ? null : 'true or false'
    case Type.Channel:
    case Type.Role:
      return typeof value === 'string' ? null : `a ${option.type === Type.Role ? 'role' : 'channel'}`
    case Type.Attachment:
      return typeof value === 'object' ? null : 'a file'
    case Type.User:
    case Type.Mentionable:
      return 'an option type that the loopback server speaks'
  }
}

const named = <T extends { readonly name: string }>(of: readonly T[] | undefined, name: string, what: string): T => {
  const found = of?.find((each) => each.name === name)
  if (found === undefined) {
    const known = (of ?? []).map((each) => each.name).join(', ')
    throw new Error(`There is no ${what} “${name}” here. There is: ${known || 'none'}.`)
  }
  return found
}

type Branch = { readonly type: Type.Subcommand | Type.SubcommandGroup; readonly name: string }
/** The command's options at the subcommand that was chosen, with the way there. */
const leafOf = (command: APIApplicationCommand, { group, subcommand }: Typed) => {
  const way: Branch[] = []
  let options: readonly APIApplicationCommandOption[] = command.options ?? []
  for (const [name, type, what] of [
    [group, Type.SubcommandGroup, 'subcommand group'],
    [subcommand, Type.Subcommand, 'subcommand'],
  ] as const) {
    if (name === undefined) continue
    const found = named(
      options.filter((option) => option.type === type),
      name,
      what,
    )
    way.push({ type, name })
    options = ('options' in found ? found.options : undefined) ?? []
  }
  if (options.some(({ type }) => type === Type.Subcommand || type === Type.SubcommandGroup))
    throw new Error(`/${command.name} needs one of its subcommands: ${options.map(({ name }) => name).join(', ')}.`)
  return { way, options: options as readonly APIApplicationCommandBasicOption[] }
}

/**
 * The `data` of an interaction for what a person typed. With `focused`, the one that asks for choices of that option
 * while the rest may still be missing or wrong; `completing` is then the option's type.
 * @throws Error for what Discord's client would not let a person send
 */
const invocationData = (world: World, place: Place, typed: Typed, focused?: string) => {
  const command = commandNamed(world, place, typed.command)
  const { way, options } = leafOf(command, typed)
  const resolved: Record<string, Record<string, object>> = {}
  const resolve = (kind: string, id: string, entity: object): string => {
    resolved[kind] = { ...resolved[kind], [id]: entity }
    return id
  }
  /** What stands for a value in the interaction: of a file, a channel or a role, its id. */
  const sent = (name: string, type: Type, value: OptionValue): string | number | boolean => {
    const { guild } = place.channel
    if (typeof value === 'object') {
      const file = uploaded(world, place.channel.id, value)
      world.uploads.set(file.id, file)
      forgetOldest(world.uploads)
      return resolve('attachments', file.id, attachmentPayload(file))
    }
    if (type === Type.Role) {
      const role = world.guilds.find(({ id }) => id === guild)?.roles?.find(({ id }) => id === value)
      if (role === undefined) throw new Error(`“${name}” takes a role of this server.`)
      return resolve('roles', role.id, rolePayload(role))
    }
    if (type === Type.Channel) {
      const channel = world.channels.get(String(value))
      if (channel === undefined || channel.guild !== guild || !seesChannel(world, place.user.id, channel))
        throw new Error(`“${name}” takes a channel of this server that ${place.user.name} sees.`)
      return resolve('channels', channel.id, channelPayload(world, channel))
    }
    return value
  }
  const given = Object.entries(typed.options ?? {}).map(([name, value]) => {
    const option = named(options, name, 'option')
    const problem = focused === undefined ? problemWith(option, value) : null
    if (problem !== null) throw new Error(`“${name}” of /${command.name} takes ${problem}.`)
    return {
      name,
      type: option.type,
      value: name === focused ? String(value) : sent(name, option.type, value),
      ...(name === focused && { focused: true }),
    }
  })
  const missing = options.filter(({ name, required }) => required && !given.some((each) => each.name === name))
  if (focused === undefined && missing.length > 0)
    throw new Error(`/${command.name} needs ${missing.map(({ name }) => name).join(', ')}.`)
  const completing = focused === undefined ? null : named(options, focused, 'option')
  if (completing && !('autocomplete' in completing && completing.autocomplete))
    throw new Error(`“${focused}” of /${command.name} has no autocomplete.`)
  const nested = way.reduceRight<readonly object[]>((inner, branch) => [{ ...branch, options: inner }], given)
  const data = {
    id: command.id,
    name: command.name,
    type: command.type,
    ...(nested.length > 0 && { options: nested }),
    ...(Object.keys(resolved).length > 0 && { resolved }),
    ...(command.guild_id && { guild_id: command.guild_id }),
  }
  return { data, completing: completing?.type ?? null }
}

/** Characters that a person may write without paying for more. */
const maxContent = 2000

/** Puts a person's message into a channel. @throws Error for what Discord's client would not send */
const writeMessage = (
  world: World,
  { user, channel }: Place,
  content: string,
  files: readonly ChosenFile[],
): LoopbackMessage => {
  if (channel.guild !== null && !allows(user.permissions, PermissionFlagsBits.SendMessages))
    throw new Error(`User ${user.id} may not write in channel ${channel.id}.`)
  const written = content.trim()
  if (written === '' && files.length === 0) throw new Error('A message needs some text, or a file.')
  if (written.length > maxContent) throw new Error(`A message has at most ${maxContent} characters.`)
  const message: LoopbackMessage = {
    ...blankMessage(world, { author: user.id, channel: channel.id, interaction: null, visibleTo: null }),
    content: written,
    attachments: files.map((file) => uploaded(world, channel.id, file)),
    pings: pingsOf(written, parseAll),
  }
  keepMessage(world, message)
  world.events.emit({ kind: 'message-created', message })
  return message
}

/** What a person can do in Discord's client. Everything throws an Error for what that client would not send. */
export type Acting = {
  /** Writes a message into a channel. A bot without the intents for messages hears nothing of it. */
  say(written: Actor & { readonly content: string; readonly files?: readonly ChosenFile[] }): LoopbackMessage
  /** Sends a slash command. */
  invoke(typed: Typed & Actor): FollowedInteraction
  /** Chooses a command from the menu of a message, where it stands, or of a person. */
  applyTo(chosen: Chosen & Actor): FollowedInteraction
  /** The choices that the bot offers for the option `focused`, whose value is what is typed so far. */
  autocomplete(
    typed: Typed & Actor & { readonly focused: string },
  ): Promise<readonly APIApplicationCommandOptionChoice[]>
  click(message: string, customId: string, actor?: Actor): FollowedInteraction
  /** Chooses in a menu: values of its options, or ids of channels or people. */
  select(message: string, customId: string, values: readonly string[], actor?: Actor): FollowedInteraction
  /** Sends the form that the interaction `opener` opened; what is not given keeps what the form had in it. */
  submitModal(opener: string, fields: Fields, actor?: Actor): FollowedInteraction
}

type NewInteraction = {
  readonly type: InteractionType
  readonly data: unknown
  readonly on?: LoopbackMessage | undefined
  readonly completing?: ApplicationCommandOptionType | null
}

/** The actions of the people in `world`; `dispatch` sends events to the bot. */
export const createActing = (world: World, dispatch: (event: GatewayDispatchEvents, data: unknown) => void): Acting => {
  const act = (
    { user, channel }: Place,
    { type, data, on, completing = null }: NewInteraction,
  ): FollowedInteraction => {
    const begun = begin(world, { type, user: user.id, channel: channel.id, on: on?.id ?? null, completing })
    const own = { data, ...(on && { message: messagePayload(world, on) }) }
    dispatch(GatewayDispatchEvents.InteractionCreate, interactionPayload(world, begun, user, channel, own))
    return follow(world, begun)
  }
  const use = (id: string, customId: string, actor: Actor, values?: readonly string[]) => {
    const on = messageSeenBy(world, id, placeOf(world, { user: actor.user }).user.id)
    const place = placeOf(world, { ...actor, channel: on.channel })
    const data = componentData(world, place, on, customId, values)
    return act(place, { type: InteractionType.MessageComponent, data, on })
  }
  return {
    say: ({ content, files = [], ...actor }) => writeMessage(world, placeOf(world, actor), content, files),
    invoke: (typed) => {
      const place = placeOf(world, typed)
      const { data } = invocationData(world, place, typed)
      return act(place, { type: InteractionType.ApplicationCommand, data })
    },
    applyTo: (chosen) => {
      const { place, data } = contextMenuData(world, chosen)
      return act(place, { type: InteractionType.ApplicationCommand, data })
    },
    autocomplete: async ({ focused, ...typed }) => {
      const place = placeOf(world, typed)
      const { data, completing } = invocationData(world, place, typed, focused)
      return act(place, { type: InteractionType.ApplicationCommandAutocomplete, data, completing }).choices()
    },
    click: (message, customId, actor = {}) => use(message, customId, actor),
    select: (message, customId, values, actor = {}) => use(message, customId, actor, values),
    submitModal: (opener, fields, actor = {}) => {
      const opened = world.interactions.get(opener)
      if (!opened?.modal) throw new Error(`Interaction ${opener} opened no form.`)
      const place = placeOf(world, { ...actor, user: opened.user, channel: opened.channel })
      return act(place, {
        type: InteractionType.ModalSubmit,
        data: modalData(world, place, opened.modal, fields),
        on: world.messages.get(opened.on ?? ''),
      })
    },
  }
}
