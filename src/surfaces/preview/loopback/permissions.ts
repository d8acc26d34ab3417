import { PermissionFlagsBits as Bits } from 'discord-api-types/v10'

/** What a member of a guild and the bot may do in a channel when nothing else is said; Discord's bit string. */
export const usualPermissions = String(
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
export const granted = (permissions = usualPermissions): string =>
  BigInt(permissions) & Bits.Administrator ? allPermissions : permissions

/** Whether a bit string grants every permission of `needed`. */
export const allows = (permissions: string | undefined, needed: bigint): boolean =>
  (BigInt(granted(permissions)) & needed) === needed
