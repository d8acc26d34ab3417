import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { QuothError } from '../../../src/domain/error.ts'
import { createRecentIds } from '../../../src/surfaces/discord/handler.ts'
import { createLimiter, type Limiter } from '../../../src/surfaces/discord/limiter.ts'
import type { Person } from '../../../src/surfaces/discord/person.ts'
import { acceptRequest, type Request, tryAcceptRequest } from '../../../src/surfaces/discord/request.ts'
import type { Services } from '../../../src/surfaces/discord/services.ts'
import { allCommands } from '../../support/discord-bot.ts'

test('at any time it allows an event where fewer than so many were allowed in the window before, and else tells the shortest wait', () => {
  const arrivals = fc.array(
    fc.record({ key: fc.constantFrom('ada', 'ben', 'cy'), after: fc.constantFrom(0, 1, 333, 999, 1000, 1001, 5000) }),
    { maxLength: 60 },
  )
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 7 }), arrivals, (count, seconds, events) => {
      let now = 0
      const limiter = createLimiter({ count, seconds }, () => now)
      const allowed = new Map<string, number[]>()
      for (const { key, after } of events) {
        now += after
        const times = allowed.get(key) ?? []
        const isFree = (at: number): boolean => times.filter((time) => time > at - seconds * 1000).length < count
        const verdict = limiter(key)
        if (isFree(now)) {
          expect(verdict).toEqual({ allowed: true })
          allowed.set(key, [...times, now])
          continue
        }
        let wait = 1
        while (!isFree(now + wait * 1000)) wait += 1
        expect(verdict).toEqual({ allowed: false, seconds: wait })
      }
    }),
    { numRuns: 500, seed: 6 },
  )
})

test('who waits as long as they are told is let in', () => {
  for (let late = 1; late < 3000; late += 7) {
    let now = 0
    const limiter = createLimiter({ count: 1, seconds: 3 }, () => now)
    limiter('ada')
    now = late
    const verdict = limiter('ada')
    if (verdict.allowed) throw new Error('it must not be')
    now += verdict.seconds * 1000
    expect(limiter('ada')).toEqual({ allowed: true })
  }
})

test('time goes by of itself', () => {
  const limiter = createLimiter({ count: 1, seconds: 3600 })
  expect(limiter('ada')).toEqual({ allowed: true })
  const verdict = limiter('ada')
  expect(verdict).toMatchObject({ allowed: false })
  expect('seconds' in verdict && verdict.seconds > 3500 && verdict.seconds <= 3600).toBe(true)
  const isNew = createRecentIds()
  expect([isNew('a'), isNew('a')]).toEqual([true, false])
})

describe('a person is admitted to a command', () => {
  const ada = { user: 'ada' } as Person
  const request = (command: string, args: Request['args']): Request => ({ command, args, skip: 0 })
  const question = request('ask', { question: 'When is the tide high?' })
  /** Services with this limiter, which tells whom it counted. */
  const services = (limiter: Limiter) => {
    const counted: string[] = []
    const counting: Limiter = (key) => {
      counted.push(key)
      return limiter(key)
    }
    return { counted, services: { commands: allCommands, limiter: counting } as unknown as Services }
  }
  const never: Limiter = () => ({ allowed: false, seconds: 7 })

  test('and counted by themselves, for what searches', () => {
    const { counted, services: with_ } = services(createLimiter({ count: 9, seconds: 9 }))
    acceptRequest(question, ada, with_)
    acceptRequest(request('summarise', { source: 'tides' }), { ...ada, user: 'ben' }, with_)
    expect(counted).toEqual(['ada', 'ben'])
  })

  test('and not counted for what costs next to nothing, however much else they asked', () => {
    const { counted, services: with_ } = services(never)
    acceptRequest(request('help', {}), ada, with_)
    acceptRequest({ ...request('sources', {}), subcommand: 'list' }, ada, with_)
    acceptRequest(request('cite', { 'quote-id': 'q1' }), ada, with_)
    acceptRequest(request('context', { 'quote-id': 'q1' }), ada, with_)
    expect(counted).toEqual([])
  })

  test.each([
    ['a command that there is not', request('nothing', {})],
    ['an option that there is not', request('ask', { question: 'x', colour: 'red' })],
    ['nothing where something is needed', request('ask', {})],
    ['too much', request('ask', { question: 'x', quotes: 99 })],
    ['too long a question', request('ask', { question: 'x'.repeat(6001) })],
  ])('but not with %s: that is told, and not counted', (_, wrong) => {
    const { counted, services: with_ } = services(never)
    expect(tryAcceptRequest(wrong, ada, with_)).toMatchObject({ code: 'bad-argument' })
    expect(counted).toEqual([])
  })

  test.each([
    [1, 'Please wait 1 second and ask again.'],
    [2, 'Please wait 2 seconds and ask again.'],
    [59, 'Please wait 59 seconds and ask again.'],
  ])('or told to wait as long as the limiter says: %s s', (seconds, says) => {
    const { services: with_ } = services(() => ({ allowed: false, seconds }))
    const refusal = tryAcceptRequest(question, ada, with_)
    if (!(refusal instanceof QuothError)) throw new Error('it must be refused')
    expect(refusal.code).toBe('too-many-questions')
    expect(refusal.message).toContain(says)
  })
})
