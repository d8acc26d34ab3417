import { Events } from 'discord.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { callApi } from '../../../tests/support/loopback-api.ts'
import { type botFor, loggedIn } from '../../../tests/support/loopback-bot.ts'
import { button, layout, row, select } from '../../../tests/support/loopback-message.ts'
import { type Api, createApi } from '../src/api.ts'
import { type Loopback, startLoopback } from '../src/loopback/loopback.ts'
import { peopleAndPlaces } from '../src/people.ts'
import { openSessions, type Sessions } from '../src/sessions.ts'
import { createUploads, type Uploads } from '../src/uploads.ts'

const [ada, ben] = peopleAndPlaces.users.map(({ id }) => id)
const [research, general] = peopleAndPlaces.channels.map(({ id }) => id)
const input = { type: 4, custom_id: 'question', style: 1 }
const form = { title: 'Ask again', custom_id: 'form', components: [{ type: 18, label: 'Question', component: input }] }

let loopback: Loopback
let bot: ReturnType<typeof botFor>
let sessions: Sessions
let api: Api
let uploads: Uploads
/** How the bot responds to whatever it hears next. */
let response: object

beforeEach(async () => {
  loopback = await startLoopback({ ...peopleAndPlaces, limits: { respondWithin: 3000 } })
  bot = await loggedIn(loopback)
  await callApi(loopback, 'PUT', `/applications/${loopback.applicationId}/commands`, [
    { name: 'ask', description: 'Ask' },
    { name: 'Check quotes', type: 3 },
  ])
  bot.client.on(Events.InteractionCreate, ({ id, token }) => {
    void callApi(loopback, 'POST', `/interactions/${id}/${token}/callback`, response)
  })
  sessions = openSessions(loopback, 'Quoth')
  uploads = createUploads(loopback.attachmentSizeLimit)
  api = createApi(loopback, sessions, uploads)
})
afterEach(async () => {
  sessions.close()
  await bot.client.destroy()
  await loopback.close()
})

const call = (path: string, body: object) => api.get(`/api/${path}`)?.(body)
const entries = (person = ada) => sessions.of(person).entries()
/** The id of a message with a button and a menu, which Ada asked for. */
const shown = async (flags = 0): Promise<string> => {
  const { flags: isLayout, components } = layout(row(button()), row(select()))
  response = { type: 4, data: { flags: isLayout | flags, components } }
  await call('invoke', { path: ['ask'], values: {} })
  return entries().at(-1)?.message ?? ''
}

test('a command without a person or a place is the first person’s in the first place', async () => {
  await shown()
  expect(entries()).toMatchObject([{ place: research, used: { by: 'Ada', command: '/ask' } }])
})

test('a person writes where the person is', async () => {
  await call('say', { by: ben, at: general, content: 'hello' })
  expect(entries()).toMatchObject([{ place: general, author: { name: 'Ben' }, content: 'hello' }])
})

test('a person attaches files that were uploaded, each once', async () => {
  const name = uploads.keep({ name: 'tides.txt', bytes: Buffer.from('The tide rises.') })
  await call('say', { content: '', uploads: [name] })
  expect(entries()).toMatchObject([{ content: '', files: [{ name: 'tides.txt', size: 15 }] }])
  await expect(call('say', { content: '', uploads: [name] })).rejects.toThrow('not uploaded')
})

test('a button opens a form, which is sent back filled in', async () => {
  const message = await shown()
  response = { type: 9, data: form }
  const opened = await call('press', { message, customId: 'go-0' })
  expect(opened).toMatchObject({ form: { title: 'Ask again', components: form.components } })
  const id = (opened as { form: { id: string } }).form.id
  await expect(call('submit', { form: id, fields: {} })).rejects.toThrow('required')
  response = { type: 4, data: { content: 'asked again' } }
  expect(await call('submit', { form: id, fields: { question: 'why?' } })).toEqual({ form: null })
  expect(entries().at(-1)).toMatchObject({ content: 'asked again', used: null })
})

test('a use of a button that the bot does not respond to fails', async () => {
  const message = await shown()
  response = {}
  await expect(call('press', { message, customId: 'go-0' })).rejects.toThrow('did not respond')
})

test('a menu takes values, and only those that it has', async () => {
  const message = await shown()
  response = { type: 6 }
  expect(await call('press', { message, customId: 'pick', values: ['0'] })).toEqual({ form: null })
  await expect(call('press', { message, customId: 'pick', values: ['7'] })).rejects.toThrow('has no option')
})

test('nobody presses what another person alone sees', async () => {
  const message = await shown(64)
  response = { type: 6 }
  await expect(call('press', { by: ben, message, customId: 'go-0' })).rejects.toThrow('sees no message')
})

test('a command of a message is used by whoever chooses it, in its place', async () => {
  await call('say', { by: ben, at: general, content: 'hello' })
  const message = entries().at(-1)?.message ?? ''
  response = { type: 4, data: { content: 'checked' } }
  await call('apply', { by: ada, message, command: 'Check quotes' })
  expect(entries(ben).at(-1)).toMatchObject({
    ...{ place: general, content: 'checked' },
    used: { by: 'Ada', command: 'Check quotes' },
  })
})

test('a place that the person does not see is not there', async () => {
  const direct = sessions.of(ben).places().at(-1)?.id
  await expect(call('say', { by: ada, at: direct, content: 'hello' })).rejects.toThrow('There is no such channel.')
})
