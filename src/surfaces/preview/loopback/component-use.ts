import { ComponentType } from 'discord-api-types/v10'
import { everyComponent } from './limits/components.ts'
import { chosenIn, type Menu } from './menu-use.ts'
import type { LoopbackMessage } from './message.ts'
import { type Place, seesChannel } from './place.ts'
import type { World } from './world.ts'

/** A message that `user` sees. @throws Error when there is none */
export const messageSeenBy = (world: World, id: string, user: string): LoopbackMessage => {
  const message = world.messages.get(id)
  const channel = world.channels.get(message?.channel ?? '')
  const isSeen = message?.visibleTo === null || message?.visibleTo === user
  if (message === undefined || channel === undefined || !isSeen || !seesChannel(user, channel))
    throw new Error(`User ${user} sees no message ${id}.`)
  return message
}

/**
 * The `data` of an interaction for a button or menu that a person uses; `values` are those chosen in a menu.
 * @throws Error for what Discord's client would not let a person do
 */
export const componentData = (
  world: World,
  place: Place,
  message: LoopbackMessage,
  customId: string,
  values?: readonly string[],
) => {
  const component = everyComponent(message.components)
    .map((placed) => placed.component as Menu & { readonly disabled?: boolean })
    .find((each) => each.custom_id === customId)
  if (component === undefined) throw new Error(`Message ${message.id} has no component “${customId}”.`)
  if (component.disabled) throw new Error(`“${customId}” is disabled.`)
  const base = { custom_id: customId, component_type: component.type, ...(component.id && { id: component.id }) }
  if ((component.type === ComponentType.Button) !== (values === undefined))
    throw new Error(`“${customId}” is ${values === undefined ? 'a menu' : 'a button'}.`)
  return values === undefined ? base : { ...base, ...chosenIn(world, place, component, values) }
}
