// @ts-check
import { whileBusy } from '../controls/busy.js'
import { element, icon } from '../element.js'
import { renderMarkdown } from '../markdown/render-markdown.js'
import { createFormField } from './form-field.js'

/** @import { APIModalInteractionResponseCallbackComponent } from 'discord-api-types/v10' */
/** @import { OpenForm } from '../../protocol.ts' */
/** @import { Fields } from '../connection.js' */
/** @import { FormContext, FormField } from './form-field.js' */

/**
 * The field of a part, with what names it.
 * @param {APIModalInteractionResponseCallbackComponent} part
 * @param {FormContext} context
 */
const fieldOf = (part, context) => {
  if ('component' in part) return createFormField(part.component, part, context)
  const input = 'components' in part ? part.components[0] : undefined
  return input === undefined ? null : createFormField(input, { label: input.label ?? '' }, context)
}

/**
 * @param {APIModalInteractionResponseCallbackComponent} part
 * @param {FormContext} context
 * @returns {{ root: HTMLElement, field: FormField | null }}
 */
const partOf = (part, context) => {
  if ('content' in part) return { root: renderMarkdown(part.content, {}), field: null }
  const field = fieldOf(part, context)
  const undrawn = () => element('p', { class: 'subtext' }, `This preview does not draw parts of type ${part.type}.`)
  return { root: field?.root ?? undrawn(), field }
}

/**
 * Opens a form of the bot over the page until it is sent or left. `submit` rejects when the bot did not take it; the
 * form then stays with what was typed.
 * @param {OpenForm} form
 * @param {FormContext & { bot: string, submit: (filled: { form: string, fields: Fields }) => Promise<unknown> }} context
 */
export const openForm = (form, { bot, submit, ...context }) => {
  const sent = /** @type {readonly APIModalInteractionResponseCallbackComponent[]} */ (form.components)
  const parts = sent.map((part) => partOf(part, context))
  const fields = parts.flatMap(({ field }) => field ?? [])
  const close = () => dialog.close()
  const refusal = element('p', { class: 'failure', role: 'alert' })
  const send = element('button', { type: 'submit', class: 'button primary' }, 'Submit')

  /** @param {SubmitEvent} event */
  const onSubmit = async (event) => {
    event.preventDefault()
    const wrong = fields.filter((field) => field.check() !== '')
    if (wrong.length > 0) return wrong[0]?.control.focus()
    refusal.replaceChildren()
    await whileBusy(send, async () => {
      const values = Object.fromEntries(fields.map((field) => [field.customId, field.value()]))
      try {
        await submit({ form: form.id, fields: values })
        close()
      } catch {
        refusal.replaceChildren(icon('warning'), 'Something went wrong. Try again.')
      }
    })
  }

  const id = `form-${form.id}`
  const dialog = element(
    'dialog',
    { class: 'form', 'aria-labelledby': id, close: () => dialog.remove() },
    element(
      'form',
      { novalidate: true, submit: onSubmit },
      element(
        'div',
        { class: 'form-head' },
        element('h2', { id }, form.title),
        element('button', { type: 'button', class: 'tool', 'aria-label': 'Close', click: close }, icon('close')),
      ),
      element(
        'div',
        { class: 'form-parts' },
        element('p', { class: 'form-about' }, `This form is sent to ${bot}. Do not put passwords into it.`),
        ...parts.map(({ root }) => root),
        refusal,
      ),
      element(
        'div',
        { class: 'form-foot' },
        element('button', { type: 'button', class: 'button secondary', click: close }, 'Cancel'),
        send,
      ),
    ),
  )
  document.body.append(dialog)
  dialog.showModal()
  fields[0]?.control.focus()
}
