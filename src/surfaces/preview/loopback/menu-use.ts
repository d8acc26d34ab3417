import { ChannelType, ComponentType, PermissionFlagsBits } from 'discord-api-types/v10'
import { memberOf, userPayload } from './payload.ts'
import { granted } from './permissions.ts'
import type { Place } from './place.ts'
import type { LoopbackChannel, LoopbackUser, World } from './world.ts'

/** A menu as it was sent. */
export type Menu = {
  readonly type: number
  readonly id?: number
  readonly custom_id?: string
  readonly options?: readonly { readonly value: string; readonly default?: boolean }[]
  readonly default_values?: readonly { readonly id: string }[]
  readonly channel_types?: readonly number[]
  readonly min_values?: number
  readonly max_values?: number
  readonly required?: boolean
}

/** What a menu has chosen before anybody touches it. */
export const defaultsOf = ({ options = [], default_values: chosen = [] }: Menu): readonly string[] => [
  ...options.filter((option) => option.default).map(({ value }) => value),
  ...chosen.map(({ id }) => id),
]

const resolvedChannel = ({ id, name }: LoopbackChannel, { permissions }: LoopbackUser) => ({
  id,
  name,
  type: ChannelType.GuildText,
  parent_id: null,
  permissions: String(BigInt(granted(permissions)) | PermissionFlagsBits.ViewChannel),
})

const byId = <T extends { readonly id: string }, R>(of: readonly T[], make: (each: T) => R) =>
  Object.fromEntries(of.map((each) => [each.id, make(each)]))

/** What interactions call `resolved`: objects by kind and id. */
type Resolved = Readonly<Record<string, Readonly<Record<string, object>>>>
type Offered = { readonly known: readonly string[]; readonly resolved?: Resolved }

/** The values that a menu offers in this place, and the objects that the chosen ones stand for. */
const offered = (world: World, place: Place, menu: Menu, values: readonly string[]): Offered => {
  const { guild } = place.channel
  switch (menu.type) {
    case ComponentType.StringSelect:
      return { known: menu.options?.map(({ value }) => value) ?? [] }
    case ComponentType.ChannelSelect: {
      const types = menu.channel_types ?? []
      const isListed = types.length === 0 || types.includes(ChannelType.GuildText)
      const here = isListed ? [...world.channels.values()].filter((each) => guild !== null && each.guild === guild) : []
      const chosen = here.filter(({ id }) => values.includes(id))
      return {
        known: here.map(({ id }) => id),
        resolved: { channels: byId(chosen, (each) => resolvedChannel(each, place.user)) },
      }
    }
    case ComponentType.UserSelect: {
      const chosen = values.flatMap((id) => world.users.get(id) ?? [])
      return {
        known: [...world.users.keys()],
        resolved: {
          users: byId(chosen, ({ id, name }) => userPayload(id, name)),
          ...(guild !== null && {
            members: byId(chosen, (user) => {
              const { user: _, ...member } = memberOf(user)
              return member
            }),
          }),
        },
      }
    }
    default:
      throw new Error('The loopback server has no roles to choose from.')
  }
}

/**
 * What an interaction says of the values chosen in a menu.
 * @throws Error for values that the menu does not offer, or too few or too many of them
 */
export const chosenIn = (world: World, place: Place, menu: Menu, values: readonly string[]) => {
  const { known, ...resolved } = offered(world, place, menu, values)
  const unknown = values.find((value) => !known.includes(value))
  if (unknown !== undefined) throw new Error(`“${menu.custom_id}” has no option “${unknown}”.`)
  const [min, max] = [menu.min_values ?? 1, menu.max_values ?? 1]
  const isLeftOut = values.length === 0 && menu.required === false
  if (!isLeftOut && (values.length < min || values.length > max || new Set(values).size < values.length))
    throw new Error(`“${menu.custom_id}” takes ${min} to ${max} values.`)
  return { values: [...values], ...resolved }
}
