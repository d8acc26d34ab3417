import { expect, test } from 'vitest'
import { msg } from '../../../../src/domain/message.ts'
import { excesses } from '../../../../src/surfaces/discord/message/budget.ts'
import { layOut } from '../../../../src/surfaces/discord/message/lay-out.ts'
import { accents, type Item, row, type View } from '../../../../src/surfaces/discord/message/view.ts'
import { renderReply } from '../../../../src/surfaces/discord/replies/render-reply.ts'
import { readBack } from '../../../support/discord-markdown.ts'
import { expectGrowth } from '../../../support/growth.ts'
import { plainSource } from '../../../support/plain-source.ts'
import { answerOf, answerWith } from '../../../support/shown-answer.ts'
import { controlsOf, frameOf, partsOf, textOf } from '../../../support/shown-frame.ts'

const cards = frameOf()
const plain = frameOf({ style: 'plain' })

const viewOf = (items: readonly Item[], more: Partial<View> = {}): View => ({
  accent: accents.plain,
  heading: 'Heading',
  intro: [],
  items,
  noun: 'line',
  layout: 'paragraphs',
  closing: [],
  ...more,
})
const words = (text: string): Item => ({
  words: text,
  markdown: (shown, rest) => [shown, rest].filter((part) => part !== '').join('\n'),
  plain: text,
})

test('quotes that do not fit are counted, and stand whole in the attached file', () => {
  const texts = Array.from({ length: 8 }, (_, index) => `Paragraph ${index} ${'goes on '.repeat(100)}and ends.`)
  const message = renderReply({ kind: 'answer', answer: answerWith(texts) }, cards)
  expect(textOf(message)).toContain('-# 8 quotes from 1 source')
  expect(textOf(message)).toContain('-# 4 more quotes, in full, in the attached file quoth.txt.')
  expect(message.shown).toBe(4)
  for (const text of texts) expect(message.files[0]?.text).toContain(text)
  expect(JSON.stringify(message.components)).toContain('attachment://quoth.txt')
})

test.each([cards, plain])('a quote that alone is too long shows its head and what is held back ($style)', (frame) => {
  const long = `It ${'never_ends '.repeat(2000)}.`
  const message = renderReply({ kind: 'answer', answer: answerWith([long, 'Short.']) }, frame)
  const shown = textOf(message)
  const [, left] = /… \(([\d,]+) more characters; the full text is in the attached file quoth\.txt\)/.exec(shown) ?? []
  const head = readBack(/> (It .*)/.exec(shown)?.[1] ?? '')
  expect(head.length).toBeGreaterThan((frame.style === 'plain' ? 1400 : 3000) / 1.2)
  expect(head.length + Number(left?.replace(',', ''))).toBe(long.length)
  expect(message.shown).toBe(0)
  expect(message.files[0]?.text).toContain(long)
})

test('a reply that fits carries no file', () => {
  for (const frame of [cards, plain])
    expect(renderReply({ kind: 'answer', answer: answerWith(['One.', 'Two.']) }, frame).files).toEqual([])
})

test('eight quotes have room beside all that can be done with them', () => {
  const paragraphs = Array.from({ length: 8 }, (_, n) => `Paragraph ${n} says a little.`)
  const message = renderReply({ kind: 'answer', answer: answerWith(paragraphs) }, frameOf({ isPrivate: true }))
  expect(message).toMatchObject({ shown: 8, files: [] })
  expect(partsOf(message)).toHaveLength(40)
})

test('the main item is shown whatever gives way', () => {
  const items = ['b'.repeat(2000), 'm'.repeat(1500), 'a'.repeat(2000)].map(words)
  const message = layOut(viewOf(items, { main: 1 }), cards)
  expect(textOf(message)).toContain('m'.repeat(1500))
  expect(textOf(message)).toContain('b'.repeat(2000))
  const larger = ['b'.repeat(2000), 'm'.repeat(3500), 'a'.repeat(2000)].map(words)
  const alone = layOut(viewOf(larger, { main: 1 }), cards)
  expect(textOf(alone)).toContain('m'.repeat(3500))
  expect(textOf(alone)).toContain('2 more lines in the attached file')
})

test('a plain message is text, with the buttons of its items in rows of their own', () => {
  const paragraphs = ['One.', 'Two.', 'Three.', 'Four.', 'Five.', 'Six.']
  const message = renderReply({ kind: 'answer', answer: answerWith(paragraphs) }, plain)
  expect(message.content).toMatch(/^\*\*How long\?\*\*\n6 quotes from 1 source\n\n> One\.\n\[1\] On length · ¶ 1/)
  expect(partsOf(message).every(({ content }) => content === undefined)).toBe(true)
  const rows = message.components.map((component) => ('components' in component ? component.components.length : 0))
  expect(rows).toEqual([5, 1, 4])
  expect(controlsOf(message).slice(0, 6)).toEqual([1, 2, 3, 4, 5, 6].map((n) => `Context of ${n}`))
})

test('only as many buttons stand in a plain message as quotes are shown', () => {
  const message = renderReply({ kind: 'answer', answer: answerWith(Array(5).fill('word '.repeat(100))) }, plain)
  expect(message.shown).toBeLessThan(5)
  expect(controlsOf(message).filter((label) => label.startsWith('Context'))).toHaveLength(message.shown)
})

test('an answer whose every field is as long and as costly as can be still fits', () => {
  for (const mark of ['_', '漢', '👩‍👩‍👧', '⟨U+', '\u202e', 'e\u0301', '# \n']) {
    const much = mark.repeat(2000)
    const source = plainSource({
      id: much,
      text: `x${mark.replace('\n', '').repeat(2000)}`,
      record: {
        title: much,
        author: [{ literal: much }, { literal: much }, { literal: much }],
        publisher: much,
        issued: much,
      },
      paragraph: () => ({ section: [much, much], speaker: much }),
    })
    const notes = Array(20).fill(msg`${much}`)
    const answer = answerOf(source, { question: much, searched: 1e9, unknownTerms: Array(20).fill(much), notes })
    for (const frame of [cards, plain]) {
      const message = renderReply({ kind: 'answer', answer }, frame)
      expect(excesses(message)).toEqual([])
      expect(textOf(message)).toMatch(/^> x/m)
    }
  }
})

test('a view whose fixed parts do not fit is a bug, and no message', () => {
  expect(() => layOut(viewOf([row('x'.repeat(5000), '')]), cards)).toThrow(RangeError)
})

test.each([cards, plain])(
  'one item that is too long by itself does not say that others are held back ($style)',
  (frame) => {
    const shown = textOf(layOut(viewOf([words('x'.repeat(9000))]), frame))
    expect(shown).toMatch(/… \([\d,]+ more characters; /)
    expect(shown).not.toMatch(/more lines? in/)
  },
)

test('a plain message has the lines above its controls, and nothing for those without', () => {
  const menu = { id: 'x', placeholder: 'Choose', about: 'What to choose', options: [{ label: 'One', value: '1' }] }
  const controls: View['controls'] = [[{ id: 'y', label: 'Go' }], menu]
  expect(layOut(viewOf([words('One.')], { controls }), plain).content).toBe('**Heading**\n\nOne.\n\nWhat to choose')
})

test.each([cards, plain])('no more is escaped than a message can hold ($style)', (frame) => {
  let escaped = 0
  const counted = (text: string): Item => ({
    ...words(text),
    markdown: (shown, rest) => {
      escaped += shown.length
      return words(text).markdown(shown, rest)
    },
  })
  const escapedOf = (...items: readonly Item[]): number => {
    escaped = 0
    layOut(viewOf(items), frame)
    return escaped
  }
  expect(escapedOf(...Array(500).fill(counted('x'.repeat(1000))))).toBeLessThan(6_000)
  expect(escapedOf(counted('x'.repeat(1_000_000)))).toBeLessThan(50_000)
  expect(escapedOf(counted('Short.'), counted('x'.repeat(1_000_000)))).toBeLessThan(1_000)
  expect(escapedOf(...Array(5000).fill(counted('x')))).toBeLessThan(frame.style === 'cards' ? 100 : 2100)
})

test('a file is no longer than Discord takes, and says what it leaves out', () => {
  const [file] = layOut(viewOf([words('字'.repeat(4_000_000))]), cards).files
  expect(Buffer.byteLength(file?.text ?? '')).toBeLessThan(10 * 1024 * 1024)
  expect(file?.text).toMatch(/… \(1,000,0\d\d more characters do not fit in this file/)
})

test.each([
  ['cards', cards],
  ['plain', plain],
])('laying out the largest replies takes work that grows with them, as %s', async (_, frame) => {
  const answers = new Map(
    [900, 14_400].flatMap((words) => [
      [
        words,
        [answerWith([`It ${'never_ends '.repeat(words)}.`]), answerWith(Array(8).fill('*_~ '.repeat(words / 32)))],
      ],
    ]),
  )
  const layOutAll = (words: number): void => {
    for (const answer of answers.get(words) ?? []) renderReply({ kind: 'answer', answer }, frame)
  }
  await expectGrowth(layOutAll, { size: 900, factor: 16, below: 60 })
})
