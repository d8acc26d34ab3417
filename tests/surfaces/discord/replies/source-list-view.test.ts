import { expect, test } from 'vitest'
import { messageStyles } from '../../../../src/domain/guild-settings.ts'
import { msg } from '../../../../src/domain/message.ts'
import type { SourceList } from '../../../../src/domain/reply.ts'
import { sourceId, sourceKey } from '../../../../src/domain/source.ts'
import { cardOf } from '../../../../src/domain/source-card.ts'
import { excesses } from '../../../../src/surfaces/discord/message/budget.ts'
import { renderReply } from '../../../../src/surfaces/discord/replies/render-reply.ts'
import { plainSource } from '../../../support/plain-source.ts'
import { controlsOf, frameOf, optionsOf, textOf } from '../../../support/shown-frame.ts'

const card = (n: number) => cardOf(plainSource({ id: `s${n}`, text: 'Words.', record: { title: `Title ${n}` } }))
const refusal = { path: 'broken.pdf', reason: msg`Only .txt and .md files are read.` }
const page = (number: number, of: number, refusals: SourceList['refusals'] = [refusal]) => {
  const from = (number - 1) * 10
  const cards = Array.from({ length: Math.max(0, Math.min(10, of - from)) }, (_, n) => card(from + n))
  return renderReply({ kind: 'source-list', cards, from, of, refusals }, frameOf())
}
const idsOf = (message: ReturnType<typeof page>) =>
  [...JSON.stringify(message.components).matchAll(/q1:go:\w+:(\d+)/g)].map(([, n]) => Number(n))

test('a page says which it is, opens its sources, and leads to those before and after', () => {
  const message = page(2, 25)
  expect(textOf(message)).toMatch(/^### 25 sources in the library\n-# Page 2 of 3/)
  expect(textOf(message)).toContain(
    '**Title 10**\n-# 1 paragraph, 1 sentence, 1 word · not stated: author, publisher, date · `s10`',
  )
  expect(optionsOf(message)).toHaveLength(10)
  expect(controlsOf(message)).toEqual(['Open a source', '← Previous', 'Next →'])
  expect(idsOf(message)).toEqual([1, 3])
})

test('the first page leads nowhere before it, and the last one ends with what was not read', () => {
  expect(idsOf(page(1, 25))).toEqual([2])
  expect(textOf(page(1, 25))).not.toContain('Not read')
  expect(idsOf(page(3, 25))).toEqual([2])
  expect(textOf(page(3, 25))).toContain('Not read: broken.pdf · Only .txt and .md files are read.')
})

test('where the library stands on its host’s disk is not shown', () => {
  const reason = msg`The folder has no documents (PDF, Word, HTML, text, mail and others). Add one.`
  for (const style of messageStyles) {
    const refusals = [{ path: '/home/ada/secret/papers', reason }]
    const message = renderReply({ kind: 'source-list', cards: [], from: 0, of: 0, refusals }, frameOf({ style }))
    const shown = style === 'plain' ? message.content : textOf(message)
    expect(shown).toContain(
      'Not read: the library folder · The folder has no documents (PDF, Word, HTML, text, mail and others).',
    )
    expect(JSON.stringify(message)).not.toMatch(/ada|secret|papers/)
  }
})

test('a source whose id is long, or cannot be typed, shows its key', () => {
  const id = `a\u202e${'x'.repeat(200)}`
  const cards = [cardOf(plainSource({ id, text: 'Words.' }))]
  const message = renderReply({ kind: 'source-list', cards, from: 0, of: 1, refusals: [] }, frameOf())
  expect(textOf(message)).toContain(`(\`${sourceKey(sourceId(id))}\`)`)
})

test('one page of sources needs no number', () => {
  expect(textOf(page(1, 3))).not.toContain('Page')
  expect(idsOf(page(1, 3))).toEqual([])
})

test('a page that is not there leads to the last one', () => {
  expect(textOf(page(9, 25))).toContain('There is no page 9; the last page is 3.')
  expect(idsOf(page(9, 25))).toEqual([3])
  expect(textOf(page(9, 25))).not.toContain('Not read')
})

test('an empty library says what to do', () => {
  expect(textOf(page(1, 0, []))).toContain('Add documents (PDF, Word, HTML, text, mail and others) with')
})

test('documents that were not read are bounded, and counted beyond', () => {
  const message = page(1, 1, Array(100_000).fill(refusal))
  expect(excesses(message)).toEqual([])
  expect(textOf(message)).toContain('2,000 of 100,000 documents that were not read are listed')
  expect(textOf(message)).toMatch(/-# 1,9\d\d more lines in the attached file/)
  expect(message.files[0]?.text.match(/broken/g)).toHaveLength(2000)
})

test('however many sources it is given, a page shows ten and leads to the others', () => {
  const cards = Array.from({ length: 100_000 }, () => card(1))
  const message = renderReply({ kind: 'source-list', cards, from: 0, of: cards.length, refusals: [] }, frameOf())
  expect(textOf(message)).toContain('Page 1 of 10,000')
  expect(message.shown).toBe(10)
  expect(idsOf(message)).toEqual([2])
})

test('a plain page has room for ten sources of ordinary names', () => {
  const record = {
    title: 'Rescuers search for survivors of the capsized ferry',
    author: [{ given: 'Sutirtho', family: 'Patranobis' }],
    publisher: 'Hindustan Times',
    issued: '2014-09-23',
  }
  const cards = Array.from({ length: 10 }, (_, n) =>
    cardOf(plainSource({ id: `en/article-${n}`, text: 'Words.', record })),
  )
  const message = renderReply(
    { kind: 'source-list', cards, from: 0, of: 10, refusals: [] },
    frameOf({ style: 'plain' }),
  )
  expect(message.shown).toBe(10)
  expect(message.files).toEqual([])
})
