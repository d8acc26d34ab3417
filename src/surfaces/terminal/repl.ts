import { createInterface } from 'node:readline/promises'
import type { SharedContext } from '../../command.ts'
import { complete } from './completion.ts'
import { inertPromptScreen, inertScreen } from './inert-screen.ts'
import { pageFor } from './page.ts'
import { type LineResult, runLine } from './run-line.ts'
import type { Terminal } from './terminal.ts'

type Prompted = SharedContext & {
  readonly input: Terminal['stdin']
  readonly output: Terminal['stdout']
  readonly env: Terminal['env']
  /** Closes the prompt when it aborts. */
  readonly signal?: AbortSignal
}

const linesRemembered = 500

/**
 * Opens a prompt with the slash commands; a line without a slash is a question. Resolves when the person leaves with
 * `/quit`, Ctrl-D, or Ctrl-C twice on an empty line, or when `signal` aborts. Ctrl-C alone drops the line that is being
 * typed, or the wait for an answer.
 */
export const startRepl = async ({ input, output: screen, env, signal, ...context }: Prompted): Promise<void> => {
  const output = inertScreen(screen)
  const prompt = createInterface({
    input,
    output: inertPromptScreen(screen),
    terminal: output.isTTY === true,
    prompt: 'quoth> ',
    historySize: linesRemembered,
    removeHistoryDuplicates: true,
    completer: (line: string) => complete(line, context).catch(() => [[], line] satisfies [string[], string]),
  })
  let isOpen = true
  let isLeaving = false
  let stopWaiting: (() => void) | undefined
  const close = (): void => prompt.close()
  prompt.on('close', () => {
    isOpen = false
  })
  prompt.on('line', () => {
    isLeaving = false
  })
  prompt.on('SIGINT', () => {
    if (stopWaiting !== undefined) return stopWaiting()
    if (prompt.line !== '') {
      output.write('^C\n')
      prompt.write(null, { ctrl: true, name: 'e' })
      prompt.write(null, { ctrl: true, name: 'u' })
      isLeaving = false
    } else if (isLeaving) return close()
    else {
      isLeaving = true
      output.write('\nCtrl-C again, Ctrl-D or /quit leaves.\n')
    }
    prompt.prompt()
  })
  signal?.addEventListener('abort', close, { once: true })
  if (signal?.aborted) return close()
  const run = async (line: string): Promise<LineResult> => {
    const stopped = new Promise<LineResult>((resolve) => {
      stopWaiting = () => resolve({ text: 'Stopped waiting for the answer.\n', code: 0 })
    })
    const result = await Promise.race([runLine(line, context, pageFor(output, env)), stopped])
    stopWaiting = undefined
    return result
  }
  output.write('Ask a question, or type /help. Tab completes, /quit leaves.\n')
  prompt.prompt()
  let isQuit = false
  for await (const line of prompt) {
    const result = await run(line)
    isQuit = result === null
    if (result === null) break
    if (result.text !== '') output.write(`${result.text}\n`)
    if (isOpen) prompt.prompt()
  }
  signal?.removeEventListener('abort', close)
  close()
  // Ctrl-D leaves the cursor behind the prompt.
  if (!isQuit) output.write('\n')
}
