import { describe, expect, test } from 'vitest'
import type { Quoth } from '../../../../src/quoth.ts'
import { customIds, shownText } from '../../../support/discord-bot.ts'
import { type Hand, idFor, keepReply, tidal, tidalQuestion, workOf } from '../../../support/kept-in-hand.ts'
import { type Circumstances, keptIn, plansInHand } from '../../../support/pressed-in-hand.ts'

const asked = { question: tidalQuestion }
const inPrivate = { question: tidalQuestion, private: true }

describe('quotes as text', () => {
  test('are the whole words with their citations, in a file for the asker alone', async () => {
    const hand = plansInHand({ quoth: tidal })
    const plan = await hand.press(await idFor(hand, 'copy', { question: tidalQuestion, quotes: 2 }))
    expect(plan.acknowledge).toBe('private')
    const { outcome, message } = await workOf(plan)
    expect(outcome).toBe('answered')
    expect(message?.content).not.toBe('')
    const id = /\(([^()]+)\)\n/.exec(message?.files[0]?.text ?? '')?.[1] ?? ''
    expect(message?.files[0]?.text).toMatch(
      /^The tide is high\.\n\n[^\n]+ \([^()\n]+\)\n\n\nThe tide is low\.\n\n[^\n]+ \([^()\n]+\)\n$/,
    )
    expect((await tidal.cite(id)).quote.exact).toBe('The tide is high.')
  })
})

describe('sharing', () => {
  const share = async (hand: Hand, id: string, by: Circumstances = {}) => workOf(await hand.press(id, by))

  test('shows all what the asker saw, once, and takes the button away', async () => {
    const hand = plansInHand({ quoth: tidal })
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
    const hand = plansInHand({ quoth: tidal })
    await share(hand, await idFor(hand, 'share', inPrivate), { locale: 'de', guildLocale: 'en-GB' })
    const [open, own] = [...hand.replies.values()].slice(-2).map(keptIn)
    expect(open).toMatchObject({ isPrivate: false, language: 'en', request: { args: { private: false } } })
    expect(own).toMatchObject({ isPrivate: true, request: { args: { private: true } } })
  })

  test('speaks to all in the language of the server, and to the asker as before', async () => {
    const hand = plansInHand({ quoth: tidal })
    const id = await idFor(hand, 'share', inPrivate, { locale: 'en-GB', guildLocale: 'de' })
    await share(hand, id, { locale: 'en-GB', guildLocale: 'de' })
    const [open, own] = [...hand.replies.values()].slice(-2).map((reply) => keptIn(reply).language)
    expect([open, own]).toEqual(['de', 'en'])
  })

  test.each<[string, Circumstances, Parameters<Hand['set']>[0]]>([
    ['where Quoth does not answer any more', {}, { channels: ['other'] }],
    ['in a direct message, where there is nobody', { guild: null }, {}],
  ])('is refused %s', async (_, by, settings) => {
    const hand = plansInHand({ quoth: tidal })
    const reply = await keepReply(hand, 'ask')
    const kept = hand.replies.get(reply)
    if (kept !== undefined) hand.replies.set(reply, { ...kept, guild: by.guild === null ? null : 'guild' })
    hand.set(settings)
    await expect(share(hand, `q1:share:${reply}:0`, by)).rejects.toMatchObject({ code: 'bad-argument' })
    expect(hand.marks.size).toBe(0)
  })

  test('is refused where the library does not give the same quotes as before, in the same order', async () => {
    const hand = plansInHand({ quoth: tidal })
    const reply = await tidal.ask(tidalQuestion, { quotes: 3 })
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
    const hand = plansInHand({ quoth: tidal, limit: 1 })
    const id = await idFor(hand, 'share', inPrivate)
    await expect(share(hand, id)).rejects.toMatchObject({ code: 'too-many-questions' })
  })

  test('of what was read with a question in private is refused where it comes out otherwise for all', async () => {
    const hand = plansInHand({ quoth: tidal })
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
      return tidal.ask(text, options)
    }
    const hand = plansInHand({ quoth: { ...tidal, ask } })
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
