import { once } from 'node:events'
import { Client, Events, GatewayIntentBits, type Interaction } from 'discord.js'
import type { QuothError } from '../../../domain/error.ts'
import type { Log } from '../../../observing/log.ts'
import { apiBase } from './api-base.ts'
import { asExpected, fatalClose } from './token.ts'
import { logConnection, logRequests, refusalsTold } from './troubles.ts'

/** A client that is logged in and ready. */
export type Connection = {
  readonly client: Client
  readonly applicationId: string
  readonly name: string
  /** Resolves with the reason when Discord ends the connection for good; discord.js then goes on calling itself ready. */
  readonly ended: Promise<QuothError>
}

/**
 * Logs in and waits until the client knows its guilds.
 * @param take gets every interaction from then on
 * @throws QuothError `bad-settings` when Discord refuses the token or how the bot connects, `unreachable` when it is out of reach
 */
export const connect = async ({
  token,
  api,
  log,
  take,
}: {
  readonly token: string
  readonly api: string | undefined
  readonly log: Log
  readonly take: (interaction: Interaction) => void
}): Promise<Connection> => {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    rest: { ...apiBase(api), ...refusalsTold },
  })
  logConnection(client, log)
  logRequests(client.rest, log)
  client.on(Events.InteractionCreate, take)
  const ended = new Promise<QuothError>((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }) => resolve(fatalClose(code)))
  })
  try {
    // `login` takes a leading `Bot` away, even one that is the token's own beginning.
    const ready = Promise.all([once(client, Events.ClientReady), client.login(`Bot ${token}`)])
    const refusal = await Promise.race([ready.then(() => null), ended])
    if (refusal !== null) throw refusal
  } catch (error) {
    await client.destroy()
    throw asExpected(error)
  }
  const { application, user } = client
  if (application === null || user === null) throw new Error('discord.js is ready and does not know its application')
  return { client, applicationId: application.id, name: user.username, ended }
}
