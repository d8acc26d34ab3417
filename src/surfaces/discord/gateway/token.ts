import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, OAuth2Scopes } from 'discord.js'
import { QuothError } from '../../../domain/error.ts'
import { isPassing } from './retry.ts'

const portal = 'https://discord.com/developers/applications'
const renew = `Open ${portal}, choose your application, press “Reset Token” under “Bot”, put the new token into DISCORD_TOKEN and start again.`

/**
 * The token alone, without blanks around it or the word `Bot` that documentation shows before it. Nothing else of its shape
 * is judged, except that it must be possible to send it.
 * @throws QuothError `bad-settings`
 */
export const bareToken = (token: string): string => {
  const bare = token.trim().replace(/^(?:bot|bearer)(?:\s+|$)/i, '')
  if (!/^[\x21-\x7e]+$/.test(bare))
    throw new QuothError('bad-settings', `DISCORD_TOKEN is empty or has characters that no token has. ${renew}`)
  return bare
}

/** What closing the gateway connection for good with `code` (4004, 4010 to 4014) means for whoever runs the bot. */
export const fatalClose = (code: number): QuothError =>
  code === 4004
    ? new QuothError('bad-settings', `Discord does not accept the bot token (close code 4004). ${renew}`)
    : new QuothError(
        'bad-settings',
        `Discord closed the connection for good (close code ${code}): it refuses how this bot connects. Check the application at ${portal} and update Quoth.`,
      )

/**
 * An error of Discord as one that says what to do: which settings to mend, or that Discord cannot be reached for now; any
 * other error as it is.
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
      `Discord refuses these settings (${error.message}). Check DISCORD_CLIENT_ID and DISCORD_GUILD_ID, and that the bot was invited to that server.`,
    )
  if (isPassing(error))
    return new QuothError(
      'unreachable',
      `Discord cannot be reached (${error instanceof Error ? error.message : 'no reason given'}). Check the network, and start again in a while.`,
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
