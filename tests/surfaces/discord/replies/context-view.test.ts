import { describe, expect, test } from 'vitest'
import { contextOf } from '../../../../src/citation/context-of.ts'
import { renderReply } from '../../../../src/surfaces/discord/replies/render-reply.ts'
import { fakeCitation } from '../../../support/fake-quoth.ts'
import { plainSource, spanOf } from '../../../support/plain-source.ts'
import { controlsOf, frameOf, textOf } from '../../../support/shown-frame.ts'

const text = ['Alpha one.', 'Bravo two. It has more.', 'Charlie three.', 'Delta four.', 'Echo five.'].join('\n\n')

const around = (paragraph?: number, address: string | null = null, words = 'Bravo two.') => {
  const source = plainSource({ text, record: { title: 'Letters', URL: address } })
  return renderReply(
    { kind: 'context', context: contextOf(source, spanOf(source, words), paragraph, fakeCitation) },
    frameOf(),
  )
}
const ways = (message: ReturnType<typeof around>) =>
  [...JSON.stringify(message.components).matchAll(/q1:go:\w+:(\d+)/g)].map(([, n]) => Number(n))

test('the paragraph before, the one with the quote and the one after are told apart by words', () => {
  const shown = textOf(around())
  expect(shown).toContain('### Context: Letters\n-# Paragraphs 1 to 3 of 5')
  expect(shown).toContain('**Before**\n> Alpha one.\n-# ¶ 1')
  expect(shown).toContain('**The paragraph with the quote**\n> Bravo two. It has more.\n-# ¶ 2')
  expect(shown).toContain('**After**\n> Charlie three.\n-# ¶ 3')
})

test('ways lead a paragraph back and forth, and end where the source does', () => {
  expect(ways(around())).toEqual([3])
  expect(ways(around(3))).toEqual([2, 4])
  expect(ways(around(4))).toEqual([3])
  expect(controlsOf(around(3))).toEqual(['← Previous', 'Next →'])
  expect(ways(around(1))).toEqual([2])
  expect(ways(around(5))).toEqual([4])
})

test('its own paragraph is shown where the neighbours have no room', () => {
  const long = plainSource({ text: ['a'.repeat(3000), 'Bravo two.', 'c'.repeat(3000)].join('\n\n') })
  const context = contextOf(long, spanOf(long, 'Bravo two.'), undefined, fakeCitation)
  const shown = textOf(renderReply({ kind: 'context', context }, frameOf()))
  expect(shown).toContain('> Bravo two.')
  expect(shown).toContain('more paragraph')
})

describe('the link to the source', () => {
  const link = (address: string, words?: string): string | undefined =>
    /"url":"([^"]+)"/.exec(JSON.stringify(around(undefined, address, words).components))?.[1]

  test('leads to the words on the page', () => {
    expect(link('https://example.org/a')).toBe('https://example.org/a#:~:text=Bravo%20two.')
    expect(link('https://example.org/a#part')).toBe('https://example.org/a#part:~:text=Bravo%20two.')
  })

  test('of a long quote gives its ends', () => {
    const source = plainSource({
      text: `one-a two, three four five six seven ${'and '.repeat(50)}the end is here at last.`,
      record: { URL: 'https://x.org/' },
    })
    const context = contextOf(source, { start: 0, end: source.text.length }, undefined, fakeCitation)
    const shown = JSON.stringify(renderReply({ kind: 'context', context }, frameOf()).components)
    expect(shown).toContain('#:~:text=one%2Da%20two%2C%20three%20four%20five%20six,the%20end%20is%20here%20at%20last."')
  })

  test('is left out where the address is none of the web, or too long for Discord', () => {
    expect(link('javascript:alert(1)')).toBeUndefined()
    expect(link('not an address')).toBeUndefined()
    expect(link(`https://x.org/${'y'.repeat(600)}`)).toBeUndefined()
    expect(link(`https://x.org/${'y'.repeat(490)}`)).toBe(`https://x.org/${'y'.repeat(490)}`)
  })
})
