import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type { SharedContext } from '../../command.ts'
import { QuothError } from '../../domain/error.ts'
import { readWords, wordsOfArgv } from './arguments.ts'
import { errorLine, exitCode, exitCodeOfError } from './exit-code.ts'
import { inertScreen } from './inert-screen.ts'
import { type Output, outputTo } from './output.ts'
import { type Page, pageFor } from './page.ts'
import type { Program, Terminal } from './program.ts'
import { startProgress } from './progress.ts'
import { runLine, startRepl } from './repl.ts'
import { runSubcommand } from './run-subcommand.ts'
import { findSubcommand } from './subcommands.ts'
import { programUsage, subcommandUsage } from './usage.ts'

/**
 * Runs lines from a pipe as the prompt would, and resolves with the exit code of the last one, like a shell; null if
 * there were none. The library is opened when the first line arrives.
 */
const runPiped = async (
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

/** One run of the program. */
export type Run = {
  readonly program: Program
  /** With inert screens; see `inert-screen.ts`. */
  readonly terminal: Terminal
  readonly out: Output
  /** Standard output itself; the prompt makes it inert in its own way. */
  readonly promptScreen: Terminal['stdout']
}

/** Loads the library, showing progress if that takes long, and closes it after `use`. */
export const withLibrary = async <T>(
  { program, terminal }: Run,
  { library, watch }: { readonly library: string | undefined; readonly watch: boolean },
  use: (quoth: SharedContext['quoth'], loaded: () => void) => Promise<T>,
): Promise<T> => {
  const progress = startProgress(terminal.stderr, 'Reading the library')
  try {
    const opened = await program.open({ library, watch, progress: progress.label })
    try {
      return await use(opened.quoth, progress.done)
    } finally {
      await opened.close()
    }
  } finally {
    progress.done()
  }
}

/** Without a subcommand: a prompt on a terminal, or the lines of a pipe. */
const runAlone = async (argv: readonly string[], run: Run): Promise<number> => {
  const { terminal, program, out, promptScreen } = run
  const names = { declared: {}, added: ['library'] } as const
  const { library } = readWords(wordsOfArgv(argv, names), names).surface
  const { stdin, stdout, env } = terminal
  const { commands } = program
  if (stdin.isTTY && stdout.isTTY)
    return withLibrary(run, { library, watch: true }, async (quoth, loaded) => {
      loaded()
      await startRepl({ quoth, commands, input: stdin, output: promptScreen, env })
      return exitCode.answered
    })
  const code = await runPiped(stdin, out, pageFor(stdout, env), (use) =>
    withLibrary(run, { library, watch: false }, (quoth, loaded) => {
      loaded()
      return use({ quoth, commands })
    }),
  )
  if (code !== null) return code
  terminal.stderr.write(`${programUsage(program)}\n`)
  return exitCode.wrongUsage
}

const asksForHelp = (argv: readonly string[]): boolean => {
  const end = argv.indexOf('--')
  return argv.slice(0, end < 0 ? argv.length : end).includes('--help') || argv[1] === '-h'
}

const dispatch = async (argv: readonly string[], run: Run): Promise<number> => {
  const { program, out } = run
  const [first, second] = argv
  if (first === '--version') {
    await out.write(`${program.version}\n`)
    return exitCode.answered
  }
  if (first === '--help' || first === '-h') {
    await out.write(`${programUsage(program)}\n`)
    return exitCode.answered
  }
  if (first === undefined || first.startsWith('--')) return runAlone(argv, run)
  const isHelpOnOne = first === 'help' && second !== undefined && !second.startsWith('-')
  const { subcommand, rest } = findSubcommand(isHelpOnOne ? argv.slice(1) : argv, program)
  if (!isHelpOnOne && !asksForHelp(argv)) return runSubcommand(subcommand, rest, run)
  await out.write(`${subcommandUsage(subcommand)}\n`)
  return exitCode.answered
}

/**
 * Runs one command line of the terminal program.
 * @returns the exit code: 0 answered, 1 an expected failure, 2 the library does not say, 64 wrong usage; of a batch, 0
 * once every line is processed
 * @throws any error that is not a QuothError, which is a bug
 */
export const runTerminal = async (argv: readonly string[], program: Program, terminal: Terminal): Promise<number> => {
  const [stdout, stderr] = [inertScreen(terminal.stdout), inertScreen(terminal.stderr)]
  try {
    const inert = { ...terminal, stdout, stderr }
    return await dispatch(argv, { program, terminal: inert, out: outputTo(stdout), promptScreen: terminal.stdout })
  } catch (error) {
    if (!(error instanceof QuothError)) throw error
    const hint = error.code === 'bad-argument' ? '\nUsage: quoth SUBCOMMAND …; run quoth --help for a list.' : ''
    stderr.write(`quoth: ${errorLine(error)}${hint}\n`)
    return exitCodeOfError(error)
  }
}
