import { describe, expect, test } from 'vitest'
import { QuothError } from '../../../../src/domain/error.ts'
import { translatorFor } from '../../../../src/i18n/say.ts'
import { expiredMessage, notYoursMessage } from '../../../../src/surfaces/discord/message/notice.ts'
import { type ButtonAction, buttonActions } from '../../../../src/surfaces/discord/replies/buttons.ts'
import { allCommands, shownText } from '../../../support/discord-bot.ts'
import { type Hand, idFor, keepReply, tidal, tidalQuestion, workOf } from '../../../support/kept-in-hand.ts'
import { type Circumstances, plansInHand } from '../../../support/pressed-in-hand.ts'

const asked = { question: tidalQuestion }

const quoting = ['ask', 'find-sources', 'check-quotes']
const offered: { readonly [A in Exclude<ButtonAction, 'asked' | 'files'>]: readonly string[] } = {
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
  go: ['context', 'sources', 'library'],
  open: ['ask', 'sources'],
  'set-answers': ['settings'],
  'set-channels': ['settings'],
  'set-quotes': ['settings'],
  'set-style': ['settings'],
  'set-language': ['settings'],
}

describe('a button belongs to the replies that have it', () => {
  test.each(buttonActions)('%s', async (action) => {
    const hand = plansInHand({ quoth: tidal })
    const commands = action === 'asked' || action === 'files' ? [] : offered[action]
    for (const { name: command } of allCommands) {
      const id = await keepReply(hand, command)
      const { label } = await hand.press(`q1:${action}:${id}:0`, { manages: true }, [])
      expect([command, label]).toEqual([command, commands.includes(command) ? action : 'expired'])
    }
  })

  test('of a reply that all see, nothing is shared again', async () => {
    const hand = plansInHand({ quoth: tidal })
    const id = await keepReply(hand, 'ask', { isPrivate: false })
    expect((await hand.press(`q1:share:${id}:0`)).label).toBe('expired')
    expect((await hand.press(`q1:copy:${id}:0`)).label).toBe('copy')
  })

  test('of a quote that the reply does not have, nothing is shown', async () => {
    const hand = plansInHand({ quoth: tidal })
    const id = await keepReply(hand, 'ask')
    expect((await hand.press(`q1:context:${id}:1`)).label).toBe('expired')
  })
})

describe('a reply responds', () => {
  const press = async (by: Circumstances, id?: string) => {
    const hand = plansInHand({ quoth: tidal })
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
    const hand = plansInHand({ quoth: tidal })
    const id = await idFor(hand, 'copy', asked)
    hand.clock.now += 24 * 60 * 60_000 - 1
    expect((await hand.press(id)).label).toBe('copy')
    hand.clock.now += 1
    expect((await hand.press(id)).label).toBe('expired')
  })

  test('in the language of whoever presses', async () => {
    const hand = plansInHand({ quoth: tidal })
    const id = await idFor(hand, 'copy', asked)
    expect((await hand.press(id, { locale: 'de' })).t.language).toBe('de')
    expect((await hand.press(id, { locale: 'en-GB', guildLocale: 'de' })).t.language).toBe('en')
  })

  test('and what a plain button brings along as values is not read', async () => {
    const hand = plansInHand({ quoth: tidal })
    const id = await keepReply(hand, 'sources')
    const opened = await workOf(await hand.press(`q1:open:${id}:0`, {}, ['tides']))
    expect(shownText(opened.message ?? { components: [] })).toContain('tides')
    await expect(workOf(await hand.press(`q1:open:${id}:0`))).rejects.toBeInstanceOf(QuothError)
  })
})

describe('nothing is told of a reply', () => {
  test('that another Quoth kept otherwise, but that it has expired', async () => {
    const hand = plansInHand({ quoth: tidal })
    const id = await keepReply(hand, 'ask')
    const kept = hand.replies.get(id)
    if (kept === undefined) throw new Error('it was not kept')
    for (const content of ['', '{}', 'null']) {
      hand.replies.set(id, { ...kept, content })
      expect((await hand.press(`q1:copy:${id}:0`)).label).toBe('expired')
    }
  })

  test('but why it does not respond', async () => {
    const hand = plansInHand({ quoth: tidal })
    const id = await keepReply(hand, 'ask')
    const said = async (by: Circumstances) => (await workOf(await hand.press(`q1:copy:${id}:0`, by))).message
    expect(await said({ user: 'ben' })).toEqual(notYoursMessage(translatorFor('en')))
    expect(await said({ channel: 'other' })).toEqual(expiredMessage(translatorFor('en')))
  })
})

describe('what comes of a button is for the asker alone', () => {
  /** For whose eyes a question in other words is, of a reply that was shown so. */
  const eyesOf = async (isPrivate: boolean, settings: Parameters<Hand['set']>[0], by: Circumstances = {}) => {
    const hand = plansInHand({ quoth: tidal })
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
