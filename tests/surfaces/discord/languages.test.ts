import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Loopback } from '../../../packages/preview/src/loopback/loopback.ts'
import type { State } from '../../../src/state/port.ts'
import type { Bot } from '../../../src/surfaces/discord/bot.ts'
import { botOn, shownText } from '../../support/discord-bot.ts'
import { memoryState } from '../../support/memory-state.ts'
import { startPatientLoopback } from '../../support/patient-loopback.ts'

const ada = { id: '200000000000000001', name: 'ada', locale: 'en-GB' }
const uwe = { id: '200000000000000002', name: 'uwe', locale: 'de' }

let loopback: Loopback
let state: State
let bot: Bot
beforeAll(async () => {
  loopback = await startPatientLoopback({ users: [ada, uwe] })
  state = await memoryState()
  ;({ bot } = await botOn(loopback, { state, askLimit: { count: 100, seconds: 10 } }))
})
afterAll(async () => {
  await bot.close()
  await loopback.close()
})

/** What a person reads as the reply to a command: without the marks that keep its text from being laid out. */
const t = async (user: string, command: string, options: { [name: string]: string | boolean } = {}) =>
  shownText(await loopback.invoke({ command, options, user }).answered()).replaceAll('\\', '')

test('what one person sees is in their language, and a quote in its own', async () => {
  const asked = { question: 'When does the tide rise?', private: true }
  const german = await t(uwe.id, 'ask', asked)
  expect(german).toContain('2 Zitate aus 1 Quelle')
  expect(german).toContain('> The tide rises twice a day.')
  expect(german).toContain('26. Februar 1987')
  expect(await t(ada.id, 'ask', asked)).toContain('2 quotes from 1 source')
})

test('what all see is in the language of the server', async () => {
  expect(await t(uwe.id, 'ask', { question: 'When does the tide rise?' })).toContain('2 quotes from 1 source')
})

test('the help names the commands as the reader’s Discord does', async () => {
  const help = await t(uwe.id, 'help')
  expect(help).toContain('/fragen frage [quelle]')
  expect(help).toContain('Nur in dieser Quelle suchen')
  expect(help).not.toMatch(/\bquestion\b/)
  expect(await t(ada.id, 'help')).toContain('/ask question [source]')
})

test('what cannot be done is said in German as well', async () => {
  expect(await t(uwe.id, 'ask', { question: ' ', private: true })).toContain('„frage“ ist leer')
  expect(await t(uwe.id, 'ask', { question: 'quantum warranty', private: true })).toContain(
    'Das steht nicht in der Bibliothek',
  )
})

test('a server whose settings name a language is answered in it, whoever asks', async () => {
  const [guild] = loopback.guilds
  await state.settings.change(guild?.id ?? '', { language: 'de' })
  bot = await again()
  expect(await t(ada.id, 'ask', { question: 'When does the tide rise?' })).toContain('2 Zitate aus 1 Quelle')
})

/** The bot started anew, as settings that others changed are read. */
const again = async (): Promise<Bot> => {
  await bot.close()
  return (await botOn(loopback, { state })).bot
}
