import type { KeptReply } from '../../src/surfaces/discord/kept-reply.ts'
import type { Done, Plan } from '../../src/surfaces/discord/plan.ts'
import { customIds } from './discord-bot.ts'
import { fakeQuoth } from './fake-quoth.ts'
import { plainSource } from './plain-source.ts'
import type { Circumstances, plansInHand } from './pressed-in-hand.ts'

const tides = plainSource({ id: 'tides', text: 'The tide is high. The tide is low.\n\nNobody saw the tide.' })
/** Answers about tides. */
export const tidal = fakeQuoth({ sources: [tides] })
export const tidalQuestion = 'When is the tide high?'

export type Hand = ReturnType<typeof plansInHand>

/** What comes of a plan that opens no form. */
export const workOf = (plan: Plan): Promise<Done> => {
  if (plan.acknowledge === 'form') throw new Error('no form is meant')
  return plan.work(() => {})
}

/** The custom id of a button of the reply to `/ask`. */
export const idFor = async (hand: Hand, action: string, options: object, by: Circumstances = {}): Promise<string> => {
  const { message } = await workOf(await hand.command('ask', options, by))
  const [id] = customIds(message ?? { components: [] }).get(action) ?? []
  if (id === undefined) throw new Error(`no ${action}`)
  return id
}

/** Keeps a reply of a command, as if it had been shown. */
export const keepReply = async (hand: Hand, command: string, more: object = {}): Promise<string> => {
  const request = { command, args: { question: tidalQuestion, source: 'tides' }, skip: 0 }
  const kept: KeptReply = {
    request,
    given: ['q1'],
    nearest: [],
    shown: 1,
    isPrivate: true,
    style: 'cards',
    language: 'en',
    ...more,
  }
  const reply = { id: 'reply-0000000000', user: 'ada', guild: 'guild', channel: 'general', at: hand.clock.now }
  await hand.services.state.replies.put({ ...reply, content: JSON.stringify(kept) })
  return reply.id
}
