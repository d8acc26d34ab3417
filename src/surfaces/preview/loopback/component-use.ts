import { ComponentType } from 'discord-api-types/v10'
import type { Modal } from './interaction.ts'
import { everyComponent } from './limits/components.ts'
import type { LoopbackMessage } from './message.ts'
import type { World } from './world.ts'

type Usable = {
  readonly type: number
  readonly id?: number
  readonly custom_id?: string
  readonly disabled?: boolean
  readonly options?: readonly { readonly value: string }[]
  readonly min_values?: number
  readonly max_values?: number
}

/** A message that `user` sees. @throws Error when there is none */
export const messageSeenBy = (world: World, id: string, user: string): LoopbackMessage => {
  const message = world.messages.get(id)
  if (message === undefined || (message.visibleTo !== null && message.visibleTo !== user))
    throw new Error(`User ${user} sees no message ${id}.`)
  return message
}

/**
 * The `data` of an interaction for a button or menu that a person uses; `values` are those chosen in a menu.
 * @throws Error for what Discord's client would not let a person do
 */
export const componentData = (message: LoopbackMessage, customId: string, values?: readonly string[]) => {
  const component = everyComponent(message.components)
    .map((placed) => placed.component as Usable)
    .find((each) => each.custom_id === customId)
  if (component === undefined) throw new Error(`Message ${message.id} has no component “${customId}”.`)
  if (component.disabled) throw new Error(`“${customId}” is disabled.`)
  const base = { custom_id: customId, component_type: component.type, ...(component.id && { id: component.id }) }
  if (component.type === ComponentType.Button) return base
  const chosen = values ?? []
  const unknown =
    component.options && chosen.find((value) => !component.options?.some((option) => option.value === value))
  if (unknown !== undefined) throw new Error(`“${customId}” has no option “${unknown}”.`)
  if (chosen.length < (component.min_values ?? 1) || chosen.length > (component.max_values ?? 1))
    throw new Error(`“${customId}” takes ${component.min_values ?? 1} to ${component.max_values ?? 1} values.`)
  return { ...base, values: chosen }
}

/** The `data` of a form that a person sends, its text fields by custom id. @throws Error for a field that the form has not */
export const modalData = (modal: Modal, fields: Readonly<Record<string, string>>) => {
  const inputs = everyComponent(modal.components).flatMap(({ component }) =>
    component.type === ComponentType.TextInput ? [component.custom_id] : [],
  )
  const unknown = Object.keys(fields).find((name) => !inputs.includes(name))
  if (unknown !== undefined) throw new Error(`The form has no field “${unknown}”.`)
  const filled = (component: Usable) => ({
    type: component.type,
    id: component.id ?? 0,
    custom_id: component.custom_id,
    value: fields[component.custom_id ?? ''] ?? '',
  })
  return {
    custom_id: modal.custom_id,
    components: modal.components.flatMap((part): object[] => {
      if (part.type === ComponentType.Label) return [{ type: part.type, id: 0, component: filled(part.component) }]
      return part.type === ComponentType.ActionRow
        ? [{ type: part.type, id: 0, components: part.components.map((each) => filled(each as Usable)) }]
        : []
    }),
  }
}
