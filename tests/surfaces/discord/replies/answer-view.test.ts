import { describe, expect, test } from 'vitest'
import { messageStyles } from '../../../../src/domain/guild-settings.ts'
import { msg } from '../../../../src/domain/message.ts'
import { sourceId, sourceKey } from '../../../../src/domain/source.ts'
import { accents } from '../../../../src/surfaces/discord/message/view.ts'
import type { ButtonAction, Frame } from '../../../../src/surfaces/discord/replies/buttons.ts'
import { renderReply } from '../../../../src/surfaces/discord/replies/render-reply.ts'
import { rankedQuotes } from '../../../support/fake-quoth.ts'
import { plainSource } from '../../../support/plain-source.ts'
import { answerOf, answerWith, silence } from '../../../support/shown-answer.ts'
import { controlsOf, frameOf, optionsOf, partsOf, textOf } from '../../../support/shown-frame.ts'

const shownControls = (frame: Partial<Frame>): readonly string[] =>
  controlsOf(renderReply({ kind: 'answer', answer: answerWith(['One.', 'Two.']) }, frameOf(frame)))

describe('an answer', () => {
  test('names where else a quote stands, and how many stories its sources tell', () => {
    const answer = answerWith(['One.', 'Two.'])
    const copy = plainSource({ id: 'copy', text: 'One. Two. Three. Four.' })
    const places = rankedQuotes(copy, [copy.paragraphs[0] ?? { start: 0, end: 4 }]).flatMap((place) => [
      ...[
        { ...place, isSame: true },
        { ...place, isSame: true },
        { ...place, isSame: true },
      ],
      { ...place, isSame: false },
    ])
    const quotes = answer.quotes.map((quote, at) => (at === 0 ? { ...quote, alsoIn: places } : quote))
    const shown = textOf(renderReply({ kind: 'answer', answer: { ...answer, quotes, origins: 1 } }, frameOf()))
    expect(shown.match(/Also in: “[^\n]+; “[^\n]+ and 1 more/g)).toHaveLength(1)
    expect(shown.match(/Nearly so in: “[^\n;]+$/gm)).toHaveLength(1)
    expect(shown).toContain('that tell one story')
    expect(textOf(renderReply({ kind: 'answer', answer }, frameOf()))).not.toMatch(/so in:|Also in:|story/)
  })

  test('has Context beside each quote, and beneath what else can be done', () => {
    expect(shownControls({})).toEqual(['Context', 'Context', 'More quotes', 'Copy as text', 'Helpful', 'Not helpful'])
  })

  test('can be shared where the asker alone sees it, and others are there', () => {
    expect(shownControls({ isPrivate: true })).toContain('Share in channel')
    expect(shownControls({ isPrivate: true, isInGuild: false })).not.toContain('Share in channel')
  })

  test('does not offer again what was done', () => {
    const done = new Set<ButtonAction>(['share', 'helpful'])
    expect(shownControls({ isPrivate: true, done })).toEqual([
      'Context',
      'Context',
      'More quotes',
      'Copy as text',
      'Not helpful',
    ])
  })

  test('has nothing to press where nothing can be kept', () => {
    expect(shownControls({ idOf: null, isPrivate: true })).toEqual([])
  })

  test('offers more quotes only where there are more', () => {
    const message = renderReply({ kind: 'answer', answer: { ...answerWith(['One.']), more: 0 } }, frameOf())
    expect(controlsOf(message)).not.toContain('More quotes')
  })

  test('names each quote by its place in the reply', () => {
    const message = renderReply({ kind: 'answer', answer: answerWith(['One.', 'Two.']) }, frameOf())
    const ids = [...JSON.stringify(message.components).matchAll(/q1:context:abcdefgh01234567:(\d)/g)].map(([, n]) => n)
    expect(ids).toEqual(['0', '1'])
  })

  test('names who speaks, and the section where the words stand', () => {
    const source = plainSource({
      text: 'I saw it.',
      paragraph: () => ({ section: ['Part 1', 'Night'], speaker: 'Ada' }),
    })
    const shown = textOf(renderReply({ kind: 'answer', answer: answerOf(source) }, frameOf()))
    expect(shown).toContain('untitled: “I saw it. …” › Part 1 › Night · Ada speaking · ¶ 1')
  })

  test('writes dates as its reader does', () => {
    const answer = answerOf(plainSource({ text: 'One.', record: { issued: '2014-09-23' } }))
    expect(textOf(renderReply({ kind: 'answer', answer }, frameOf()))).toContain('· 23 September 2014 ·')
    expect(textOf(renderReply({ kind: 'answer', answer }, frameOf({ language: 'de' })))).toContain(
      '· 23. September 2014 ·',
    )
  })

  test('says how its question was read before any quote, and how many notes have no room', () => {
    const notes = Array.from({ length: 7 }, (_, n) => msg`Read as “${n}”.`)
    const answer = answerOf(plainSource({ text: 'One.' }), { notes, unknownTerms: Array(10).fill('wug') })
    const shown = textOf(renderReply({ kind: 'answer', answer }, frameOf()))
    expect(shown.indexOf('-# Read as “0”.')).toBeLessThan(shown.indexOf('> One.'))
    expect(shown).toContain('-# More notes, not shown here: 2.')
    expect(shown).toContain('wug and 2 more.')
  })
})

describe('a silence', () => {
  const ways = ['Open a source', 'Rephrase', 'Notify me when it’s added']
  const near = (id: string, text = 'Words.') =>
    rankedQuotes(plainSource({ id, text, record: { title: `On ${id}` } }), [{ start: 0, end: text.length }])
  const shown = (nearest: Parameters<typeof silence>[0], frame: Partial<Frame> = {}) =>
    renderReply({ kind: 'answer', answer: silence(nearest) }, frameOf(frame))

  test('says what was searched, what no source knows, and what comes nearest', () => {
    const message = shown({ question: 'Why *wug*?', searched: 12, unknownTerms: ['wug'], nearest: near('a') })
    expect(textOf(message)).toContain('Searched **12 sources** for “Why \\*wug\\*?”')
    expect(textOf(message)).toContain('Words not found in any source: wug.')
    expect(textOf(message)).toMatch(
      /The library does not say this in these words\. Closest, which may or may not answer:\n\n> Words\.\n-# \*\*\[1\]\*\* On a · ¶ 1/,
    )
    expect(textOf(message)).not.toContain('well enough to quote')
  })

  test('opens what comes nearest, each source once, and helps to go on', () => {
    const message = shown({ nearest: [...near('a'), ...near('b'), ...near('a')] })
    expect(optionsOf(message)).toEqual(['On a', 'On b'])
    expect(controlsOf(message)).toEqual([...Array(3).fill('Context'), ...ways])
    expect(message.components).toMatchObject([{ accent_color: accents.notFound }])
  })

  test('offers neither to copy, to share nor to rate what is no answer', () => {
    const message = shown({ nearest: near('a') }, { isPrivate: true })
    expect(controlsOf(message)).toEqual(['Context', ...ways])
  })

  test('says as ever that there is nothing where nothing is near', () => {
    const message = shown({ question: 'Why?', searched: 1, notes: [msg`Read as “x”.`] })
    expect(textOf(message)).toContain('Searched **1 source** for “Why?”: no passage answers it well enough to quote.')
    expect(textOf(message)).toContain('-# Read as “x”.')
    expect(textOf(message)).not.toContain('Closest')
  })

  test('cuts a long sentence that is nearest as it cuts a quote', () => {
    for (const style of messageStyles) {
      const long = `It is ${'very '.repeat(1000)}long.`
      const message = shown({ nearest: [...near('a', long), ...near('b')] }, { style })
      expect(textOf(message)).toMatch(/more characters; the full text is in the attached file quoth\.txt/)
      expect(message.files[0]?.text).toContain(long)
    }
  })

  test('opens a source whose id is too long to be sent as well', () => {
    const message = shown({ nearest: near('x'.repeat(101)) })
    expect(textOf(message)).toContain('**[1]** On xxx')
    expect(controlsOf(message)).toEqual(['Context', ...ways])
    expect(JSON.stringify(message.components)).toContain(`"value":"${sourceKey(sourceId('x'.repeat(101)))}"`)
  })

  test('does not offer to tell again', () => {
    expect(controlsOf(shown({}, { done: new Set(['tell-me']) }))).toEqual(['Rephrase'])
  })

  test('can be used in a plain message as well', () => {
    const message = shown({ nearest: near('a') }, { style: 'plain' })
    expect(message.content).toMatch(/^\*\*I could not find that in the library\*\*\n/)
    expect(partsOf(message).filter((part) => part.content !== undefined)).toEqual([])
    expect(message.content).toContain('may or may not answer:\n\n> Words.\n[1] On a')
    expect(controlsOf(message)).toEqual(['Context of 1', ...ways])
  })
})
