import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Loopback } from '../../../packages/preview/src/loopback/loopback.ts'
import type { Bot } from '../../../src/surfaces/discord/bot.ts'
import { allCommands, botOn, shownText } from '../../support/discord-bot.ts'
import { fakeQuoth } from '../../support/fake-quoth.ts'
import { startPatientLoopback } from '../../support/patient-loopback.ts'
import { plainSource } from '../../support/plain-source.ts'

let loopback: Loopback
let bot: Bot
let logged: string[]
beforeAll(async () => {
  loopback = await startPatientLoopback({})
  ;({ bot, logged } = await botOn(loopback, { askLimit: { count: 100, seconds: 10 } }))
})
afterAll(async () => {
  await bot.close()
  await loopback.close()
})

const ask = async (options: { [name: string]: string | number | boolean }, command = 'ask', subcommand?: string) => {
  const asked = loopback.invoke({ command, options, ...(subcommand === undefined ? {} : { subcommand }) })
  const acknowledged = await asked.acknowledged()
  const message = await asked.answered()
  return { acknowledged, message, text: shownText(message) }
}

test('a question is deferred in public and answered with quotes, each with its citation directly under it', async () => {
  const { acknowledged, message, text } = await ask({ question: 'When does the tide rise?' })
  expect(acknowledged).toMatchObject({ type: 5, ephemeral: false })
  expect(message.visibleTo).toBeNull()
  expect(message.pings).toEqual([])
  expect(text).toContain('### When does the tide rise?\n-# 2 quotes from 1 source')
  expect(text).toMatch(
    /> The tide rises twice a day\.\n-# \*\*\[1\]\*\* On tides · Ada Marsh · Harbour Post · 26 February 1987 · ¶ 1 · `q[0-9a-f]{5}-0`/,
  )
})

test('a private question is deferred and answered for its asker alone', async () => {
  const { acknowledged, message } = await ask({ question: 'When does the tide rise?', private: true })
  expect(acknowledged).toMatchObject({ type: 5, ephemeral: true })
  expect(message.visibleTo).toBe(loopback.users[0]?.id)
})

test('silence says what was searched, which words are unknown and what is closest, with the privacy of its question', async () => {
  const { message, text } = await ask({ question: 'quantum warranty', private: true })
  expect(message.visibleTo).not.toBeNull()
  expect(text).toContain('I could not find that in the library')
  expect(text).toContain('Searched **2 sources** for “quantum warranty”')
  expect(text).toContain('Words not found in any source: quantum, warranty.')
  expect(text).toContain('Closest, which may or may not answer:\n\n> The tide rises twice a day.\n-# **[1]** On tides')
})

test('an unknown source is answered with what was meant', async () => {
  const { text } = await ask({ question: 'When does the tide rise?', source: 'tides' })
  expect(text).toContain('There is no source “tides”. Did you mean **reports/tide**, **minutes**?')
})

test('a summary gives sentences in the order of the source, and marks what stands between them', async () => {
  const { message, text } = await ask({ source: 'reports/tide', sentences: 3 }, 'summarise')
  expect(message.visibleTo).toBeNull()
  expect(text).toContain(
    '### Summary: On tides\n-# Ada Marsh · Harbour Post · 26 February 1987\n-# 3 of 3 sentences, unchanged, in document order',
  )
  expect(text).toMatch(/> Fishermen know it well\.\n-# \*\*\[2\]\*\* ¶ 1 · `q.*`\n\n\\\[…\]\n> At spring tide/)
})

test('a derived title says that it is none', async () => {
  const { text } = await ask({ source: 'minutes' }, 'summarise')
  expect(text).toContain('Summary: untitled: “The board met on Monday. It …”')
})

test('the sources are listed with what is missing, then the documents that were refused', async () => {
  const { message, text } = await ask({}, 'sources', 'list')
  expect(message.visibleTo).not.toBeNull()
  expect(text).toContain('2 sources in the library')
  expect(text).toContain('not stated: title, author, publisher, date · `minutes`')
  expect(text).toContain('Not read: broken.pdf · Only .txt and .md files are read.')
})

test('a source is shown with what was left out and why', async () => {
  const { text } = await ask({ source: 'reports/tide' }, 'sources', 'show')
  expect(text).toContain('**Id** `reports/tide`')
  expect(text).toContain('> Read also: ten beaches\n-# rule “teaser”, characters 53 to 75')
})

test('a quote id is cited, and one that does not exist is said so', async () => {
  const { text } = await ask({ question: 'When does the tide rise?' })
  const id = /`(q[^`]+)`/.exec(text)?.[1] ?? ''
  expect((await ask({ 'quote-id': id }, 'cite')).text).toContain('```\nOn tides, ¶ 1\n```')
  expect((await ask({ 'quote-id': 'q-none' }, 'cite')).text).toContain('No quote of this library has the id “q-none”.')
})

test('a quote too long for a message comes whole in an attached file', async () => {
  const long = `The harbour ${'is deep and '.repeat(500)}wide.`
  const other = await startPatientLoopback({})
  const { bot: librarian } = await botOn(other, { quoth: fakeQuoth({ sources: [plainSource({ text: long })] }) })
  const message = await other.invoke({ command: 'ask', options: { question: 'harbour?' } }).answered()
  expect(message.attachments).toMatchObject([{ filename: 'quoth.txt', contentType: 'text/plain; charset=utf-8' }])
  expect(Buffer.from(message.attachments[0]?.bytes ?? []).toString()).toContain(long)
  expect(shownText(message)).toMatch(/more characters; the full text is in the attached file quoth\.txt/)
  await librarian.close()
  await other.close()
})

test('help explains every command', async () => {
  const { text } = await ask({}, 'help')
  for (const usage of [
    '/ask question',
    '/cite quote-id',
    '/help',
    '/sources list, show',
    '/library add, list',
    '/summarise source',
  ])
    expect(text).toContain(usage)
  expect(text).not.toContain('explain')
})

test('sources are suggested by title while a person types', async () => {
  const suggest = (typed: string) =>
    loopback.autocomplete({ command: 'ask', options: { question: 'x', source: typed }, focused: 'source' })
  expect(await suggest('tid')).toEqual([{ name: 'On tides · Harbour Post · 1987', value: 'reports/tide' }])
  expect(await suggest('')).toHaveLength(2)
  expect(await suggest('nothing like it')).toEqual([])
})

test('commands are registered with American names and can be seen in a direct message', () => {
  const summarise = loopback.commands().find(({ name }) => name === 'summarise')
  expect(summarise).toMatchObject({
    name_localizations: { 'en-US': 'summarize', 'en-GB': 'summarise' },
    contexts: [0, 1],
  })
  expect(bot.registration).toMatchObject({
    sent: true,
    added: expect.arrayContaining(allCommands.map(({ name }) => `/${name}`)),
  })
  expect(bot.inviteLink).toContain(`client_id=${loopback.applicationId}`)
})

test('neither the log nor a request carries a token', async () => {
  expect(logged.length).toBeGreaterThan(0)
  expect(logged.join('')).not.toContain(loopback.token)
  expect(JSON.stringify(loopback.requests.map(({ body }) => body))).not.toContain(loopback.token)
})
