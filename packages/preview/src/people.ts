import { PermissionFlagsBits } from 'discord-api-types/v10'
import type { LoopbackChannel, LoopbackGuild, LoopbackUser } from './loopback/world.ts'

const board = { id: '1000000000000000011', name: 'Board' }
const administrators = {
  id: '1000000000000000012',
  name: 'Administrators',
  permissions: String(PermissionFlagsBits.Administrator),
}
const librarians = {
  id: '1000000000000000022',
  name: 'Librarians',
  permissions: String(PermissionFlagsBits.ManageGuild),
}

const server: LoopbackGuild = {
  ...{ id: '1000000000000000001', name: 'Local preview', locale: 'en-GB' },
  roles: [board, administrators],
}
const other: LoopbackGuild = {
  ...{ id: '1000000000000000021', name: 'Reading circle', locale: 'en-GB' },
  roles: [librarians],
}

/**
 * Who can be tried out in the preview, and where: two members, one of whom reads German and is not on the board, and an
 * administrator; and two servers, with a channel of the first for its board alone.
 */
export const peopleAndPlaces = {
  users: [
    { id: '1000000000000000003', name: 'Ada', locale: 'en-GB', roles: [board.id] },
    { id: '1000000000000000005', name: 'Ben', locale: 'de' },
    { id: '1000000000000000006', name: 'Cleo', locale: 'en-GB', roles: [administrators.id, librarians.id] },
  ],
  guilds: [server, other],
  channels: [
    { id: '1000000000000000007', name: 'research', guild: server.id },
    { id: '1000000000000000008', name: 'general', guild: server.id },
    { id: '1000000000000000009', name: 'board', guild: server.id, onlyFor: { roles: [board.id] } },
    { id: '1000000000000000023', name: 'books', guild: other.id },
  ],
} satisfies {
  readonly users: readonly LoopbackUser[]
  readonly guilds: readonly LoopbackGuild[]
  readonly channels: readonly LoopbackChannel[]
}
