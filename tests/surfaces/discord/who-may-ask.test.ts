import { describe, expect, test } from 'vitest'
import { defaultSettings } from '../../../src/domain/guild-settings.ts'
import { everyone } from '../../../src/domain/stored-document.ts'
import { translatorFor } from '../../../src/i18n/say.ts'
import type { Quoth } from '../../../src/quoth.ts'
import { readPressed } from '../../../src/surfaces/discord/kept-reply.ts'
import { answersThere, elsewhereLine, personOf, translatorTo } from '../../../src/surfaces/discord/person.ts'
import type { Done } from '../../../src/surfaces/discord/plan.ts'
import { acceptRequest, type Request, runRequest, withPrivacy } from '../../../src/surfaces/discord/request.ts'
import { allCommands, shownText } from '../../support/discord-bot.ts'
import { fakeQuoth } from '../../support/fake-quoth.ts'
import { workOf } from '../../support/kept-in-hand.ts'
import { plainSource } from '../../support/plain-source.ts'
import { keptIn, plansInHand } from '../../support/pressed-in-hand.ts'

const tides = plainSource({ id: 'tides', text: 'The tide is high. The tide is low.\n\nNobody saw the tide.' })
const plain = fakeQuoth({ sources: [tides] })
const question = 'When is the tide high?'

/** A library that tells with what it was asked. */
const listening = () => {
  const asked: unknown[] = []
  const ask: Quoth['ask'] = (text, options) => {
    asked.push({ text, ...options })
    return plain.ask(text, options)
  }
  return { asked, quoth: { ...plain, ask } }
}
const textOf = ({ message }: Done): string => shownText(message ?? { components: [] })

const ada = {
  user: 'ada',
  guild: 'guild',
  channel: 'general',
  parent: null,
  locale: 'de',
  guildLocale: 'en-GB',
  isManager: false,
  maySend: true,
  roles: [],
  audiences: { alone: everyone, channel: everyone },
}

describe('Quoth speaks', () => {
  test.each([
    ['to a person in their language', ada, true, 'de'],
    ['to all in the language of the server', ada, false, 'en'],
    ['to all in that of the person, where the server has none', { ...ada, guildLocale: null }, false, 'de'],
  ] as const)('%s', (_, person, isPrivate, language) => {
    expect(translatorTo(person, defaultSettings, isPrivate).language).toBe(language)
  })

  test('the language that the server has set, to everybody', () => {
    for (const isPrivate of [true, false])
      for (const language of ['de', 'en'] as const)
        expect(translatorTo(ada, { ...defaultSettings, language }, isPrivate).language).toBe(language)
  })
})

test('whoever asks elsewhere is told of every channel where Quoth answers', () => {
  const line = elsewhereLine({ ...defaultSettings, channels: ['1', '2'] }, translatorFor('en'))
  expect(line).toMatch(/<#1>, <#2>/)
})

test('of a channel that belongs to none, its own setting counts', () => {
  expect(answersThere({ ...ada, parent: null }, { ...defaultSettings, channels: ['null'] })).toBe(false)
  expect(answersThere({ ...ada, parent: 'parent' }, { ...defaultSettings, channels: ['parent'] })).toBe(true)
})

test('a person is told from another by who and where they are', () => {
  const interaction = {
    user: { id: 'ada' },
    guildId: null,
    channelId: null,
    channel: null,
    locale: 'de',
    guildLocale: null,
    memberPermissions: null,
    guild: null,
    member: null,
  }
  expect(personOf(interaction as unknown as Parameters<typeof personOf>[0])).toEqual({
    user: 'ada',
    guild: null,
    channel: '',
    parent: null,
    locale: 'de',
    guildLocale: null,
    isManager: false,
    maySend: true,
    roles: [],
    audiences: expect.anything(),
  })
})

describe('a command', () => {
  test('runs with what was typed, and is named by its name', async () => {
    const { asked, quoth } = listening()
    const hand = plansInHand({ quoth })
    const plan = await hand.command('ask', { question, source: 'tides', quotes: 2, private: undefined })
    expect(plan).toMatchObject({ label: 'ask', question, acknowledge: 'public' })
    expect(plan.t.language).toBe('en')
    expect(textOf(await workOf(plan))).toContain('The tide is high.')
    expect(asked).toMatchObject([{ text: question, source: 'tides', quotes: 2, isPrivate: false }])
    expect(hand.used).toEqual(['guild'])
  })

  test('is kept as it was used, for the eyes that saw it', async () => {
    const hand = plansInHand({ quoth: plain, settings: { answers: 'private', style: 'plain' } })
    await workOf(await hand.command('ask', { question }, { locale: 'de' }))
    const [reply] = hand.replies.values()
    expect(keptIn(reply)).toMatchObject({
      request: { command: 'ask', args: { question, private: true }, skip: 0 },
      isPrivate: true,
      style: 'plain',
      language: 'de',
    })
    expect(keptIn(reply).request).not.toHaveProperty('subcommand')
    expect(reply).toMatchObject({ user: 'ada', guild: 'guild', channel: 'general', at: hand.clock.now })
  })

  test('of several parts is named by both', async () => {
    const hand = plansInHand({ quoth: plain })
    const plan = await hand.command('sources', { source: 'tides' }, {}, 'show')
    expect(plan).toMatchObject({ label: 'sources show', acknowledge: 'private' })
    expect(plan).not.toHaveProperty('question')
    expect(textOf(await workOf(plan))).toContain('tides')
    const bare = await hand.command('sources', {}, {}, 'list')
    expect(textOf(await workOf(bare))).toContain('tides')
  })

  test('is for the asker alone where the asker or the server wants that', async () => {
    const acknowledged = async (settings: object, options: object, by: object = {}) =>
      (await plansInHand({ quoth: plain, settings }).command('ask', { question, ...options }, by)).acknowledge
    expect(await acknowledged({}, {})).toBe('public')
    expect(await acknowledged({}, { private: true })).toBe('private')
    expect(await acknowledged({ answers: 'private' }, {})).toBe('private')
    expect(await acknowledged({ answers: 'private' }, { private: false })).toBe('public')
  })

  test('speaks to all in the language of the server, to the asker in their own', async () => {
    const by = { locale: 'de', guildLocale: 'en-GB' }
    const hand = plansInHand({ quoth: plain })
    expect((await hand.command('ask', { question }, by)).t.language).toBe('en')
    expect((await hand.command('ask', { question, private: true }, by)).t.language).toBe('de')
    // What is refused is said to the asker alone.
    expect((await hand.command('nothing', {}, by)).t.language).toBe('de')
  })

  test.each([
    ['one that there is not', 'nothing', {}, 'unknown'],
    ['one for managers, used by others', 'settings', {}, 'settings'],
    ['one with what it does not take', 'ask', { colour: 'red' }, 'ask'],
    ['one without what it needs', 'ask', {}, 'ask'],
  ])('is refused to the asker alone: %s', async (_, name, options, label) => {
    const hand = plansInHand({ quoth: plain })
    const plan = await hand.command(name, options)
    expect(plan).toMatchObject({ label, acknowledge: 'private' })
    const done = await workOf(plan)
    expect(done.outcome).toBe('refused')
    expect(textOf(done)).not.toBe('')
    expect(hand.replies.size).toBe(0)
  })

  test('for managers is done for them', async () => {
    const hand = plansInHand({ quoth: plain })
    expect((await workOf(await hand.command('settings', {}, { manages: true }))).outcome).toBe('answered')
  })

  test('that asks too fast is refused to the asker alone, before all see that something was asked', async () => {
    const hand = plansInHand({ quoth: plain, limit: 1 })
    expect((await hand.command('ask', { question })).acknowledge).toBe('public')
    const refused = await hand.command('ask', { question })
    expect(refused).toMatchObject({ acknowledge: 'private', label: 'ask' })
    expect((await workOf(refused)).outcome).toBe('refused')
    expect((await hand.command('ask', { question }, { user: 'ben' })).acknowledge).toBe('public')
  })

  test('is refused where Quoth does not answer, but for those that say where it does', async () => {
    expect(allCommands.filter(({ everywhere }) => everywhere).map(({ name }) => name)).toEqual([
      'forget-me',
      'help',
      'settings',
    ])
    const { asked, quoth } = listening()
    const hand = plansInHand({ quoth, settings: { channels: ['other'] } })
    const refused = await hand.command('ask', { question })
    expect(refused).toMatchObject({ acknowledge: 'private', label: 'ask' })
    expect(textOf(await workOf(refused))).toContain('<#other>')
    expect(asked).toEqual([])
    expect(textOf(await workOf(await hand.command('help')))).not.toContain('<#other>')
    expect((await workOf(await hand.command('settings', {}, { manages: true }))).outcome).toBe('answered')
    expect((await hand.command('ask', { question }, { channel: 'other' })).acknowledge).toBe('public')
    expect((await hand.command('ask', { question }, { channel: 'other', thread: 'thread' })).acknowledge).toBe('public')
    expect((await hand.command('ask', { question }, { guild: null })).acknowledge).toBe('public')
  })
})

describe('a command on a message', () => {
  const named = (name: string): string => allCommands.find((each) => each.name === name)?.onMessage?.name ?? ''

  test('is asked about the words of the message', async () => {
    const hand = plansInHand({ quoth: plain })
    const plan = await hand.onMessage(named('check-quotes'), 'They say “The tide is high.”')
    expect(plan).toMatchObject({ label: 'check-quotes', acknowledge: 'private' })
    expect((await workOf(plan)).outcome).not.toBe('refused')
    const [reply] = hand.replies.values()
    expect(Object.values(keptIn(reply).request.args)).toContain('They say “The tide is high.”')
  })

  test('is refused for a message without words, to the asker in their language', async () => {
    const hand = plansInHand({ quoth: plain })
    for (const empty of ['', ' \n ']) {
      const plan = await hand.onMessage(named('check-quotes'), empty, { locale: 'de', guildLocale: 'en-GB' })
      expect(plan).toMatchObject({ label: 'check-quotes', acknowledge: 'private' })
      expect(plan.t.language).toBe('de')
      const done = await workOf(plan)
      expect(done.outcome).toBe('refused')
      expect(textOf(done)).not.toBe('')
      // It says what to do, and not what the command does not take.
      const typed = await hand.command('check-quotes', { text: empty }, { locale: 'de', guildLocale: 'en-GB' })
      expect(textOf(done)).not.toBe(textOf(await workOf(typed)))
    }
  })

  test('is refused where there is none of that name, with words or without', async () => {
    const hand = plansInHand({ quoth: plain })
    for (const words of ['', 'words']) {
      const plan = await hand.onMessage('Nothing', words)
      expect(plan).toMatchObject({ label: 'unknown', acknowledge: 'private' })
      expect((await workOf(plan)).outcome).toBe('refused')
    }
  })
})

describe('a request', () => {
  const request = (more: Partial<Request> = {}): Request => ({ command: 'ask', args: { question }, skip: 0, ...more })
  const { services } = plansInHand({ quoth: plain })
  const accepted = (more: Partial<Request> = {}) => acceptRequest(request(more), ada, services)
  const run = (more: Partial<Request>, quoth: Quoth = plain) =>
    runRequest(
      accepted(more),
      { person: ada, settings: defaultSettings, isPrivate: false },
      plansInHand({ quoth }).services,
    )

  test('leaves out the quotes that were shown before, and only of answers', async () => {
    const exact = async (skip: number) => {
      const reply = await run({ skip })
      return reply.kind === 'answer' ? reply.answer.quotes.map(({ quote }) => quote.exact) : []
    }
    const all = await exact(0)
    expect(all).toHaveLength(3)
    expect(await exact(2)).toEqual(all.slice(2))
    await expect(run({ skip: 3 })).rejects.toMatchObject({ code: 'unknown-quote' })
    const silent = await run({ skip: 3, args: { question: 'quantum?' } })
    expect(silent).toMatchObject({ kind: 'answer', answer: { kind: 'silent' } })
    expect(await run({ command: 'summarise', args: { source: 'tides' }, skip: 3 })).toMatchObject({ kind: 'summary' })
  })

  test('is run with the questions that it follows, where there are some', async () => {
    const { asked, quoth } = listening()
    await run({}, quoth)
    await run({ earlier: [{ text: 'And the sea?', isPrivate: true }] }, quoth)
    expect(asked).toMatchObject([
      { text: question, earlier: undefined },
      { text: question, earlier: [{ text: 'And the sea?', isPrivate: true }] },
    ])
  })

  test('for a command or a part of one that there is not is refused', () => {
    for (const more of [{ command: 'nothing' }, { command: 'sources', subcommand: 'nothing', args: {} }])
      expect(() => accepted(more)).toThrow(expect.objectContaining({ code: 'bad-argument' }))
    expect(accepted().args).toMatchObject({ question })
  })

  test('says for whose eyes it is where its command lets that be said', () => {
    const open = accepted({ args: { question, private: true } })
    expect(withPrivacy(accepted(), true).request).toEqual(request({ args: { question, private: true } }))
    expect(withPrivacy(accepted(), true).args).toMatchObject({ question, private: true })
    expect(withPrivacy(open, false).request.args['private']).toBe(false)
    expect(withPrivacy(open, false).args['private']).toBe(false)
    const cite = accepted({ command: 'cite', args: { 'quote-id': 'q1' } })
    expect(withPrivacy(cite, true)).toEqual(cite)
  })

  test.each<[string, object]>([
    ['no command', { command: undefined }],
    ['a subcommand that is no text', { subcommand: 7 }],
    ['no arguments', { args: undefined }],
    ['a list among its arguments', { args: { question: ['a'] } }],
    ['an earlier question that is no text', { earlier: [{ text: 7, isPrivate: true }] }],
    ['an earlier question of which it is not known who may see it', { earlier: [{ text: 'a' }] }],
    ['less than nothing to skip', { skip: -1 }],
    ['half a quote to skip', { skip: 0.5 }],
    ['nothing to skip', { skip: undefined }],
  ])('that was kept with %s is not read', async (_, wrong) => {
    const hand = plansInHand({ quoth: plain })
    const kept = { given: [], shown: 0, isPrivate: true, style: 'cards', language: 'en' }
    /** The request that is read back; null where the reply counts as expired. */
    const readBack = async (more: object) => {
      const [id, content] = ['reply-0000000000', JSON.stringify({ ...kept, request: { ...request(), ...more } })]
      const place = { user: ada.user, guild: ada.guild, channel: ada.channel, at: hand.clock.now }
      await hand.services.state.replies.put({ ...place, id, content })
      const pressed = await readPressed(`q1:copy:${id}:0`, ada, hand.services)
      return 'kind' in pressed ? null : pressed.kept.request
    }
    const args = { text: 'a', count: 1, yes: true }
    expect((await readBack({ args }))?.args).toEqual(args)
    const right = { earlier: [{ text: 'a', isPrivate: false }], subcommand: 'b' }
    expect(await readBack(right)).toEqual({ ...request(), ...right })
    expect(await readBack(wrong)).toBeNull()
  })
})
