import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type { SharedContext } from '../../command.ts'
import { exitCode } from './exit-code.ts'
import type { Output } from './output.ts'
import type { Page } from './page.ts'
import { runLine } from './run-line.ts'

/**
 * Runs the lines that another program pipes in, as at the prompt, and resolves with the code of the last, as a shell
 * does; null when there was no line. The library is opened for the first one.
 */
export const runPiped = async (
  input: Readable,
  out: Output,
  page: Page,
  withContext: (use: (context: SharedContext) => Promise<number>) => Promise<number>,
): Promise<number | null> => {
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]()
  let next = await lines.next()
  while (!next.done && next.value.trim() === '') next = await lines.next()
  if (next.done) return null
  return withContext(async (context) => {
    let code: number = exitCode.answered
    for (; !next.done && !out.closed; next = await lines.next()) {
      if (next.value.trim() === '') continue
      const result = await runLine(next.value, context, page)
      if (result === null) break
      code = result.code
      await out.write(`${result.text}\n`)
    }
    return code
  })
}
