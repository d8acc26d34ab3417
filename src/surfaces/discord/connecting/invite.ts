import { OAuth2Scopes } from 'discord.js'

/** The link that adds the bot to a server. It asks for no permission: answering a command needs none. */
export const inviteLink = (applicationId: string): string => {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`,
    permissions: '0',
  })
  return `https://discord.com/oauth2/authorize?${query}`
}
