import { REST, type RESTOptions } from 'discord.js'
import { apiBase } from './api-base.ts'
import { refusalsTold } from './troubles.ts'

/** A client for what answers interactions: Discord exempts that from its global rate limit, and `responder` retries it. */
export const createReplyRest = (api: string | undefined, makeRequest: RESTOptions['makeRequest']): REST =>
  new REST({
    ...apiBase(api),
    ...refusalsTold,
    makeRequest,
    retries: 0,
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    // discord.js keeps a queue for every interaction's token, which nobody uses after a minute or two.
    handlerSweepInterval: 20_000,
  })
