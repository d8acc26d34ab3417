import { expect, test } from 'vitest'
import { quoteFrom } from '../../../../src/domain/quote.ts'
import { renderReply } from '../../../../src/surfaces/discord/replies/render-reply.ts'
import { fakeCitation } from '../../../support/fake-quoth.ts'
import { plainSource, spanOf } from '../../../support/plain-source.ts'
import { controlsOf, frameOf, textOf } from '../../../support/shown-frame.ts'

const source = plainSource({
  text: 'One is. Two is. Three is. Four is.',
  record: { title: 'Numbers', publisher: 'Press' },
})
const summary = (words: readonly string[], frame: Parameters<typeof frameOf>[0] = {}, of = 4, about = source) => {
  const sentences = words.map((each) => {
    const span = spanOf(about, each)
    return { quote: quoteFrom(about, span), citation: fakeCitation(about, span) }
  })
  const { titleShown, titleIsDerived } = about
  return renderReply(
    { kind: 'summary', summary: { source: source.id, titleShown, titleIsDerived, sentences, of } },
    frameOf(frame),
  )
}

test('says how many sentences of how many, and marks what stands between them', () => {
  const shown = textOf(summary(['One is.', 'Two is.', 'Four is.']))
  expect(shown).toContain('### Summary: Numbers\n-# Press\n-# 3 of 4 sentences, unchanged, in document order')
  expect(shown).toContain('> Two is.')
  expect(shown.match(/\\\[…\]/g)).toHaveLength(1)
  expect(shown).toContain('\\[…]\n> Four is.')
})

test('makes no list of a German date that begins its line', () => {
  const dated = plainSource({ text: 'One is.', record: { title: 'Numbers', issued: '2021-03-14' } })
  const shown = textOf(summary(['One is.'], { language: 'de', style: 'plain' }, 1, dated))
  expect(shown).toContain('\n14\\. März 2021\n')
})

test('can be made longer and shorter as far as that goes', () => {
  expect(controlsOf(summary(['One is.', 'Two is.']))).toEqual(['Longer', 'Shorter', 'Copy as text'])
  expect(controlsOf(summary(['One is.']))).toEqual(['Longer', 'Copy as text'])
  expect(controlsOf(summary(['One is.', 'Two is.'], {}, 2))).toEqual(['Shorter', 'Copy as text'])
})

test('can be shared where it is private', () => {
  expect(controlsOf(summary(['One is.'], { isPrivate: true }))).toEqual(['Longer', 'Copy as text', 'Share in channel'])
})

test('of a source without sentences says so', () => {
  expect(textOf(summary([], {}, 0))).toContain('This source has no sentences that can be quoted.')
  expect(controlsOf(summary([], {}, 0))).toEqual([])
})
