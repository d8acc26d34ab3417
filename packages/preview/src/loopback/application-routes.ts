import type { Route } from './route.ts'
import type { World } from './world.ts'

const day = 24 * 60 * 60 * 1000

/**
 * Who the bot is and where its gateway is. `gatewayUrl` is a `ws:` address; `identified` counts Identify frames so far.
 */
export const applicationRoutes = (world: World, gatewayUrl: string, identified: () => number): readonly Route[] => [
  {
    name: 'gateway',
    method: 'GET',
    path: '/gateway/bot',
    needsToken: true,
    handle: () => ({
      status: 200,
      body: {
        url: gatewayUrl,
        shards: 1,
        session_start_limit: {
          total: world.identifiesADay,
          remaining: Math.max(0, world.identifiesADay - identified()),
          reset_after: day,
          max_concurrency: 1,
        },
      },
    }),
  },
  {
    name: 'current-user',
    method: 'GET',
    path: '/users/@me',
    needsToken: true,
    handle: () => ({ status: 200, body: world.bot }),
  },
  {
    name: 'current-application',
    method: 'GET',
    path: '/applications/@me',
    needsToken: true,
    handle: () => ({
      status: 200,
      body: {
        id: world.bot.id,
        name: world.bot.username,
        icon: null,
        description: '',
        bot_public: true,
        bot_require_code_grant: false,
        verify_key: '0'.repeat(64),
        flags: 0,
        bot: world.bot,
        approximate_guild_count: world.guilds.length,
      },
    }),
  },
]
