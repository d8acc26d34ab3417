import { DiscordAPIError } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { QuothError } from '../../../src/domain/error.ts'
import { translatorFor } from '../../../src/i18n/say.ts'
import { createLog } from '../../../src/observability/log.ts'
import type { Responder } from '../../../src/surfaces/discord/gateway/responder.ts'
import { noticeMessage } from '../../../src/surfaces/discord/message/notice.ts'
import type { OutgoingMessage } from '../../../src/surfaces/discord/message/view.ts'
import { type Done, type Plan, perform } from '../../../src/surfaces/discord/plan.ts'

type How = 'private' | 'public' | 'change'

/** Performs a plan; what was told whom in which order, and what was logged. */
const performing = (
  acknowledge: How | 'form',
  work: () => Promise<Done>,
  {
    fails = [] as readonly string[],
    failure = null as Error | null,
    isExpired = false,
    stop = new AbortController().signal,
    within = 5000,
  } = {},
) => {
  const did: string[] = []
  const lines: string[] = []
  const contents: string[] = []
  const note =
    (how: string) =>
    async (_: unknown, { content }: OutgoingMessage) => {
      did.push(how)
      contents.push(content)
      if (fails.includes(how) && did.filter((each) => each === how).length === 1)
        throw failure ?? new Error(`${how} fails`)
    }
  const acknowledged = (how: string): 'expired' | 'acknowledged' => {
    did.push(how)
    return isExpired ? 'expired' : 'acknowledged'
  }
  const responder: Responder = {
    acknowledge: async (_, how) => acknowledged(`acknowledge ${how}`),
    openForm: async (_, { title }) => acknowledged(`form ${title}`),
    edit: note('edit'),
    tellAsker: note('asker'),
    tellAll: note('all'),
    suggest: async () => {},
  }
  const t = translatorFor('en')
  const plan: Plan =
    acknowledge === 'form'
      ? { t, label: 'made up', acknowledge, form: { title: 'title', custom_id: 'a', components: [] } }
      : {
          ...{ t, label: 'made up', acknowledge },
          work: () => {
            did.push('work')
            return work()
          },
        }
  const asked = { id: '1', token: 't', applicationId: '2', receivedAt: performance.now() - 100 }
  const performed = perform(plan, asked, {
    responder,
    log: createLog({ write: (line) => void lines.push(line) }),
    stop,
    begin: async () => {
      await new Promise((resolve) => setImmediate(resolve))
      did.push('begin')
    },
    within,
  })
  const logged = () => lines.map((line) => JSON.parse(line) as { msg: string; command?: string; incident?: string })
  return { performed, did, contents, logged }
}
const answer = (more: Partial<Done> = {}): Done => ({ outcome: 'answered', message: noticeMessage('Done'), ...more })
const shared = (undo?: () => Promise<void>): NonNullable<Done['beside']> => ({
  message: noticeMessage('Shared'),
  isPrivate: false,
  ...(undo === undefined ? {} : { undo }),
})
const before = ['acknowledge change', 'begin', 'work']
const turn = () => new Promise((resolve) => setTimeout(resolve, 5))

describe('an interaction', () => {
  test('that Discord forgot is not worked on', async () => {
    const { performed, did } = performing('public', async () => answer(), { isExpired: true })
    expect(await performed).toEqual({ outcome: 'expired', msToAcknowledge: null, msToAnswer: null })
    expect(did).toEqual(['acknowledge public'])
  })

  test('that opens a form is over with it', async () => {
    const { performed, did } = performing('form', async () => answer())
    const { outcome, msToAcknowledge, msToAnswer } = await performed
    expect([outcome, did]).toEqual(['answered', ['form title']])
    expect(msToAcknowledge).toBeGreaterThanOrEqual(100)
    expect(msToAcknowledge).toBeLessThan(5000)
    expect(msToAnswer).toBe(msToAcknowledge)
  })

  test('is acknowledged, waits for its turn, is worked on and then answered, all of it timed', async () => {
    const { performed, did, contents, logged } = performing('private', async () => {
      await turn()
      return answer()
    })
    const { outcome, msToAcknowledge, msToAnswer } = await performed
    expect(outcome).toBe('answered')
    expect(did).toEqual(['acknowledge private', 'begin', 'work', 'edit'])
    expect(contents).toEqual(['Done'])
    expect(msToAcknowledge).toBeGreaterThanOrEqual(100)
    expect(msToAnswer).toBeGreaterThan(msToAcknowledge ?? 0)
    expect(msToAnswer).toBeLessThan(5000)
    expect(logged()).toEqual([])
  })

  test('that changes nothing changes nothing', async () => {
    const { performed, did } = performing('change', async () => ({ outcome: 'answered' }))
    expect((await performed).outcome).toBe('answered')
    expect(did).toEqual(before)
  })

  test.each(['answered', 'silent'] as const)('that changes a reply does so when it is %s', async (outcome) => {
    const { performed, did } = performing('change', async () => answer({ outcome }))
    expect((await performed).outcome).toBe(outcome)
    expect(did).toEqual([...before, 'edit'])
  })

  test('that is refused leaves the reply as it is, and tells the asker', async () => {
    const refusal = new QuothError('bad-argument', 'Not so')
    const changing = performing('change', () => Promise.reject(refusal))
    expect((await changing.performed).outcome).toBe('refused')
    expect(changing.did).toEqual([...before, 'asker'])
    const fresh = performing('public', () => Promise.reject(refusal))
    expect((await fresh.performed).outcome).toBe('refused')
    expect(fresh.did.slice(-1)).toEqual(['edit'])
    expect([fresh.contents, changing.contents]).toEqual([['Not so'], ['Not so']])
    expect([...fresh.logged(), ...changing.logged()]).toEqual([])
  })

  test('that fails by a defect tells its number, which the log has too', async () => {
    const { performed, did, contents, logged } = performing('public', () => Promise.reject(new TypeError('defect')))
    expect((await performed).outcome).toBe('failed')
    expect(did.slice(-1)).toEqual(['edit'])
    const [line] = logged()
    expect(line).toMatchObject({ command: 'made up', err: { message: 'defect' }, msg: expect.stringMatching(/.+/) })
    expect(contents[0]).toContain(line?.incident)
  })

  test('that Discord does not take gives way to a line: in its place, or beside a reply that was to be changed', async () => {
    const failure = new DiscordAPIError({ code: 50_035, message: 'no' }, 50_035, 400, 'PATCH', 'https://x', {
      files: undefined,
      body: {},
    })
    const refused = (how: How) => performing(how, async () => answer(), { fails: ['edit'], failure })
    const [fresh, changing] = [refused('public'), refused('change')]
    expect([(await fresh.performed).outcome, (await changing.performed).outcome]).toEqual(['failed', 'failed'])
    expect(fresh.did.slice(-2)).toEqual(['edit', 'edit'])
    expect(changing.did.slice(-2)).toEqual(['edit', 'asker'])
  })

  test('that is refused with a line of its own beside the reply says that line', async () => {
    const beside = { message: noticeMessage('Not again'), isPrivate: true }
    const { performed, did, contents } = performing('change', async () => ({ outcome: 'refused', beside }))
    expect((await performed).outcome).toBe('refused')
    expect([did, contents]).toEqual([[...before, 'asker'], ['Not again']])
  })

  test('that cannot be shown has failed', async () => {
    const { performed, logged } = performing('public', async () => answer(), { fails: ['edit'] })
    const { outcome, msToAnswer } = await performed
    expect(outcome).toBe('failed')
    expect(msToAnswer).toBeGreaterThanOrEqual(100)
    expect(logged()).toHaveLength(1)
  })
})

describe('what is told beside a reply', () => {
  test('goes first where all are to see it: the reply says that it was shared', async () => {
    const { performed, did } = performing('change', async () => answer({ beside: shared() }))
    expect((await performed).outcome).toBe('answered')
    expect(did).toEqual([...before, 'all', 'edit'])
  })

  test('goes last where the asker alone is to see it', async () => {
    const beside = { message: noticeMessage('Psst'), isPrivate: true }
    const { performed, did } = performing('change', async () => answer({ beside }))
    expect((await performed).outcome).toBe('answered')
    expect(did).toEqual([...before, 'edit', 'asker'])
    const failing = performing('change', async () => answer({ beside }), { fails: ['asker'] })
    expect((await failing.performed).outcome).toBe('failed')
  })

  test('is taken back where it cannot be shown to all; the reply stays, and the asker is told', async () => {
    let undone = 0
    const undo = async () => {
      undone += 1
    }
    const failing = () => performing('change', async () => answer({ beside: shared(undo) }), { fails: ['all'] })
    const { performed, did, contents, logged } = failing()
    const { outcome, msToAcknowledge, msToAnswer } = await performed
    expect([outcome, undone]).toEqual(['failed', 1])
    expect(did).toEqual([...before, 'all', 'asker'])
    expect(contents[1]).not.toBe('')
    expect(msToAcknowledge).toBeGreaterThanOrEqual(100)
    expect(msToAnswer).toBeGreaterThanOrEqual(msToAcknowledge ?? 0)
    expect(msToAnswer).toBeLessThan(5000)
    expect(logged()).toHaveLength(1)
  })

  test('that cannot be taken back is logged, and is no other failure', async () => {
    const undo = () => Promise.reject(new Error('the disk is full'))
    const { performed, logged } = performing('change', async () => answer({ beside: shared(undo) }), { fails: ['all'] })
    expect((await performed).outcome).toBe('failed')
    expect(logged()).toHaveLength(2)
    expect(logged()[1]).toMatchObject({ err: { message: 'the disk is full' }, msg: expect.stringMatching(/.+/) })
    const without = performing('change', async () => answer({ beside: shared() }), { fails: ['all'] })
    expect((await without.performed).outcome).toBe('failed')
    expect(without.logged()).toHaveLength(1)
  })
})

describe('while Quoth stops', () => {
  test('nothing is begun any more, and whoever asks is told', async () => {
    const { performed, did, contents } = performing('public', async () => answer(), { stop: AbortSignal.abort() })
    expect((await performed).outcome).toBe('stopping')
    expect(did).toEqual(['acknowledge public', 'begin', 'edit'])
    expect(contents[0]).not.toBe('Done')
    expect(contents[0]).not.toBe('')
  })

  test('a reply that was to be changed stays, and the asker is told', async () => {
    const { performed, did } = performing('change', async () => answer(), { stop: AbortSignal.abort() })
    expect((await performed).outcome).toBe('stopping')
    expect(did).toEqual(['acknowledge change', 'begin', 'asker'])
  })

  test('whoever waits is told at once; what comes too late to be sent is taken back', async () => {
    const stopping = new AbortController()
    let undone = 0
    const undo = async () => {
      undone += 1
    }
    let end: (done: Done) => void = () => {}
    const work = () =>
      new Promise<Done>((resolve) => {
        end = resolve
      })
    const { performed, did } = performing('change', work, { stop: stopping.signal })
    await expect.poll(() => did).toContain('work')
    expect(did).toEqual(before)
    stopping.abort()
    await expect.poll(() => did).toContain('asker')
    expect(undone).toBe(0)
    end(answer({ beside: shared(undo) }))
    expect((await performed).outcome).toBe('stopping')
    expect(undone).toBe(1)
    expect(did).toEqual([...before, 'asker'])
  }, 5000)

  test('work that was sent in time is not taken back', async () => {
    let undone = 0
    const undo = async () => {
      undone += 1
    }
    const { performed } = performing('change', async () => answer({ beside: shared(undo) }))
    await performed
    expect(undone).toBe(0)
  })
})

describe('work that takes too long', () => {
  test('is given up, with a number for whoever runs Quoth', async () => {
    const { performed, contents, logged } = performing('public', () => new Promise(() => {}), { within: 20 })
    expect((await performed).outcome).toBe('failed')
    expect(logged()[0]).toMatchObject({ command: 'made up', err: { message: expect.stringContaining('20') } })
    expect(contents[0]).toContain(logged()[0]?.incident)
  }, 5000)

  test('and ends after all is taken back; what it fails of is logged where it is a defect', async () => {
    let undone = 0
    const undo = async () => {
      undone += 1
    }
    const late = async (end: () => Promise<Done>) => {
      const { performed, logged } = performing('change', () => turn().then(turn).then(end), { within: 1 })
      await performed
      for (let i = 0; i < 10; i++) await turn()
      return logged().slice(1)
    }
    expect(await late(async () => answer({ beside: shared(undo) }))).toEqual([])
    expect(undone).toBe(1)
    expect(await late(() => Promise.reject(new QuothError('bad-argument', 'words of somebody')))).toEqual([])
    expect(await late(() => Promise.reject(new TypeError('defect')))).toMatchObject([
      { command: 'made up', err: { message: 'defect' }, msg: expect.stringMatching(/.+/) },
    ])
  }, 5000)
})
