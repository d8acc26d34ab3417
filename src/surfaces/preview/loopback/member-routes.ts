import { refusals } from './api-error.ts'
import { memberOf } from './payload.ts'
import type { Route } from './route.ts'
import type { World } from './world.ts'

/** Who is in a guild. A bot may ask for one member at a time without an intent. */
export const memberRoutes = (world: World): readonly Route[] => [
  {
    name: 'get-member',
    method: 'GET',
    path: '/guilds/:guild/members/:user',
    needsToken: true,
    handle: ({ params }) => {
      const guild = world.guilds.find(({ id }) => id === params['guild'])
      if (guild === undefined) throw refusals.unknownGuild()
      const user = world.users.get(params['user'] ?? '')
      if (user === undefined || user.left?.includes(guild.id)) throw refusals.unknownMember()
      return { status: 200, body: memberOf(user) }
    },
  },
]
