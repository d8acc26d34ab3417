import { open, stat } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import * as z from 'zod'
import { QuothError } from '../../domain/error.ts'

const batchLine = z.object({ id: z.union([z.string(), z.number()]).optional(), question: z.string() })
const withId = z.object({ id: z.union([z.string(), z.number()]) })

/** A question of a batch, or why its line is none. `line` counts from 1. */
export type BatchEntry = { readonly line: number; readonly id?: string | number } & (
  | { readonly question: string }
  | { readonly error: string }
)

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const readLine = (text: string, line: number): BatchEntry => {
  const value = parseJson(text)
  const parsed = batchLine.safeParse(value)
  if (parsed.success) {
    const { id, question } = parsed.data
    return { line, ...(id === undefined ? {} : { id }), question }
  }
  const named = withId.safeParse(value)
  const id = named.success ? { id: named.data.id } : {}
  return { line, ...id, error: 'The line is no JSON object with a "question" in it.' }
}

/** The entries of a batch in order, as they arrive; blank lines are skipped. */
export async function* readBatch(lines: Readable): AsyncGenerator<BatchEntry> {
  let line = 0
  for await (const raw of createInterface({ input: lines, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1
    const text = line === 1 ? raw.replace(/^\uFEFF/, '') : raw
    if (text.trim() !== '') yield readLine(text, line)
  }
}

/** @throws QuothError when the file cannot be opened: before a library is loaded for nothing. */
export const openBatch = async (file: string, stdin: Readable): Promise<Readable> => {
  if (file === '-') return stdin
  try {
    // A folder opens like a file and fails only when it is read.
    if ((await stat(file)).isDirectory()) throw new Error(`${file} is a folder`)
    return (await open(file)).createReadStream()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new QuothError('bad-document', `The batch cannot be read: ${reason}`)
  }
}
