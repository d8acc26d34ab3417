// @ts-check
import { element, icon } from '../element.js'
import { createFileField } from './file-field.js'
import { createOptionField } from './option-field.js'
/** @import { CommandOption, Invocation, OptionValue, PreviewCommand, Choice } from '../../protocol.ts' */
/** @import { Command } from '../connection.js' */
/** @import { createSuggestions } from './suggestions.js' */

/**
 * @typedef {{
 *   largestFile: number,
 *   suggestions: ReturnType<typeof createSuggestions>,
 *   complete: (invocation: Invocation, signal: AbortSignal) => Promise<readonly Choice[]>,
 *   submit: (command: Command) => void,
 *   leave: () => void,
 *   send: HTMLElement,
 * }} FormContext
 */

/**
 * The options of a chosen command as fields: the required ones at once, the others when they are asked for.
 * @param {PreviewCommand} command
 * @param {FormContext} context
 */
export const createCommandForm = (command, context) => {
  const chip = element(
    'button',
    {
      type: 'button',
      class: 'chip',
      'aria-label': `/${command.label}. Press to choose another command.`,
      click: context.leave,
    },
    `/${command.label}`,
  )
  const more = element('div', { class: 'more', role: 'group', 'aria-label': 'Add an option' })
  const root = element(
    'div',
    { class: 'command-form', role: 'group', 'aria-label': `/${command.label}: ${command.description}` },
    chip,
    more,
  )
  /** @type {(ReturnType<typeof createOptionField> | ReturnType<typeof createFileField>)[]} */
  let fields = []

  const values = () => {
    /** @type {Record<string, OptionValue | File>} */
    const found = {}
    for (const field of fields) {
      const reading = field.read()
      if (reading.kind === 'value') found[field.option.name] = reading.value
    }
    return found
  }

  /** @param {CommandOption} option @param {AbortSignal} signal */
  const complete = (option, signal) => {
    const typed = fields.find((field) => field.option === option)?.input.value ?? ''
    // Files are uploaded when the command is sent.
    const others = Object.entries(values()).flatMap(([name, value]) => (value instanceof File ? [] : [[name, value]]))
    const sent = { ...Object.fromEntries(others), [option.name]: typed }
    return context.complete({ path: command.path, values: sent, focused: option.name }, signal)
  }

  const submit = () => {
    const wrong = fields.filter((field) => field.check().kind === 'problem')
    if (wrong.length > 0) return wrong[0]?.input.focus()
    context.suggestions.close()
    context.submit({ path: command.path, values: values() })
  }

  /** Goes on to the first field after this one that still wants a value. @param {CommandOption} option */
  const next = (option) => {
    const place = fields.findIndex((field) => field.option === option)
    const empty = fields.slice(place + 1).find((field) => field.input.value === '')
    if (empty !== undefined) empty.input.focus()
  }

  /** @param {CommandOption} option */
  const remove = (option) => {
    const place = fields.findIndex((field) => field.option === option)
    const before = fields[place - 1]
    if (option.required) {
      if (before === undefined) context.leave()
      else before.input.focus()
      return
    }
    fields[place]?.pill.remove()
    fields = fields.toSpliced(place, 1)
    showMore()
    if (before === undefined) chip.focus()
    else before.input.focus()
  }

  /** @param {CommandOption} option */
  const add = (option) => {
    const create = option.type === 'file' ? createFileField : createOptionField
    const field = create(option, {
      largestFile: context.largestFile,
      suggestions: context.suggestions,
      complete,
      next,
      submit,
      leave: context.leave,
      remove,
    })
    fields.push(field)
    more.before(field.pill)
    showMore()
    return field
  }

  const showMore = () =>
    more.replaceChildren(
      ...command.options
        .filter((option) => !fields.some((field) => field.option === option))
        .map((option) =>
          element(
            'button',
            { type: 'button', class: 'add', title: option.description, click: () => add(option).input.focus() },
            icon('plus'),
            option.label,
          ),
        ),
    )

  for (const option of command.options) if (option.required) add(option)
  showMore()
  root.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) context.leave()
  })

  return {
    root,
    submit,
    /** Puts the focus where the person goes on: the first field, or the button that sends where there is none. */
    focus: () => (fields[0]?.input ?? context.send).focus(),
    /** Fills the first field with what was typed behind the command's name. @param {string} text */
    fill: (text) => {
      const option = command.options.find(({ type }) => type !== 'file')
      const first = fields.find((field) => field.option.type !== 'file') ?? (option && add(option))
      if (first !== undefined) first.input.value = text
    },
    /**
     * Gives files to the options that take one and have none.
     * @param {readonly File[]} files
     * @returns {readonly File[]} those that there is no option for
     */
    takeFiles: (files) => {
      const left = [...files]
      for (const option of command.options.filter(({ type }) => type === 'file')) {
        const [file] = left
        if (file === undefined) break
        const field = /** @type {ReturnType<typeof createFileField>} */ (
          fields.find((each) => each.option === option) ?? add(option)
        )
        if (field.input.value !== '') continue
        field.put(file)
        field.input.focus()
        left.shift()
      }
      return left
    },
  }
}
