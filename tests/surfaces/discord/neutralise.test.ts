import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockQuote, neutralise, neutraliseLine, oneLine } from '../../../src/surfaces/discord/message/neutralise.ts'
import { liveMarkup, readBack, readBackQuote } from '../../support/discord-markdown.ts'
import { expectGrowth } from '../../support/growth.ts'
import { hostileText } from '../../support/hostile-text.ts'

const invisible = /(?![\n\t])[\p{Cc}\p{Zl}\p{Zp}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u

test('a quote of any text reads back as the text, and nothing in it acts', () => {
  fc.assert(
    fc.property(hostileText(), (text) => {
      const display = blockQuote(text)
      expect(readBackQuote(display)).toBe(text)
      expect(liveMarkup(display.replace(/^> /gm, ''))).toEqual([])
      expect(display).not.toMatch(invisible)
      for (const line of display.split('\n')) expect(line.startsWith('> ')).toBe(true)
    }),
    { numRuns: 10_000 },
  )
})

test('any text as a line is one inert line within its length, without invisible characters', () => {
  fc.assert(
    fc.property(hostileText(), fc.integer({ min: 1, max: 60 }), (text, limit) => {
      const line = neutraliseLine(text, limit)
      expect(line).not.toMatch(/\n/)
      expect(line).not.toMatch(invisible)
      expect(liveMarkup(line)).toEqual([])
      expect(readBack(line).length).toBeLessThanOrEqual(limit)
      expect(oneLine(text, limit)).not.toMatch(/\p{Cs}/u)
    }),
    { numRuns: 3000 },
  )
})

test('the marks that would act are the ones that the check knows', () => {
  for (const text of ['# a', '-# a', '- a', '1. a', '> a', '*a*', '_a_', '~~a', '||a', '`a', '[a](b)', '<@1>', '@here'])
    expect(liveMarkup(text)).not.toEqual([])
})

test('an invite, a gift or a template of any of Discord’s hosts leads nowhere', () => {
  for (const host of [
    'discord.gg',
    'discord.gift',
    'DISCORD.com',
    'discordapp.com',
    'dis.gd',
    'discord.new',
    'discord.gg.',
  ])
    for (const before of ['', 'https://', 'http://who:secret@', 'ptb.', '(', 'see '])
      for (const path of ['/abc', '/invite/abc', ':443/abc', '/gifts/abc', '/template/abc']) {
        const text = `${before}${host}${path}`
        expect(readBack(neutralise(text))).toBe(text)
        for (const shown of [neutralise(text), neutraliseLine(text, 200)]) {
          expect(shown).not.toMatch(/(?:gg|gift|com|gd|new)\.?(?::\d+)?\//i)
          expect(liveMarkup(shown)).toEqual([])
        }
      }
})

test('ordinary prose is left as it stands', () => {
  const prose = 'On 23 September 2014 at 10:30, “about 5.5 %” (ca. $3) — said A. B. Smith; he’s 42. See p. 7/8 & co!'
  expect(neutralise(prose)).toBe(prose)
  expect(blockQuote('one\ntwo')).toBe('> one\n> two')
})

test('invisible characters show as marks in a quote and are gone from a line', () => {
  expect(neutralise('pay\u202eload')).toBe('pay⟨U+202E⟩load')
  expect(neutralise('⟨U+202E⟩')).toBe('⟨U+27E8⟩U+202E⟩')
  expect(oneLine(' a\u200bb\r\n\tc\u202e ', 20)).toBe('ab c')
})

test('joiners stay where writing needs them, and only there', () => {
  const family = '👩‍👩‍👧'
  expect(neutralise(`${family} می‌خواهم`)).toBe(`${family} می‌خواهم`)
  expect(neutralise('ad\u200dmin')).toBe('ad⟨U+200D⟩min')
})

test('a line is cut where a grapheme ends', () => {
  expect(oneLine('👩‍👩‍👧👩‍👩‍👧', 10)).toBe('👩‍👩‍👧…')
  expect(oneLine(`a${'\u0301'.repeat(50)}`, 10)).toHaveLength(10)
})

test.each(['_', ' ', '1', '1. ', '- \n', ':a', '#', '<@1', '\u200d', 'é\u200d', '⟨U+', 'discord.gg/', '\n', 'a'])(
  'takes work that grows with the length of a text of %j',
  async (part) => {
    const neutraliseAll = (length: number): void => {
      const text = part.repeat(length / part.length)
      blockQuote(text)
      neutraliseLine(text, 200)
    }
    await expectGrowth(neutraliseAll, { size: 16_000, factor: 16, below: 80 })
  },
)
