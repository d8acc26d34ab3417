import { type Logger, pino, stdSerializers } from 'pino'
import { inertJson } from './inert-json.ts'
import { redact } from './redact.ts'

export type Log = Logger
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

/** What is logged of an error. The body of a refused request is left out: it holds people's questions. */
const serialiseError = (error: Error) => {
  const { requestBody: _body, rawError: _raw, raw: _original, ...kept } = stdSerializers.err(error)
  return kept
}

/**
 * A pino logger, one JSON object a line. Secrets are taken out of the finished line, so that no field, message, stack or
 * nested cause can carry one past, and a terminal obeys nothing in it.
 */
export const createLog = ({
  level = 'info',
  secrets = [],
  write = (line) => process.stderr.write(line),
}: {
  readonly level?: LogLevel
  /** Texts that must never be written, such as the bot token. */
  readonly secrets?: readonly string[]
  /** Takes one line with its line end; standard error when not given. */
  readonly write?: (line: string) => void
} = {}): Log =>
  pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: serialiseError } },
    { write: (line: string) => write(inertJson(redact(line, secrets))) },
  )
