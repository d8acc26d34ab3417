// @ts-check
/** @import { Choice, CommandOption, OptionValue } from '../../protocol.ts' */

/**
 * What a field holds: the typed text, and the choice that was picked from a list, if the text is still its name.
 * @typedef {{ typed: string, picked: Choice | null }} FieldContent
 * @typedef {{ kind: 'value', value: OptionValue | File } | { kind: 'absent' } |
 *   { kind: 'problem', problem: string }} FieldReading
 */

/** @param {CommandOption} option @param {number} size @param {string} unit @returns {string | null} */
const outOfBounds = ({ min, max }, size, unit) => {
  if (min !== null && size < min) return `The minimum is ${min}${unit}.`
  if (max !== null && size > max) return `The maximum is ${max}${unit}${unit === '' ? '' : `; this has ${size}`}.`
  return null
}

/** @param {string} problem @returns {FieldReading} */
const refused = (problem) => ({ kind: 'problem', problem })

/** @param {CommandOption} option @param {string} typed @returns {FieldReading} */
const readNumber = (option, typed) => {
  const value = Number(typed)
  if (!Number.isFinite(value) || (option.type === 'integer' && !Number.isInteger(value)))
    return refused(option.type === 'integer' ? 'Enter a whole number.' : 'Enter a number.')
  const problem = outOfBounds(option, value, '')
  return problem === null ? { kind: 'value', value } : refused(problem)
}

/**
 * The value of an option, checked as Discord's own client checks it before it sends a command.
 * @param {CommandOption} option @param {FieldContent} content @returns {FieldReading}
 */
export const readOption = (option, { typed, picked }) => {
  const text = typed.trim()
  if (text === '') return option.required ? refused('This option is required.') : { kind: 'absent' }
  if (option.choices.length > 0) {
    const chosen = picked ?? option.choices.find(({ name }) => name.toLowerCase() === text.toLowerCase())
    return chosen === undefined ? refused('Choose one from the list.') : { kind: 'value', value: chosen.value }
  }
  if (picked !== null) return { kind: 'value', value: picked.value }
  switch (option.type) {
    case 'boolean':
      return /^(?:true|false)$/i.test(text)
        ? { kind: 'value', value: /^t/i.test(text) }
        : refused('Enter True or False.')
    case 'integer':
    case 'number':
      return readNumber(option, text)
    case 'string': {
      const problem = outOfBounds(option, text.length, ' characters')
      return problem === null ? { kind: 'value', value: text } : refused(problem)
    }
    case 'channel':
    case 'role':
      return refused(`There is no ${option.type} to choose here.`)
    case 'file':
    case 'unsupported':
      return refused('This preview cannot fill in an option of this type.')
  }
}
