import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { QuothError } from '../domain/error.ts'

/** The lines of a text file that are not blank, with their numbers from 1. @throws QuothError `bad-document` */
export const linesOf = (file: string): readonly { readonly text: string; readonly number: number }[] => {
  try {
    return readFileSync(file, 'utf8')
      .replace(/^\uFEFF/, '')
      .split('\n')
      .map((text, at) => ({ text, number: at + 1 }))
      .filter(({ text }) => text.trim() !== '')
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new QuothError('bad-document', `${file} cannot be read: ${reason}`)
  }
}

/** What is wrong with one line of a file. */
export const badLine = (file: string, number: number, problem: string): QuothError =>
  new QuothError('bad-document', `${file}, line ${number}: ${problem}`)

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * The values of a file of JSON, one a line, with their line numbers from 1; blank lines are skipped.
 * @throws QuothError `bad-document`, with the line, for one that `schema` does not take
 */
export const readJsonLines = <T>(
  file: string,
  schema: z.ZodType<T>,
): readonly { readonly value: T; readonly line: number }[] =>
  linesOf(file).map(({ text, number }) => {
    const json = parseJson(text)
    if (json === undefined) throw badLine(file, number, 'this is no JSON.')
    const parsed = schema.safeParse(json)
    if (parsed.success) return { value: parsed.data, line: number }
    const [issue] = parsed.error.issues
    throw badLine(file, number, `${issue?.path.join('.') || 'the value'}: ${issue?.message}.`)
  })
