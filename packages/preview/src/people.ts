import { PermissionFlagsBits } from 'discord-api-types/v10'
import type { LoopbackChannel, LoopbackGuild, LoopbackUser } from './loopback/world.ts'

const server: LoopbackGuild = { id: '1000000000000000001', name: 'Local preview', locale: 'en-GB' }

/** Who can be tried out in the preview, and where: two members, one of whom reads German, and an administrator. */
export const peopleAndPlaces = {
  users: [
    { id: '1000000000000000003', name: 'Ada', locale: 'en-GB' },
    { id: '1000000000000000005', name: 'Ben', locale: 'de' },
    {
      id: '1000000000000000006',
      name: 'Cleo',
      locale: 'en-GB',
      permissions: String(PermissionFlagsBits.Administrator),
    },
  ],
  guilds: [server],
  channels: [
    { id: '1000000000000000007', name: 'research', guild: server.id },
    { id: '1000000000000000008', name: 'general', guild: server.id },
  ],
} satisfies {
  readonly users: readonly LoopbackUser[]
  readonly guilds: readonly LoopbackGuild[]
  readonly channels: readonly LoopbackChannel[]
}
