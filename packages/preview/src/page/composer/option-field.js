// @ts-check

import { element } from '../element.js'
import { createAutocomplete } from './autocomplete.js'
import { readOption } from './option-value.js'

/** @import { Choice, CommandOption } from '../../protocol.ts' */
/** @import { createSuggestions } from './suggestions.js' */

/**
 * What a field needs of the form that it stands in. `complete` asks the bot for choices, with every field as it is now;
 * `largestFile` is how many bytes a file may have.
 * @typedef {{
 *   largestFile: number,
 *   suggestions: ReturnType<typeof createSuggestions>,
 *   complete: (option: CommandOption, signal: AbortSignal) => Promise<readonly Choice[]>,
 *   next: (option: CommandOption) => void,
 *   submit: () => void,
 *   leave: () => void,
 *   remove: (option: CommandOption) => void,
 * }} FieldContext
 */

const truthValues = [
  { name: 'True', value: 'true' },
  { name: 'False', value: 'false' },
]

/** What is offered without asking the bot. @param {CommandOption} option @returns {readonly Choice[]} */
const fixedChoices = (option) => (option.type === 'boolean' ? truthValues : option.choices)

/** The pill of one option of a command. @param {CommandOption} option @param {FieldContext} context */
export const createOptionField = (option, context) => {
  const { suggestions } = context
  const fixed = fixedChoices(option)
  const hasList = fixed.length > 0 || option.autocomplete
  const isProse = option.type === 'string' && !hasList
  /** @type {Choice | null} */
  let picked = null

  const hint = element('span', { class: 'visually-hidden', id: `hint-${option.name}` }, option.description)
  const problem = element('span', { class: 'field-problem', id: `problem-${option.name}`, role: 'alert' })
  const input = element(isProse ? 'textarea' : 'input', {
    class: 'field-input',
    name: option.name,
    rows: isProse ? 1 : null,
    autocomplete: 'off',
    spellcheck: isProse ? 'true' : 'false',
    inputmode: option.type === 'integer' ? 'numeric' : option.type === 'number' ? 'decimal' : null,
    enterkeyhint: 'send',
    'aria-required': option.required ? 'true' : null,
    'aria-describedby': `hint-${option.name} problem-${option.name}`,
    ...(hasList && {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': 'suggestions',
    }),
  })
  const pill = element(
    'div',
    { class: `field${isProse ? ' wide' : ''}` },
    element('label', {}, element('span', { class: 'field-name' }, option.label), input),
    hint,
    problem,
  )

  const read = () => readOption(option, { typed: input.value, picked })

  /** @param {string} text */
  const say = (text) => {
    problem.textContent = text
    pill.classList.toggle('wrong', text !== '')
    input.setAttribute('aria-invalid', String(text !== ''))
  }

  /** @param {Choice} choice */
  const pick = (choice) => {
    picked = option.type === 'boolean' ? null : choice
    input.value = choice.name
    say('')
    context.next(option)
  }

  /**
   * Enter picks from an empty field's own choices: whoever adds `private` and presses it means yes.
   * @param {string} heading
   * @param {readonly Choice[]} choices
   */
  const offer = (heading, choices) =>
    suggestions.open(
      input,
      heading,
      choices.map((choice) => ({ label: choice.name, pick: () => pick(choice) })),
      input.value === '' ? fixed.length > 0 : picked === null,
    )

  const about = `${option.label}: ${option.description}`
  const autocomplete = createAutocomplete(
    (signal) => context.complete(option, signal),
    (outcome) => {
      if (document.activeElement !== input) return
      if (outcome.kind === 'choices')
        offer(outcome.choices.length > 0 ? about : 'No options match your search.', outcome.choices)
      else if (outcome.kind === 'failed') offer('Loading options failed.', [])
      else if (!suggestions.isOpen()) offer(about, [])
    },
  )

  const suggest = () => {
    if (option.autocomplete) return autocomplete.ask()
    const typed = picked === null ? input.value.trim().toLowerCase() : ''
    offer(
      about,
      fixed.filter(({ name }) => name.toLowerCase().includes(typed)),
    )
  }

  input.addEventListener('focus', () => {
    if (option.autocomplete) offer(about, [])
    suggest()
  })
  input.addEventListener('blur', () => {
    autocomplete.cancel()
    suggestions.close()
    const reading = read()
    if (input.value !== '') say(reading.kind === 'problem' ? reading.problem : '')
  })
  input.addEventListener('input', () => {
    picked = null
    say('')
    // A command's text is one line, also when it was pasted.
    if (input.value.includes('\n')) input.value = input.value.replace(/\s*\n\s*/g, ' ')
    suggest()
  })
  pill.addEventListener('keydown', (event) => {
    if (suggestions.takesKey(event) || event.isComposing) return
    if (event.key === 'Enter') context.submit()
    else if (event.key === 'Escape') context.leave()
    else if (event.key === 'Backspace' && input.value === '') context.remove(option)
    else return
    event.preventDefault()
  })

  return {
    option,
    pill,
    input,
    read,
    /** Says what is wrong with the value, if anything. */
    check: () => {
      const reading = read()
      say(reading.kind === 'problem' ? reading.problem : '')
      return reading
    },
  }
}
