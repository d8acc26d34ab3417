/** The English name of a command, subcommand, option or choice, which other languages may translate. */
type Named = { readonly name: string }

/** A value in a message: text is shown as it is, numbers in the reader's locale. */
export type MessageValue = string | number | Message | Named

/**
 * Something that Quoth says, independent of language: the English text with `{0}`, `{1}` … for its values, which is the
 * key in the catalogues of other languages, and the values. Quotes are not messages.
 */
export type Message = { readonly key: string; readonly values: readonly MessageValue[] }

/**
 * @param strings the strings of a template
 * @returns its key: `Searched {0} for “{1}”.`
 */
export const keyOf = (strings: readonly string[]): string =>
  strings.map((part, place) => (place === 0 ? part : `{${place - 1}}${part}`)).join('')

/** Makes a message: msg`The library has no source “${name}”.` Each such template needs a row in every catalogue. */
export const msg = (strings: TemplateStringsArray, ...values: readonly MessageValue[]): Message => ({
  key: keyOf(strings),
  values,
})

/**
 * @param text what is said alike in every language, such as `¶ 5`
 * @returns it as a message
 */
export const sameEverywhere = (text: string): Message => ({ key: '{0}', values: [text] })

/**
 * @param template text with `{n}` for the n-th value
 * @param values the values
 * @param show what a value looks like
 * @returns the text with its values; a `{n}` without a value stays
 */
export const filled = (
  template: string,
  values: readonly MessageValue[],
  show: (value: MessageValue) => string,
): string =>
  template.replace(/\{(\d+)\}/g, (place, index: string) => {
    const value = values[Number(index)]
    return value === undefined ? place : show(value)
  })

const englishValue = (value: MessageValue): string => {
  if (typeof value === 'object') return 'name' in value ? value.name : inEnglish(value)
  return typeof value === 'number' ? value.toLocaleString('en') : value
}

/**
 * @param message any message
 * @returns it in English
 */
export const inEnglish = ({ key, values }: Message): string => filled(key, values, englishValue)

const pluralRules = new Intl.PluralRules('en')

/**
 * Chooses between two messages by a number, as English grammar does; other languages translate each of them.
 * @example plural(count, msg`1 source`, msg`${count} sources`)
 */
export const plural = <T>(count: number, one: T, other: T): T => (pluralRules.select(count) === 'one' ? one : other)

/** `a`, `a, b`, `a, b, c`; empty for no values. */
const joined = (values: readonly MessageValue[]): MessageValue =>
  values.length === 0 ? '' : values.reduce((all, value) => msg`${all}, ${value}`)

const ending = (
  values: readonly MessageValue[],
  end: (first: MessageValue, last: MessageValue) => Message,
): MessageValue => {
  const last = values.at(-1)
  return last === undefined || values.length === 1 ? (last ?? '') : end(joined(values.slice(0, -1)), last)
}

/** `a`, `a and b`, `a, b and c`, in the reader's language. */
export const andList = (values: readonly MessageValue[]): MessageValue =>
  ending(values, (first, last) => msg`${first} and ${last}`)

/** `a`, `a or b`, `a, b or c`, in the reader's language. */
export const orList = (values: readonly MessageValue[]): MessageValue =>
  ending(values, (first, last) => msg`${first} or ${last}`)

/**
 * @param values any texts
 * @returns each in quotation marks
 */
export const inMarks = (values: readonly string[]): readonly Message[] => values.map((value) => msg`“${value}”`)
