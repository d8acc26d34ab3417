import {
  type APIComponentInLabel,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord.js'
import { headOf, limits } from './budget.ts'

/** Files that a form takes: as many as Discord lets one have. */
const maxFiles = 10

/** A form with one text field, filled in already. */
export type TextForm = {
  readonly id: string
  readonly title: string
  /** The name of the field, by which the text is read. */
  readonly field: string
  readonly label: string
  /** Characters that can be typed, 4,000 at most. */
  readonly maxLength: number
  /** The field's initial text, cut to that length. */
  readonly value: string
}

type Titled = Pick<TextForm, 'id' | 'title' | 'field' | 'label'>

/** A form of one field. @throws RangeError for texts that are too long: such a form is a bug */
const formOf = (
  { id, title, label }: Titled,
  component: APIComponentInLabel,
): APIModalInteractionResponseCallbackData => {
  if (title.length > limits.form.title || label.length > limits.form.label)
    throw new RangeError(`“${title}” does not fit: ${title.length} and ${label.length} characters`)
  return { title, custom_id: id, components: [{ type: ComponentType.Label, label, component }] }
}

/** A form as Discord takes it. @throws RangeError for texts that are too long: such a form is a bug */
export const textForm = (form: TextForm): APIModalInteractionResponseCallbackData => {
  const { title, field, maxLength, value } = form
  if (maxLength > limits.form.text) throw new RangeError(`“${title}” does not fit: ${maxLength} characters to type`)
  return formOf(form, {
    type: ComponentType.TextInput,
    style: TextInputStyle.Paragraph,
    custom_id: field,
    min_length: 1,
    max_length: maxLength,
    required: true,
    value: headOf(value.replace(/(?![\n\t])\p{Cc}/gu, ' '), maxLength),
  })
}

/** A form that takes files, as Discord takes it. @throws RangeError as `textForm` does */
export const fileForm = (form: Titled): APIModalInteractionResponseCallbackData =>
  formOf(form, {
    type: ComponentType.FileUpload,
    custom_id: form.field,
    min_values: 1,
    max_values: maxFiles,
    required: true,
  })
