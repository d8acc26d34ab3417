import { describe, expect, test } from 'vitest'
import { QuothError } from '../../../../src/domain/error.ts'
import { translatorFor } from '../../../../src/i18n/say.ts'
import type { Quoth } from '../../../../src/quoth.ts'
import type { KeptReply } from '../../../../src/surfaces/discord/kept-reply.ts'
import { expiredMessage, notYoursMessage } from '../../../../src/surfaces/discord/message/notice.ts'
import type { Done, Plan } from '../../../../src/surfaces/discord/plan.ts'
import { type ButtonAction, buttonActions } from '../../../../src/surfaces/discord/replies/buttons.ts'
import { customIds, shownText } from '../../../support/discord-bot.ts'
import { fakeQuoth } from '../../../support/fake-quoth.ts'
import { plainSource } from '../../../support/plain-source.ts'
import { type Circumstances, keptIn, plansInHand } from '../../../support/pressed-in-hand.ts'

const tides = plainSource({ id: 'tides', text: 'The tide is high. The tide is low.\n\nNobody saw the tide.' })
const quoth = fakeQuoth({ sources: [tides] })
const question = 'When is the tide high?'
type Hand = ReturnType<typeof plansInHand>

const workOf = (plan: Plan): Promise<Done> => {
  if (plan.acknowledge === 'form') throw new Error('no form is meant')
  return plan.work()
}
/** The custom ids of a reply that was shown. */
const shownFor = async (plan: Plan): Promise<ReadonlyMap<string, readonly string[]>> => {
  const { message } = await workOf(plan)
  return customIds(message ?? { components: [] })
}
const idFor = async (hand: Hand, action: string, options: object, by: Circumstances = {}): Promise<string> => {
  const [id] = (await shownFor(await hand.command('ask', options, by))).get(action) ?? []
  if (id === undefined) throw new Error(`no ${action}`)
  return id
}
const asked = { question }
const inPrivate = { question, private: true }

/** A reply of a command that is kept, with what is given in it, as if it had been shown. */
const keepReply = async (hand: Hand, command: string, more: object = {}): Promise<string> => {
  const request = { command, args: { question, source: 'tides' }, skip: 0 }
  const kept: KeptReply = { request, given: ['q1'], shown: 1, isPrivate: true, style: 'cards', language: 'en', ...more }
  const reply = { id: 'reply-0000000000', user: 'ada', guild: 'guild', channel: 'general', at: hand.clock.now }
  await hand.services.state.replies.put({ ...reply, content: JSON.stringify(kept) })
  return reply.id
}

const quoting = ['ask', 'find-sources', 'check-quotes']
const offered: { readonly [A in ButtonAction]?: readonly string[] } = {
  context: quoting,
  copy: [...quoting, 'summarise'],
  share: [...quoting, 'summarise'],
  more: ['ask'],
  helpful: ['ask'],
  unhelpful: ['ask'],
  rephrase: ['ask'],
  'tell-me': ['ask'],
  longer: ['summarise'],
  shorter: ['summarise'],
  go: ['context', 'sources'],
  open: ['ask', 'summarise', 'find-sources', 'check-quotes', 'context', 'sources', 'settings', 'cite', 'help'],
  'set-answers': ['settings'],
  'set-channels': ['settings'],
  'set-quotes': ['settings'],
  'set-style': ['settings'],
  'set-language': ['settings'],
}

describe('a button belongs to the replies that have it', () => {
  test.each(buttonActions)('%s', async (action) => {
    const hand = plansInHand({ quoth })
    for (const command of offered.open ?? []) {
      const id = await keepReply(hand, command)
      const { label } = await hand.press(`q1:${action}:${id}:0`, { manages: true }, [])
      expect([command, label]).toEqual([command, offered[action]?.includes(command) ? action : 'expired'])
    }
  })

  test('of a reply that all see, nothing is shared again', async () => {
    const hand = plansInHand({ quoth })
    const id = await keepReply(hand, 'ask', { isPrivate: false })
    expect((await hand.press(`q1:share:${id}:0`)).label).toBe('expired')
    expect((await hand.press(`q1:copy:${id}:0`)).label).toBe('copy')
  })

  test('of a quote that the reply does not have, nothing is shown', async () => {
    const hand = plansInHand({ quoth })
    const id = await keepReply(hand, 'ask')
    expect((await hand.press(`q1:context:${id}:1`)).label).toBe('expired')
  })
})

describe('a reply responds', () => {
  const press = async (by: Circumstances, id?: string) => {
    const hand = plansInHand({ quoth })
    return (await hand.press(id ?? (await idFor(hand, 'copy', asked)), by)).label
  }

  test('to whoever asked, where they asked', async () => {
    expect(await press({})).toBe('copy')
  })

  test.each<[string, Circumstances, string]>([
    ['to nobody else', { user: 'ben' }, 'not-yours'],
    ['in no other channel', { channel: 'other' }, 'expired'],
    ['in no other server', { guild: 'other' }, 'expired'],
    ['in no direct message', { guild: null }, 'expired'],
    // It tells nobody elsewhere that there is such a reply.
    ['to nobody else elsewhere', { user: 'ben', channel: 'other' }, 'expired'],
  ])('%s', async (_, by, label) => {
    expect(await press(by)).toBe(label)
  })

  test('under no id that was made up', async () => {
    for (const id of ['', 'q1:copy:nobody-0000000:0', 'q1:nothing:nobody-0000000:0'])
      expect(await press({}, id)).toBe('expired')
  })

  test('for a day', async () => {
    const hand = plansInHand({ quoth })
    const id = await idFor(hand, 'copy', asked)
    hand.clock.now += 24 * 60 * 60_000 - 1
    expect((await hand.press(id)).label).toBe('copy')
    hand.clock.now += 1
    expect((await hand.press(id)).label).toBe('expired')
  })

  test('in the language of whoever presses', async () => {
    const hand = plansInHand({ quoth })
    const id = await idFor(hand, 'copy', asked)
    expect((await hand.press(id, { locale: 'de' })).t.language).toBe('de')
    expect((await hand.press(id, { locale: 'en-GB', guildLocale: 'de' })).t.language).toBe('en')
  })

  test('and what a plain button brings along as values is not read', async () => {
    const hand = plansInHand({ quoth })
    const id = await keepReply(hand, 'sources')
    const opened = await workOf(await hand.press(`q1:open:${id}:0`, {}, ['tides']))
    expect(shownText(opened.message ?? { components: [] })).toContain('tides')
    await expect(workOf(await hand.press(`q1:open:${id}:0`))).rejects.toBeInstanceOf(QuothError)
  })
})

describe('nothing is told of a reply', () => {
  test('that another Quoth kept otherwise, but that it has expired', async () => {
    const hand = plansInHand({ quoth })
    const id = await keepReply(hand, 'ask')
    const kept = hand.replies.get(id)
    if (kept === undefined) throw new Error('it was not kept')
    for (const content of ['', '{}', 'null']) {
      hand.replies.set(id, { ...kept, content })
      expect((await hand.press(`q1:copy:${id}:0`)).label).toBe('expired')
    }
  })

  test('but why it does not respond', async () => {
    const hand = plansInHand({ quoth })
    const id = await keepReply(hand, 'ask')
    const said = async (by: Circumstances) => (await workOf(await hand.press(`q1:copy:${id}:0`, by))).message
    expect(await said({ user: 'ben' })).toEqual(notYoursMessage(translatorFor('en')))
    expect(await said({ channel: 'other' })).toEqual(expiredMessage(translatorFor('en')))
  })
})

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

describe('what comes of a button is for the asker alone', () => {
  /** For whose eyes a question in other words is, of a reply that was shown so. */
  const eyesOf = async (isPrivate: boolean, settings: Parameters<Hand['set']>[0], by: Circumstances = {}) => {
    const hand = plansInHand({ quoth })
    const id = await keepReply(hand, 'ask', { isPrivate })
    hand.set(settings)
    return (await hand.form(`q1:asked:${id}:0`, 'When is the tide low?', by)).acknowledge
  }

  test('where the reply was', async () => {
    expect(await eyesOf(true, {})).toBe('private')
    expect(await eyesOf(false, {})).toBe('public')
  })

  test('where the server wants it so since', async () => {
    expect(await eyesOf(false, { answers: 'private' })).toBe('private')
  })

  test('where Quoth does not answer any more', async () => {
    expect(await eyesOf(false, { channels: ['other'] })).toBe('private')
    expect(await eyesOf(false, { channels: ['general'] })).toBe('public')
  })
})

describe('a question in other words', () => {
  test('is asked in a form that has the one before', async () => {
    const hand = plansInHand({ quoth })
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
    const hand = plansInHand({ quoth })
    const id = await keepReply(hand, 'ask', { request: { command: 'ask', args: { question: 7 }, skip: 0 } })
    expect(JSON.stringify(await hand.press(`q1:rephrase:${id}:0`))).toContain('"value":""')
  })

  test('is asked of the same source, after the same questions, from the first quote on', async () => {
    const seen: unknown[] = []
    const ask: Quoth['ask'] = (text, options) => {
      seen.push({ text, ...options })
      return quoth.ask(text, options)
    }
    const hand = plansInHand({ quoth: { ...quoth, ask } })
    const earlier = [{ text: 'And the sea?', isPrivate: false }]
    const request = { command: 'ask', args: { question, source: 'tides', quotes: 2 }, skip: 3 }
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
    const hand = plansInHand({ quoth })
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
    const hand = plansInHand({ quoth, limit: 1 })
    const id = await keepReply(hand, 'ask', { isPrivate: false })
    expect((await hand.form(`q1:asked:${id}:0`, 'The tide?')).acknowledge).toBe('public')
    const refused = await hand.form(`q1:asked:${id}:0`, 'The tide?')
    expect(refused).toMatchObject({ acknowledge: 'private', label: 'asked' })
    expect((await workOf(refused)).outcome).toBe('refused')
  })

  test('is taken from no form but its own', async () => {
    const hand = plansInHand({ quoth })
    const id = await keepReply(hand, 'ask')
    expect((await hand.form(`q1:copy:${id}:0`, 'x')).label).toBe('expired')
    expect((await hand.form(`q1:asked:${id}:0`, 'x', { user: 'ben' })).label).toBe('not-yours')
  })

  test('is not searched where Quoth does not answer, and told in private', async () => {
    let searched = 0
    const ask: Quoth['ask'] = (...given) => {
      searched += 1
      return quoth.ask(...given)
    }
    const hand = plansInHand({ quoth: { ...quoth, ask }, settings: { channels: ['other'] } })
    const id = await keepReply(hand, 'ask')
    const plan = await hand.form(`q1:asked:${id}:0`, 'x')
    expect(plan).toMatchObject({ label: 'asked', acknowledge: 'private' })
    expect(shownText((await workOf(plan)).message ?? { components: [] })).toContain('<#other>')
    expect(searched).toBe(0)
  })

  test('is answered to all in the language of the reply before', async () => {
    const hand = plansInHand({ quoth })
    for (const isPrivate of [true, false]) {
      const id = await keepReply(hand, 'ask', { isPrivate, language: 'de' })
      await workOf(await hand.form(`q1:asked:${id}:0`, 'When is the tide low?', { locale: 'en-GB' }))
      const [last] = [...hand.replies.values()].slice(-1)
      expect(keptIn(last).language).toBe(isPrivate ? 'en' : 'de')
    }
  })
})

describe('quotes as text', () => {
  test('are the whole words with their citations, in a file for the asker alone', async () => {
    const hand = plansInHand({ quoth })
    const plan = await hand.press(await idFor(hand, 'copy', { question, quotes: 2 }))
    expect(plan.acknowledge).toBe('private')
    const { outcome, message } = await workOf(plan)
    expect(outcome).toBe('answered')
    expect(message?.content).not.toBe('')
    const id = /\(([^()]+)\)\n/.exec(message?.files[0]?.text ?? '')?.[1] ?? ''
    expect(message?.files[0]?.text).toMatch(
      /^The tide is high\.\n\n[^\n]+ \([^()\n]+\)\n\n\nThe tide is low\.\n\n[^\n]+ \([^()\n]+\)\n$/,
    )
    expect((await quoth.cite(id)).quote.exact).toBe('The tide is high.')
  })
})

describe('sharing', () => {
  const share = async (hand: Hand, id: string, by: Circumstances = {}) => workOf(await hand.press(id, by))

  test('shows all what the asker saw, once, and takes the button away', async () => {
    const hand = plansInHand({ quoth })
    const id = await idFor(hand, 'share', inPrivate)
    const plan = await hand.press(id)
    expect(plan).toMatchObject({ label: 'share', acknowledge: 'change' })
    const done = await workOf(plan)
    expect(done.outcome).toBe('answered')
    expect(done.beside?.isPrivate).toBe(false)
    expect(shownText(done.beside?.message ?? { components: [] })).toContain('The tide is high.')
    expect(customIds(done.message ?? { components: [] }).has('share')).toBe(false)
    expect(customIds(done.message ?? { components: [] }).has('copy')).toBe(true)
    // It counts as used in the open.
    expect(hand.used).toEqual(['guild'])
    const again = await share(hand, id)
    expect(again.outcome).toBe('refused')
    expect(again.message).toBeUndefined()
    expect(again.beside?.isPrivate).toBe(true)
    expect(again.beside?.message.content).not.toBe('')
    await done.beside?.undo?.()
    expect((await share(hand, id)).outcome).toBe('answered')
  })

  test('keeps the two for the eyes that they are for', async () => {
    const hand = plansInHand({ quoth })
    await share(hand, await idFor(hand, 'share', inPrivate), { locale: 'de', guildLocale: 'en-GB' })
    const [open, own] = [...hand.replies.values()].slice(-2).map(keptIn)
    expect(open).toMatchObject({ isPrivate: false, language: 'en', request: { args: { private: false } } })
    expect(own).toMatchObject({ isPrivate: true, request: { args: { private: true } } })
  })

  test('speaks to all in the language of the server, and to the asker as before', async () => {
    const hand = plansInHand({ quoth })
    const id = await idFor(hand, 'share', inPrivate, { locale: 'en-GB', guildLocale: 'de' })
    await share(hand, id, { locale: 'en-GB', guildLocale: 'de' })
    const [open, own] = [...hand.replies.values()].slice(-2).map((reply) => keptIn(reply).language)
    expect([open, own]).toEqual(['de', 'en'])
  })

  test.each<[string, Circumstances, Parameters<Hand['set']>[0]]>([
    ['where Quoth does not answer any more', {}, { channels: ['other'] }],
    ['in a direct message, where there is nobody', { guild: null }, {}],
  ])('is refused %s', async (_, by, settings) => {
    const hand = plansInHand({ quoth })
    const reply = await keepReply(hand, 'ask')
    const kept = hand.replies.get(reply)
    if (kept !== undefined) hand.replies.set(reply, { ...kept, guild: by.guild === null ? null : 'guild' })
    hand.set(settings)
    await expect(share(hand, `q1:share:${reply}:0`, by)).rejects.toMatchObject({ code: 'bad-argument' })
    expect(hand.marks.size).toBe(0)
  })

  test('is refused where the library does not give the same quotes as before, in the same order', async () => {
    const hand = plansInHand({ quoth })
    const reply = await quoth.ask(question, { quotes: 3 })
    const [a = '', b = '', c = ''] = reply.quotes.map(({ citation }) => citation.id)
    const others = [[], [a], [a, b], [a, b, 'q1'], ['q1', b, c], [a, c, b], [a, b, c, 'q1'], ['q1', 'q2', 'q3']]
    for (const given of others) {
      const kept = await keepReply(hand, 'ask', { given, request: { command: 'ask', args: asked, skip: 0 } })
      await expect(share(hand, `q1:share:${kept}:0`)).rejects.toMatchObject({ code: 'unknown-quote' })
    }
    expect(hand.marks.size).toBe(0)
    const same = await keepReply(hand, 'ask', { given: [a, b, c], request: { command: 'ask', args: asked, skip: 0 } })
    expect((await share(hand, `q1:share:${same}:0`)).outcome).toBe('answered')
  })

  test('counts as a question', async () => {
    const hand = plansInHand({ quoth, limit: 1 })
    const id = await idFor(hand, 'share', inPrivate)
    await expect(share(hand, id)).rejects.toMatchObject({ code: 'too-many-questions' })
  })

  test('of what was read with a question in private is refused where it comes out otherwise for all', async () => {
    const hand = plansInHand({ quoth })
    const earlier = [
      { text: 'And the sea?', isPrivate: false },
      { text: 'And me?', isPrivate: true },
    ]
    const request = { command: 'ask', args: asked, skip: 0 }
    const refusedWith = async (before: readonly object[]) => {
      const more = { given: ['q1'], request: { ...request, earlier: before } }
      const reply = await keepReply(hand, 'ask', more)
      return share(hand, `q1:share:${reply}:0`).catch((error: unknown) => error)
    }
    expect(await refusedWith(earlier)).toMatchObject({ code: 'bad-argument' })
    expect(await refusedWith(earlier.slice(0, 1))).toMatchObject({ code: 'unknown-quote' })
  })

  test('makes the asker’s own again with what it was read with', async () => {
    const seen: boolean[] = []
    const ask: Quoth['ask'] = (text, options) => {
      seen.push(options?.isPrivate ?? false)
      return quoth.ask(text, options)
    }
    const hand = plansInHand({ quoth: { ...quoth, ask } })
    const id = await idFor(hand, 'share', inPrivate)
    seen.length = 0
    await share(hand, id)
    expect(seen).toEqual([false])
    const [reply = ''] = id.split(':').slice(2)
    const kept = hand.replies.get(reply)
    if (kept === undefined) throw new Error('it was not kept')
    const content = keptIn(kept)
    const earlier = [{ text: 'And the sea?', isPrivate: true }]
    hand.replies.set(reply, {
      ...kept,
      content: JSON.stringify({ ...content, request: { ...content.request, earlier } }),
    })
    hand.marks.clear()
    seen.length = 0
    await share(hand, id)
    expect(seen).toEqual([false, true])
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
    const hand = plansInHand({ quoth })
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
    const hand = plansInHand({ quoth })
    const id = await keepReply(hand, 'ask', { isPrivate: false, language: 'en' })
    const said = await workOf(await hand.press(`q1:tell-me:${id}:0`, { locale: 'de' }))
    expect(hand.waiting).toMatchObject([{ isPrivate: false, language: 'en' }])
    expect(hand.waiting[0]).not.toHaveProperty('earlier')
    const privately = await workOf(await tellMe(hand, { question: 'other?' }, { locale: 'de' }))
    expect(said.message?.content).not.toBe(privately.message?.content)
  })

  test('is in private in a direct message, and of all sources where none was named', async () => {
    const hand = plansInHand({ quoth })
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
    const hand = plansInHand({ quoth })
    const first = await workOf(await tellMe(hand, { question: 'quantum?' }))
    const second = await workOf(await tellMe(hand, { question: 'quantum?' }))
    expect(hand.waiting).toHaveLength(1)
    expect(second.outcome).toBe('answered')
    expect(second.message?.content).not.toBe(first.message?.content)
    expect(second.message?.content).not.toBe('')
  })

  test('is for twenty-five questions of one person at most', async () => {
    const hand = plansInHand({ quoth })
    for (let n = 0; n < 25; n++) await workOf(await tellMe(hand, { question: `quantum ${n}?` }))
    await expect(workOf(await tellMe(hand, { question: 'one more?' }))).rejects.toMatchObject({
      code: 'too-many-questions',
      message: expect.stringContaining('25'),
    })
    expect(hand.waiting).toHaveLength(25)
  })

  test('is for questions alone, and for sources that there are', async () => {
    const hand = plansInHand({ quoth })
    await expect(workOf(await tellMe(hand, { question: 7 }))).rejects.toMatchObject({ code: 'bad-argument' })
    await expect(workOf(await tellMe(hand, { question: 'a?', source: 'gone' }))).rejects.toMatchObject({
      code: 'unknown-source',
    })
  })
})
