import { expect, test } from 'vitest'
import { QuothError } from '../../../src/domain/error.ts'
import { translatorFor } from '../../../src/i18n/say.ts'
import { createLog } from '../../../src/observability/log.ts'
import type { Responder } from '../../../src/surfaces/discord/gateway/responder.ts'
import { noticeMessage } from '../../../src/surfaces/discord/message/notice.ts'
import { type Done, type Plan, perform } from '../../../src/surfaces/discord/plan.ts'

/** What work leads to that has 50 ms. */
const outcomeOf = async (acknowledge: 'private' | 'public' | 'change', work: () => Promise<Done>) => {
  const msg: string[] = []
  const logged: string[] = []
  const note =
    (how: string) =>
    async (_: unknown, { content }: { readonly content: string }) => {
      msg.push(`${how}: ${content.split('.')[0]}`)
    }
  const responder: Responder = {
    acknowledge: async () => 'acknowledged',
    openForm: async () => 'acknowledged',
    edit: note('in place'),
    tellAsker: note('beside'),
    tellAll: note('to all'),
    suggest: async () => {},
  }
  const plan: Plan = { t: translatorFor('en'), label: 'test', acknowledge, work }
  const asked = { id: '1', token: 't', applicationId: '2', receivedAt: performance.now() }
  const { outcome } = await perform(plan, asked, {
    responder,
    log: createLog({ write: (line) => void logged.push(line) }),
    stop: new AbortController().signal,
    begin: async () => {},
    within: 50,
  })
  return { outcome, msg, logged }
}

test('work that never ends is given up, and the asker is told', async () => {
  const never = () => new Promise<never>(() => {})
  expect(await outcomeOf('private', never)).toMatchObject({
    outcome: 'failed',
    msg: ['in place: Something went wrong, and it’s not your fault'],
  })
  // A reply that was to be changed stays as it is.
  expect((await outcomeOf('change', never)).msg).toEqual(['beside: Something went wrong, and it’s not your fault'])
})

test('a share that ends after it was given up is taken back', async () => {
  let end: (done: Done) => void = () => {}
  const working = new Promise<Done>((resolve) => {
    end = resolve
  })
  const { msg } = await outcomeOf('change', () => working)
  const isUndone = new Promise<void>((resolve) => {
    const undo = async () => resolve()
    end({ outcome: 'answered', beside: { message: noticeMessage('Shared.'), isPrivate: false, undo } })
  })
  await isUndone
  expect(msg).toHaveLength(1)
})

test('of work that fails after it was given up, only a defect is logged: what people cause may have their words in it', async () => {
  let fail: (error: Error) => void = () => {}
  const working = () =>
    new Promise<never>((_, reject) => {
      fail = reject
    })
  const expected = await outcomeOf('private', working)
  fail(new QuothError('unknown-source', 'There is no source “my salary”.'))
  const defect = await outcomeOf('private', working)
  fail(new TypeError('a defect'))
  await new Promise((resolve) => setImmediate(resolve))
  expect(expected.logged.join('')).not.toContain('salary')
  expect(defect.logged.join('')).toContain('a defect')
})

test('work that ends in time is shown', async () => {
  const work = async (): Promise<Done> => ({ outcome: 'answered', message: noticeMessage('Done.') })
  expect(await outcomeOf('public', work)).toEqual({ outcome: 'answered', msg: ['in place: Done'], logged: [] })
})
