import { readWords, wordsOfArgv } from './arguments.ts'
import { exitCode } from './exit-code.ts'
import { pageFor } from './page.ts'
import { startRepl } from './repl.ts'
import { runPiped } from './run-piped.ts'
import { programUsage } from './usage.ts'
import { type Run, withLibrary } from './with-library.ts'

/** No subcommand: the prompt for a person, questions line by line from a pipe. */
export const runAlone = async (argv: readonly string[], run: Run): Promise<number> => {
  const { terminal, program, out, promptAt } = run
  const names = { declared: {}, added: ['library'] } as const
  const { library } = readWords(wordsOfArgv(argv, names), names).surface
  const { stdin, stdout, env } = terminal
  const { commands } = program
  if (stdin.isTTY && stdout.isTTY)
    return withLibrary(run, { library, watch: true }, async (quoth, loaded) => {
      loaded()
      await startRepl({ quoth, commands, input: stdin, output: promptAt, env })
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
