import { QuothError } from '../../domain/error.ts'
import { errorLine } from './error-line.ts'
import { exitCode, exitCodeOfError } from './exit-code.ts'
import { inertScreen } from './inert-screen.ts'
import { outputTo } from './output.ts'
import type { Program } from './program.ts'
import { runAlone } from './run-alone.ts'
import { runSubcommand } from './run-subcommand.ts'
import { findSubcommand } from './subcommands.ts'
import type { Terminal } from './terminal.ts'
import { programUsage, subcommandUsage } from './usage.ts'
import type { Run } from './with-library.ts'

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
 * Runs one command line of the terminal program and resolves with its exit code: 0 answered, 2 the library does not
 * say, 1 an expected failure, 64 wrong usage. A batch is 0 once every line is processed. A defect rejects.
 */
export const runTerminal = async (argv: readonly string[], program: Program, terminal: Terminal): Promise<number> => {
  const [stdout, stderr] = [inertScreen(terminal.stdout), inertScreen(terminal.stderr)]
  try {
    const inert = { ...terminal, stdout, stderr }
    return await dispatch(argv, { program, terminal: inert, out: outputTo(stdout), promptAt: terminal.stdout })
  } catch (error) {
    if (!(error instanceof QuothError)) throw error
    const hint = error.code === 'bad-argument' ? '\nUsage: quoth SUBCOMMAND …; quoth --help lists them.' : ''
    stderr.write(`quoth: ${errorLine(error)}${hint}\n`)
    return exitCodeOfError(error)
  }
}
