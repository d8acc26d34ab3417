// @ts-check
import { createSelectOf } from '../controls/select-of.js'
import { element } from '../element.js'
import { problemWithFiles } from '../files.js'

/** @import { APIFileUploadComponent, APILabelComponent, APISelectMenuComponent,
 *   APITextInputComponent } from 'discord-api-types/v10' */
/** @import { Choosable } from '../../protocol.ts' */

/**
 * One field of a form: what it holds, and what is wrong with that, if anything.
 * @typedef {{ root: HTMLElement, control: HTMLElement, customId: string, value: () => string | readonly string[] | readonly File[],
 *   check: () => string }} FormField
 * @typedef {{ label: string, description?: string | null }} Naming
 * @typedef {{ choosable: Choosable, largestFile: number }} FormContext
 */

const [textInput, fileUpload] = /** @type {const} */ ([4, 19])

/** Why Discord's client would not send a text. @param {APITextInputComponent} input @param {string} text */
const problemWith = ({ required = true, min_length: least = 0, max_length: most = 4000 }, text) => {
  if (text === '') return required ? 'This field is required.' : ''
  if (text.length < least) return `Enter at least ${least} characters; this has ${text.length}.`
  return text.length > most ? `Enter at most ${most} characters; this has ${text.length}.` : ''
}

/**
 * The label of a field with its description and its problem, which screen readers hear with it.
 * @param {Naming} naming
 * @param {boolean} isRequired
 */
const frame = ({ label, description }, isRequired) => {
  const id = `field-${crypto.randomUUID()}`
  const about = element('span', { class: 'form-about', id: `${id}-about` }, description ?? '')
  const problem = element('span', { class: 'field-problem', id: `${id}-problem`, role: 'alert' })
  const name = element(
    'label',
    { for: id, id: `${id}-label` },
    label,
    isRequired ? element('span', { class: 'required', 'aria-hidden': 'true' }, ' *') : null,
  )
  return {
    id,
    describedBy: `${id}-about ${id}-problem`,
    /** @param {HTMLElement} control @param {Node | null} [below] */
    around: (control, below = null) => element('div', { class: 'form-field' }, name, about, control, problem, below),
    /** @param {HTMLElement} control @param {string} text */
    say: (control, text) => {
      problem.textContent = text
      control.setAttribute('aria-invalid', String(text !== ''))
    },
  }
}

/** @param {APITextInputComponent} input @param {Naming} naming @returns {FormField} */
const textField = (input, naming) => {
  const isRequired = input.required ?? true
  const { id, describedBy, around, say } = frame(naming, isRequired)
  const isLong = input.style === 2
  const control = element(isLong ? 'textarea' : 'input', {
    id,
    class: 'form-input',
    rows: isLong ? 4 : null,
    placeholder: input.placeholder,
    'aria-required': isRequired ? 'true' : null,
    'aria-describedby': describedBy,
    autocomplete: 'off',
  })
  control.value = input.value ?? ''
  const most = input.max_length ?? 4000
  const count = element('span', { class: 'form-count', 'aria-hidden': 'true' })
  const showCount = () => {
    count.textContent = `${control.value.length}/${most}`
  }
  showCount()
  control.addEventListener('input', () => {
    showCount()
    say(control, '')
  })
  return {
    root: around(control, input.max_length === undefined ? null : count),
    control,
    customId: input.custom_id,
    value: () => control.value,
    check: () => {
      const problem = problemWith(input, control.value)
      say(control, problem)
      return problem
    },
  }
}

/**
 * @param {APISelectMenuComponent & { required?: boolean }} select
 * @param {Naming} naming
 * @param {FormContext} context
 * @returns {FormField}
 */
const selectField = (select, naming, { choosable }) => {
  const isRequired = select.required ?? true
  const { id, describedBy, around, say } = frame(naming, isRequired)
  const menu = createSelectOf(isRequired ? select : { ...select, min_values: 0 }, choosable, () =>
    say(menu.control, ''),
  )
  menu.control.id = id
  menu.control.setAttribute('aria-labelledby', `${id}-label`)
  menu.control.setAttribute('aria-describedby', describedBy)
  return {
    root: around(menu.root),
    control: menu.control,
    customId: select.custom_id,
    value: menu.values,
    check: () => {
      const problem = isRequired && menu.values().length === 0 ? 'This field is required.' : ''
      say(menu.control, problem)
      return problem
    },
  }
}

/** How many files a field takes. @param {number} least @param {number} most */
const countSaid = (least, most) => {
  const files = most === 1 ? 'file' : 'files'
  return least === most ? `Choose ${most} ${files}.` : `Choose ${least} to ${most} ${files}.`
}

/** @param {APIFileUploadComponent} upload @param {Naming} naming @param {FormContext} context @returns {FormField} */
const fileField = (upload, naming, { largestFile }) => {
  const { required: isRequired = true, min_values: least = 1, max_values: most = 1 } = upload
  const { id, describedBy, around, say } = frame(naming, isRequired)
  const control = element('input', {
    id,
    type: 'file',
    class: 'form-input file-input',
    multiple: most > 1,
    'aria-required': isRequired ? 'true' : null,
    'aria-describedby': describedBy,
  })
  const files = () => [...(control.files ?? [])]
  const problem = () => {
    const { length } = files()
    if (length === 0) return isRequired ? 'This field is required.' : ''
    if (length < least || length > most) return countSaid(least, most)
    return problemWithFiles(files(), largestFile)
  }
  const check = () => {
    const found = problem()
    say(control, found)
    return found
  }
  control.addEventListener('change', check)
  return { root: around(control), control, customId: upload.custom_id, value: files, check }
}

/**
 * A field as the bot described it.
 * @param {APILabelComponent['component']} component
 * @param {Naming} naming
 * @param {FormContext} context
 * @returns {FormField | null} null for a type that this preview does not draw
 */
export const createFormField = (component, naming, context) => {
  if (component.type === textInput) return textField(component, naming)
  if (component.type === fileUpload) return fileField(component, naming, context)
  if (component.type === 3 || component.type === 6 || component.type === 8)
    return selectField(component, naming, context)
  return null
}
