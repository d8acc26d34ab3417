import { ComponentType } from 'discord-api-types/v10'
import { z } from 'zod'
import { type ApiError, refusals } from '../api-error.ts'
import { invalidForm, issue } from './form.ts'
import { actionRow, topLevel } from './layout.ts'

/** Any component as it is sent, read only for what every kind may have. */
type AnyComponent = {
  readonly type: number
  readonly id?: number
  readonly custom_id?: string
  readonly content?: string
  readonly components?: readonly AnyComponent[]
  readonly accessory?: AnyComponent
  readonly component?: AnyComponent
}
type Placed = { readonly component: AnyComponent; readonly path: readonly (string | number)[] }

const maxComponents = 40
const maxText = 4000
const maxBytes = 10_170
const bytesPerDisplay = 12

const within = (components: readonly AnyComponent[], path: readonly (string | number)[]): Placed[] =>
  components.flatMap((component, place) => below(component, [...path, place]))

const below = (component: AnyComponent, path: readonly (string | number)[]): Placed[] => [
  { component, path },
  ...within(component.components ?? [], [...path, 'components']),
  ...(component.accessory === undefined ? [] : below(component.accessory, [...path, 'accessory'])),
  ...(component.component === undefined ? [] : below(component.component, [...path, 'component'])),
]

/** Every component of a message or modal, nested ones too, in the order in which they are shown. */
export const everyComponent = (components: readonly unknown[]): Placed[] =>
  within(components as readonly AnyComponent[], [])

/** The texts that a message's components show. */
export const displayedTexts = (components: readonly unknown[]): string[] =>
  everyComponent(components).flatMap(({ component }) =>
    component.type === ComponentType.TextDisplay ? [component.content ?? ''] : [],
  )

/** Issues of names that two components share. */
export const duplicates = (components: readonly unknown[]) => {
  const seen = new Set<string | number>()
  return everyComponent(components).flatMap(({ component, path }) =>
    (['custom_id', 'id'] as const).flatMap((field) => {
      const name = component[field]
      if (name === undefined || name === 0) return []
      if (seen.has(name))
        return [issue('COMPONENT_CUSTOM_ID_DUPLICATED', `Component ${field} cannot be duplicated`, [...path, field])]
      seen.add(name)
      return []
    }),
  )
}

/** The components of a message without `IS_COMPONENTS_V2`: at most five action rows. */
export const legacyComponents = z
  .array(z.discriminatedUnion('type', [actionRow]))
  .max(5)
  .superRefine((components, context) => {
    for (const found of duplicates(components)) context.addIssue(found)
  })

/** The components of a message with `IS_COMPONENTS_V2`. */
export const layoutComponents = z.array(topLevel).superRefine((components, context) => {
  for (const found of duplicates(components)) context.addIssue(found)
  const count = everyComponent(components).length
  if (count > maxComponents)
    context.addIssue(
      issue('COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', `${count} components exceed the limit of ${maxComponents}.`),
    )
  const characters = displayedTexts(components).join('').length
  if (characters > maxText)
    context.addIssue(
      issue('COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', `${characters} characters exceed the limit of ${maxText}.`),
    )
})

/**
 * Discord fails with a 500, without a reason, on text that is short in characters and long in UTF-8
 * (discord-api-docs#8554).
 */
export const bytesProblem = (components: readonly unknown[]): ApiError | null => {
  const texts = displayedTexts(components)
  const bytes = texts.reduce((sum, shown) => sum + Buffer.byteLength(shown) + bytesPerDisplay, 0)
  return bytes > maxBytes ? refusals.serverError() : null
}

/** Files that a component names and that do not come with the message. */
export const missingFiles = (components: readonly unknown[], filenames: readonly string[]): ApiError | null => {
  const named = (value: unknown): string[] =>
    typeof value !== 'object' || value === null
      ? []
      : Object.entries(value).flatMap(([key, inner]) =>
          key === 'url' && typeof inner === 'string' && inner.startsWith('attachment://')
            ? [inner.slice('attachment://'.length)]
            : named(inner),
        )
  const missing = named(components).filter((filename) => !filenames.includes(filename))
  return missing.length === 0
    ? null
    : invalidForm(
        missing.map((filename) => ({
          path: ['components'],
          code: 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
          message: `The referenced attachment ${filename} could not be found.`,
        })),
      )
}
