import { expect, test } from 'vitest'
import { createLog } from '../../../../src/observing/log.ts'
import { perform } from '../../../../src/surfaces/discord/asking/perform.ts'
import { noticeMessage } from '../../../../src/surfaces/discord/messages/notice.ts'
import type { Responder } from '../../../../src/surfaces/discord/sending/responder.ts'
import type { Done, Plan } from '../../../../src/surfaces/discord/serving/plan.ts'
import { sayIn } from '../../../../src/wording/say.ts'

/** What work leads to that has 50 ms. */
const outcomeOf = async (acknowledge: 'private' | 'public' | 'change', work: () => Promise<Done>) => {
  const said: string[] = []
  const note =
    (how: string) =>
    async (_: unknown, { content }: { readonly content: string }) => {
      said.push(`${how}: ${content.split('.')[0]}`)
    }
  const responder: Responder = {
    acknowledge: async () => 'acknowledged',
    openForm: async () => 'acknowledged',
    edit: note('in place'),
    tellAsker: note('beside'),
    tellAll: note('to all'),
    suggest: async () => {},
  }
  const plan: Plan = { say: sayIn('en'), label: 'test', acknowledge, work }
  const asked = { id: '1', token: 't', applicationId: '2', receivedAt: performance.now() }
  const { outcome } = await perform(plan, asked, {
    responder,
    log: createLog({ level: 'silent' }),
    stop: new AbortController().signal,
    begin: async () => {},
    within: 50,
  })
  return { outcome, said }
}

test('work that never ends is given up, and the asker is told', async () => {
  const never = () => new Promise<never>(() => {})
  expect(await outcomeOf('private', never)).toEqual({
    outcome: 'failed',
    said: ['in place: Something went wrong, and it is not your doing'],
  })
  // A reply that was to be changed stays as it is.
  expect((await outcomeOf('change', never)).said).toEqual(['beside: Something went wrong, and it is not your doing'])
})

test('a share that ends after it was given up is taken back', async () => {
  let end: (done: Done) => void = () => {}
  const working = new Promise<Done>((resolve) => {
    end = resolve
  })
  const { said } = await outcomeOf('change', () => working)
  const isUndone = new Promise<void>((resolve) => {
    const undo = async () => resolve()
    end({ outcome: 'answered', beside: { message: noticeMessage('Shared.'), isPrivate: false, undo } })
  })
  await isUndone
  expect(said).toHaveLength(1)
})

test('work that ends in time is shown', async () => {
  const work = async (): Promise<Done> => ({ outcome: 'answered', message: noticeMessage('Done.') })
  expect(await outcomeOf('public', work)).toEqual({ outcome: 'answered', said: ['in place: Done'] })
})
