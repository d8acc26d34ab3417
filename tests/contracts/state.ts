import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defaultSettings } from '../../src/domain/guild-settings.ts'
import { sourceId } from '../../src/domain/source.ts'
import type { State } from '../../src/state/port.ts'
import { shownReply, verdict, waitingFor } from '../support/kept-state.ts'
import { roundsDuring } from '../support/rounds-during.ts'

/** What every adapter of the State port does. `open` gives an empty one. */
export const stateContract = (name: string, open: () => Promise<State>): void => {
  describe(`${name} keeps the State contract`, () => {
    let state: State
    beforeEach(async () => {
      state = await open()
    })
    afterEach(() => state.close())

    describe('replies', () => {
      it('are given back as they were put, whatever they hold', async () => {
        const replies = [
          shownReply('a'),
          shownReply('b', { guild: null, content: '{"quote":"\\u0000 “𝒬” \u2028 ’; DROP TABLE replies; --"}' }),
          shownReply('__proto__', { at: 8_640_000_000_000_000, content: '' }),
        ]
        for (const reply of replies) await state.replies.put(reply)
        for (const reply of replies) expect(await state.replies.get(reply.id)).toEqual(reply)
        expect(await state.replies.get('nobody')).toBeUndefined()
      })

      it('take the place of an earlier one of the same id, whose marks they keep', async () => {
        await state.replies.put(shownReply('a'))
        await state.replies.mark('a', 'shared')
        const next = shownReply('a', { at: 2_000, content: 'next', user: 'other', channel: 'there' })
        await state.replies.put(next)
        expect(await state.replies.get('a')).toEqual(next)
        expect(await state.replies.mark('a', 'shared')).toBe(false)
      })

      it('are marked once, whoever asks first, until the mark is taken away', async () => {
        await state.replies.put(shownReply('a'))
        await state.replies.put(shownReply('b'))
        const marked = await Promise.all(Array.from({ length: 5 }, () => state.replies.mark('a', 'shared')))
        expect(marked.filter(Boolean)).toHaveLength(1)
        expect(await state.replies.mark('a', 'copied')).toBe(true)
        expect(await state.replies.mark('b', 'shared')).toBe(true)
        await state.replies.unmark('a', 'shared')
        await state.replies.unmark('a', 'never marked')
        expect(await state.replies.mark('a', 'shared')).toBe(true)
        expect(await state.replies.mark('b', 'shared')).toBe(false)
      })

      it('are not marked where there are none', async () => {
        expect(await state.replies.mark('nobody', 'shared')).toBe(false)
      })

      it('are forgotten when they were last shown before a moment, with their marks', async () => {
        for (const [id, at] of Object.entries({ a: 999, b: 1_000, c: 1_001 }))
          await state.replies.put(shownReply(id, { at }))
        await state.replies.mark('a', 'shared')
        expect(await state.replies.forgetBefore(1_000)).toBe(1)
        expect(await state.replies.get('a')).toBeUndefined()
        expect([await state.replies.get('b'), await state.replies.get('c')]).toMatchObject([{ id: 'b' }, { id: 'c' }])
        await state.replies.put(shownReply('a'))
        expect(await state.replies.mark('a', 'shared')).toBe(true)
        expect(await state.replies.forgetBefore(0)).toBe(0)
      })

      it('are forgotten however many they are', async () => {
        await Promise.all(Array.from({ length: 1_001 }, (_, i) => state.replies.put(shownReply(`${i}`, { at: i }))))
        expect(await state.replies.forgetBefore(1_000)).toBe(1_000)
        expect(await state.replies.get('1000')).toMatchObject({ at: 1_000 })
      })
    })

    describe('settings', () => {
      it('are none where nobody changed any', async () => {
        expect(await state.settings.get('guild')).toBeUndefined()
      })

      it('change from the usual ones, by the named ones alone, in one guild', async () => {
        expect(await state.settings.change('guild', { quotes: 5 })).toEqual({ ...defaultSettings, quotes: 5 })
        const changes = { answers: 'private', channels: ['1', '2'], style: 'plain', language: 'de' } as const
        expect(await state.settings.change('guild', changes)).toEqual({ ...defaultSettings, ...changes, quotes: 5 })
        expect(await state.settings.get('guild')).toEqual({ ...defaultSettings, ...changes, quotes: 5 })
        expect(await state.settings.get('other')).toBeUndefined()
      })

      it('lose no change of several at once', async () => {
        await Promise.all([
          state.settings.change('guild', { quotes: 5 }),
          state.settings.change('guild', { style: 'plain' }),
          state.settings.change('guild', { language: 'de' }),
        ])
        expect(await state.settings.get('guild')).toEqual({
          ...defaultSettings,
          quotes: 5,
          style: 'plain',
          language: 'de',
        })
      })
    })

    describe('feedback', () => {
      it('is listed oldest first, as it was put', async () => {
        const put = [
          verdict('b', { at: 2, guild: null, source: sourceId('a/b') }),
          verdict('c', { at: 1, isHelpful: false, quotes: [], earlier: ['Where?', 'Who?'] }),
          verdict('a', { at: 2, question: '“Who?” ’; -- \u0000' }),
        ]
        for (const each of put) await state.feedback.put(each)
        expect(await state.feedback.list()).toEqual([put[1], put[0], put[2]])
      })

      it('holds one verdict on a reply: the last', async () => {
        expect(await state.feedback.list()).toEqual([])
        await state.feedback.put(verdict('a', { at: 1 }))
        await state.feedback.put(verdict('a', { at: 2, isHelpful: false }))
        expect(await state.feedback.list()).toEqual([verdict('a', { at: 2, isHelpful: false })])
      })
    })

    describe('waiting', () => {
      it('is listed oldest first, as it was added, until it is removed', async () => {
        const added = [
          waitingFor('b', {
            at: 2,
            user: 'other',
            guild: null,
            source: sourceId('a'),
            isPrivate: true,
            language: 'de',
            earlier: ['Who?', 'And where?'],
          }),
          waitingFor('a', { at: 1 }),
        ]
        for (const each of added) expect(await state.waiting.add(each, 3)).toBe('added')
        expect(await state.waiting.list()).toEqual(added.toReversed())
        await state.waiting.remove('a')
        await state.waiting.remove('nobody')
        expect(await state.waiting.list()).toEqual([added[0]])
      })

      it('leaves others their turns while a crowd is listed, all of it and oldest first', async () => {
        const crowd = Array.from({ length: 1000 }, (_, n) => waitingFor(`w${n}`, { user: `user ${n}`, at: 1000 - n }))
        await Promise.all(crowd.map((each) => state.waiting.add(each, 1)))
        let listed: Awaited<ReturnType<State['waiting']['list']>> = []
        const rounds = await roundsDuring(async () => {
          listed = await state.waiting.list()
        })
        expect(listed).toEqual(crowd.toReversed())
        expect(rounds).toBeGreaterThan(3)
      })

      it('is known to whoever waits for the same in the same place', async () => {
        await state.waiting.add(waitingFor('a', { guild: null }), 9)
        expect(await state.waiting.add(waitingFor('b', { guild: null, at: 5 }), 9)).toBe('known')
        const others = [
          { question: 'Who?' },
          { guild: 'guild' },
          { channel: 'there' },
          { source: sourceId('a') },
          { user: 'other' },
          { earlier: ['Who was it?'] },
        ]
        for (const [i, other] of others.entries())
          expect(await state.waiting.add(waitingFor(`other ${i}`, { guild: null, ...other }), 9)).toBe('added')
        expect(await state.waiting.list()).toHaveLength(7)
      })

      it('is for the asker alone once the same was asked in private', async () => {
        await state.waiting.add(waitingFor('a'), 9)
        await state.waiting.add(waitingFor('b', { question: 'Who?' }), 9)
        expect(await state.waiting.add(waitingFor('c', { isPrivate: true }), 9)).toBe('known')
        expect(await state.waiting.add(waitingFor('d'), 9)).toBe('known')
        expect(await state.waiting.list()).toMatchObject([
          { id: 'a', isPrivate: true },
          { id: 'b', isPrivate: false },
        ])
        expect(await state.waiting.add(waitingFor('e', { question: 'Who?' }), 9)).toBe('known')
        expect(await state.waiting.list()).toMatchObject([{ isPrivate: true }, { id: 'b', isPrivate: false }])
      })

      it('takes so many from each person, however they come', async () => {
        const add = (id: string, user: string) => state.waiting.add(waitingFor(id, { question: id, user }), 2)
        const answers = await Promise.all([add('a', 'one'), add('b', 'one'), add('c', 'one'), add('d', 'two')])
        expect(answers).toEqual(['added', 'added', 'too-many', 'added'])
        // Known wins: who waits already need not be told that there is no room.
        expect(await add('a', 'one')).toBe('known')
        await state.waiting.remove('a')
        expect(await add('c', 'one')).toBe('added')
      })
    })

    describe('uses', () => {
      it('are counted for each guild by itself', async () => {
        const [a, b] = [sourceId('a'), sourceId('__proto__')]
        await state.uses.add('guild', [a, b])
        await state.uses.add('guild', [a])
        await state.uses.add('guild', [])
        expect(await state.uses.of('guild')).toEqual(
          new Map([
            [a, 2],
            [b, 1],
          ]),
        )
        expect(await state.uses.of('other')).toEqual(new Map())
      })

      it('are counted of a thousand sources at most: the least used are forgotten, the earliest of them first', async () => {
        const sources = Array.from({ length: 1_000 }, (_, i) => sourceId(`${i}`))
        await state.uses.add('guild', sources)
        await state.uses.add('guild', sources.slice(0, 1))
        await state.uses.add('guild', [sourceId('new')])
        const uses = await state.uses.of('guild')
        expect(uses.size).toBe(1_000)
        expect(['0', '1', '2', 'new'].map((id) => uses.get(sourceId(id)))).toEqual([2, undefined, 1, 1])
      })
    })

    describe('identifies', () => {
      it('are counted since a moment, and forgotten before it', async () => {
        for (const at of [1, 2, 2, 3]) await state.identifies.add(at)
        expect(await state.identifies.countSince(2)).toBe(3)
        expect(await state.identifies.countSince(0)).toBe(3)
        expect(await state.identifies.countSince(9)).toBe(0)
      })
    })
  })
}
