import type { REST } from 'discord.js'
import type { Command } from '../../../command.ts'
import type { Log } from '../../../observing/log.ts'
import { asExpected } from '../connecting/token.ts'
import { withRetries } from '../sending/retry.ts'
import { type RegistrationReport, register } from './registration.ts'

/** Milliseconds for registering commands while Discord has troubles of its own. */
const registerWithin = 10_000

/**
 * Registers the commands where they differ; null when that fails, which is logged and no reason to stay offline: Discord keeps
 * those of before.
 * @param session `rest` carries the bot's token; `signal` ends waiting for another attempt
 */
export const registerAtStart = async (
  {
    rest,
    applicationId,
    signal,
  }: { readonly rest: REST; readonly applicationId: string; readonly signal: AbortSignal },
  {
    clientId,
    guildId,
    commands,
    log,
  }: {
    readonly clientId?: string | undefined
    readonly guildId?: string | undefined
    readonly commands: readonly Command[]
    readonly log: Log
  },
): Promise<RegistrationReport | null> => {
  if (clientId !== undefined && clientId !== applicationId)
    log.warn(`DISCORD_CLIENT_ID is ${clientId}, but the token belongs to ${applicationId}, which is used.`)
  const registry = { applicationId, guildId: guildId ?? null }
  try {
    return await withRetries(() => register(rest, registry, commands, { dryRun: false }), {
      deadline: performance.now() + registerWithin,
      each: registerWithin,
      signal,
    })
  } catch (error) {
    log.error({ err: asExpected(error) }, 'The commands could not be registered; those of before keep working')
    return null
  }
}
