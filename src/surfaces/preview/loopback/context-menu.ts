import { ApplicationCommandType } from 'discord-api-types/v10'
import { commandNamed } from './commands-seen.ts'
import { messageSeenBy } from './component-use.ts'
import { messagePayload } from './message.ts'
import { memberOf, userPayload } from './payload.ts'
import { type Actor, placeOf } from './place.ts'
import type { LoopbackUser, World } from './world.ts'

/** What a person right-clicked and chose under Apps: a command by its name, and a message or a person by its id. */
export type Chosen = { readonly command: string } & (
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
export const contextMenuData = (world: World, chosen: Chosen & Actor) => {
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
