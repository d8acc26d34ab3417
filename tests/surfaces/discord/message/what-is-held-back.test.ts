import { describe, expect, test } from 'vitest'
import { fits, headOf, shortened } from '../../../../src/surfaces/discord/message/budget.ts'
import { layOut } from '../../../../src/surfaces/discord/message/lay-out.ts'
import { accents, type Item, type Noun, row, type View } from '../../../../src/surfaces/discord/message/view.ts'
import { frameOf, textOf } from '../../../support/shown-frame.ts'

const cards = frameOf()
const plain = frameOf({ style: 'plain' })
const viewOf = (items: readonly Item[], more: Partial<View> = {}): View => ({
  accent: accents.plain,
  heading: 'Heading',
  intro: ['intro'],
  items,
  noun: 'line',
  layout: 'paragraphs',
  closing: ['closing'],
  ...more,
})
const words = (text: string, more: Partial<Item> = {}): Item => ({
  words: text,
  markdown: (shown, rest) => [shown, rest].filter((part) => part !== '').join('\n'),
  plain: text,
  ...more,
})
const button = (n: number) => ({ id: `go-${n}`, label: `Go ${n}` })
/** The components of a message of cards, by type and text. */
const partsOf = (view: View, frame = cards) => {
  const [container] = layOut(view, frame).components as unknown as readonly [
    { type: number; accent_color: number; components: readonly object[] },
  ]
  return container
}
const text = (content: string) => ({ type: 10, content })
const line = { type: 14 }

describe('a view as cards', () => {
  const items = [words('a', { button: button(1) }), words('b')]
  const section = { type: 9, components: [text('a')], accessory: expect.objectContaining({ custom_id: 'go-1' }) }
  const controls = [[button(2)], { id: 'menu', placeholder: 'Pick', about: 'about', options: [] }]
  const below = [
    { type: 1, components: [expect.objectContaining({ custom_id: 'go-2' })] },
    text('about'),
    { type: 1, components: [expect.objectContaining({ custom_id: 'menu' })] },
  ]

  test('is one container of its colour: head, items, end, and what can be pressed', () => {
    const container = partsOf(viewOf(items, { controls }))
    expect(container).toMatchObject({ type: 17, accent_color: accents.plain })
    expect(container.components).toEqual([text('### Heading\nintro'), section, text('b'), text('closing'), ...below])
    expect(layOut(viewOf(items), cards)).toMatchObject({ style: 'cards', content: '', files: [], shown: 2 })
  })

  test('has lines between its cards, and before what can be pressed', () => {
    const container = partsOf(viewOf(items, { layout: 'separated', controls, closing: [] }))
    expect(container.components).toEqual([text('### Heading\nintro'), section, line, text('b'), line, ...below])
    const bare = partsOf(viewOf([words('a')], { layout: 'separated', closing: [] }))
    expect(bare.components).toEqual([text('### Heading\nintro'), text('a')])
  })

  test('has its rows in one text, and none where it has no rows', () => {
    const rows = partsOf(viewOf([row('a', 'a'), row('b', 'b')], { layout: 'rows', intro: ['one', 'two'] }))
    expect(rows.components).toEqual([text('### Heading\none\ntwo'), text('a\nb'), text('closing')])
    expect(partsOf(viewOf([], { layout: 'rows' })).components).toEqual([text('### Heading\nintro'), text('closing')])
  })
})

describe('a view as text', () => {
  test('has its parts apart, and its rows under each other', () => {
    const about = { id: 'menu', placeholder: 'Pick', about: 'about', options: [] }
    const view = viewOf([words('a'), words('b')], { controls: [about], closing: ['one', 'two'] })
    expect(layOut(view, plain)).toMatchObject({ style: 'plain', files: [], shown: 2 })
    expect(layOut(view, plain).content).toBe('**Heading**\nintro\n\na\n\nb\n\none\ntwo\n\nabout')
    expect(layOut({ ...view, layout: 'rows', controls: [], closing: [] }, plain).content).toBe(
      '**Heading**\nintro\n\na\nb',
    )
  })

  test('has the buttons of its items in rows of five, before the others', () => {
    const items = Array.from({ length: 6 }, (_, n) => words(`${n}`, n === 2 ? {} : { button: button(n) }))
    const idsOf = (of: readonly Item[]) =>
      (
        layOut(viewOf(of, { controls: [[button(9)]] }), plain).components as unknown as {
          components?: { custom_id: string }[]
        }[]
      ).map(({ components = [] }) => components.map(({ custom_id }) => custom_id))
    expect(idsOf(items)).toEqual([['go-0', 'go-1', 'go-3', 'go-4', 'go-5'], ['go-9']])
    expect(idsOf([...items, words('x', { button: button(7) })])).toEqual([
      ['go-0', 'go-1', 'go-3', 'go-4', 'go-5'],
      ['go-7'],
      ['go-9'],
    ])
  })
})

describe('what has no room', () => {
  const nouns: readonly Noun[] = ['quote', 'sentence', 'source', 'paragraph', 'part', 'command', 'line']
  const long = (count: number): readonly Item[] => Array.from({ length: count }, (_, n) => words(`${n}`.repeat(1500)))
  /** The line that says how many are held back. */
  const noteOf = (noun: Noun, count: number, frame = cards): string =>
    textOf(layOut(viewOf(long(count), { noun, closing: [] }), frame))
      .split('\n')
      .find((each) => each.includes('quoth.txt')) ?? ''

  test.each(nouns)('is counted as what it is, one or several: %s', (noun) => {
    expect(noteOf(noun, 2)).toBe('')
    const [one, two] = [noteOf(noun, 3), noteOf(noun, 4)]
    expect(one).toMatch(/^-# .*\b1\b/)
    expect(two).toMatch(/^-# .*\b2\b/)
    expect(one).not.toBe(two.replace('2', '1'))
    for (const other of nouns.filter((each) => each !== noun)) expect(noteOf(other, 4)).not.toBe(two)
    expect(noteOf(noun, 2, plain)).toMatch(/^(?!-# ).*\b1\b/)
  })

  test('stands whole in a file with all the others, which the message shows', () => {
    const message = layOut(viewOf(long(3)), cards)
    const [file] = message.files
    expect(file?.text).toBe(`Heading\n\n${'0'.repeat(1500)}\n\n${'1'.repeat(1500)}\n\n${'2'.repeat(1500)}\n`)
    expect(message.shown).toBe(2)
    expect(JSON.stringify(message.components)).toContain('{"type":13,"file":{"url":"attachment://quoth.txt"}}')
    const end = partsOf(viewOf(long(3))).components.slice(-2)[0]
    expect(end).toMatchObject({ content: expect.stringMatching(/^-# .*\nclosing$/) })
    expect(layOut(viewOf(long(3)), plain).files).toEqual([file])
  })

  test('is nothing where all fits to the last character', () => {
    const fixed = '### Heading\nintro'.length + 'closing'.length
    expect(layOut(viewOf([words('x'.repeat(3800 - fixed))]), cards)).toMatchObject({ files: [], shown: 1 })
    const over = layOut(viewOf([words('x'.repeat(3800 - fixed + 1))]), cards)
    expect(over.files).toHaveLength(1)
    expect(over.shown).toBe(0)
  })

  test('is the rest of a single item, whose head is as long as it can be, or nearly', () => {
    for (const frame of [cards, plain]) {
      const message = layOut(viewOf([words('x'.repeat(9000))]), frame)
      const shown = textOf(message)
      const head = /x{9,}/.exec(shown)?.[0].length ?? 0
      const room = frame.style === 'plain' ? 2000 : 3800
      expect(fits(message)).toBe(true)
      expect(shown).toMatch(new RegExp(`${(9000 - head).toLocaleString('en')}\\b`))
      const used = shown.replaceAll('\n\n', frame.style === 'plain' ? '\n\n' : '').length
      expect(room - used).toBeLessThan(40)
      expect(message.files[0]?.text).toContain('x'.repeat(9000))
    }
  })

  test('is never the main item: those behind it go first, then those before it', () => {
    const items = [words('a'.repeat(1000)), words('b'.repeat(1000)), words('c'.repeat(2500)), words('d'.repeat(900))]
    const shown = (main: number | undefined, of = items) => {
      const message = layOut(viewOf(of, main === undefined ? {} : { main }), cards)
      return [
        ...new Set(
          textOf(message)
            .match(/([a-d])\1{9,}/g)
            ?.map(([letter]) => letter),
        ),
      ].join('')
    }
    expect(shown(undefined)).toBe('ab')
    expect(shown(0)).toBe('ab')
    expect(shown(1)).toBe('ab')
    expect(shown(2)).toBe('bc')
    expect(shown(3)).toBe('cd')
    expect(layOut(viewOf(items, { main: 2 }), cards).shown).toBe(2)
    expect(shown(3, [...items.slice(0, 3), words('d'.repeat(3700))])).toBe('d')
  })

  test('is cut where there is nothing but what is never cut', () => {
    expect(() => layOut(viewOf([], { closing: ['x'.repeat(4000)] }), cards)).toThrow(/Heading.*4,?\d+ of/)
    expect(() => layOut(viewOf([], { closing: ['x'.repeat(4000)] }), cards)).toThrow(RangeError)
  })

  test('is told of more rows than cards could hold as of fewer', () => {
    const rows = Array.from({ length: 60 }, (_, n) => row(`row ${n}`, `row ${n}`))
    expect(layOut(viewOf(rows, { layout: 'rows' }), cards)).toMatchObject({ files: [], shown: 60 })
    expect(layOut(viewOf(rows, { layout: 'paragraphs' }), plain)).toMatchObject({ files: [], shown: 60 })
    const apart = layOut(viewOf(rows, { layout: 'paragraphs' }), cards)
    expect(apart.files).toHaveLength(1)
    expect(apart.shown).toBeLessThan(40)
    expect(apart.shown).toBeGreaterThan(30)
  })
})

describe('the head of a text', () => {
  test.each<[string, number, string]>([
    ['abc', 3, 'abc'],
    ['abc', 2, 'ab'],
    ['abc', 0, ''],
    ['a👩b', 2, 'a'],
    ['a👩b', 3, 'a👩'],
    ['ae\u0301x', 2, 'a'],
    ['ae\u0301x', 3, 'ae\u0301'],
    // One grapheme that is longer than that ends where a character does.
    [`e${'\u0301'.repeat(9)}`, 4, `e${'\u0301'.repeat(3)}`],
    ['👩\u200d👩\u200d👧', 4, '👩\u200d'],
    ['👩\u200d👩\u200d👧', 5, '👩\u200d👩'],
  ])('“%s” in %s units', (whole, limit, head) => {
    expect(headOf(whole, limit)).toBe(head)
  })

  test('is marked where it is not the whole', () => {
    expect([shortened('abc', 3), shortened('abcd', 3), shortened('abc', 1), shortened('abc', 0)]).toEqual([
      'abc',
      'ab…',
      '…',
      '…',
    ])
  })
})
