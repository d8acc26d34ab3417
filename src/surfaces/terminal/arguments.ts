import { distance } from 'fastest-levenshtein'
import type { Options } from '../../command.ts'
import { QuothError } from '../../domain/error.ts'

/**
 * The names that a typing error may have meant.
 * @returns those of which at most a third of the letters differ, best first
 */
export const nearest = (typed: string, names: readonly string[]): readonly string[] =>
  names
    .map((name) => ({ name, slips: distance(typed.slice(0, 40).toLowerCase(), name) }))
    .filter(({ name, slips }) => slips <= Math.max(1, Math.floor(name.length / 3)))
    .sort((a, b) => a.slips - b.slips)
    .map(({ name }) => name)

/** Options that the terminal adds to those that a command declares. */
export type SurfaceOption = 'json' | 'library' | 'text' | 'batch'

/** Options without a value. */
const flags: ReadonlySet<string> = new Set<SurfaceOption>(['json', 'text'])

/** The options of a command line, not yet checked against the declaration. */
export type Given = {
  readonly values: { readonly [name: string]: string | number | boolean }
  readonly surface: { readonly [name in SurfaceOption]?: string }
}

const wrongUsage = (message: string, suggestions: readonly string[] = []): QuothError =>
  new QuothError('bad-argument', message, suggestions)

/** A plain word, or an option with its value, if it has one. */
export type Word = { readonly text: string } | { readonly option: string; readonly value: string | undefined }

/** The options that may be given. */
type OptionNames = { readonly declared: Options; readonly added: readonly SurfaceOption[] }

const declaredOption = ({ declared }: OptionNames, name: string) =>
  Object.hasOwn(declared, name) ? declared[name] : undefined

const addedOption = ({ added }: OptionNames, name: string) => added.find((option) => option === name)

const takesValue = (names: OptionNames, name: string): boolean => {
  const option = declaredOption(names, name)
  return option === undefined ? addedOption(names, name) !== undefined && !flags.has(name) : option.type !== 'boolean'
}

/** Plain words and `--options`, in order. `-5` and `-` are plain words, and so is everything after `--`. */
export const wordsOfArgv = (argv: readonly string[], names: OptionNames): readonly Word[] => {
  const words: Word[] = []
  for (let index = 0; index < argv.length; index += 1) {
    const text = argv[index] ?? ''
    if (text === '--') return [...words, ...argv.slice(index + 1).map((rest) => ({ text: rest }))]
    const [, option, inline] = /^--([^=]+)(?:=(.*))?$/s.exec(text) ?? []
    if (option === undefined) words.push({ text })
    else if (inline !== undefined || !takesValue(names, option)) words.push({ option, value: inline })
    else {
      index += 1
      words.push({ option, value: argv[index] })
    }
  }
  return words
}

/** The value of an option; one of the wrong type is kept as text, for `readArguments` to reject. */
const readValue = (type: Options[string]['type'], value: string): string | number | boolean => {
  switch (type) {
    case 'string':
    case 'file':
    case 'channel':
    case 'role':
      return value
    case 'integer':
      return /^-?\d{1,15}$/.test(value) ? Number(value) : value
    case 'boolean':
      return /^(?:true|yes)$/i.test(value) || (/^(?:false|no)$/i.test(value) ? false : value)
  }
}

const isPlain = (option: Options[string]): boolean => option.type === 'string' && option.isPlain === true

/**
 * Assigns words to options. Plain words are the required options, in their order; the last one takes all the words that
 * are left, joined by spaces. Other options need their name, which a required option may have as well.
 * @throws QuothError `bad-argument` for an unknown option, a missing value or a word too many
 */
export const readWords = (words: readonly Word[], names: OptionNames): Given => {
  const values: { [name: string]: string | number | boolean } = {}
  const surface: { [name in SurfaceOption]?: string } = {}
  const plain: string[] = []
  for (const word of words) {
    if ('text' in word) {
      plain.push(word.text)
      continue
    }
    const { option: name, value } = word
    const declared = declaredOption(names, name)
    const added = addedOption(names, name)
    if (takesValue(names, name) && !value) throw wrongUsage(`“${name}” needs a value.`)
    if (declared !== undefined) values[name] = readValue(declared.type, value ?? 'true')
    else if (added === undefined)
      throw wrongUsage(`Unknown option “${name}”.`, nearest(name, [...Object.keys(names.declared), ...names.added]))
    else if (flags.has(added) && value !== undefined) throw wrongUsage(`“${name}” takes no value.`)
    else surface[added] = value ?? 'true'
  }
  const required = Object.entries(names.declared).filter(
    ([name, option]) => (option.required || isPlain(option)) && !Object.hasOwn(values, name),
  )
  for (const [index, [name, option]] of required.entries()) {
    const taken = index === required.length - 1 ? plain.splice(0) : plain.splice(0, 1)
    const between = option.type === 'string' && option.isList ? '\n' : ' '
    if (taken.length > 0) values[name] = readValue(option.type, taken.join(between))
  }
  if (plain.length > 0) throw wrongUsage(`“${plain[0]}” is not expected here.`)
  return { values, surface }
}
