import { Client, type ClientOptions, Events, GatewayIntentBits } from 'discord.js'
import type { Loopback } from '../../packages/preview/src/loopback/loopback.ts'

/**
 * A discord.js client for `loopback`, not logged in yet. Errors that it emits are kept, since one without a listener
 * ends the process.
 */
export const botFor = (loopback: Loopback, options: Partial<ClientOptions> = {}) => {
  const { rest, ...others } = options
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    // discord.js waits 5 s between two Identify frames; the loopback server does not ask for that.
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) },
    ...others,
    rest: { api: loopback.api, globalRequestsPerSecond: 100_000, ...rest },
  })
  const errors: Error[] = []
  client.on(Events.Error, (error) => void errors.push(error))
  return { client, errors }
}

/** A client that is logged in and ready. */
export const loggedIn = async (loopback: Loopback, options: Partial<ClientOptions> = {}) => {
  const bot = botFor(loopback, options)
  const ready = new Promise((resolve) => bot.client.once(Events.ClientReady, resolve))
  await bot.client.login(loopback.token)
  await ready
  return bot
}
