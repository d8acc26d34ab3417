import { PermissionFlagsBits } from 'discord.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { customIds, shownText } from '../../../support/discord-bot.ts'
import { engineOver } from '../../../support/engine.ts'
import { ada, ben, type Conversation, nextChange, startConversation, tamper } from '../../../support/pressing.ts'

const eve = {
  id: '100000000000000013',
  name: 'Eve',
  permissions: String(
    PermissionFlagsBits.ManageGuild | PermissionFlagsBits.UseApplicationCommands | PermissionFlagsBits.ViewChannel,
  ),
}

let talk: Conversation
beforeEach(async () => {
  talk = await startConversation({}, { users: [ada, ben, eve] })
})
afterEach(() => talk.close())

const settings = () => talk.use('settings', {}, { user: eve.id })
const set = async (message: Awaited<ReturnType<typeof settings>>, action: string, values: readonly string[]) => {
  const changed = nextChange(talk.loopback, message.id)
  talk.choose(message, action, values, eve.id)
  return changed
}

test('whoever manages the server sets how Quoth answers there, and sees what holds', async () => {
  const panel = await settings()
  expect(panel.visibleTo).toBe(eve.id)
  await set(await set(await set(panel, 'set-answers', ['private']), 'set-quotes', ['1']), 'set-style', ['plain'])
  const answer = await talk.use('ask', { question: 'When does the tide rise?' })
  expect(answer.visibleTo).toBe(ada.id)
  expect(answer.content).toContain('> The tide rises twice a day.')
  expect(customIds(answer).get('context')).toHaveLength(1)
})

test('a server speaks its own language', async () => {
  await set(await settings(), 'set-language', ['de'])
  const silent = await talk.use('ask', { question: 'quantum warranty' })
  expect(shownText(silent)).not.toContain('I could not find that')
})

test('the settings are shown in the language that they were just set to, and then in the reader’s own again', async () => {
  const german = await set(await settings(), 'set-language', ['de'])
  expect(shownText(german)).toContain('Wie Quoth auf diesem Server antwortet')
  expect(shownText(await set(german, 'set-language', ['auto']))).toContain('How Quoth answers in this server')
})

test('others neither see the command nor change anything through it', async () => {
  expect(() => talk.loopback.invoke({ command: 'settings', user: ada.id })).toThrow()
  const panel = await settings()
  const id = customIds(panel).get('set-answers')?.[0] ?? ''
  const answer = await talk.use('ask', { question: 'When does the tide rise?' })
  const context = customIds(answer).get('context')?.[0] ?? ''
  // A menu of the settings under a custom id of one's own reply.
  tamper(answer.components, context, context.replace('context', 'set-answers'))
  const told = talk.loopback.click(answer.id, context.replace('context', 'set-answers'), { user: ada.id })
  expect(shownText(await told.answered())).toContain('expired')
  tamper(answer.components, context.replace('context', 'set-answers'), id)
  const other = await talk.loopback.click(answer.id, id, { user: ada.id }).answered()
  expect(shownText(other)).toContain('Only the person who asked')
  expect((await talk.use('ask', { question: 'tide' })).visibleTo).toBeNull()
})

test('a right that was lost since the settings were opened counts no more', async () => {
  const panel = await settings()
  talk.loopback.allowPerson(
    eve.id,
    String(PermissionFlagsBits.UseApplicationCommands | PermissionFlagsBits.ViewChannel),
  )
  const [line] = await talk.choose(panel, 'set-answers', ['private'], eve.id).followedUp()
  expect(shownText(line ?? panel)).toContain('Only people who can manage this server')
  expect((await talk.use('ask', { question: 'tide' })).visibleTo).toBeNull()
})

test('what was asked while answers were private is told to nobody once they are public', async () => {
  const documents = { 'boats.txt': 'In 2013 the coast guard seized forty boats. In 2014 it seized sixty boats there.' }
  await talk.restart({ quoth: (await engineOver(documents)).quoth })
  await set(await settings(), 'set-answers', ['private'])
  const silent = await talk.use('ask', { question: 'Who smuggled xylophones?' })
  const rephrase = talk.press(silent, 'rephrase')
  await rephrase.opened()
  await set(await settings(), 'set-answers', ['public'])
  const question = 'How many boats did the coast guard seize in 2013?'
  expect((await talk.loopback.submitModal(rephrase.id, { question }).answered()).visibleTo).toBe(ada.id)
  const open = await talk.use('ask', { question: 'and in 2014?', 'follow-up': true })
  expect(open.visibleTo).toBeNull()
  expect(shownText(open)).not.toContain('2013?')
})
