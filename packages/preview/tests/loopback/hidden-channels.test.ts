import { PermissionFlagsBits as Bits, Events, type Guild, type Interaction } from 'discord.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { callApi } from '../../../../tests/support/loopback-api.ts'
import { loggedIn } from '../../../../tests/support/loopback-bot.ts'
import { row } from '../../../../tests/support/loopback-message.ts'
import { startPatientLoopback } from '../../../../tests/support/patient-loopback.ts'
import type { Loopback } from '../../src/loopback/loopback.ts'

const [club, school] = ['1000000000000000001', '1000000000000000002']
const [ada, ben, cleo, dora] = ['11', '12', '13', '14']
const [board, admin, pupil] = ['31', '32', '33']
const [general, boardroom, cellar, classroom, desk] = ['21', '22', '23', '24', '25']
const people = [ada, ben, cleo, dora]
const channels = [general, boardroom, cellar, classroom, desk]

let loopback: Loopback
let bot: Awaited<ReturnType<typeof loggedIn>>
beforeEach(async () => {
  loopback = await startPatientLoopback({
    guilds: [
      {
        ...{ id: club, name: 'Club' },
        roles: [
          { id: board, name: 'Board' },
          { id: admin, name: 'Administrators', permissions: String(Bits.Administrator) },
        ],
      },
      { id: school, name: 'School', roles: [{ id: pupil, name: 'Pupils' }] },
    ],
    users: [
      { id: ada, name: 'Ada', roles: [board, pupil] },
      { id: ben, name: 'Ben' },
      { id: cleo, name: 'Cleo', roles: [admin] },
      { id: dora, name: 'Dora', roles: [pupil] },
    ],
    channels: [
      { id: general, name: 'general', guild: club },
      { id: boardroom, name: 'boardroom', guild: club, onlyFor: { roles: [board] } },
      { id: cellar, name: 'cellar', guild: club, onlyFor: { users: [ben] } },
      { id: classroom, name: 'classroom', guild: school },
      { id: desk, name: 'desk', guild: school, onlyFor: { roles: [pupil], users: [ben] } },
    ],
  })
  bot = await loggedIn(loopback)
  await expect.poll(() => bot.client.guilds.cache.size).toBe(2)
  await callApi(loopback, 'PUT', `/applications/${loopback.applicationId}/commands`, [
    {
      ...{ name: 'limit', description: 'Limit' },
      options: [
        { type: 7, name: 'channel', description: 'To which channel', channel_types: [0] },
        { type: 8, name: 'role', description: 'To which role' },
        { type: 6, name: 'person', description: 'To whom' },
        { type: 9, name: 'anyone', description: 'To whom or which role' },
      ],
    },
    { name: 'reset', description: 'Reset', default_member_permissions: '0' },
  ])
})
afterEach(async () => {
  await bot.client.destroy()
  await loopback.close()
})

const heard = <T>(read: (interaction: Interaction) => T) =>
  new Promise<T>((resolve) => bot.client.once(Events.InteractionCreate, (interaction) => resolve(read(interaction))))
const seenBy = (user: string) => loopback.channelsOf(user).flatMap(({ id, guild }) => (guild === null ? [] : [id]))

describe('a channel for some alone', () => {
  test('is seen by those whom it names, those with its role, and administrators of its guild', () => {
    expect(people.map(seenBy)).toEqual([
      [general, boardroom, classroom, desk],
      [general, cellar, classroom, desk],
      [general, boardroom, cellar, classroom],
      [general, classroom, desk],
    ])
  })

  test('is seen by the same people for discord.js', async () => {
    for (const user of people) {
      const computed = await Promise.all(
        channels.map(async (id) => {
          const guild = bot.client.guilds.cache.find(({ channels }) => channels.cache.has(id)) as Guild
          const member = await guild.members.fetch(user)
          return guild.channels.cache.get(id)?.permissionsFor(member).has(Bits.ViewChannel) ? [id] : []
        }),
      )
      expect([user, computed.flat()]).toEqual([user, seenBy(user)])
    }
  })

  test('is no place to act for others, nor are its messages', () => {
    expect(() => loopback.invoke({ command: 'limit', user: dora, channel: boardroom })).toThrow('sees no channel')
    expect(() => loopback.say({ user: dora, channel: boardroom, content: 'x' })).toThrow('sees no channel')
    expect(() => loopback.commandsIn({ user: dora, channel: boardroom })).toThrow('sees no channel')
    const { id } = loopback.say({ user: ada, channel: boardroom, content: 'x' })
    expect(() => loopback.click(id, 'x', { user: dora })).toThrow('sees no message')
  })

  test('is seen by the bot only where it is let in', async () => {
    const send = () => callApi(loopback, 'POST', `/channels/${boardroom}/messages`, { content: 'x' })
    const isSeen = () => {
      const channel = bot.client.guilds.cache.get(club)?.channels.cache.get(boardroom)
      return channel?.permissionsFor(loopback.applicationId)?.has(Bits.ViewChannel)
    }
    expect([isSeen(), (await send()).code]).toEqual([false, 50001])
    loopback.allowBot(boardroom, String(Bits.ViewChannel | Bits.SendMessages))
    await expect.poll(isSeen).toBe(true)
    expect((await send()).status).toBe(200)
  })
})

describe('a member', () => {
  test('comes with the roles of the guild that an interaction is of', async () => {
    const rolesIn = (channel: string, user: string) => {
      const received = heard(({ member }) => {
        if (!member || Array.isArray(member.roles)) throw new Error('Not a member that is known.')
        return member.roles.cache.map(({ name }) => name).sort()
      })
      loopback.invoke({ command: 'limit', user, channel })
      return received
    }
    expect(await rolesIn(general, ada)).toEqual(['@everyone', 'Board'])
    expect(await rolesIn(classroom, ada)).toEqual(['@everyone', 'Pupils'])
    expect(await rolesIn(general, ben)).toEqual(['@everyone'])
  })

  test('may do what a role grants, in the guild of the role', () => {
    const offered = (user: string, channel: string) => loopback.commandsIn({ user, channel }).map(({ name }) => name)
    expect(offered(cleo, general)).toEqual(['limit', 'reset'])
    expect(offered(cleo, classroom)).toEqual(['limit'])
    expect(offered(ada, general)).toEqual(['limit'])
  })
})

describe('an option', () => {
  test('of a channel, a role or a person is told with what it stands for', async () => {
    const received = heard((interaction) => {
      if (!interaction.isChatInputCommand()) return []
      const { options } = interaction
      return [
        options.getChannel('channel', true).name,
        options.getRole('role', true).name,
        options.getUser('person', true).username,
        options.getMentionable('anyone', true).toString(),
      ]
    })
    const options = { channel: boardroom, role: board, person: ben, anyone: admin }
    loopback.invoke({ command: 'limit', user: ada, channel: general, options })
    expect(await received).toEqual(['boardroom', 'Board', 'Ben', `<@&${admin}>`])
  })

  test('takes what is in its guild and in sight', () => {
    const limit = (options: Readonly<Record<string, string>>, channel = general) =>
      loopback.invoke({ command: 'limit', user: ada, channel, options })
    expect(() => limit({ channel: cellar })).toThrow(`takes one of ${general}, ${boardroom}`)
    expect(() => limit({ channel: classroom })).toThrow('“channel” of /limit takes')
    expect(() => limit({ role: pupil })).toThrow('“role” of /limit takes')
    expect(() => limit({ role: club })).toThrow('“role” of /limit takes')
    expect(() => limit({ role: board }, classroom)).toThrow('“role” of /limit takes')
  })
})

describe('a menu of roles', () => {
  test('offers the roles of its guild, and tells the bot which ones were chosen', async () => {
    const opening = heard(({ id, token }) =>
      callApi(loopback, 'POST', `/interactions/${id}/${token}/callback`, {
        type: 4,
        data: { content: 'x', components: [row({ type: 6, custom_id: 'who' })] },
      }),
    )
    const asked = loopback.invoke({ command: 'limit', channel: general })
    await opening
    const { id } = await asked.answered()
    expect(() => loopback.select(id, 'who', [pupil])).toThrow('no option')
    const received = heard((interaction) =>
      interaction.isRoleSelectMenu() ? interaction.roles.map(({ name }) => name) : [],
    )
    loopback.select(id, 'who', [board])
    expect(await received).toEqual(['Board'])
  })
})
