import type { ServerResponse } from 'node:http'
import { PermissionFlagsBits } from 'discord-api-types/v10'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { patience } from '../../../tests/support/eventually.ts'
import { callApi, secretsOf } from '../../../tests/support/loopback-api.ts'
import { loggedIn } from '../../../tests/support/loopback-bot.ts'
import { button, layout, row } from '../../../tests/support/loopback-message.ts'
import { type Loopback, startLoopback } from '../src/loopback/loopback.ts'
import type { PreviewEvent } from '../src/protocol.ts'
import { openSessions, type Sessions } from '../src/sessions.ts'

const ephemeral = 64
const [ada, ben, cleo] = ['11', '12', '13']
const [research, general] = ['21', '22']
let loopback: Loopback
let bot: Awaited<ReturnType<typeof loggedIn>>
let sessions: Sessions
/** What a page of Ada's was told. */
let told: PreviewEvent[]

const start = async (respondWithin: number) => {
  loopback = await startLoopback({
    users: [
      { id: ada, name: 'Ada' },
      { id: ben, name: 'Ben', locale: 'de' },
      { id: cleo, name: 'Cleo', permissions: String(PermissionFlagsBits.Administrator) },
    ],
    guilds: [{ id: '20', name: 'Guild' }],
    channels: [
      { id: research, name: 'research', guild: '20' },
      { id: general, name: 'general', guild: '20' },
    ],
    limits: { respondWithin },
  })
  bot = await loggedIn(loopback)
  await callApi(loopback, 'PUT', `/applications/${loopback.applicationId}/commands`, [
    { name: 'ask', description: 'Ask' },
    { name: 'settings', description: 'Set', default_member_permissions: String(PermissionFlagsBits.ManageGuild) },
    { name: 'Check quotes', type: 3, name_localizations: { de: 'Zitate prüfen' } },
  ])
  sessions = openSessions(loopback, 'Quoth')
  told = []
  const page = {
    writeHead: () => page,
    write: (text: string) => told.push(JSON.parse(/^data: (.*)$/m.exec(text)?.[1] ?? 'null')),
    on: () => page,
    end: () => page,
  }
  sessions.of(ada).stream.open(page as unknown as ServerResponse, { kind: 'online', online: true })
  told = []
}
const stop = async () => {
  sessions.close()
  await bot.client.destroy()
  await loopback.close()
}
beforeEach(() => start(patience))
afterEach(stop)
/** Begins anew with so many milliseconds for the first response. */
const restart = async (respondWithin: number) => {
  await stop()
  await start(respondWithin)
}

/** Uses `/ask`; what the bot then sends goes by the interaction's id and token. */
const use = (user = ada) =>
  secretsOf(bot, () => {
    const followed = loopback.invoke({ command: 'ask', user, channel: research })
    sessions.showUse('/ask', followed, { person: sessions.of(user), place: research })
  })
type Secrets = Awaited<ReturnType<typeof use>>
const respond = ({ id, token }: Secrets, body: object) =>
  callApi(loopback, 'POST', `/interactions/${id}/${token}/callback`, body)
const edit = ({ token }: Secrets, body: object) =>
  callApi(loopback, 'PATCH', `/webhooks/${loopback.applicationId}/${token}/messages/@original`, body)
const entriesOf = (person = ada) => sessions.of(person).entries()

test('a command is on its way, then the bot thinks, then its words stand in the same place', async () => {
  const asked = await use()
  const used = { by: 'Ada', command: '/ask' }
  expect(entriesOf()).toMatchObject([{ id: asked.id, place: research, state: 'sending', used, message: null }])
  await respond(asked, { type: 5 })
  expect(entriesOf()).toMatchObject([{ id: asked.id, state: 'thinking', used }])
  const { components } = layout(row(button()))
  await edit(asked, layout(row(button())))
  expect(entriesOf()).toMatchObject([{ id: asked.id, state: 'shown', components, edited: false }])
  await edit(asked, layout(row(button())))
  expect(entriesOf()).toMatchObject([{ edited: true }])
  const states = told.map((event) => (event.kind === 'entry' ? event.entry.state : event.kind))
  expect(states).toEqual(['sending', 'thinking', 'shown', 'shown'])
})

test('others see who used a command once the bot responds, and not that it is on its way', async () => {
  const asked = await use()
  expect(entriesOf(ben)).toEqual([])
  await respond(asked, { type: 4, data: { content: 'for all' } })
  expect(entriesOf(ben)).toMatchObject([{ content: 'for all', used: { by: 'Ada', command: '/ask' }, ephemeral: false }])
})

test('a command that the bot does not respond to in time has failed, for the one who used it', async () => {
  await restart(150)
  await use()
  await expect.poll(() => entriesOf()).toMatchObject([{ state: 'failed', used: { by: 'Ada' } }])
  expect(entriesOf(ben)).toEqual([])
})

test('what only one person sees is marked so, and is not there for the others', async () => {
  await respond(await use(), { type: 4, data: { content: 'for Ada', flags: ephemeral } })
  expect(entriesOf()).toMatchObject([{ content: 'for Ada', ephemeral: true }])
  expect(entriesOf(ben)).toEqual([])
})

test('a message that was dismissed stays away when the bot edits it', async () => {
  const asked = await use()
  await respond(asked, { type: 4, data: { content: 'first', flags: ephemeral } })
  sessions.of(ada).dismiss(asked.id)
  await edit(asked, { content: 'second' })
  expect(entriesOf()).toEqual([])
  expect(told.at(-1)).toEqual({ kind: 'removed', id: asked.id })
})

test('a message that the bot deletes goes, for everybody', async () => {
  const asked = await use()
  await respond(asked, { type: 4, data: { content: 'first' } })
  await callApi(loopback, 'DELETE', `/webhooks/${loopback.applicationId}/${asked.token}/messages/@original`, undefined)
  expect([...entriesOf(), ...entriesOf(ben)]).toEqual([])
})

test('a follow-up stands by itself below the response', async () => {
  const asked = await use()
  await respond(asked, { type: 4, data: { content: 'first' } })
  await callApi(loopback, 'POST', `/webhooks/${loopback.applicationId}/${asked.token}`, { content: 'second' })
  expect(entriesOf()).toMatchObject([
    { content: 'first', used: { command: '/ask' } },
    { content: 'second', used: null },
  ])
})

test('a command that opens a form leaves no message behind', async () => {
  const input = { type: 4, custom_id: 'again', style: 1 }
  const form = { title: 'Rephrase', custom_id: 'form', components: [{ type: 18, label: 'Question', component: input }] }
  await restart(1500)
  await respond(await use(), { type: 9, data: form })
  await new Promise((resolve) => setTimeout(resolve, 1600))
  expect(entriesOf()).toEqual([])
})

test('what people write is seen by all, and calls those whom it names', () => {
  loopback.say({ user: ada, channel: general, content: `See <@${ben}>` })
  expect(entriesOf(ben)).toMatchObject([
    { place: general, author: { name: 'Ada', isBot: false }, content: `See <@${ben}>`, mentioned: true },
  ])
  expect(entriesOf(cleo)).toMatchObject([{ mentioned: false }])
})

test('direct messages are seen by the person whom they are with, alone', () => {
  const direct = sessions.of(ben).places().at(-1)
  expect(direct).toMatchObject({ kind: 'direct', name: 'Quoth' })
  loopback.say({ user: ben, channel: direct?.id, content: 'between us' })
  expect(entriesOf(ben)).toMatchObject([{ content: 'between us', place: direct?.id }])
  expect([...entriesOf(ada), ...entriesOf(cleo)]).toEqual([])
})

test('each person is offered the commands that the person may use, in the language of the person', () => {
  const offered = (person: string | undefined) => sessions.of(person).places()[0]
  expect(offered(ada)?.commands.map(({ label }) => label)).toEqual(['ask'])
  expect(offered(cleo)?.commands.map(({ label }) => label)).toEqual(['ask', 'settings'])
  expect(offered(ada)?.messageCommands).toEqual([{ name: 'Check quotes', label: 'Check quotes' }])
  expect(offered(ben)?.messageCommands).toEqual([{ name: 'Check quotes', label: 'Zitate prüfen' }])
})

test('the page hears of new commands', async () => {
  const again = [{ name: 'cite', description: 'Cite' }]
  await callApi(loopback, 'PUT', `/applications/${loopback.applicationId}/commands`, again)
  const [first] = told
  expect(first).toMatchObject({ kind: 'places', places: expect.arrayContaining([]) })
  expect(first?.kind === 'places' && first.places.map(({ commands }) => commands.map(({ label }) => label))).toEqual([
    ['cite'],
    ['cite'],
    ['cite'],
  ])
})
