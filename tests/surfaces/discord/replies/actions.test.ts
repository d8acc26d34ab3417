import { describe, expect, test } from 'vitest'
import type { Quoth } from '../../../../src/quoth.ts'
import { shownText } from '../../../support/discord-bot.ts'
import { fakeQuoth } from '../../../support/fake-quoth.ts'
import { type Hand, idFor, keepReply, tidal, tidalQuestion, workOf } from '../../../support/kept-in-hand.ts'
import { plainSource } from '../../../support/plain-source.ts'
import { type Circumstances, keptIn, plansInHand } from '../../../support/pressed-in-hand.ts'

const asked = { question: tidalQuestion }

describe('a button does what it says', () => {
  const ten = plainSource({
    id: 'ten',
    text: Array.from({ length: 10 }, (_, n) => `The tide of hour ${n} is high.`).join(' '),
  })
  const long = fakeQuoth({ sources: [ten] })
  const pressing = async (action: string, command: string, args: object, n = 0) => {
    const hand = plansInHand({ quoth: long })
    const id = await keepReply(hand, command, { request: { command, args, skip: 0 }, given: [], shown: 1 })
    const done = await workOf(await hand.press(`q1:${action}:${id}:${n}`))
    const { request } = keptIn([...hand.replies.values()].at(-1))
    return { hand, done, request }
  }

  test('more quotes are those behind the ones that are shown', async () => {
    expect((await pressing('more', 'ask', asked)).request).toMatchObject({ skip: 1 })
  })

  test('a summary gets longer and shorter', async () => {
    const sentences = async (action: string) =>
      (await pressing(action, 'summarise', { source: 'ten', sentences: 4 })).request?.args['sentences']
    expect(await sentences('longer')).toBeGreaterThan(4)
    expect(await sentences('shorter')).toBeLessThan(4)
  })

  test('a list goes to its page, and a context to its paragraph', async () => {
    const hand = plansInHand({ quoth: long })
    const id = await keepReply(hand, 'sources', {
      request: { command: 'sources', subcommand: 'list', args: {}, skip: 0 },
    })
    const done = await workOf(await hand.press(`q1:go:${id}:1`))
    expect(shownText(done.message ?? { components: [] })).toContain('ten')
    expect(done.message?.files).toEqual([])
  })

  test('a verdict is what was pressed', async () => {
    for (const [action, isHelpful] of [
      ['helpful', true],
      ['unhelpful', false],
    ] as const)
      expect((await pressing(action, 'ask', asked)).hand.verdicts).toMatchObject([{ isHelpful }])
  })
})

describe('adding to the library', () => {
  test('opens a form for files, unless an address is given, which somebody who may not add is told', async () => {
    const hand = plansInHand({ quoth: tidal })
    expect((await hand.command('library', {}, {}, 'add')).acknowledge).toBe('form')
    const plan = await hand.command('library', { address: 'https://example.org/ice.html' }, {}, 'add')
    expect(plan.acknowledge).toBe('private')
    await expect(workOf(plan)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('a question in other words', () => {
  test('is asked in a form that has the one before', async () => {
    const hand = plansInHand({ quoth: tidal })
    const id = await idFor(hand, 'rephrase', { question: 'quantum warranty' })
    const plan = await hand.press(id)
    if (plan.acknowledge !== 'form') throw new Error('a form is meant')
    expect(plan.label).toBe('rephrase')
    expect(plan.form.custom_id).toBe(id.replace('rephrase', 'asked'))
    expect(plan.form.title).not.toBe('')
    expect(JSON.stringify(plan.form)).toContain('"value":"quantum warranty"')
    expect(JSON.stringify(plan.form)).toContain('"custom_id":"question"')
    expect(JSON.stringify(plan.form)).toContain('"max_length":1000')
    expect(JSON.stringify(plan.form)).not.toContain('"label":""')
  })

  test('is asked in an empty form where the one before was none', async () => {
    const hand = plansInHand({ quoth: tidal })
    const id = await keepReply(hand, 'ask', { request: { command: 'ask', args: { question: 7 }, skip: 0 } })
    expect(JSON.stringify(await hand.press(`q1:rephrase:${id}:0`))).toContain('"value":""')
  })

  test('is asked of the same source, after the same questions, from the first quote on', async () => {
    const seen: unknown[] = []
    const ask: Quoth['ask'] = (text, options) => {
      seen.push({ text, ...options })
      return tidal.ask(text, options)
    }
    const hand = plansInHand({ quoth: { ...tidal, ask } })
    const earlier = [{ text: 'And the sea?', isPrivate: false }]
    const request = { command: 'ask', args: { question: tidalQuestion, source: 'tides', quotes: 2 }, skip: 3 }
    for (const more of [{}, { earlier }]) {
      const id = await keepReply(hand, 'ask', { request: { ...request, ...more } })
      const plan = await hand.form(`q1:asked:${id}:0`, 'When is the tide low?')
      expect(plan).toMatchObject({ label: 'asked', question: 'When is the tide low?' })
      expect((await workOf(plan)).outcome).toBe('answered')
    }
    const common = { text: 'When is the tide low?', source: 'tides', quotes: 2, isPrivate: true }
    expect(seen).toMatchObject([
      { ...common, earlier: [] },
      { ...common, earlier },
    ])
  })

  test('is kept to be made again with its own eyes', async () => {
    const hand = plansInHand({ quoth: tidal })
    const id = await keepReply(hand, 'ask', { isPrivate: true })
    await workOf(await hand.form(`q1:asked:${id}:0`, 'When is the tide low?'))
    const [last] = [...hand.replies.values()].slice(-1)
    expect(keptIn(last)).toMatchObject({
      isPrivate: true,
      request: { args: { private: true }, skip: 0 },
    })
    expect(hand.used).toEqual([])
  })

  test('counts, and is refused to the asker alone where it is one too many', async () => {
    const hand = plansInHand({ quoth: tidal, limit: 1 })
    const id = await keepReply(hand, 'ask', { isPrivate: false })
    expect((await hand.form(`q1:asked:${id}:0`, 'The tide?')).acknowledge).toBe('public')
    const refused = await hand.form(`q1:asked:${id}:0`, 'The tide?')
    expect(refused).toMatchObject({ acknowledge: 'private', label: 'asked' })
    expect((await workOf(refused)).outcome).toBe('refused')
  })

  test('is taken from no form but its own', async () => {
    const hand = plansInHand({ quoth: tidal })
    const id = await keepReply(hand, 'ask')
    expect((await hand.form(`q1:copy:${id}:0`, 'x')).label).toBe('expired')
    expect((await hand.form(`q1:asked:${id}:0`, 'x', { user: 'ben' })).label).toBe('not-yours')
  })

  test('is not searched where Quoth does not answer, and told in private', async () => {
    let searched = 0
    const ask: Quoth['ask'] = (...given) => {
      searched += 1
      return tidal.ask(...given)
    }
    const hand = plansInHand({ quoth: { ...tidal, ask }, settings: { channels: ['other'] } })
    const id = await keepReply(hand, 'ask')
    const plan = await hand.form(`q1:asked:${id}:0`, 'x')
    expect(plan).toMatchObject({ label: 'asked', acknowledge: 'private' })
    expect(shownText((await workOf(plan)).message ?? { components: [] })).toContain('<#other>')
    expect(searched).toBe(0)
  })

  test('is answered to all in the language of the reply before', async () => {
    const hand = plansInHand({ quoth: tidal })
    for (const isPrivate of [true, false]) {
      const id = await keepReply(hand, 'ask', { isPrivate, language: 'de' })
      await workOf(await hand.form(`q1:asked:${id}:0`, 'When is the tide low?', { locale: 'en-GB' }))
      const [last] = [...hand.replies.values()].slice(-1)
      expect(keptIn(last).language).toBe(isPrivate ? 'en' : 'de')
    }
  })
})

describe('waiting for an answer', () => {
  const tellMe = async (hand: Hand, args: object, by: Circumstances = {}, more: object = {}) => {
    const id = await keepReply(hand, 'ask', { request: { command: 'ask', args, skip: 0, ...more } })
    const kept = hand.replies.get(id)
    if (kept !== undefined) hand.replies.set(id, { ...kept, guild: by.guild === undefined ? 'guild' : by.guild })
    return hand.press(`q1:tell-me:${id}:0`, by)
  }

  test('keeps who asked what, where, and of what', async () => {
    const hand = plansInHand({ quoth: tidal })
    const earlier = [{ text: 'And the sea?', isPrivate: true }]
    const plan = await tellMe(hand, { question: 'quantum?', source: 'tides' }, { locale: 'de' }, { earlier })
    expect(plan).toMatchObject({ label: 'tell-me', acknowledge: 'private' })
    const { outcome, message } = await workOf(plan)
    expect(outcome).toBe('answered')
    expect(message?.content).not.toBe('')
    expect(hand.waiting).toEqual([
      {
        id: expect.stringMatching(/^[\w-]{16}$/),
        user: 'ada',
        guild: 'guild',
        channel: 'general',
        question: 'quantum?',
        earlier: ['And the sea?'],
        source: 'tides',
        isPrivate: true,
        language: 'de',
        at: hand.clock.now,
      },
    ])
  })

  test('is in the open where the answer was, in the language of the reply', async () => {
    const hand = plansInHand({ quoth: tidal })
    const id = await keepReply(hand, 'ask', { isPrivate: false, language: 'en' })
    const said = await workOf(await hand.press(`q1:tell-me:${id}:0`, { locale: 'de' }))
    expect(hand.waiting).toMatchObject([{ isPrivate: false, language: 'en' }])
    expect(hand.waiting[0]).not.toHaveProperty('earlier')
    const privately = await workOf(await tellMe(hand, { question: 'other?' }, { locale: 'de' }))
    expect(said.message?.content).not.toBe(privately.message?.content)
  })

  test('is in private in a direct message, and of all sources where none was named', async () => {
    const hand = plansInHand({ quoth: tidal })
    await workOf(await tellMe(hand, { question: 'quantum?' }, { guild: null }, {}))
    expect(hand.waiting).toMatchObject([{ isPrivate: true, guild: null, source: null }])
    hand.waiting.length = 0
    const id = await keepReply(hand, 'ask', { isPrivate: false })
    const kept = hand.replies.get(id)
    if (kept !== undefined) hand.replies.set(id, { ...kept, guild: null })
    await workOf(await hand.press(`q1:tell-me:${id}:0`, { guild: null }))
    expect(hand.waiting).toMatchObject([{ isPrivate: true }])
  })

  test('is known when it is asked for twice', async () => {
    const hand = plansInHand({ quoth: tidal })
    const first = await workOf(await tellMe(hand, { question: 'quantum?' }))
    const second = await workOf(await tellMe(hand, { question: 'quantum?' }))
    expect(hand.waiting).toHaveLength(1)
    expect(second.outcome).toBe('answered')
    expect(second.message?.content).not.toBe(first.message?.content)
    expect(second.message?.content).not.toBe('')
  })

  test('is for twenty-five questions of one person at most', async () => {
    const hand = plansInHand({ quoth: tidal })
    for (let n = 0; n < 25; n++) await workOf(await tellMe(hand, { question: `quantum ${n}?` }))
    await expect(workOf(await tellMe(hand, { question: 'one more?' }))).rejects.toMatchObject({
      code: 'too-many-questions',
      message: expect.stringContaining('25'),
    })
    expect(hand.waiting).toHaveLength(25)
  })

  test('is for questions alone, and for sources that there are', async () => {
    const hand = plansInHand({ quoth: tidal })
    await expect(workOf(await tellMe(hand, { question: 7 }))).rejects.toMatchObject({ code: 'bad-argument' })
    await expect(workOf(await tellMe(hand, { question: 'a?', source: 'gone' }))).rejects.toMatchObject({
      code: 'unknown-source',
    })
  })
})
