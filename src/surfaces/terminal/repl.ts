import { createInterface } from 'node:readline/promises'
import {
  type Action,
  actionOf,
  type Command,
  type Option,
  type SharedContext,
  type StringOption,
} from '../../command.ts'
import { QuothError } from '../../domain/error.ts'
import { type SourceId, sourceKey } from '../../domain/source.ts'
import { defect, exitCode, exitCodeOf, exitCodeOfError, failureLine } from './exit-code.ts'
import { inertPromptScreen, inertScreen } from './inert-screen.ts'
import { atTerminal } from './output.ts'
import { type Page, pageFor } from './page.ts'
import type { Terminal } from './program.ts'
import { readPromptLine } from './prompt-line.ts'
import { renderReply } from './render-reply.ts'
import { commandNamed } from './subcommands.ts'
import { visible } from './visible.ts'

/** The most sources that Tab offers. */
const maxSources = 25

/** What a readline completer returns: the candidates, and the end of the line that they replace. */
type Completion = [candidates: string[], replaced: string]

const startingWith = (prefix: string, candidates: readonly string[]): string[] =>
  candidates.filter((candidate) => candidate.startsWith(prefix))

/** What would not be read as part of a name: quotation marks, options, and white space other than single spaces. */
const misread = /["\t\n]| {2}|^ | $|(?:^| )(?:--|[\w-]+:)/

/** How to type a source: its id, in quotation marks if it has spaces, or else its key. */
const typed = (id: SourceId, { maxLength = Number.POSITIVE_INFINITY }: StringOption): string => {
  if (id.length > maxLength || misread.test(id) || visible(id) !== id) return sourceKey(id)
  return id.includes(' ') ? `"${id}"` : id
}

const valuesOf = async (option: Option, begun: string, quoth: SharedContext['quoth']): Promise<readonly string[]> => {
  switch (option.type) {
    case 'boolean':
      return startingWith(begun, ['true', 'false'])
    case 'integer':
    case 'file':
    case 'channel':
    case 'role':
      return []
    case 'string':
      if (option.choices !== undefined) return startingWith(begun, option.choices)
      if (option.suggest === undefined) return []
      return (await quoth.suggestSources(begun, maxSources)).map(({ id }) => typed(id, option))
  }
}

/** The action of a line and the text after its name; null while the name is being typed. */
const actionTyped = (
  line: string,
  commands: readonly Command[],
): { readonly action: Action; readonly rest: string } | null => {
  if (!line.startsWith('/')) {
    const ask = commandNamed('ask', commands)
    return ask !== undefined && 'action' in ask ? { action: ask.action, rest: line } : null
  }
  const [, name = '', rest] = /^\/(\S+)\s+(.*)$/s.exec(line) ?? []
  const command = commandNamed(name, commands)
  if (command === undefined || rest === undefined) return null
  if ('action' in command) return { action: command.action, rest }
  const [, subcommand = '', after] = /^(\S+)\s+(.*)$/s.exec(rest) ?? []
  if (after === undefined || !Object.hasOwn(command.subcommands, subcommand)) return null
  return { action: actionOf(command, subcommand), rest: after }
}

/** Completes the name of a command, or of a subcommand after that of its group. */
const completeName = (line: string, commands: readonly Command[]): Completion => {
  const [, name, part = ''] = /^\/(\S+)\s+(\S*)$/.exec(line) ?? []
  if (name === undefined) {
    const names = [...commands.map((command) => `/${command.name} `), '/quit']
    return [line.startsWith('/') ? startingWith(line, names) : [], line]
  }
  const command = commandNamed(name, commands)
  const subcommands = command === undefined || 'action' in command ? [] : Object.keys(command.subcommands)
  return [startingWith(part, subcommands).map((subcommand) => `${subcommand} `), part]
}

const endOfLine = /(?:^|\s)(?:(--[\w-]+=|[\w-]+:)?("[^"]*|\S*))$/

/** What Tab offers at the end of `line`: commands, subcommands, options and their values, sources. */
export const complete = async (line: string, { quoth, commands }: SharedContext): Promise<Completion> => {
  const before = actionTyped(line, commands)
  if (before === null) return completeName(line, commands)
  const { options } = before.action
  const [, marker = '', value = ''] = endOfLine.exec(before.rest) ?? []
  const named = options[marker.replace(/^--|[:=]$/g, '')]
  if (named !== undefined) {
    const values = await valuesOf(named, value.replace(/^"/, ''), quoth)
    return [values.map((candidate) => `${marker}${candidate} `), `${marker}${value}`]
  }
  const isDashed = value.startsWith('-')
  const names = Object.keys(options).map((name) =>
    isDashed ? `--${name}${options[name]?.type === 'boolean' ? ' ' : '='}` : `${name}:`,
  )
  const plain = Object.values(options).find((option) => option.required)
  const isFirst = before.rest.trim() === value
  const values =
    plain === undefined || !isFirst || isDashed ? [] : await valuesOf(plain, value.replace(/^"/, ''), quoth)
  return [[...values.map((candidate) => `${candidate} `), ...startingWith(value, names)], value]
}

/** The result of a line: its text and the exit code that the command would have; null to leave the prompt. */
type LineResult = { readonly text: string; readonly code: number } | null

/** Runs one line of the prompt. Never rejects: a failure becomes the text of the result. */
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

type Prompted = SharedContext & {
  readonly input: Terminal['stdin']
  readonly output: Terminal['stdout']
  readonly env: Terminal['env']
  /** Closes the prompt when it aborts. */
  readonly signal?: AbortSignal
}

const historySize = 500

/**
 * Opens a prompt for slash commands; a line without a slash is a question. Resolves when the person leaves with
 * `/quit`, Ctrl-D, or Ctrl-C twice on an empty line, or when `signal` aborts. One Ctrl-C drops the line being typed, or
 * stops waiting for an answer.
 */
export const startRepl = async ({ input, output: screen, env, signal, ...context }: Prompted): Promise<void> => {
  const output = inertScreen(screen)
  const prompt = createInterface({
    input,
    output: inertPromptScreen(screen),
    terminal: output.isTTY === true,
    prompt: 'quoth> ',
    historySize,
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
      output.write('\nTo leave, press Ctrl-C again or Ctrl-D, or type /quit.\n')
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
  output.write('Ask a question, or type /help. Tab completes; /quit leaves.\n')
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
  // After Ctrl-D, the cursor is still on the line of the prompt.
  if (!isQuit) output.write('\n')
}
