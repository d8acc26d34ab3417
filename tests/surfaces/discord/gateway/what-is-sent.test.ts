import { DiscordAPIError, HTTPError, type InternalRequest, type REST } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { translatorFor } from '../../../../src/i18n/say.ts'
import { createLog } from '../../../../src/observability/log.ts'
import { createMetrics } from '../../../../src/observability/metrics.ts'
import { deliver, deliverBeside } from '../../../../src/surfaces/discord/gateway/deliver.ts'
import { apiBase, createReplyRest } from '../../../../src/surfaces/discord/gateway/invalid-requests.ts'
import { createResponder, type Responder } from '../../../../src/surfaces/discord/gateway/responder.ts'
import { fileMessage, noticeMessage } from '../../../../src/surfaces/discord/message/notice.ts'
import type { OutgoingMessage } from '../../../../src/surfaces/discord/message/view.ts'

const asked = () => ({ id: '1', token: 'secret', applicationId: '2', receivedAt: performance.now() })
const refusal = (code: number, status = 403) =>
  new DiscordAPIError({ code, message: 'no' }, code, status, 'POST', 'https://x', { files: undefined, body: {} })
const outage = new HTTPError(503, 'x', 'POST', 'https://x', { files: undefined, body: {} })
const message = noticeMessage('Whole')
const cards = { ...message, style: 'cards', components: [{ type: 17 }] } as unknown as OutgoingMessage

/** A responder to a Discord that fails so, as often; what it was sent, and what was counted. */
const responding = (...errors: readonly Error[]) => {
  const left = [...errors]
  const sent: (InternalRequest & { readonly body?: unknown })[] = []
  const metrics = createMetrics()
  const queueRequest = async (request: InternalRequest) => {
    sent.push(request)
    const error = left.shift()
    if (error !== undefined) throw error
    return new Response('{}')
  }
  const responder = createResponder({ queueRequest } as unknown as REST, new AbortController().signal, metrics)
  return { sent, responder, figures: async () => (await metrics.text()).body }
}

describe('what is sent', () => {
  const callback = '/interactions/1/secret/callback'
  test.each<[string, (responder: Responder) => Promise<unknown>, string, string, object]>([
    ['asks for time for all', (r) => r.acknowledge(asked(), 'public'), 'POST', callback, { type: 5, data: {} }],
    [
      'asks for time for the asker alone',
      (r) => r.acknowledge(asked(), 'private'),
      'POST',
      callback,
      { type: 5, data: { flags: 64 } },
    ],
    ['asks for time for a change', (r) => r.acknowledge(asked(), 'change'), 'POST', callback, { type: 6 }],
    [
      'opens a form',
      (r) => r.openForm(asked(), { title: 'a', custom_id: 'b', components: [] }),
      'POST',
      callback,
      { type: 9, data: { title: 'a', custom_id: 'b', components: [] } },
    ],
    [
      'suggests',
      (r) => r.suggest(asked(), [{ name: 'a', value: 'b' }]),
      'POST',
      callback,
      { type: 8, data: { choices: [{ name: 'a', value: 'b' }] } },
    ],
    [
      'changes a reply',
      (r) => r.edit(asked(), message),
      'PATCH',
      '/webhooks/2/secret/messages/%40original',
      { flags: 0, content: 'Whole', components: [], allowed_mentions: { parse: [] }, attachments: [] },
    ],
    [
      'tells the asker alone',
      (r) => r.tellAsker(asked(), message),
      'POST',
      '/webhooks/2/secret',
      { flags: 64, content: 'Whole', components: [], allowed_mentions: { parse: [] }, attachments: [] },
    ],
    [
      'tells all',
      (r) => r.tellAll(asked(), message),
      'POST',
      '/webhooks/2/secret',
      { flags: 0, content: 'Whole', components: [], allowed_mentions: { parse: [] }, attachments: [] },
    ],
    [
      'has no text of its own in a message of cards',
      (r) => r.tellAsker(asked(), cards),
      'POST',
      '/webhooks/2/secret',
      { flags: 64 | 32_768, components: [{ type: 17 }], allowed_mentions: { parse: [] }, attachments: [] },
    ],
    [
      'has no half of a character, which no request may have',
      (r) => r.edit(asked(), noticeMessage('a\ud83d')),
      'PATCH',
      '/webhooks/2/secret/messages/%40original',
      { flags: 0, content: 'a\ufffd', components: [], allowed_mentions: { parse: [] }, attachments: [] },
    ],
  ])('%s', async (_, act, method, route, body) => {
    const { sent, responder } = responding()
    await act(responder)
    expect(sent).toHaveLength(1)
    const [request] = sent
    expect(request).toMatchObject({ method, fullRoute: route, auth: false })
    expect(request?.body).toEqual(body)
    expect(request?.signal).toBeInstanceOf(AbortSignal)
    if (route === callback) expect(String(request?.query)).toBe('with_response=false')
  })

  test('has its files, by name and as text', async () => {
    const { sent, responder } = responding()
    await responder.edit(asked(), fileMessage('Here', 'wörds'))
    const [request] = sent
    const [file] = request?.files ?? []
    expect(request?.body).toMatchObject({ attachments: [{ id: 0, filename: file?.name }] })
    expect(file?.name).not.toBe('')
    expect(file?.contentType).toBe('text/plain; charset=utf-8')
    expect(Buffer.from(file?.data as Uint8Array).toString()).toBe('wörds')
  })
})

describe('a first response', () => {
  test.each([
    ['that Discord forgot has expired', 10_062, 'expired'],
    ['that was given before is given', 40_060, 'acknowledged'],
  ])('%s, and is counted', async (_, code, outcome) => {
    const { responder, figures } = responding(refusal(code, 404))
    expect(await responder.acknowledge(asked(), 'public')).toBe(outcome)
    expect(await figures()).toMatch(new RegExp(`\\{code="${code}"\\} 1`))
  })

  test('that is refused otherwise is a failure, and not counted as one of those', async () => {
    const { responder, figures } = responding(refusal(50_035, 400))
    await expect(responder.acknowledge(asked(), 'public')).rejects.toMatchObject({ code: 50_035 })
    expect(await figures()).not.toMatch(/\{code="50035"\}/)
  })

  test('whose fate is unknown counts as given, one that fails by a defect does not', async () => {
    const late = { ...asked(), receivedAt: performance.now() - 2450 }
    expect(await responding(outage).responder.openForm(late, {} as never)).toBe('acknowledged')
    await expect(responding(new TypeError('defect')).responder.acknowledge(late, 'public')).rejects.toThrow('defect')
  })

  test('is tried again, and counted as such', async () => {
    const { responder, sent, figures } = responding(outage, outage)
    expect(await responder.acknowledge(asked(), 'public')).toBe('acknowledged')
    expect(sent).toHaveLength(3)
    expect(await figures()).toMatch(/="callback"\} 2/)
  })
})

test.each([
  ['edit', 'edit'],
  ['tellAsker', 'follow-up'],
] as const)('“%s” is tried again, and counted as such', async (way, name) => {
  const { responder, sent, figures } = responding(outage)
  await responder[way](asked(), message)
  expect(sent).toHaveLength(2)
  expect(await figures()).toContain(`="${name}"} 1`)
})

describe('a message that cannot be shown', () => {
  const delivering = async (isChange: boolean, ...errors: readonly Error[]) => {
    const left = [...errors]
    const did: string[] = []
    const lines: string[] = []
    const note =
      (how: string) =>
      async (_: unknown, { content }: OutgoingMessage) => {
        did.push(content === 'Whole' ? how : `${how} otherwise`)
        const error = left.shift()
        if (error !== undefined) throw error
      }
    const responder = {
      edit: note('edit'),
      tellAsker: note('asker'),
      tellAll: note('all'),
    } as unknown as Responder
    const log = createLog({ write: (line) => void lines.push(line) })
    const isShown = await deliver(responder, asked(), message, { t: translatorFor('en'), log, isChange })
    const logged = lines.map((line) => JSON.parse(line) as { msg: string; incident?: string; interaction?: string })
    return { isShown, did, logged, responder, log, lines }
  }

  test('is shown where all goes well, and nothing is logged', async () => {
    expect(await delivering(false)).toMatchObject({ isShown: true, did: ['edit'], logged: [] })
  })

  test.each([10_003, 10_008, 50_001, 50_013])('is shown to the asker where its place is lost (%s)', async (code) => {
    const { isShown, did, logged } = await delivering(false, refusal(code))
    expect([isShown, did]).toEqual([true, ['edit', 'asker']])
    expect(logged).toEqual([expect.objectContaining({ interaction: '1', incident: expect.stringMatching(/.{6,}/) })])
    expect(logged[0]?.msg).not.toBe('')
  })

  test.each([400, 413])('gives way to a line where Discord refuses it (%s)', async (status) => {
    expect(await delivering(false, refusal(50_035, status))).toMatchObject({
      isShown: false,
      did: ['edit', 'edit otherwise'],
    })
    expect((await delivering(true, refusal(50_035, status))).did).toEqual(['edit', 'asker otherwise'])
  })

  test('is not tried otherwise where that would help nobody', async () => {
    expect(await delivering(false, refusal(10_015, 404))).toMatchObject({ isShown: false, did: ['edit'] })
    expect(await delivering(false, outage)).toMatchObject({ isShown: false, did: ['edit'] })
    expect((await delivering(false, outage)).logged).toHaveLength(1)
  })

  test('is logged once more where the asker cannot be told either', async () => {
    const { isShown, did, logged } = await delivering(false, refusal(50_013), refusal(50_013))
    expect([isShown, did]).toEqual([false, ['edit', 'asker']])
    expect(logged).toHaveLength(2)
    expect(logged[1]).toMatchObject({ interaction: '1', incident: logged[0]?.incident })
    expect(new Set(logged.map(({ msg }) => msg)).size).toBe(2)
    expect(logged.every(({ msg }) => msg !== '')).toBe(true)
  })

  test.each([
    [true, 'asker'],
    [false, 'all'],
  ])('beside a reply (private: %s) is for those who are meant, and logged where it fails', async (isPrivate, how) => {
    const { responder, did, lines, log } = await delivering(false)
    did.length = 0
    expect(await deliverBeside(responder, asked(), { message, isPrivate }, log)).toBe(true)
    expect(did).toEqual([how])
    expect(lines).toEqual([])
    const failing = { ...responder, tellAll: () => Promise.reject(outage), tellAsker: () => Promise.reject(outage) }
    expect(await deliverBeside(failing, asked(), { message, isPrivate }, log)).toBe(false)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ interaction: '1', isPrivate, msg: expect.stringMatching(/.+/) })
  })
})

test('answers go to Discord unless told otherwise, are not held up by its limit for all, and are retried by Quoth alone', () => {
  expect(apiBase(undefined)).toEqual({})
  expect(apiBase('http://127.0.0.1:1/api')).toEqual({ api: 'http://127.0.0.1:1/api' })
  const send = async () => new Response('{}')
  const { options } = createReplyRest('http://127.0.0.1:1/api', send)
  expect(options).toMatchObject({ api: 'http://127.0.0.1:1/api', retries: 0, globalRequestsPerSecond: Infinity })
  expect(options.makeRequest).toBe(send)
})
