import { describe, expect, test } from 'vitest'
import {
  blockQuote,
  neutralise,
  neutraliseLine,
  oneLine,
  wellFormed,
} from '../../../../src/surfaces/discord/message/neutralise.ts'

describe('a mark is taken out of force where it would act', () => {
  test.each([
    ['a list below another line', 'a\n- b', 'a\n\\- b'],
    ['a list behind blanks', '   + b', '   \\+ b'],
    ['a heading', '## a b', '\\## a b'],
    ['a quote behind a tab', '\t> a', '\t\\> a'],
    ['a number that ends the text', 'a\n12.', 'a\n12\\.'],
    ['a number behind blanks', '   12) a', '   12\\) a'],
    ['a closing mark on a line before others', 'C #  \nnext', 'C \\#  \nnext'],
    ['emoji with a long name', 'a :+1_x-y: b', 'a \\:+1_x-y: b'.replace('_', '\\_')],
    ['a mention in capitals', '@EVERYONE', '\\@EVERYONE'],
    ['an invite of a short host', 'dis.gd/abc', 'dis.gd\\/abc'],
    ['an invite with the dot of the root', 'discord.gg./abc', 'discord.gg.\\/abc'],
    ['an invite with a port', 'discord.com:8443/abc', 'discord.com:8443\\/abc'],
    ['emphasis of every kind', '*_~|`[<\\', '\\*\\_\\~\\|\\`\\[\\<\\\\'],
  ])('%s', (_, text, shown) => {
    expect(neutralise(text)).toBe(shown)
  })
})

test.each([
  ['a dash within a line', 'a - b, a-b'],
  ['a hash within a line', 'issue #5 of C#, they say'],
  ['a number within a line', 'In 1987. Then'],
  ['a number with a fraction at its start', '12.5 km'],
  ['letters before a number', 'a1. b'],
  ['a dot without a number', '. a'],
  ['an address of others', 'records.gg/abc, a/b'],
  ['a time and a proportion', '10:30, 1:2'],
  ['an at sign of others', 'me@example.org, @anna'],
])('%s is left as it is written', (_, text) => {
  expect(neutralise(text)).toBe(text)
})

describe('a character that shows nothing', () => {
  test.each([
    ['of four digits', '\u0007', '⟨U+0007⟩'],
    ['with letters in its number', '\u202e', '⟨U+202E⟩'],
    ['of another plane', '\u{e0001}', '⟨U+E0001⟩'],
    ['that is half of a pair', '\ud83d', '⟨U+D83D⟩'],
    ['that ends a line', '\u2028', '⟨U+2028⟩'],
    ['that ends a paragraph', '\u2029', '⟨U+2029⟩'],
    ['that annotates', '\ufff9', '⟨U+FFF9⟩'],
    ['that stands before others like it', '\u200b\u200b', '⟨U+200B⟩⟨U+200B⟩'],
  ])('%s shows as a mark, and is gone from a line', (_, character, mark) => {
    expect(neutralise(`x${character}y`)).toBe(`x${mark}y`)
    expect(oneLine(`x${character}y`, 50)).not.toContain(character)
  })

  test.each([
    ['an emoji of several people', '👩\u200d👩\u200d👧'],
    ['one with a skin', '👩🏽\u200d🚀'],
    ['one with a variation', '❤\ufe0f\u200d🔥'],
    ['a word of another script', 'می\u200cخواهم'],
    ['a mark on a letter', 'क्\u200dष'],
    ['a soft hyphen', 'Fuß\u00adball'],
  ])('stays where writing needs it: %s', (_, text) => {
    expect(neutralise(text)).toBe(text)
    expect(oneLine(text, 50)).toBe(text)
  })

  test.each([
    ['behind an ASCII letter', 'a\u200dé'],
    ['before an ASCII letter', 'é\u200da'],
    ['behind a sign', '€\u200dé'],
    ['before a sign', 'é\u200d€'],
    ['at the beginning', '\u200dé'],
    ['at the end', 'é\u200d'],
  ])('is marked where nothing needs it: a joiner %s', (_, text) => {
    expect(neutralise(text)).toBe(text.replace('\u200d', '⟨U+200D⟩'))
    expect(oneLine(text, 50)).toBe(text.replace('\u200d', ''))
  })

  test('line ends and tabs stay in a quote', () => {
    expect(neutralise('a\n\tb')).toBe('a\n\tb')
    expect(blockQuote('a\n\tb')).toBe('> a\n> \tb')
  })

  test('cannot be confused with a mark that was written as one', () => {
    expect(neutralise('⟨U+202E⟩ ⟨U+41⟩ ⟨a⟩')).toBe('⟨U+27E8⟩U+202E⟩ ⟨U+27E8⟩U+41⟩ ⟨a⟩')
  })
})

describe('a line', () => {
  test('has one blank in the place of controls, line ends and blanks', () => {
    expect(oneLine(' a\u0007b\u2028c\u2029d \n\t e ', 50)).toBe('a b c d e')
  })

  test('has a visible character in the place of half a pair', () => {
    expect(oneLine('a\ud83db\udc00', 50)).toBe('a\ufffdb\ufffd')
  })

  test('is looked for within eight times its length, and tells what is left out', () => {
    const hidden = (count: number): string => '\u200b'.repeat(count)
    expect(oneLine(`${hidden(159)}x`, 20)).toBe('x')
    expect(oneLine(`${hidden(160)}x`, 20)).toBe('…')
    expect(oneLine(`x${hidden(160)}`, 20)).toBe('x…')
  })

  test('with its backslashes is as long as it may be, and no longer', () => {
    expect(neutraliseLine('*****', 10)).toBe('\\*\\*\\*\\*\\*')
    expect(neutraliseLine('**********', 10)).toBe('\\*\\*\\*\\*…')
    expect(neutraliseLine('a*b*c*d*e*', 10)).toBe('a\\*b\\*c\\*…')
    expect(neutraliseLine('plain', 5)).toBe('plain')
  })
})

test('what is sent has a visible character in the place of half a pair, and is otherwise the same', () => {
  const sent = { a: 'x\ud83d', deep: [{ b: '\udc00y👩' }], n: 1, no: null, yes: true }
  expect(wellFormed(sent)).toEqual({ a: 'x\ufffd', deep: [{ b: '\ufffdy👩' }], n: 1, no: null, yes: true })
})
