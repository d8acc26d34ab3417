import { type APIFileUploadComponent, type APITextInputComponent, ComponentType } from 'discord-api-types/v10'
import { checkUploads, keepEphemeral, type Upload } from './attachment.ts'
import type { Modal } from './interaction.ts'
import { everyComponent } from './limits/components.ts'
import type { LoopbackMessage } from './message.ts'
import { seesChannel } from './permissions.ts'
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

/** A menu as it was sent. */
type Menu = {
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
const defaultsOf = ({ options = [], default_values: chosen = [] }: Menu): readonly string[] => [
  ...options.filter((option) => option.default).map(({ value }) => value),
  ...chosen.map(({ id }) => id),
]

/** What a menu of channels, people or roles offers in this place. */
const entitiesOf = (world: World, place: Place, menu: Menu): Entities => {
  switch (menu.type) {
    case ComponentType.ChannelSelect:
      return channelsIn(world, place, menu.channel_types)
    case ComponentType.UserSelect:
      return peopleIn(world, place)
    case ComponentType.RoleSelect:
      return rolesIn(world, place)
    case ComponentType.MentionableSelect:
      return mentionablesIn(world, place)
    default:
      throw new Error(`Component ${menu.type} is no menu.`)
  }
}

/** The values that a menu offers in this place, and the objects that the chosen ones stand for. */
const offered = (world: World, place: Place, menu: Menu, values: readonly string[]) => {
  if (menu.type === ComponentType.StringSelect) return { ids: menu.options?.map(({ value }) => value) ?? [] }
  const { ids, resolve } = entitiesOf(world, place, menu)
  return { ids, resolved: resolve(values) }
}

/**
 * What an interaction says of the values chosen in a menu.
 * @throws Error for values that the menu does not offer, or too few or too many of them
 */
const chosenIn = (world: World, place: Place, menu: Menu, values: readonly string[]) => {
  const { ids, ...resolved } = offered(world, place, menu, values)
  const unknown = values.find((value) => !ids.includes(value))
  if (unknown !== undefined) throw new Error(`“${menu.custom_id}” has no option “${unknown}”.`)
  const [min, max] = [menu.min_values ?? 1, menu.max_values ?? 1]
  const isLeftOut = values.length === 0 && menu.required === false
  if (!isLeftOut && (values.length < min || values.length > max || new Set(values).size < values.length))
    throw new Error(`“${menu.custom_id}” takes ${min} to ${max} values.`)
  return { values: [...values], ...resolved }
}

/** A message that `user` sees. @throws Error when there is none */
export const messageSeenBy = (world: World, id: string, user: string): LoopbackMessage => {
  const message = world.messages.get(id)
  const channel = world.channels.get(message?.channel ?? '')
  const isSeen = message?.visibleTo === null || message?.visibleTo === user
  if (message === undefined || channel === undefined || !isSeen || !seesChannel(world, user, channel))
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

/**
 * What a person put into a form, by custom id: the text of a text field, the values chosen in a menu, or the files of a
 * field for files.
 */
export type Fields = Readonly<Record<string, string | readonly string[] | readonly Upload[]>>

type Field = APITextInputComponent | APIFileUploadComponent | (Menu & { readonly custom_id: string })

const isText = (field: Field): field is APITextInputComponent => field.type === ComponentType.TextInput
const isForFiles = (field: Field): field is APIFileUploadComponent => field.type === ComponentType.FileUpload

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

const isUpload = (value: string | Upload): value is Upload => typeof value !== 'string'

/** The files of a field, none of them kept yet. */
const uploadsIn = (world: World, field: APIFileUploadComponent, given: Fields[string] = []): readonly Upload[] => {
  if (typeof given === 'string' || !given.every(isUpload)) throw new Error(`“${field.custom_id}” takes files.`)
  const [least, most] = [field.min_values ?? 1, field.max_values ?? 1]
  if (given.length === 0 && field.required !== false) throw new Error(`“${field.custom_id}” is required.`)
  if (given.length > 0 && (given.length < least || given.length > most))
    throw new Error(`“${field.custom_id}” takes ${least} to ${most} files.`)
  checkUploads(world, given)
  return given
}

/** What a field of a form sends, which Discord keeps files of only when the whole form is sent. */
type Filled = { readonly own: object; readonly resolved: Resolved }

/**
 * The `data` of a form that a person sends.
 * @throws Error for a field that the form has not, and for what Discord's client would not let a person send in one
 */
export const modalData = (world: World, place: Place, modal: Modal, fields: Fields) => {
  const known = fieldsOf(modal)
  const unknown = Object.keys(fields).find((name) => !known.some((field) => field.custom_id === name))
  if (unknown !== undefined) throw new Error(`The form has no field “${unknown}”.`)
  const fill = (field: Field): (() => Filled) => {
    const given = fields[field.custom_id]
    if (isText(field)) {
      const value = written(field, given)
      return () => ({ own: { value }, resolved: {} })
    }
    if (isForFiles(field)) {
      const uploads = uploadsIn(world, field, given)
      return () => {
        const files = keepEphemeral(world, place.channel.id, uploads)
        return { own: { values: files.map(({ id }) => id) }, resolved: resolvedFiles(files) }
      }
    }
    const values = given ?? defaultsOf(field)
    if (typeof values === 'string' || values.some(isUpload))
      throw new Error(`“${field.custom_id}” takes values of a menu.`)
    const { values: chosen, resolved = {} } = chosenIn(world, place, field, values as readonly string[])
    return () => ({ own: { values: chosen }, resolved })
  }
  const fills = known.map((field) => [field.custom_id, fill(field)] as const)
  const filled = new Map(fills.map(([name, finish]) => [name, finish()]))
  const sent = (field: Field) => ({
    type: field.type,
    id: field.id ?? 0,
    custom_id: field.custom_id,
    ...filled.get(field.custom_id)?.own,
  })
  const components = modal.components.flatMap((part): object[] => {
    if (part.type === ComponentType.Label)
      return [{ type: part.type, id: 0, component: sent(part.component as unknown as Field) }]
    return part.type === ComponentType.ActionRow
      ? [{ type: part.type, id: 0, components: part.components.map((each) => sent(each as unknown as Field)) }]
      : []
  })
  // The form has what its fields resolve once for all of them.
  const resolved = mergeResolved([...filled.values()].map((each) => each.resolved))
  return { custom_id: modal.custom_id, components, resolved }
}
