import { type APITextInputComponent, ChannelType, ComponentType, PermissionFlagsBits } from 'discord-api-types/v10'
import type { Modal } from './interaction.ts'
import { everyComponent } from './limits/components.ts'
import { attachmentPayload, type LoopbackMessage, uploaded } from './message.ts'
import { memberOf, rolePayload, userPayload } from './payload.ts'
import type { ChosenFile, LoopbackChannel, LoopbackUser, World } from './world.ts'
import { forgetOldest, granted, type Place, seesChannel } from './world.ts'

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
      const isSeen = (each: LoopbackChannel): boolean => each.guild === guild && seesChannel(world, place.user.id, each)
      const here = isListed && guild !== null ? [...world.channels.values()].filter(isSeen) : []
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
    case ComponentType.RoleSelect: {
      const roles = world.guilds.find(({ id }) => id === guild)?.roles ?? []
      const chosen = roles.filter(({ id }) => values.includes(id))
      return { known: roles.map(({ id }) => id), resolved: { roles: byId(chosen, rolePayload) } }
    }
    default:
      throw new Error('The loopback server has no menu of people and roles together.')
  }
}

/**
 * What an interaction says of the values chosen in a menu.
 * @throws Error for values that the menu does not offer, or too few or too many of them
 */
const chosenIn = (world: World, place: Place, menu: Menu, values: readonly string[]) => {
  const { known, ...resolved } = offered(world, place, menu, values)
  const unknown = values.find((value) => !known.includes(value))
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

/** What a person put into a form, by custom id: the text of a text field, the values chosen in a menu, or files. */
export type Fields = Readonly<Record<string, string | readonly string[] | readonly ChosenFile[]>>

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

/** The files that a person put into a form. @throws Error for too few or too many, or one that is too large */
const uploadsIn = (world: World, place: Place, field: Menu, given: readonly (string | ChosenFile)[]) => {
  const files = given.flatMap((file) => (typeof file === 'string' ? [] : [uploaded(world, place.channel.id, file)]))
  const [min, max] = [field.min_values ?? 1, field.max_values ?? 1]
  if (files.length < (field.required === false ? 0 : min) || files.length > max)
    throw new Error(`“${field.custom_id}” takes ${min} to ${max} files.`)
  for (const file of files) world.uploads.set(file.id, file)
  forgetOldest(world.uploads)
  return files
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
    if (field.type === ComponentType.FileUpload) {
      const files = uploadsIn(world, place, field, given ?? [])
      resolved['attachments'] = {
        ...resolved['attachments'],
        ...byId(files, attachmentPayload),
      }
      return { ...base, values: files.map(({ id }) => id) }
    }
    const values = (given ?? defaultsOf(field)).filter((value) => typeof value === 'string')
    const chosen = chosenIn(world, place, field, values)
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
