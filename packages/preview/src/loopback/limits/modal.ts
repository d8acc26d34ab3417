import { ComponentType } from 'discord-api-types/v10'
import { z } from 'zod'
import { maxFiles } from '../attachment.ts'
import { duplicates } from './components.ts'
import { issue } from './form.ts'
import { textDisplay } from './layout.ts'
import { selectInModal } from './select.ts'
import { componentNumber, customId, text } from './text.ts'

const textInput = z
  .object({
    type: z.literal(ComponentType.TextInput),
    id: componentNumber,
    custom_id: customId,
    style: z.literal([1, 2]),
    label: text(1, 45).nullish(),
    min_length: z.int().min(0).max(4000).optional(),
    max_length: z.int().min(1).max(4000).optional(),
    required: z.boolean().optional(),
    value: z.string().max(4000).nullish(),
    placeholder: z.string().max(100).nullish(),
  })
  .superRefine(({ min_length: min = 0, max_length: max = 4000, value }, context) => {
    if (min > max) context.addIssue(issue('BASE_TYPE_BAD_RANGE', 'min_length must not be above max_length.'))
    if ((value?.length ?? 0) > max)
      context.addIssue(issue('BASE_TYPE_BAD_LENGTH', `Must be ${max} or fewer in length.`, ['value']))
  })

const fileUpload = z
  .object({
    type: z.literal(ComponentType.FileUpload),
    id: componentNumber,
    custom_id: customId,
    min_values: z.int().min(0).max(maxFiles).optional(),
    max_values: z.int().min(1).max(maxFiles).optional(),
    required: z.boolean().optional(),
  })
  .superRefine(({ min_values: min = 1, max_values: max = 1 }, context) => {
    if (min > max)
      context.addIssue(issue('BASE_TYPE_BAD_RANGE', 'min_values must not be above max_values.', ['min_values']))
  })

const labelled = z.object({
  type: z.literal(ComponentType.Label),
  id: componentNumber,
  label: text(1, 45),
  description: z.string().max(100).nullish(),
  component: z.discriminatedUnion('type', [textInput, selectInModal, fileUpload]),
})

/** The older way to write a text field, with a label of its own. */
const row = z.object({
  type: z.literal(ComponentType.ActionRow),
  id: componentNumber,
  components: z
    .array(
      z.discriminatedUnion('type', [textInput]).superRefine(({ label }, context) => {
        if (label === undefined || label === null)
          context.addIssue(issue('BASE_TYPE_REQUIRED', 'This field is required', ['label']))
      }),
    )
    .length(1),
})

/** A form over the chat window: one to five parts. Radio and check boxes are not spoken yet. */
export const modal = z
  .object({
    custom_id: customId,
    title: text(1, 45),
    components: z
      .array(z.discriminatedUnion('type', [labelled, row, textDisplay]))
      .min(1)
      .max(5),
  })
  .superRefine(({ components }, context) => {
    for (const found of duplicates(components)) context.addIssue({ ...found, path: ['components', ...found.path] })
  })
