import { type Logger, pino, stdSerializers } from 'pino'

/**
 * What can drive a terminal or change the order in which text is read: controls but for line break and tab, and format
 * characters but for joiners and soft hyphens, which scripts and typesetting need.
 */
export const drivesTerminal = /(?![\n\t])\p{Cc}|[\p{Zl}\p{Zp}\p{Cs}]|(?![\u00AD\u200C\u200D])\p{Cf}/gu

/**
 * JSON text that a terminal, a pager or an editor obeys in nothing.
 * @returns the same value, with each such character of its strings as an escape
 */
export const inertJson = (json: string): string =>
  json.replace(drivesTerminal, (character) =>
    [...Array(character.length).keys()]
      .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
      .join(''),
  )

/** What stands in the place of a secret. */
const gone = '[redacted]'

/**
 * Secrets by the place where they stand, for those that nobody can list: each interaction brings a token of its own.
 */
const places: readonly (readonly [RegExp, string])[] = [
  [/(\/interactions\/\d+\/)[^/\s"'?#]+/g, `$1${gone}`],
  [/(\/webhooks\/\d+\/)[^/\s"'?#]+/g, `$1${gone}`],
  [/(authorization\W{1,5})(?:(?:bot|bearer)\s+)?[^\s"',}]+/gi, `$1${gone}`],
  [/\b((?:bot|bearer) )[\w-]{20,}\.[\w.-]+/gi, `$1${gone}`],
  [/([?&](?:ex|is|hm)=)[^&\s"'#]+/g, `$1${gone}`],
]

/**
 * `text` without the given secrets, and without what its place gives away as one: the tokens in the URLs of
 * interactions and webhooks, Authorization headers, the signatures of Discord's file links.
 */
export const redact = (text: string, secrets: readonly string[]): string => {
  // A secret may have been quoted as JSON or as part of a URL on its way into the text, or lost the blanks and the
  // `Bot` that it was given with.
  const forms = secrets
    .flatMap((secret) => [secret, secret.trim().replace(/^(?:bot|bearer)\s+/i, '')])
    .filter((secret) => secret !== '')
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)])
  const listed = forms.reduce((left, form) => left.replaceAll(form, gone), text)
  return places.reduce((left, [pattern, replacement]) => left.replace(pattern, replacement), listed)
}

export type Log = Logger
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

/** What is logged of an error. The body of a refused request is left out: it holds people's questions. */
const serialiseError = (error: Error) => {
  const { requestBody: _body, rawError: _raw, raw: _original, ...kept } = stdSerializers.err(error)
  return kept
}

/**
 * A pino logger, one JSON object a line. Secrets are taken out of the finished line, so that no field, message, stack
 * or nested cause can carry one past, and a terminal obeys nothing in it.
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
