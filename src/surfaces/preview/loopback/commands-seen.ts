import { type APIApplicationCommand, ApplicationCommandType, PermissionFlagsBits } from 'discord-api-types/v10'
import { allows, allPermissions, granted } from './permissions.ts'
import type { Place } from './place.ts'
import type { LoopbackUser, World } from './world.ts'

/** Whether the rules that a command came with let this member of a guild use it: "0" leaves it to administrators. */
const mayUse = (
  { default_member_permissions: needed }: APIApplicationCommand,
  { permissions }: LoopbackUser,
): boolean => {
  if (!allows(permissions, PermissionFlagsBits.UseApplicationCommands)) return false
  if (needed === null || needed === undefined) return true
  return needed === '0' ? granted(permissions) === allPermissions : allows(permissions, BigInt(needed))
}

/**
 * The commands of one type that a person is offered in a channel: those of its guild, and the global ones that they do not
 * hide, without those that the person may not use or that are not meant for such a channel.
 */
export const commandsSeen = (
  world: World,
  { user, channel }: Place,
  type: ApplicationCommandType = ApplicationCommandType.ChatInput,
): readonly APIApplicationCommand[] => {
  const ofType = (scope: string) => (world.commands.get(scope) ?? []).filter((command) => command.type === type)
  const context = channel.guild === null ? 1 : 0
  const own = channel.guild === null ? [] : ofType(channel.guild)
  const shared = ofType('global').filter(
    ({ name, contexts }) => !own.some((other) => other.name === name) && (contexts?.includes(context) ?? true),
  )
  const all = [...own, ...shared]
  return channel.guild === null ? all : all.filter((command) => mayUse(command, user))
}

/** The command that a person names. @throws Error when the person is offered none of this name and type in the channel */
export const commandNamed = (
  world: World,
  place: Place,
  name: string,
  type?: ApplicationCommandType,
): APIApplicationCommand => {
  const seen = commandsSeen(world, place, type)
  const found = seen.find((command) => command.name === name)
  if (found === undefined)
    throw new Error(
      `There is no command “${name}” here. There is: ${seen.map((command) => command.name).join(', ') || 'none'}.`,
    )
  return found
}
