import { z } from 'zod'
import type { Quota } from '../domain/curation.ts'
import { QuothError } from '../domain/error.ts'

/** The host’s settings; `.env.example` explains each. */
export type Settings = {
  /** The folder of the documents, as given; relative to where Quoth was started. */
  readonly library: string
  /** The folder of state and snapshots, which survive a restart; created when needed. */
  readonly data: string
  readonly discord: {
    /** Null if there is none; then the preview runs instead. */
    readonly token: string | null
    readonly clientId: string | undefined
    readonly guildId: string | undefined
    /** The REST base address without a version; undefined for Discord’s own. */
    readonly api: string | undefined
  }
  /** Whether servers may read the folder of the documents, and what the host added, beside their own library. */
  readonly isLibraryShared: boolean
  /** The most that the library of a server may take; one of a person may take a tenth. */
  readonly quota: Quota
  /** How many questions one person may ask, and in how many seconds. */
  readonly askLimit: { readonly count: number; readonly seconds: number }
  /** 0 for any free port. */
  readonly previewPort: number
  /** The port for health and metrics on 127.0.0.1; null for none. */
  readonly opsPort: number | null
  /** Whether passages are found by meaning as well as by words. */
  readonly isMeaningOn: boolean
  /** Whether people may add what stands at an address of the web. */
  readonly isAddressAllowed: boolean
  /** Whether text in pictures and scans is read. */
  readonly isOcrOn: boolean
  /** Whether people’s questions are logged. */
  readonly logQuestions: boolean
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  readonly isProduction: boolean
}

// An empty value in `.env` (`DISCORD_GUILD_ID=`) counts as not set.
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? undefined : value), schema.optional())

const snowflake = z
  .string()
  .trim()
  .regex(/^\d{15,21}$/, 'must be a Discord id: 15 to 21 digits, from “Copy ID”')

const port = z.coerce
  .number('must be a port: a whole number from 0 to 65535')
  .int()
  .min(0)
  .max(65_535, 'must be a port: a whole number from 0 to 65535')

const folder = z
  .string()
  .refine((path) => !path.includes('\0'), 'must be a folder; a path cannot contain the character U+0000')

const amount = z.coerce
  .number('must be a whole number from 0')
  .int('must be a whole number from 0')
  .min(0, 'must be a whole number from 0')
  .max(1_000_000_000, 'must be at most 1000000000')

const environment = z.object({
  DISCORD_TOKEN: optional(z.string().trim()),
  DISCORD_CLIENT_ID: optional(snowflake),
  DISCORD_GUILD_ID: optional(snowflake),
  QUOTH_DISCORD_API: optional(
    z.url({
      protocol: /^https?$/,
      error: 'must be the address of a REST API without its version, such as https://discord.com/api',
    }),
  ),
  QUOTH_LIBRARY: optional(folder),
  QUOTH_DATA: optional(folder),
  QUOTH_SHARED: optional(z.enum(['true', 'false'], 'must be true or false')),
  QUOTH_MAX_DOCUMENTS: optional(amount),
  QUOTH_MAX_MEGABYTES: optional(amount),
  QUOTH_ADDRESSES: optional(z.enum(['true', 'false'], 'must be true or false')),
  QUOTH_ASK_LIMIT: optional(
    z
      .string()
      .trim()
      .regex(/^[1-9]\d{0,4}(?:\/[1-9]\d{0,4})?$/, 'must be a number of questions, or questions/seconds, such as 10/10'),
  ),
  QUOTH_PREVIEW_PORT: optional(port),
  QUOTH_OPS_PORT: optional(port),
  QUOTH_MEANING: optional(z.enum(['on', 'off'], 'must be on or off')),
  QUOTH_OCR: optional(z.enum(['true', 'false'], 'must be true or false')),
  QUOTH_LOG_LEVEL: optional(
    z.enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be one of debug, info, warn, error, silent'),
  ),
  QUOTH_LOG_QUESTIONS: optional(z.enum(['true', 'false'], 'must be true or false')),
  NODE_ENV: z.string().optional(),
})

/** The library that ships with Quoth. */
export const defaultLibrary = 'seeds'

/**
 * Reads the settings from environment variables.
 * @throws QuothError `bad-settings` with all problems in one message, without values, since one may be a secret
 */
export const readSettings = (env: NodeJS.ProcessEnv): Settings => {
  const read = environment.safeParse(env)
  if (!read.success) {
    const problems = read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`)
    throw new QuothError('bad-settings', `Please correct the settings: ${[...new Set(problems)].join(' ')}`)
  }
  const { data } = read
  const [count = 10, seconds = 10] = (data.QUOTH_ASK_LIMIT ?? '').split('/').filter(Boolean).map(Number)
  return {
    library: data.QUOTH_LIBRARY ?? defaultLibrary,
    data: data.QUOTH_DATA ?? '.quoth',
    isLibraryShared: data.QUOTH_SHARED !== 'false',
    quota: {
      documents: data.QUOTH_MAX_DOCUMENTS ?? 2000,
      bytes: (data.QUOTH_MAX_MEGABYTES ?? 1000) * 1024 * 1024,
    },
    discord: {
      token: data.DISCORD_TOKEN ?? null,
      clientId: data.DISCORD_CLIENT_ID,
      guildId: data.DISCORD_GUILD_ID,
      api: data.QUOTH_DISCORD_API?.replace(/\/+$/, ''),
    },
    askLimit: { count, seconds },
    previewPort: data.QUOTH_PREVIEW_PORT ?? 0,
    opsPort: data.QUOTH_OPS_PORT || null,
    isMeaningOn: data.QUOTH_MEANING !== 'off',
    isAddressAllowed: data.QUOTH_ADDRESSES === 'true',
    isOcrOn: data.QUOTH_OCR !== 'false',
    logQuestions: data.QUOTH_LOG_QUESTIONS === 'true',
    logLevel: data.QUOTH_LOG_LEVEL ?? 'info',
    isProduction: data.NODE_ENV === 'production',
  }
}
