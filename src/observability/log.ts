import { type Logger, pino, stdSerializers } from 'pino'

/**
 * Characters that can control a terminal or change the order in which text is read: control characters except line
 * break and tab, and format characters except joiners and soft hyphens, which scripts and typesetting need.
 */
export const drivesTerminal = /(?![\n\t])\p{Cc}|[\p{Zl}\p{Zp}\p{Cs}]|(?![\u00AD\u200C\u200D])\p{Cf}/gu

/**
 * Makes JSON text harmless for terminals, pagers and editors.
 * @returns JSON of the same value, with those characters escaped
 */
export const inertJson = (json: string): string =>
  json.replace(drivesTerminal, (character) =>
    [...Array(character.length).keys()]
      .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
      .join(''),
  )

/** The replacement for a secret. */
const redacted = '[redacted]'

/** Secrets recognised by what precedes them, since they cannot be listed: each interaction has its own token. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/(\/interactions\/\d+\/)[^/\s"'?#]+/g, `$1${redacted}`],
  [/(\/webhooks\/\d+\/)[^/\s"'?#]+/g, `$1${redacted}`],
  [/(authorization\W{1,5})(?:(?:bot|bearer)\s+)?[^\s"',}]+/gi, `$1${redacted}`],
  [/\b((?:bot|bearer) )[\w-]{20,}\.[\w.-]+/gi, `$1${redacted}`],
  [/([?&](?:ex|is|hm)=)[^&\s"'#]+/g, `$1${redacted}`],
]

/**
 * Removes secrets from text.
 * @param secrets known secrets, such as the bot’s token
 * @returns `text` without them, and without what its context marks as secret: tokens in the URLs of interactions and
 * webhooks, Authorization headers, signatures of Discord’s file links
 */
export const redact = (text: string, secrets: readonly string[]): string => {
  // In the text, a secret may be escaped as in JSON or a URL, or lack the spaces and the `Bot` that it was given with.
  const forms = secrets
    .flatMap((secret) => [secret, secret.trim().replace(/^(?:bot|bearer)\s+/i, '')])
    .filter((secret) => secret !== '')
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)])
  const listed = forms.reduce((left, form) => left.replaceAll(form, redacted), text)
  return patterns.reduce((left, [pattern, replacement]) => left.replace(pattern, replacement), listed)
}

export type Log = Logger
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

/** An error as it is logged, without the body of a rejected request, which contains people’s questions. */
const serialiseError = (error: Error) => {
  const { requestBody: _body, rawError: _raw, raw: _original, ...kept } = stdSerializers.err(error)
  return kept
}

/**
 * Creates a pino logger that writes one JSON object per line. Secrets and control characters are removed from the
 * finished line, so that none can get through in a field, message, stack or nested cause.
 */
export const createLog = ({
  level = 'info',
  secrets = [],
  write = (line) => process.stderr.write(line),
}: {
  readonly level?: LogLevel
  /** Texts that must never be logged, such as the bot’s token. */
  readonly secrets?: readonly string[]
  /** Writes one line, including its line break; to standard error by default. */
  readonly write?: (line: string) => void
} = {}): Log =>
  pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: serialiseError } },
    { write: (line: string) => write(inertJson(redact(line, secrets))) },
  )
