import { Events, type Interaction, REST } from 'discord.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Loopback } from '../../../packages/preview/src/loopback/loopback.ts'
import { translatorFor } from '../../../src/i18n/say.ts'
import { createMetrics } from '../../../src/observability/metrics.ts'
import { commandPayloads } from '../../../src/surfaces/discord/gateway/payloads.ts'
import { createResponder } from '../../../src/surfaces/discord/gateway/responder.ts'
import { incidentMessage, stoppingMessage } from '../../../src/surfaces/discord/message/notice.ts'
import { allCommands, shownText } from '../../support/discord-bot.ts'
import { loggedIn } from '../../support/loopback-bot.ts'
import { startPatientLoopback } from '../../support/patient-loopback.ts'

let loopback: Loopback
let client: Awaited<ReturnType<typeof loggedIn>>['client']
beforeEach(async () => {
  loopback = await startPatientLoopback({})
  ;({ client } = await loggedIn(loopback))
  await client.application?.commands.set([...commandPayloads(allCommands)])
})
afterEach(async () => {
  await client.destroy()
  await loopback.close()
})

const arrival = async () => {
  const arriving = new Promise<Interaction>((resolve) => client.once(Events.InteractionCreate, resolve))
  const followed = loopback.invoke({ command: 'help' })
  const { id, token, applicationId } = await arriving
  return { followed, asked: { id, token, applicationId, receivedAt: performance.now() } }
}

test('the asker alone can be told something after a public reply', async () => {
  const responder = createResponder(
    new REST({ api: loopback.api, retries: 0 }),
    new AbortController().signal,
    createMetrics(),
  )
  const { followed, asked } = await arrival()
  expect(await responder.acknowledge(asked, 'public')).toBe('acknowledged')
  await responder.edit(asked, stoppingMessage(translatorFor('en')))
  await responder.tellAsker(asked, incidentMessage(translatorFor('en'), '7f3kq0wz'))
  const [told] = await followed.followedUp()
  expect(told?.visibleTo).toBe(loopback.users[0]?.id)
  expect(shownText(told ?? { components: [] })).toContain('`7f3kq0wz`')
  expect((await followed.answered()).visibleTo).toBeNull()
})

test('an interaction is acknowledged when another acknowledgement was first, and expired when Discord forgot it', async () => {
  const responder = createResponder(
    new REST({ api: loopback.api, retries: 0 }),
    new AbortController().signal,
    createMetrics(),
  )
  const { asked } = await arrival()
  await responder.acknowledge(asked, 'public')
  expect(await responder.acknowledge(asked, 'public')).toBe('acknowledged')
  expect(await responder.acknowledge({ ...asked, id: '1' }, 'public')).toBe('expired')
})

test('a callback whose fate stays unknown counts as acknowledged, so that the edit can tell', async () => {
  const responder = createResponder(
    new REST({ api: loopback.api, retries: 0 }),
    new AbortController().signal,
    createMetrics(),
  )
  loopback.failNext({ route: 'callback', status: 503, times: 10, applied: true })
  const { followed, asked } = await arrival()
  expect(await responder.acknowledge({ ...asked, receivedAt: performance.now() - 1000 }, 'private')).toBe(
    'acknowledged',
  )
  await responder.edit(asked, stoppingMessage(translatorFor('en')))
  expect(shownText(await followed.answered())).toContain('Quoth is restarting')
})
