import { setImmediate as turn } from 'node:timers/promises'
import { DiscordAPIError, type REST, Routes } from 'discord.js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLog } from '../../../../src/observability/log.ts'
import type { State } from '../../../../src/state/port.ts'
import { createLimiter } from '../../../../src/surfaces/discord/limiter.ts'
import { createAnnouncer } from '../../../../src/surfaces/discord/replies/announcer.ts'
import type { Services } from '../../../../src/surfaces/discord/services.ts'
import { createSettingsReader, createUsesReader } from '../../../../src/surfaces/discord/settings-reader.ts'
import { fakeCurator, noData } from '../../../support/fake-curator.ts'
import { fakeQuoth } from '../../../support/fake-quoth.ts'
import { waitingFor } from '../../../support/kept-state.ts'
import { memoryState } from '../../../support/memory-state.ts'
import { plainSource } from '../../../support/plain-source.ts'

const minute = 60_000
const log = createLog({ level: 'silent' })
const answering = fakeQuoth({ sources: [plainSource({ id: 'tides', text: 'The tide came in at noon.' })] })

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** Lets so many milliseconds go by, and what they started come to its end. */
const pass = async (milliseconds: number): Promise<void> => {
  await vi.advanceTimersByTimeAsync(milliseconds)
  // The state writes on a thread, in milliseconds of its own.
  for (const until = Date.now() + 50; Date.now() < until; ) await turn()
}

/** An announcer for a library that answers everything; `posted` is where it wrote. */
const start = (state: State, { refuse = '', code = 50007 } = {}) => {
  const posted: string[] = []
  const asked: string[] = []
  const ask: typeof answering.ask = (question, options) => {
    asked.push(question)
    return answering.ask(question, options)
  }
  const post = async (route: string): Promise<{ id: string }> => {
    if (route === refuse)
      throw new DiscordAPIError({ code, message: 'no' }, code, 403, 'POST', route, { files: [], body: {} })
    posted.push(route)
    return { id: 'dm' }
  }
  const services: Services = {
    commands: [],
    libraryOf: () => ({ ...answering, ask }),
    curatorFor: () => fakeCurator,
    dataOf: () => ({ kept: noData, forget: async () => {} }),
    state,
    settings: createSettingsReader(state.settings, log),
    uses: createUsesReader(state.uses, log),
    limiter: createLimiter({ count: 9, seconds: 9 }),
    log,
    now: Date.now,
  }
  const rest = { post, get: async () => ({}) } as unknown as REST
  const announcer = createAnnouncer(services, rest, new AbortController().signal)
  return { announcer, posted, asked }
}

test('whoever was told is not told again while the list cannot be written', async () => {
  const state = await memoryState()
  await state.waiting.add(waitingFor('w1'), 9)
  let isFull = true
  const remove: State['waiting']['remove'] = async (id) => {
    if (isFull) throw new Error('the disk is full')
    await state.waiting.remove(id)
  }
  const { announcer, posted } = start({ ...state, waiting: { ...state.waiting, remove } })
  announcer.libraryChanged()
  await pass(2000)
  await expect.poll(() => posted).toEqual([Routes.channelMessages('channel')])
  await pass(5 * minute)
  announcer.libraryChanged()
  await pass(2000)
  expect(posted).toHaveLength(1)
  isFull = false
  await pass(5 * minute)
  expect(posted).toHaveLength(1)
  await expect.poll(() => state.waiting.list()).toEqual([])
})

test.each([
  ['what was asked in private', { isPrivate: true }, 'public'],
  ['what was asked before answers were set to private', { isPrivate: false }, 'private'],
] as const)('the answer to %s is told to the asker directly, and nowhere else', async (_, asked, answers) => {
  const state = await memoryState()
  await state.settings.change('guild', { answers })
  await state.waiting.add(waitingFor('w1', asked), 9)
  const { announcer, posted } = start(state)
  announcer.libraryChanged()
  await pass(2000)
  await expect.poll(() => posted).toEqual([Routes.userChannels(), Routes.channelMessages('dm')])
})

test.each([
  ['takes no messages', Routes.userChannels(), 50007, { isPrivate: true }, []],
  ['has no server in common with the bot any more', Routes.userChannels(), 50278, { isPrivate: true }, []],
  [
    'asked in a thread that is archived and locked',
    Routes.channelMessages('channel'),
    50083,
    { isPrivate: false },
    [Routes.userChannels(), Routes.channelMessages('dm')],
  ],
] as const)('whoever %s is off the list after one try', async (_, refuse, code, asked, expected) => {
  const state = await memoryState()
  await state.waiting.add(waitingFor('w1', asked), 9)
  const { announcer, posted } = start(state, { refuse, code })
  announcer.libraryChanged()
  await pass(2000)
  await expect.poll(() => state.waiting.list()).toEqual([])
  expect(posted).toEqual(expected)
})

test('others are told although somebody cannot be, nor be taken off the list', async () => {
  const state = await memoryState()
  await state.waiting.add(waitingFor('w1', { isPrivate: true }), 9)
  await state.waiting.add(waitingFor('w2', { user: 'other' }), 9)
  const remove: State['waiting']['remove'] = async (id) => {
    if (id === 'w1') throw new Error('the disk is full')
    await state.waiting.remove(id)
  }
  const kept = { ...state, waiting: { ...state.waiting, remove } }
  const { announcer, posted } = start(kept, { refuse: Routes.userChannels() })
  announcer.libraryChanged()
  await pass(2000)
  await expect.poll(() => posted).toEqual([Routes.channelMessages('channel')])
})

test('questions are asked again although the library never stops changing', async () => {
  const state = await memoryState()
  await state.waiting.add(waitingFor('w1'), 9)
  const { announcer, asked } = start(state)
  for (let second = 0; second < 59; second++) {
    announcer.libraryChanged()
    await pass(1000)
  }
  expect(asked).toEqual([])
  announcer.libraryChanged()
  await pass(1000)
  await expect.poll(() => asked).toHaveLength(1)
})
