// @ts-check
import { element } from '../element.js'
import { problemWithFiles, putFiles } from '../files.js'

/** @import { CommandOption } from '../../protocol.ts' */
/** @import { FieldContext } from './option-field.js' */
/** @import { FieldReading } from './option-value.js' */

/**
 * The pill of an option that takes a file.
 * @param {CommandOption} option @param {FieldContext} context
 */
export const createFileField = (option, context) => {
  const hint = element('span', { class: 'visually-hidden', id: `hint-${option.name}` }, option.description)
  const problem = element('span', { class: 'field-problem', id: `problem-${option.name}`, role: 'alert' })
  const input = element('input', {
    type: 'file',
    class: 'field-input file-input',
    name: option.name,
    'aria-required': option.required ? 'true' : null,
    'aria-describedby': `hint-${option.name} problem-${option.name}`,
  })
  const pill = element(
    'div',
    { class: 'field' },
    element('label', {}, element('span', { class: 'field-name' }, option.label), input),
    hint,
    problem,
  )

  /** @returns {FieldReading} */
  const read = () => {
    const file = input.files?.[0]
    if (file === undefined)
      return option.required ? { kind: 'problem', problem: 'This option is required.' } : { kind: 'absent' }
    const large = problemWithFiles([file], context.largestFile)
    return large === '' ? { kind: 'value', value: file } : { kind: 'problem', problem: large }
  }
  /** Says what is wrong with the file, if anything. */
  const check = () => {
    const reading = read()
    problem.textContent = reading.kind === 'problem' ? reading.problem : ''
    pill.classList.toggle('wrong', reading.kind === 'problem')
    input.setAttribute('aria-invalid', String(reading.kind === 'problem'))
    return reading
  }

  input.addEventListener('change', check)
  input.addEventListener('focus', () =>
    context.suggestions.open(input, `${option.label}: ${option.description}`, [], false),
  )
  input.addEventListener('blur', context.suggestions.close)
  pill.addEventListener('keydown', (event) => {
    const isEmpty = input.value === ''
    // An empty field opens the picker with Enter, as it does with the space bar.
    if (event.key === 'Enter' && isEmpty) input.showPicker()
    else if (event.key === 'Enter') context.submit()
    else if (event.key === 'Escape') context.leave()
    else if (event.key === 'Backspace' && isEmpty) context.remove(option)
    else if (event.key === 'Backspace') input.value = ''
    else return
    event.preventDefault()
  })

  return {
    option,
    pill,
    input,
    read,
    check,
    /** @param {File} file */
    put: (file) => {
      putFiles(input, [file])
      check()
    },
  }
}
