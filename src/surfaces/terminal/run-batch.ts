import { QuothError } from '../../domain/error.ts'
import type { Reply } from '../../domain/reply.ts'
import type { BatchEntry } from './batch.ts'
import { defect, failureLine } from './error-line.ts'
import { jsonOf } from './json.ts'
import type { Output } from './output.ts'
import type { Page } from './page.ts'
import { renderReply } from './render-reply.ts'
import type { Terminal } from './terminal.ts'
import { visibleJson } from './visible.ts'

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

/** Answers a batch in its order, printing as it goes; what fails is said in its place. Ends when nobody reads on. */
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
      // One defect must not cost the answers to the rest of the batch.
      if (!(failure instanceof QuothError)) stderr.write(`${defect(failure)}\n`)
      return error(failureLine(failure))
    }
  }
  for await (const entry of entries) {
    await out.write(`${await answered(entry)}\n`)
    if (out.closed) return
  }
}

/** Milliseconds since `begun`, to a tenth. */
export const elapsedSince = (begun: number): number => Math.round((performance.now() - begun) * 10) / 10
