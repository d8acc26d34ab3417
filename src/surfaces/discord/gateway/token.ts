import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, OAuth2Scopes } from 'discord.js'
import { QuothError } from '../../../domain/error.ts'
import { isTransient } from './retry.ts'

const portal = 'https://discord.com/developers/applications'
const renew =
  `Open ${portal}, choose your application, press “Reset Token” under “Bot”, ` +
  'put the new token into DISCORD_TOKEN and start again.'

/**
 * The token without white space around it or the word `Bot` that documentation shows before it. Its shape is not
 * checked, only that it can be sent.
 * @throws QuothError `bad-settings`
 */
export const bareToken = (token: string): string => {
  const bare = token.trim().replace(/^(?:bot|bearer)(?:\s+|$)/i, '')
  if (!/^[\x21-\x7e]+$/.test(bare))
    throw new QuothError('bad-settings', `DISCORD_TOKEN is empty or contains characters that no token has. ${renew}`)
  return bare
}

/** What closing the gateway connection for good with `code` (4004, 4010 to 4014) means for whoever runs the bot. */
export const fatalClose = (code: number): QuothError =>
  code === 4004
    ? new QuothError('bad-settings', `Discord does not accept the bot token (close code 4004). ${renew}`)
    : new QuothError(
        'bad-settings',
        `Discord closed the connection for good (close code ${code}): it does not accept how this bot connects. ` +
          `Check the application at ${portal} and update Quoth.`,
      )

/**
 * Turns an error of Discord into one that says what to do: which settings to correct, or that Discord cannot be
 * reached; any other error stays as it is.
 */
export const asExpected = (error: unknown): unknown => {
  if (error instanceof QuothError) return error
  const isRefused =
    (error instanceof DiscordAPIError && error.status === 401) ||
    (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) ||
    (error instanceof Error && error.message === 'Authentication failed')
  if (isRefused) return new QuothError('bad-settings', `Discord does not accept the bot token. ${renew}`)
  if (error instanceof DiscordAPIError && (error.status === 403 || error.status === 404))
    return new QuothError(
      'bad-settings',
      `Discord refuses these settings (${error.message}). ` +
        'Check DISCORD_CLIENT_ID and DISCORD_GUILD_ID, and that the bot was invited to that server.',
    )
  if (isTransient(error))
    return new QuothError(
      'unreachable',
      `Discord cannot be reached (${error instanceof Error ? error.message : 'no reason given'}). ` +
        'Check the network, and try again later.',
    )
  return error
}

/** The link that adds the bot to a server. It asks for no permission: answering a command needs none. */
export const inviteLink = (applicationId: string): string => {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`,
    permissions: '0',
  })
  return `https://discord.com/oauth2/authorize?${query}`
}
