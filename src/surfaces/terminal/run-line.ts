import type { SharedContext } from '../../command.ts'
import { QuothError } from '../../domain/error.ts'
import { atTerminal } from './at-terminal.ts'
import { defect, failureLine } from './error-line.ts'
import { exitCode, exitCodeOf, exitCodeOfError } from './exit-code.ts'
import type { Page } from './page.ts'
import { readPromptLine } from './prompt-line.ts'
import { renderReply } from './render-reply.ts'

/** What a line led to: text for the person and the code that the same command would exit with; null to leave. */
export type LineResult = { readonly text: string; readonly code: number } | null

/** Runs one line of the prompt. A failure is told and the next line is read all the same. */
export const runLine = async (line: string, context: SharedContext, page: Page): Promise<LineResult> => {
  try {
    const read = readPromptLine(line, context.commands)
    switch (read.kind) {
      case 'nothing':
        return { text: '', code: exitCode.answered }
      case 'quit':
        return null
      case 'run': {
        const reply = await read.action.run(read.args, { ...context, ...atTerminal })
        return { text: `${renderReply(reply, page)}\n`, code: exitCodeOf(reply) }
      }
    }
  } catch (error) {
    const warning = page.paint.warning(failureLine(error))
    if (error instanceof QuothError) return { text: `${warning}\n`, code: exitCodeOfError(error) }
    return { text: `${warning}\n${page.paint.faint(defect(error))}\n`, code: exitCode.error }
  }
}
