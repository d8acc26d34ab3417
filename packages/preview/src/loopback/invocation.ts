import {
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType as Type,
} from 'discord-api-types/v10'
import { checkUploads, keepEphemeral, type Upload } from './attachment.ts'
import { commandNamed } from './command-routes.ts'
import {
  channelsIn,
  type Entities,
  mentionablesIn,
  mergeResolved,
  peopleIn,
  type Resolved,
  resolvedFiles,
  rolesIn,
} from './resolved.ts'
import type { Place, World } from './world.ts'

/** A value of an option: of a channel, person or role the id, of an attachment the file. */
type OptionValue = string | number | boolean | Upload
/** What a person types after a slash. `group` and `subcommand` are given where the command has them. */
export type Typed = {
  readonly command: string
  readonly group?: string | undefined
  readonly subcommand?: string | undefined
  readonly options?: Readonly<Record<string, OptionValue>> | undefined
}

const isUpload = (value: OptionValue): value is Upload => typeof value === 'object'

/** What an option of channels, people or roles offers in this place; null for one that takes something else. */
const entitiesOf = (world: World, place: Place, option: APIApplicationCommandBasicOption): Entities | null => {
  switch (option.type) {
    case Type.Channel:
      return channelsIn(world, place, option.channel_types)
    case Type.User:
      return peopleIn(world, place)
    case Type.Role:
      return rolesIn(world, place)
    case Type.Mentionable:
      return mentionablesIn(world, place)
    default:
      return null
  }
}

/** Why Discord's client would not send a value for an option of `place`; null when it would. */
const problemWith = (
  world: World,
  place: Place,
  option: APIApplicationCommandBasicOption,
  value: OptionValue,
): string | null => {
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
    case Type.Attachment:
      return isUpload(value) ? null : 'a file'
    case Type.Channel:
    case Type.User:
    case Type.Role:
    case Type.Mentionable: {
      const { ids = [] } = entitiesOf(world, place, option) ?? {}
      return typeof value === 'string' && ids.includes(value) ? null : `one of ${ids.join(', ') || 'none'}`
    }
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

/** The command that a person typed, and its options with what they were given, in this order. */
const readTyped = (world: World, place: Place, typed: Typed) => {
  const command = commandNamed(world, place, typed.command)
  const { way, options } = leafOf(command, typed)
  const given = Object.entries(typed.options ?? {}).map(
    ([name, value]) => [named(options, name, 'option'), value] as const,
  )
  return { command, way, options, given }
}

const dataOf = (command: APIApplicationCommand, way: readonly Branch[], given: readonly object[]) => {
  const nested = way.reduceRight<readonly object[]>((inner, branch) => [{ ...branch, options: inner }], given)
  return {
    id: command.id,
    name: command.name,
    type: command.type,
    ...(nested.length > 0 && { options: nested }),
    ...(command.guild_id && { guild_id: command.guild_id }),
  }
}

/**
 * The `data` of an interaction for what a person typed.
 * @throws Error for what Discord's client would not let a person send
 */
export const invocationData = (world: World, place: Place, typed: Typed) => {
  const { command, way, options, given } = readTyped(world, place, typed)
  for (const [option, value] of given) {
    const problem = problemWith(world, place, option, value)
    if (problem !== null) throw new Error(`“${option.name}” of /${command.name} takes ${problem}.`)
  }
  const missing = options.filter((each) => each.required && !given.some(([option]) => option === each))
  if (missing.length > 0) throw new Error(`/${command.name} needs ${missing.map(({ name }) => name).join(', ')}.`)
  checkUploads(
    world,
    given.flatMap(([, value]) => (isUpload(value) ? [value] : [])),
  )
  const resolved: Resolved[] = []
  const sent = given.map(([option, value]) => {
    const { name, type } = option
    if (isUpload(value)) {
      const files = keepEphemeral(world, place.channel.id, [value])
      resolved.push(resolvedFiles(files))
      return { name, type, value: files[0]?.id }
    }
    resolved.push(entitiesOf(world, place, option)?.resolve([String(value)]) ?? {})
    return { name, type, value }
  })
  const merged = mergeResolved(resolved)
  return { ...dataOf(command, way, sent), ...(Object.keys(merged).length > 0 && { resolved: merged }) }
}

/**
 * The `data` of an interaction that asks for choices of the option `focused`, while the rest may still be missing or
 * wrong and files are not uploaded yet; `completing` is the option's type.
 * @throws Error for an option without autocomplete
 */
export const completionData = (world: World, place: Place, typed: Typed, focused: string) => {
  const { command, way, options, given } = readTyped(world, place, typed)
  const completing = named(options, focused, 'option')
  if (!('autocomplete' in completing && completing.autocomplete))
    throw new Error(`“${focused}” of /${command.name} has no autocomplete.`)
  const sent = given.flatMap(([option, value]) => {
    if (isUpload(value)) return []
    const { name, type } = option
    return [option === completing ? { name, type, value: String(value), focused: true } : { name, type, value }]
  })
  return { data: dataOf(command, way, sent), completing: completing.type }
}
