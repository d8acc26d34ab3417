/**
 * The English name of a command, subcommand, option or choice: readers of another language may know it by another
 * one.
 */
type Named = { readonly name: string }

/** What a message is about: text is shown as it is, numbers as the reader's language writes them. */
export type MessageValue = string | number | Message | Named

/**
 * Something that Quoth says, apart from the language that it is said in: the English sentence with `{0}`, `{1}` … where
 * its values stand, which is its key in the catalogues of the other languages, and the values. Quotes are no messages.
 */
export type Message = { readonly key: string; readonly values: readonly MessageValue[] }

/** The key of a template's strings: `Searched {0} for “{1}”.` */
export const keyOf = (strings: readonly string[]): string =>
  strings.map((part, place) => (place === 0 ? part : `{${place - 1}}${part}`)).join('')

/** A message: said`The library has no source “${name}”.` Each such template needs its line in every catalogue. */
export const msg = (strings: TemplateStringsArray, ...values: readonly MessageValue[]): Message => ({
  key: keyOf(strings),
  values,
})

/** `template` with each `{n}` replaced by what `show` makes of the n-th value. */
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

/** A message in English, the language in which it was written. */
export const inEnglish = ({ key, values }: Message): string => filled(key, values, englishValue)

const pluralRules = new Intl.PluralRules('en')

/**
 * Chooses between two messages by a number, as English grammar does; other languages translate each of them.
 * @example plural(count, msg`1 source`, msg`${count} sources`)
 */
export const plural = <T>(count: number, one: T, other: T): T => (pluralRules.select(count) === 'one' ? one : other)

/** Several values as one: `a`, `a, b`, `a, b, c`. Of none, nothing. */
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

/** Each in quotation marks. */
export const inMarks = (values: readonly string[]): readonly Message[] => values.map((value) => msg`“${value}”`)
