import { type Action, readArguments } from '../../command.ts'
import { QuothError } from '../../domain/error.ts'
import { inEnglish } from '../../domain/message.ts'
import type { Reply } from '../../domain/reply.ts'
import { type Given, readWords, wordsOfArgv } from './arguments.ts'
import { elapsedSince, openBatch, readBatch, runBatch } from './batch.ts'
import { errorLine, exitCode, exitCodeOf } from './exit-code.ts'
import { jsonOf } from './json.ts'
import { atTerminal } from './output.ts'
import { pageFor } from './page.ts'
import { earlierVersion, renderReply } from './render-reply.ts'
import { type Run, withLibrary } from './run-terminal.ts'
import type { Subcommand } from './subcommands.ts'
import { programUsage, usageLine } from './usage.ts'
import { visible, visibleJson, visibleLine } from './visible.ts'

/** The text of a reply on standard output. */
const printed = (reply: Reply, { surface }: Given, { program, terminal }: Run, elapsedMs: number): string => {
  if (surface.text !== undefined && reply.kind === 'source-card') {
    const { text } = reply.source
    return terminal.stdout.isTTY ? visible(text) : text
  }
  if (surface.json !== undefined)
    return jsonOf(reply, { elapsedMs })
      .map((value) => `${visibleJson(value)}\n`)
      .join('')
  if (reply.kind === 'help') return `${programUsage(program)}\n`
  return `${renderReply(reply, pageFor(terminal.stdout, terminal.env))}\n`
}

const runOnce = async (action: Action, given: Given, run: Run): Promise<number> => {
  const { program, terminal, out } = run
  const args = readArguments(action.options, given.values)
  return withLibrary(run, { library: given.surface.library, watch: false }, async (quoth, loaded) => {
    const begun = performance.now()
    const reply = await action.run(args, { quoth, commands: program.commands, ...atTerminal })
    loaded()
    await out.write(printed(reply, given, run, elapsedSince(begun)))
    if (given.surface.json !== undefined && reply.kind === 'source-list')
      for (const { path, reason } of reply.refusals)
        terminal.stderr.write(`quoth: ${visibleLine(`${path}: ${inEnglish(reason)}`)}\n`)
    // The reference itself may be meant for a file.
    if (reply.kind === 'reference' && reply.newer !== undefined) terminal.stderr.write(`quoth: ${earlierVersion}\n`)
    return exitCodeOf(reply)
  })
}

const askBatch = async (file: string, action: Action, given: Given, run: Run): Promise<number> => {
  const { program, terminal, out } = run
  if (given.values['question'] !== undefined)
    throw new QuothError('bad-argument', 'The questions of a batch are in its file, so leave the question out.')
  // Bad options fail here, before anything is read, and not on every line.
  readArguments(action.options, { ...given.values, question: 'any' })
  const lines = await openBatch(file, terminal.stdin)
  return withLibrary(run, { library: given.surface.library, watch: false }, async (quoth, loaded) => {
    await runBatch({
      entries: readBatch(lines),
      ask: async (question) => {
        const args = readArguments(action.options, { ...given.values, question })
        const reply = await action.run(args, { quoth, commands: program.commands, ...atTerminal })
        // The first question may wait for what is still being encoded.
        loaded()
        return reply
      },
      json: given.surface.json !== undefined,
      out,
      page: pageFor(terminal.stdout, terminal.env),
      stderr: terminal.stderr,
    })
    return exitCode.answered
  })
}

/** Runs a subcommand with the words after its name. Wrong usage is answered with the correct one. */
export const runSubcommand = async (
  { runs, ...named }: Subcommand,
  rest: readonly string[],
  run: Run,
): Promise<number> => {
  const names = { declared: named.options, added: named.surfaceOptions }
  try {
    const given = readWords(wordsOfArgv(rest, names), names)
    const { batch, json, library } = given.surface
    switch (runs.kind) {
      case 'tool':
        return await runs.tool.run(readArguments(named.options, given.values), {
          terminal: run.terminal,
          library,
          json: json !== undefined,
        })
      case 'action':
        return await (batch === undefined ? runOnce(runs.action, given, run) : askBatch(batch, runs.action, given, run))
    }
  } catch (error) {
    if (!(error instanceof QuothError) || error.code !== 'bad-argument') throw error
    run.terminal.stderr.write(`quoth: ${errorLine(error)}\nUsage: ${usageLine({ runs, ...named })}\n`)
    return exitCode.wrongUsage
  }
}
