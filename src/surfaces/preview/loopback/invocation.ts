import {
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType as Type,
} from 'discord-api-types/v10'
import { commandNamed } from './commands-seen.ts'
import type { Place } from './place.ts'
import type { World } from './world.ts'

type OptionValue = string | number | boolean
/** What a person types after a slash. `group` and `subcommand` are given where the command has them. */
export type Typed = {
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
    case Type.User:
    case Type.Channel:
    case Type.Role:
    case Type.Mentionable:
    case Type.Attachment:
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
 * The `data` of an interaction for what a person typed. With `focused`, the one that asks for choices of that option while the
 * rest may still be missing or wrong; `completing` is then the option's type.
 * @throws Error for what Discord's client would not let a person send
 */
export const invocationData = (world: World, place: Place, typed: Typed, focused?: string) => {
  const command = commandNamed(world, place, typed.command)
  const { way, options } = leafOf(command, typed)
  const given = Object.entries(typed.options ?? {}).map(([name, value]) => {
    const option = named(options, name, 'option')
    const problem = focused === undefined ? problemWith(option, value) : null
    if (problem !== null) throw new Error(`“${name}” of /${command.name} takes ${problem}.`)
    return {
      name,
      type: option.type,
      value: name === focused ? String(value) : value,
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
    ...(command.guild_id && { guild_id: command.guild_id }),
  }
  return { data, completing: completing?.type ?? null }
}
