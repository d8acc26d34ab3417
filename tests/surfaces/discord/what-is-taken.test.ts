import type { Interaction } from 'discord.js'
import { describe, expect, test } from 'vitest'
import type { HandledInteraction } from '../../../src/observability/interactions.ts'
import { createLog } from '../../../src/observability/log.ts'
import type { Responder } from '../../../src/surfaces/discord/gateway/responder.ts'
import { createHandler, createRecentIds } from '../../../src/surfaces/discord/handler.ts'
import type { OutgoingMessage } from '../../../src/surfaces/discord/message/view.ts'
import type { Services } from '../../../src/surfaces/discord/services.ts'
import { shownText } from '../../support/discord-bot.ts'
import { fakeQuoth } from '../../support/fake-quoth.ts'
import { plainSource } from '../../support/plain-source.ts'
import { plansInHand } from '../../support/pressed-in-hand.ts'

const quoth = fakeQuoth({ sources: [plainSource({ id: 'tides', text: 'The tide is high.' })] })

/** An interaction of one kind, of Ada in a guild. */
const interactionOf = (is: string, more: object = {}): Interaction =>
  ({
    ...{ id: '1', token: 't', applicationId: '2', user: { id: 'ada' }, guildId: 'guild', channelId: 'general' },
    ...{ channel: null, locale: 'en-GB', guildLocale: 'en-GB', memberPermissions: null, commandName: 'ask' },
    options: { data: [] },
    isAutocomplete: () => is === 'autocomplete',
    isChatInputCommand: () => is === 'command',
    isMessageContextMenuCommand: () => is === 'message command',
    isMessageComponent: () => is === 'button' || is === 'menu',
    isButton: () => is === 'button',
    isAnySelectMenu: () => is === 'menu',
    isModalSubmit: () => is === 'form',
    ...more,
  }) as unknown as Interaction
const asking = (more: object = {}): Interaction =>
  interactionOf('command', { options: { data: [{ name: 'question', value: 'When is the tide high?' }] }, ...more })
const typing = (value: string, more: object = {}): Interaction =>
  interactionOf('autocomplete', {
    commandName: 'summarise',
    options: { getFocused: () => ({ name: 'source', value }), getSubcommand: () => null, getBoolean: () => null },
    ...more,
  })

const handling = ({ library = quoth, serve = {} as object, respond = {} as Partial<Responder> } = {}) => {
  const told: HandledInteraction[] = []
  const lines: string[] = []
  const said: string[] = []
  const choices: unknown[] = []
  const note = (how: string) => async (_: unknown, message: OutgoingMessage) => {
    said.push(`${how} ${shownText(message)}`)
  }
  const responder: Responder = {
    acknowledge: async () => 'acknowledged',
    openForm: async () => 'acknowledged',
    edit: note('edit'),
    tellAsker: note('asker'),
    tellAll: note('all'),
    suggest: async (_, given) => void choices.push(given),
    ...respond,
  }
  const log = createLog({ level: 'debug', write: (line) => void lines.push(line) })
  const services: Services = { ...plansInHand({ quoth: library }).services, log, ...serve }
  const handler = createHandler(services, { responder, tell: (handled) => void told.push(handled) })
  return {
    ...{ told, said, choices, handler },
    logged: () => lines.map((line) => JSON.parse(line) as { level: number; msg: string; incident?: string }),
    over: async (...taken: readonly Interaction[]) => {
      for (const each of taken) handler.take(each)
      await handler.drain(5000)
    },
  }
}
/** As `over`, but before no more is taken. */
const whenTold = async ({ told, handler }: ReturnType<typeof handling>, ...taken: readonly Interaction[]) => {
  for (const each of taken) handler.take(each)
  await expect.poll(() => told.length, { interval: 2 }).toBe(taken.length)
}

describe('an interaction', () => {
  test('is answered, and told with what it was and how it went', async () => {
    const all = handling()
    await whenTold(all, asking())
    expect(all.told).toEqual([
      {
        kind: 'command',
        action: 'ask',
        guild: 'guild',
        question: 'When is the tide high?',
        outcome: 'answered',
        msToAcknowledge: expect.any(Number),
        msToAnswer: expect.any(Number),
      },
    ])
    expect(all.said).toEqual([expect.stringContaining('The tide is high.')])
    expect(all.logged()).toEqual([])
  })

  test('is told by its kind, and without a question where it asks none', async () => {
    const customId = 'q1:copy:AAAAAAAAAAAAAAAA:0'
    const kinds = ['command', 'message command', 'button', 'menu', 'form'] as const
    for (const kind of kinds) {
      const all = handling()
      const more = { commandName: 'help', customId, values: [], fields: { getTextInputValue: () => 'x' } }
      const nothing = { components: [], embeds: [], messageSnapshots: new Map() }
      const targetMessage = { content: 'x', author: { bot: false }, ...nothing }
      await whenTold(all, interactionOf(kind, { ...more, targetMessage }))
      expect(all.told).toMatchObject([{ kind, guild: 'guild' }])
      expect(all.told[0]).not.toHaveProperty('question')
    }
  })

  test('that is none of these is nobody’s business', async () => {
    const all = handling()
    await all.over(interactionOf('nothing'))
    expect([all.told, all.said, all.logged()]).toEqual([[], [], []])
  })

  test('that arrives twice is answered once', async () => {
    const all = handling()
    await all.over(asking(), asking(), asking({ id: '2' }))
    expect(all.told).toHaveLength(2)
  })

  test('of which it cannot be found out what to do is told with a number, which the log has', async () => {
    const settings = { of: () => Promise.reject(new TypeError('defect')) }
    const all = handling({ serve: { settings } })
    await whenTold(all, asking({ locale: 'de' }))
    const [line] = all.logged()
    expect(line).toMatchObject({ level: 50, err: { message: 'defect' }, msg: expect.stringMatching(/.+/) })
    expect(all.said).toEqual([expect.stringContaining(line?.incident ?? 'none')])
    expect(all.told).toMatchObject([{ action: 'unknown', outcome: 'failed' }])
    const english = handling({ serve: { settings } })
    await whenTold(english, asking())
    const without = (said: string | undefined): string | undefined => said?.replace(/`[^`]+`/, '')
    expect(without(all.said[0])).not.toBe(without(english.said[0]))
  })

  test('that cannot be acknowledged has failed, and is logged', async () => {
    const all = handling({ respond: { acknowledge: () => Promise.reject(new TypeError('defect')) } })
    await whenTold(all, asking())
    expect(all.told).toMatchObject([{ outcome: 'failed', msToAcknowledge: null, msToAnswer: null }])
    expect(all.logged()).toMatchObject([{ level: 50, interaction: '1', msg: expect.stringMatching(/.+/) }])
  })

  test('that cannot be told is logged, and keeps nobody from stopping', async () => {
    const all = handling()
    all.told.push = () => {
      throw new TypeError('defect')
    }
    await all.over(asking(), typing('tid', { id: '3' }))
    const failed = all.logged().filter(({ level }) => level === 50)
    expect(JSON.stringify(failed)).toMatch(/defect.*defect/)
    for (const interaction of ['1', '3'])
      expect(failed).toContainEqual(expect.objectContaining({ interaction, msg: expect.stringMatching(/.+/) }))
  })
})

describe('suggestions', () => {
  test('are made of what was typed, and told', async () => {
    const all = handling()
    await whenTold(all, typing('tid'))
    expect(all.choices).toMatchObject([[{ value: 'tides' }]])
    expect(all.told).toEqual([
      {
        kind: 'suggestions',
        action: 'summarise',
        guild: 'guild',
        outcome: 'answered',
        msToAcknowledge: expect.any(Number),
        msToAnswer: expect.any(Number),
      },
    ])
    const { msToAnswer } = all.told[0] ?? {}
    expect(msToAnswer).toBeGreaterThanOrEqual(0)
    expect(msToAnswer).toBeLessThan(10_000)
  })

  test('are none where they fail, which is logged', async () => {
    const broken = { ...quoth, suggestSources: () => Promise.reject(new TypeError('defect')) }
    const all = handling({ library: broken })
    await whenTold(all, typing('tid'))
    expect(all.choices).toEqual([[]])
    expect(all.logged()).toMatchObject([{ level: 50, command: 'summarise', msg: expect.stringMatching(/.+/) }])
  })

  test('that come too late are no failure', async () => {
    const all = handling({ respond: { suggest: () => Promise.reject(new Error('late')) } })
    await whenTold(all, typing('tid'))
    expect(all.told).toMatchObject([{ outcome: 'expired', msToAcknowledge: null, msToAnswer: null }])
    expect(all.logged()).toMatchObject([{ level: 20, err: { message: 'late' }, msg: expect.stringMatching(/.+/) }])
  })

  test('are none for whoever types faster than anybody does', async () => {
    const all = handling()
    await whenTold(all, ...Array.from({ length: 31 }, (_, n) => typing('tid', { id: `${n}` })))
    expect(all.choices.filter((given) => (given as object[]).length > 0)).toHaveLength(30)
  })

  test('are none while Quoth stops', async () => {
    const all = handling()
    const stopped = all.handler.drain(1000)
    all.handler.take(typing('tid'))
    await stopped
    await expect.poll(() => all.choices, { interval: 2 }).toEqual([[]])
  })
})

describe('while Quoth stops', () => {
  const held = () => {
    let release: () => void = () => {}
    const holding = new Promise<void>((resolve) => {
      release = resolve
    })
    const ask: typeof quoth.ask = async (...given) => {
      await holding
      return quoth.ask(...given)
    }
    return { release: () => release(), library: { ...quoth, ask } }
  }

  test('what runs is waited for', async () => {
    const { library, release } = held()
    const all = handling({ library })
    all.handler.take(asking())
    let isOver = false
    const draining = all.handler.drain(60_000).then(() => {
      isOver = true
    })
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(isOver).toBe(false)
    release()
    await draining
    expect(all.told).toMatchObject([{ outcome: 'answered' }])
  }, 5000)

  test('whoever waits for too long is told so', async () => {
    const { library, release } = held()
    const all = handling({ library })
    all.handler.take(asking())
    const draining = all.handler.drain(20)
    await expect.poll(() => all.said.length, { interval: 2 }).toBe(1)
    release()
    await draining
    expect(all.told).toMatchObject([{ outcome: 'stopping' }])
  }, 5000)

  test('whoever comes is told at once', async () => {
    const { library, release } = held()
    const all = handling({ library })
    all.handler.take(asking())
    const draining = all.handler.drain(60_000)
    all.handler.take(asking({ id: '2' }))
    await expect.poll(() => all.told, { interval: 2 }).toMatchObject([{ outcome: 'stopping' }])
    release()
    await draining
    expect(all.told).toMatchObject([{ outcome: 'stopping' }, { outcome: 'answered' }])
  }, 5000)
})

test('ids are remembered for a quarter of an hour, and the newest ten thousand of them', () => {
  let now = 1
  const isNew = createRecentIds(() => now)
  expect([isNew('a'), isNew('a')]).toEqual([true, false])
  now += 15 * 60_000
  expect(isNew('a')).toBe(false)
  now += 1
  expect([isNew('a'), isNew('a')]).toEqual([true, false])
  const many = createRecentIds(() => 1)
  for (let id = 0; id < 10_000; id++) many(`${id}`)
  expect([many('0'), many('9999')]).toEqual([false, false])
  // One more takes the place of the oldest.
  expect([many('10000'), many('1'), many('0')]).toEqual([true, false, true])
})
