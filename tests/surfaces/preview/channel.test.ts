import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Channel, followChannel } from '../../../src/surfaces/preview/channel.ts'
import { type Loopback, startLoopback } from '../../../src/surfaces/preview/loopback/loopback.ts'
import type { PreviewEvent } from '../../../src/surfaces/preview/protocol.ts'
import { callApi, secretsOf } from '../../support/loopback-api.ts'
import { loggedIn } from '../../support/loopback-bot.ts'
import { button, layout, row } from '../../support/loopback-message.ts'

const ephemeral = 64
let loopback: Loopback
let bot: Awaited<ReturnType<typeof loggedIn>>
let channel: Channel
let told: PreviewEvent[]

beforeEach(async () => {
  loopback = await startLoopback({
    users: [
      { id: '11', name: 'Ada' },
      { id: '12', name: 'Ben' },
    ],
    limits: { respondWithin: 150 },
  })
  bot = await loggedIn(loopback)
  await callApi(loopback, 'PUT', `/applications/${loopback.applicationId}/commands`, [
    { name: 'ask', description: 'Ask' },
  ])
  told = []
  channel = followChannel(loopback, (event) => void told.push(event))
})
afterEach(async () => {
  channel.close()
  await bot.client.destroy()
  await loopback.close()
})

/** Uses `/ask` as the visitor does; what the bot then sends goes by the interaction's id and token. */
const use = (user = '11') =>
  secretsOf(bot, () => {
    const { id } = loopback.invoke({ command: 'ask', user })
    if (user === '11') channel.showUse(id, '/ask')
  })
type Secrets = Awaited<ReturnType<typeof use>>
const respond = ({ id, token }: Secrets, body: object) =>
  callApi(loopback, 'POST', `/interactions/${id}/${token}/callback`, body)
const edit = ({ token }: Secrets, body: object) =>
  callApi(loopback, 'PATCH', `/webhooks/${loopback.applicationId}/${token}/messages/@original`, body)
const afterDeadline = () => new Promise((resolve) => setTimeout(resolve, 250))

test('a command is on its way, then the bot thinks, then its words stand in the same place', async () => {
  const asked = await use()
  expect(channel.entries()).toMatchObject([{ id: asked.id, state: 'sending', used: '/ask', message: null }])
  await respond(asked, { type: 5 })
  expect(channel.entries()).toMatchObject([{ id: asked.id, state: 'thinking', used: '/ask' }])
  const { components } = layout(row(button()))
  await edit(asked, layout(row(button())))
  expect(channel.entries()).toMatchObject([{ id: asked.id, state: 'shown', components, edited: true }])
  const states = told.map((event) => (event.kind === 'entry' ? event.entry.state : event.kind))
  expect(states).toEqual(['sending', 'thinking', 'shown'])
})

test('a command that the bot does not respond to in time has failed', async () => {
  await use()
  await afterDeadline()
  expect(channel.entries()).toMatchObject([{ state: 'failed', used: '/ask' }])
})

test('what only the visitor sees is marked so, and what only others see is not there', async () => {
  await respond(await use('12'), { type: 4, data: { content: 'for Ben', flags: ephemeral } })
  await respond(await use('12'), { type: 4, data: { content: 'for all' } })
  await respond(await use(), { type: 4, data: { content: 'for Ada', flags: ephemeral } })
  expect(channel.entries()).toMatchObject([
    { content: 'for all', ephemeral: false, used: null },
    { content: 'for Ada', ephemeral: true, used: '/ask' },
  ])
})

test('a message that was dismissed stays away when the bot edits it', async () => {
  const asked = await use()
  await respond(asked, { type: 4, data: { content: 'first', flags: ephemeral } })
  channel.dismiss(asked.id)
  await edit(asked, { content: 'second' })
  expect(channel.entries()).toEqual([])
  expect(told.at(-1)).toEqual({ kind: 'removed', id: asked.id })
})

test('a message that the bot deletes goes', async () => {
  const asked = await use()
  await respond(asked, { type: 4, data: { content: 'first' } })
  await callApi(loopback, 'DELETE', `/webhooks/${loopback.applicationId}/${asked.token}/messages/@original`, undefined)
  expect(channel.entries()).toEqual([])
})

test('a follow-up stands by itself below the response', async () => {
  const asked = await use()
  await respond(asked, { type: 4, data: { content: 'first' } })
  await callApi(loopback, 'POST', `/webhooks/${loopback.applicationId}/${asked.token}`, { content: 'second' })
  expect(channel.entries()).toMatchObject([
    { content: 'first', used: '/ask' },
    { content: 'second', used: null },
  ])
})

test('a button that the bot does not respond to is told at its own message', async () => {
  const asked = await use()
  await respond(asked, { type: 4, data: layout(row(button())) })
  const { message } = channel.entry(asked.id)
  channel.showPress(loopback.click(message ?? '', 'go-0').id, asked.id)
  await afterDeadline()
  expect(told.at(-1)).toEqual({ kind: 'press-failed', id: asked.id })
  expect(channel.entries()).toMatchObject([{ state: 'shown' }])
})

test('the page hears of new commands', async () => {
  const again = [{ name: 'cite', description: 'Cite' }]
  await callApi(loopback, 'PUT', `/applications/${loopback.applicationId}/commands`, again)
  expect(told).toMatchObject([{ kind: 'commands', commands: [{ path: ['cite'], label: 'cite', description: 'Cite' }] }])
})
