import { HTTPError, type InternalRequest, type REST } from 'discord.js'
import { expect, test } from 'vitest'
import { createMetrics } from '../../../src/observability/metrics.ts'
import { createResponder } from '../../../src/surfaces/discord/gateway/responder.ts'
import { fileMessage, noticeMessage } from '../../../src/surfaces/discord/message/notice.ts'

const signal = new AbortController().signal

/** A responder to a Discord that answers each request so, and what was sent to it. */
const responding = (answer: () => Response) => {
  const sent: InternalRequest[] = []
  const queueRequest = async (request: InternalRequest) => {
    sent.push(request)
    return answer()
  }
  return { sent, responder: createResponder({ queueRequest } as unknown as REST, signal, createMetrics()) }
}
const failing = () =>
  responding(() => {
    throw new HTTPError(503, 'Service Unavailable', 'POST', 'https://x', { files: undefined, body: {} })
  })
const asked = (ago: number) => ({ id: '1', token: 't', applicationId: '2', receivedAt: performance.now() - ago })
const seconds = 1000
const minutes = 60 * seconds

test('a first response is tried no longer than Discord takes one, and its fate then counts as unknown', async () => {
  const { sent, responder } = failing()
  expect(await responder.acknowledge(asked(2.45 * seconds), 'public')).toBe('acknowledged')
  expect(sent).toHaveLength(1)
  await expect(responder.suggest(asked(2.45 * seconds), [])).rejects.toThrow()
  expect(sent).toHaveLength(2)
})

test.each(['edit', 'tellAsker'] as const)('“%s” is tried no longer than Discord takes it', async (way) => {
  const { sent, responder } = failing()
  await expect(responder[way](asked(14 * minutes - 50), noticeMessage('Late'))).rejects.toThrow()
  expect(sent).toHaveLength(1)
})

test('what all are to see is sent once, also where Discord fails: another attempt could say it twice', async () => {
  const { sent, responder } = failing()
  await expect(responder.tellAll(asked(0), noticeMessage('Once'))).rejects.toThrow()
  expect(sent).toHaveLength(1)
})

test('a message lists its files, and none where it has none, so that those of before are gone', async () => {
  const { sent, responder } = responding(() => new Response('{}'))
  await responder.edit(asked(0), fileMessage('The whole:', 'its text'))
  await responder.edit(asked(0), noticeMessage('No file'))
  expect(sent.map(({ body }) => body)).toMatchObject([
    { attachments: [{ id: 0, filename: 'quoth.txt' }] },
    { attachments: [] },
  ])
  expect(sent.map(({ files }) => files?.length)).toEqual([1, 0])
})

test('no answer to an interaction carries the bot’s token', async () => {
  const { sent, responder } = responding(() => new Response('{}'))
  await responder.acknowledge(asked(0), 'private')
  await responder.edit(asked(0), noticeMessage('Edited'))
  await responder.tellAsker(asked(0), noticeMessage('To the asker'))
  await responder.tellAll(asked(0), noticeMessage('To all'))
  expect(sent.map(({ auth }) => auth)).toEqual([false, false, false, false])
})

test('what is for the asker alone is sent so, and nothing else is', async () => {
  const { sent, responder } = responding(() => new Response('{}'))
  const notice = noticeMessage('Only for you')
  await responder.tellAsker(asked(0), notice)
  await responder.tellAsker(asked(0), { ...notice, style: 'cards', content: '' })
  await responder.tellAll(asked(0), notice)
  await responder.acknowledge(asked(0), 'private')
  await responder.acknowledge(asked(0), 'public')
  const ephemeral = 64
  const flags = sent.map(({ body }) => {
    const { flags: own, data } = body as { flags?: number; data?: { flags?: number } }
    return (own ?? data?.flags ?? 0) & ephemeral
  })
  expect(flags).toEqual([ephemeral, ephemeral, 0, ephemeral, 0])
})
