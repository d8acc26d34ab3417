import { type Said, type SaidValue, said } from './said.ts'

/** Several values as one: `a`, `a, b`, `a, b, c`. Of none, nothing. */
const joined = (values: readonly SaidValue[]): SaidValue =>
  values.length === 0 ? '' : values.reduce((all, value) => said`${all}, ${value}`)

const ending = (values: readonly SaidValue[], end: (first: SaidValue, last: SaidValue) => Said): SaidValue => {
  const last = values.at(-1)
  return last === undefined || values.length === 1 ? (last ?? '') : end(joined(values.slice(0, -1)), last)
}

/** `a`, `a and b`, `a, b and c`, in the reader's language. */
export const andList = (values: readonly SaidValue[]): SaidValue =>
  ending(values, (first, last) => said`${first} and ${last}`)

/** `a`, `a or b`, `a, b or c`, in the reader's language. */
export const orList = (values: readonly SaidValue[]): SaidValue =>
  ending(values, (first, last) => said`${first} or ${last}`)

/** Each in quotation marks. */
export const inMarks = (values: readonly string[]): readonly Said[] => values.map((value) => said`“${value}”`)
