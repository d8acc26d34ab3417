import { PermissionFlagsBits } from 'discord.js'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LoopbackMessage } from '../../../packages/preview/src/loopback/message.ts'
import type { State } from '../../../src/state/port.ts'
import { customIds, shownText } from '../../support/discord-bot.ts'
import { type Engine, engineOver } from '../../support/engine.ts'
import { memoryState } from '../../support/memory-state.ts'
import { type Conversation, idOf, nextChange, startConversation } from '../../support/pressing.ts'

const runs = 30

const rights = PermissionFlagsBits.ManageGuild | PermissionFlagsBits.UseApplicationCommands
/** A server of its own for each run: two people, two channels. */
const servers = Array.from({ length: runs }, (_, n) => {
  const id = (kind: number) => `1000000000000${kind}${String(n).padStart(4, '0')}`
  return { guild: id(1), people: [id(2), id(3)] as const, channels: [id(4), id(5)] as const, manager: id(6) }
})
type Server = (typeof servers)[number]

const documents = {
  'report.txt':
    'In 2013 the coast guard seized forty boats in the harbour.\n\nIn 2014 the coast guard seized sixty boats there.',
  'market.txt': 'In 2014 the fish market sold nine hundred crates of herring.\n\nThe market was shut in the winter.',
}
const topics = [
  'how many boats did the coast guard seize in 2013?',
  'and in 2014?',
  'was the market shut in the winter?',
  'who keeps the lighthouse of Kestrelmoor?',
]

/** What is known of a question by the one word that it alone has. */
type Asked = { readonly asker: string; readonly isPrivate: boolean; isShared: boolean }

let state: State
let engine: Engine
let talk: Conversation
const asked = new Map<string, Asked>()
/** What was told to those who were not to know. */
const told: string[] = []
/** The servers that want their answers private now. */
const secretive = new Set<string>()
/** What happened, and how often: a law that nothing puts to the test holds easily. */
const done = new Map<string, number>()
const count = (what: string): void => void done.set(what, (done.get(what) ?? 0) + 1)

/** Whether anybody but `person` can see a message. */
const isSeenByOthers = ({ channel, visibleTo }: LoopbackMessage, person: string): boolean => {
  const { guild, recipient } = talk.loopback.channels.find(({ id }) => id === channel) ?? {}
  return guild === null ? recipient !== person : visibleTo !== person
}

/** Notes what a message tells those who were not to know. */
const watch = (message: LoopbackMessage): void => {
  const files = message.attachments.map(({ bytes }) => new TextDecoder().decode(bytes))
  const text = [message.content, JSON.stringify(message.components), ...files].join('\n')
  const { guild } = talk.loopback.channels.find(({ id }) => id === message.channel) ?? {}
  if (message.interaction === null && guild !== null) {
    count('told in the open')
    if (secretive.has(guild ?? '')) told.push(text)
  }
  for (const [word] of text.matchAll(/zq[a-z]+/g)) {
    const question = asked.get(word)
    if (question?.isPrivate && !question.isShared && isSeenByOthers(message, question.asker)) told.push(text)
  }
}

beforeAll(async () => {
  state = await memoryState()
  engine = await engineOver(documents)
  talk = await startConversation(
    { state, libraryOf: () => engine.quoth },
    {
      users: servers.flatMap(({ people, manager }) => [
        ...people.map((id) => ({ id, name: id })),
        { id: manager, name: manager, permissions: String(rights | PermissionFlagsBits.ViewChannel) },
      ]),
      guilds: servers.map(({ guild }) => ({ id: guild, name: guild })),
      channels: servers.flatMap(({ guild, channels }) => channels.map((id) => ({ id, name: id, guild }))),
    },
  )
  talk.loopback.onEvent((event) => {
    if (event.kind === 'message-created' || event.kind === 'message-updated') watch(event.message)
  })
})
afterAll(() => talk.close())

const buttonActions = [
  'share',
  'share',
  'share',
  'more',
  'rephrase',
  'tell-me',
  'tell-me',
  'context',
  'copy',
  'helpful',
] as const
const person = fc.constantFrom(0, 0, 1)
const topic = fc.constantFrom(0, 1, 1, 2, 3)
const steps = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('ask' as const),
        person,
        /** A channel, or direct messages. */
        place: fc.constantFrom(0, 0, 0, 0, 1, 2),
        topic,
        privacy: fc.constantFrom({}, { private: false }, { private: true }, { private: true }),
        'follow-up': fc.boolean(),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('press' as const),
        person,
        /** Of the replies to that person, counted from the last. */
        reply: fc.nat({ max: 3 }),
        action: fc.constantFrom(...buttonActions),
        topic,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('set' as const),
        answers: fc.constantFrom('public' as const, 'private' as const),
      }),
    },
  ),
  { minLength: 16, maxLength: 28 },
)
type Step = typeof steps extends fc.Arbitrary<(infer S)[]> ? S : never

/** Does a sequence of steps in a server. */
const play = async (sequence: readonly Step[], { guild, people, channels, manager }: Server): Promise<void> => {
  const replies: { readonly id: string; readonly asker: string; readonly word: string }[] = []
  const wordFor = (asker: string, isPrivate: boolean): string => {
    const word = `zq${[...String(asked.size)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}q`
    asked.set(word, { asker, isPrivate, isShared: false })
    return word
  }
  const ask = async (step: Step & { readonly kind: 'ask' }): Promise<void> => {
    const asker = people[step.person] ?? ''
    const direct = talk.loopback.channelsOf(asker).find((each) => each.guild === null)?.id
    const channel = channels.find((_, n) => n === step.place) ?? direct ?? ''
    const isPrivate = channel === direct || ('private' in step.privacy ? step.privacy.private : secretive.has(guild))
    const word = wordFor(asker, isPrivate)
    const values = { question: `${word}: ${topics[step.topic]}`, quotes: 1, 'follow-up': step['follow-up'] }
    const reply = await talk.use('ask', { ...values, ...step.privacy }, { user: asker, channel })
    const isRead = shownText(reply).includes('Read with your')
    count(`${isPrivate ? 'private' : 'open'} ${isRead ? 'follow-up' : 'question'}`)
    replies.push({ id: reply.id, asker, word })
  }

  const press = async (step: Step & { readonly kind: 'press' }): Promise<void> => {
    const { action } = step
    const asker = people[step.person] ?? ''
    const offering = replies
      .filter((each) => each.asker === asker)
      .map((each) => ({ ...each, message: talk.loopback.messages().find(({ id }) => id === each.id) }))
      .flatMap(({ message, word }) => (message && customIds(message).has(action) ? [{ message, word }] : []))
    const { message, word } = offering.at(-1 - step.reply) ?? offering[0] ?? {}
    if (message === undefined || word === undefined) return
    const isPrivate = message.visibleTo !== null || (secretive.has(guild) && message.channel !== directOf(asker))
    const pressed = talk.loopback.click(message.id, idOf(message, action), { user: asker })
    const question = asked.get(word)
    count(action)
    switch (action) {
      case 'share': {
        if (question === undefined) throw new Error(`nobody asked ${word}`)
        const before = question.isShared
        question.isShared = true
        const changed = nextChange(talk.loopback, message.id).catch(() => {})
        const [shared] = await pressed.followedUp()
        if (shared?.visibleTo !== null) {
          question.isShared = before
          count('not shared')
          return
        }
        count(shownText(message).includes('Read with your') ? 'shared follow-up' : 'shared')
        await changed
        replies.push({ id: shared.id, asker, word })
        return
      }
      case 'rephrase': {
        await pressed.opened()
        const other = wordFor(asker, isPrivate)
        const form = talk.loopback.submitModal(pressed.id, { question: `${other}: ${topics[step.topic]}` })
        replies.push({ id: (await form.answered()).id, asker, word: other })
        return
      }
      case 'more':
        replies.push({ id: (await pressed.answered()).id, asker, word })
        return
      default:
        await pressed.answered()
    }
  }
  const directOf = (asker: string) => talk.loopback.channelsOf(asker).find((each) => each.guild === null)?.id

  const set = async (value: 'public' | 'private'): Promise<void> => {
    const panel = await talk.use('settings', {}, { user: manager, channel: channels[0] })
    const changed = nextChange(talk.loopback, panel.id)
    talk.choose(panel, 'set-answers', [value], manager)
    await changed
    if (value === 'private') secretive.add(guild)
    else secretive.delete(guild)
  }

  for (const step of sequence) {
    if (step.kind === 'ask') await ask(step)
    else if (step.kind === 'press') await press(step)
    else await set(step.answers)
    expect(told).toEqual([])
  }
}

test('nobody else is ever shown a word of what somebody asked in private, unless that person shares that question', async () => {
  let run = 0
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const server = servers[run++]
      if (server === undefined) throw new Error('there are no more servers')
      await play(sequence, server)
    }),
    // Each run needs a server of its own, so none is made smaller.
    { numRuns: runs, seed: 20240611, endOnFailure: true },
  )
  const waiting = async () =>
    (await state.waiting.list()).filter(({ question, earlier }) => question.includes('lighthouse') && !earlier)
  for (const { isPrivate } of await waiting()) count(isPrivate ? 'waiting in private' : 'waiting in the open')
  await engine.put('light.txt', 'Rose Brannigan keeps the lighthouse of Kestrelmoor.')
  talk.bot().libraryChanged()
  await expect.poll(waiting).toEqual([])
  expect(told).toEqual([])
  const needed = ['open follow-up', 'private follow-up', 'shared', 'shared follow-up', 'not shared', 'rephrase', 'more']
  const toldLater = ['waiting in private', 'waiting in the open', 'told in the open']
  expect([...needed, ...toldLater].filter((what) => !done.has(what))).toEqual([])
  expect(talk.logged().join('')).not.toMatch(/zq[a-z]+q/)
})
