import { open, stat } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import * as z from 'zod'
import { QuothError } from '../../domain/error.ts'
import type { Reply } from '../../domain/reply.ts'
import { defect, failureLine } from './exit-code.ts'
import { jsonOf } from './json.ts'
import type { Output } from './output.ts'
import type { Page } from './page.ts'
import type { Terminal } from './program.ts'
import { renderReply } from './render-reply.ts'
import { visibleJson } from './visible.ts'

const batchLine = z.object({ id: z.union([z.string(), z.number()]).optional(), question: z.string() })
const withId = z.object({ id: z.union([z.string(), z.number()]) })

/** A question of a batch, or why its line has none. `line` counts from 1. */
type BatchEntry = { readonly line: number; readonly id?: string | number } & (
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
  const parsedId = withId.safeParse(value)
  const id = parsedId.success ? { id: parsedId.data.id } : {}
  return { line, ...id, error: 'This line is not a JSON object with a "question".' }
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

/**
 * Opens a batch, before a library is loaded for nothing.
 * @param file a path, or `-` for `stdin`
 * @throws QuothError `bad-document` if the file cannot be opened
 */
export const openBatch = async (file: string, stdin: Readable): Promise<Readable> => {
  if (file === '-') return stdin
  try {
    // A folder can be opened like a file, and fails only when it is read.
    if ((await stat(file)).isDirectory()) throw new Error(`${file} is a folder`)
    return (await open(file)).createReadStream()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new QuothError('bad-document', `Cannot read the batch: ${reason}`)
  }
}

type Batch = {
  readonly entries: AsyncIterable<BatchEntry>
  /** Answers one question. */
  readonly ask: (question: string) => Promise<Reply>
  readonly json: boolean
  readonly out: Output
  readonly page: Page
  readonly stderr: Terminal['stderr']
}

const failed = ({ line, id }: BatchEntry, error: string) => ({ ...(id === undefined ? {} : { id }), line, error })

/** Answers a batch in order, printing each answer or error as it is ready. Stops when the reader of `out` has gone. */
export const runBatch = async ({ entries, ask, json, out, page, stderr }: Batch): Promise<void> => {
  const answered = async (entry: BatchEntry): Promise<string> => {
    const error = (message: string) => (json ? visibleJson(failed(entry, message)) : `Line ${entry.line}: ${message}\n`)
    if ('error' in entry) return error(entry.error)
    const begun = performance.now()
    try {
      const reply = await ask(entry.question)
      if (!json) return `${renderReply(reply, page)}\n`
      const facts = { elapsedMs: elapsedSince(begun), ...(entry.id === undefined ? {} : { id: entry.id }) }
      return jsonOf(reply, facts).map(visibleJson).join('\n')
    } catch (failure) {
      // A bug must not cost the answers to the rest of the batch.
      if (!(failure instanceof QuothError)) stderr.write(`${defect(failure)}\n`)
      return error(failureLine(failure))
    }
  }
  for await (const entry of entries) {
    await out.write(`${await answered(entry)}\n`)
    if (out.closed) return
  }
}

/** Milliseconds since `begun`, rounded to a tenth. */
export const elapsedSince = (begun: number): number => Math.round((performance.now() - begun) * 10) / 10
