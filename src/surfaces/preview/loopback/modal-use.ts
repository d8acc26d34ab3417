import { type APITextInputComponent, ComponentType } from 'discord-api-types/v10'
import type { Modal } from './interaction.ts'
import { everyComponent } from './limits/components.ts'
import { chosenIn, defaultsOf, type Menu } from './menu-use.ts'
import type { Place } from './place.ts'
import type { World } from './world.ts'

/** What a person put into a form, by custom id: the text of a text field, or the values chosen in a menu. */
export type Fields = Readonly<Record<string, string | readonly string[]>>

type Field = APITextInputComponent | (Menu & { readonly custom_id: string })

const isText = (field: Field): field is APITextInputComponent => field.type === ComponentType.TextInput

const fieldsOf = (modal: Modal): readonly Field[] =>
  everyComponent(modal.components).flatMap(({ component }) =>
    component.custom_id === undefined ? [] : [component as unknown as Field],
  )

const written = (field: APITextInputComponent, given: Fields[string] | undefined): string => {
  const text = given ?? field.value ?? ''
  if (typeof text !== 'string') throw new Error(`“${field.custom_id}” takes text.`)
  const [least, most] = [field.min_length ?? 0, field.max_length ?? 4000]
  if (text === '' && field.required !== false) throw new Error(`“${field.custom_id}” is required.`)
  if (text !== '' && (text.length < least || text.length > most))
    throw new Error(`“${field.custom_id}” takes ${least} to ${most} characters.`)
  return text
}

/**
 * The `data` of a form that a person sends.
 * @throws Error for a field that the form has not, and for what Discord's client would not let a person send in one
 */
export const modalData = (world: World, place: Place, modal: Modal, fields: Fields) => {
  const known = fieldsOf(modal)
  const unknown = Object.keys(fields).find((name) => !known.some((field) => field.custom_id === name))
  if (unknown !== undefined) throw new Error(`The form has no field “${unknown}”.`)
  /** The channels and people chosen in any menu, by kind and id: the form has them once for all its menus. */
  const resolved: Record<string, object> = {}
  const filled = (field: Field) => {
    const given = fields[field.custom_id]
    const base = { type: field.type, id: field.id ?? 0, custom_id: field.custom_id }
    if (isText(field)) return { ...base, value: written(field, given) }
    if (typeof given === 'string') throw new Error(`“${field.custom_id}” takes values of a menu.`)
    const chosen = chosenIn(world, place, field, given ?? defaultsOf(field))
    for (const [kind, entities] of Object.entries(chosen.resolved ?? {}))
      resolved[kind] = { ...resolved[kind], ...entities }
    return { ...base, values: chosen.values }
  }
  const components = modal.components.flatMap((part): object[] => {
    if (part.type === ComponentType.Label)
      return [{ type: part.type, id: 0, component: filled(part.component as unknown as Field) }]
    return part.type === ComponentType.ActionRow
      ? [{ type: part.type, id: 0, components: part.components.map((each) => filled(each as unknown as Field)) }]
      : []
  })
  return { custom_id: modal.custom_id, components, resolved }
}
