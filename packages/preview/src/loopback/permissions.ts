import { PermissionFlagsBits as Bits } from 'discord-api-types/v10'
import type { LoopbackChannel, LoopbackRole, LoopbackUser, World } from './world.ts'

/** The default permissions of a member and of the bot in a channel, as Discord’s bit string. */
export const defaultPermissions = String(
  Bits.ViewChannel |
    Bits.SendMessages |
    Bits.EmbedLinks |
    Bits.AttachFiles |
    Bits.ReadMessageHistory |
    Bits.UseApplicationCommands,
)

/** Every permission, as an administrator has them. */
export const allPermissions = String(Object.values(Bits).reduce((all, bit) => all | bit, 0n))

/** What a bit string grants: an administrator's holds every permission. */
export const granted = (permissions: string): string =>
  BigInt(permissions) & Bits.Administrator ? allPermissions : permissions

/** Whether a bit string grants every permission of `needed`. */
export const allows = (permissions: string, needed: bigint): boolean =>
  (BigInt(granted(permissions)) & needed) === needed

/** The roles that a person has in a guild, the lowest first. */
export const rolesOf = (world: World, user: LoopbackUser, guild: string | null): readonly LoopbackRole[] =>
  world.guilds.find(({ id }) => id === guild)?.roles?.filter(({ id }) => user.roles?.includes(id)) ?? []

const unitedPermissions = (all: readonly string[]): string => String(all.reduce((sum, each) => sum | BigInt(each), 0n))

/** What a person may do in a guild, by what is stated of the person and by roles, as Discord's bit string. */
export const permissionsIn = (world: World, user: LoopbackUser, guild: string | null): string => {
  const ofRoles = rolesOf(world, user, guild).map(({ permissions = '0' }) => permissions)
  return granted(unitedPermissions([user.permissions ?? defaultPermissions, ...ofRoles]))
}

/** What the bot may do in a channel, as Discord's bit string. */
export const botPermissionsIn = ({ bot }: Pick<World, 'bot'>, { botPermissions, onlyFor }: LoopbackChannel): string => {
  if (botPermissions !== undefined) return botPermissions
  const isSeen = onlyFor === undefined || onlyFor.users?.includes(bot.id)
  return isSeen ? defaultPermissions : String(BigInt(defaultPermissions) & ~Bits.ViewChannel)
}

/**
 * Whether a person sees a channel: those of guilds that are for everybody or for the person, and the own direct message.
 */
export const seesChannel = (world: World, user: string, { guild, recipient, onlyFor }: LoopbackChannel): boolean => {
  if (guild === null) return recipient === user
  if (onlyFor === undefined || onlyFor.users?.includes(user)) return true
  const person = world.users.get(user)
  const roles = person === undefined ? [] : rolesOf(world, person, guild)
  return roles.some(({ id, permissions = '0' }) => {
    const isAdministrator = (BigInt(permissions) & Bits.Administrator) !== 0n
    return isAdministrator || onlyFor.roles?.includes(id)
  })
}
