import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Loopback } from '../../../packages/preview/src/loopback/loopback.ts'
import type { Bot } from '../../../src/surfaces/discord/bot.ts'
import { botOn, shownText } from '../../support/discord-bot.ts'
import { engineOver } from '../../support/engine.ts'
import { startPatientLoopback } from '../../support/patient-loopback.ts'

const documents = {
  'report.txt':
    'In 2013 the coast guard seized forty boats in the harbour. In 2014 the coast guard seized sixty boats there.',
}
const [ada, bob] = ['1000000000000000011', '1000000000000000012']
const [general, direct] = ['1000000000000000021', '1000000000000000022']

let loopback: Loopback
let bot: Bot
beforeAll(async () => {
  loopback = await startPatientLoopback({
    users: [
      { id: ada, name: 'Ada' },
      { id: bob, name: 'Bob' },
    ],
    channels: [
      { id: general, name: 'general', guild: '1000000000000000001' },
      { id: direct, name: 'direct', guild: null },
    ],
  })
  ;({ bot } = await botOn(loopback, { quoth: (await engineOver(documents)).quoth }))
})
afterAll(async () => {
  await bot.close()
  await loopback.close()
})

test('a follow-up is read with the last question of the same person in the same place', async () => {
  const ask = async (user: string, channel: string, options: { readonly [name: string]: string | boolean }) =>
    shownText(await loopback.invoke({ command: 'ask', options, user, channel }).answered())
  const following = { question: 'and in 2014?', 'follow-up': true }
  await ask(ada, general, { question: 'How many boats did the coast guard seize in 2013?' })
  expect(await ask(bob, general, following)).toContain('You asked nothing here in the last ten minutes')
  expect(await ask(ada, direct, following)).toContain('You asked nothing here in the last ten minutes')
  const followed = await ask(ada, general, following)
  expect(followed).toContain('-# Read with your question “How many boats did the coast guard seize in 2013?”.')
  expect(followed).toContain('sixty boats')
})
