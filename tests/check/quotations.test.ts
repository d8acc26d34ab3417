import { describe, expect, it } from 'vitest'
import { quotationsIn } from '../../src/check/quotations.ts'
import { expectGrowth } from '../support/growth.ts'

describe('what is between quotation marks', () => {
  it.each([
    ['typewriter', 'He said "no ice" there.', ['no ice']],
    ['English', 'He said “no ice” and ‘much snow’.', ['no ice', 'much snow']],
    ['German', 'Er sagte „kein Eis“ und ‚viel Schnee‘.', ['kein Eis', 'viel Schnee']],
    ['German, turned round', 'Er sagte »kein Eis« und ›viel Schnee‹.', ['kein Eis', 'viel Schnee']],
    ['French, with spaces', 'Il dit « pas de glace » et ‹ de la neige ›.', [' pas de glace ', ' de la neige ']],
    ['Swedish', 'Han sade ”ingen is” då.', ['ingen is']],
    ['Japanese', '彼は「氷はない」と言った。', ['氷はない']],
    ['mixed by an editor', 'He said “no ice" there.', ['no ice']],
    ['single typewriter', "He said 'no ice' there.", ['no ice']],
    ['one word', 'The so-called "experts" met.', ['experts']],
    ['several', '"One day", he said, "it will thaw."', ['One day', 'it will thaw.']],
    ['nested: the outer one', '“She said ‘no’ to it” and more', ['She said ‘no’ to it']],
    ['nested typewriter', `"She said 'no' to it"`, ["She said 'no' to it"]],
    ['after a bracket', '("no ice")', ['no ice']],
    ['over a line', '“no ice\nat all”', ['no ice\nat all']],
    ['over paragraphs, each opened, the last one closed', '“No ice.\n\n“No snow.”', ['No ice.\n\n“No snow.']],
    ['before a comma', '“no ice,” he said', ['no ice,']],
    ['with an apostrophe in it', "'we don't know' he said", ["we don't know"]],
  ])('is read: %s', (_, text, quotations) => {
    expect(quotationsIn(text)).toEqual(quotations)
  })

  it.each([
    ['apostrophes', "We don't think it's the dogs' fault in the ’90s or the '80s; rock 'n' roll."],
    ['a mark without its other one', 'He said “no ice and left.'],
    ['a closing mark alone', 'no ice” he said'],
    ['inches', 'It is 5\' 10" tall and 3" wide.'],
    ['marks around no word', '“…” and "!" and ""'],
    ['nothing', ''],
  ])('is none: %s', (_, text) => {
    expect(quotationsIn(text)).toEqual([])
  })
})

describe('a block quote of Discord', () => {
  it('is a quotation, its lines together', () => {
    expect(quotationsIn('Look:\n> no ice\n> at all\nand “snow”')).toEqual(['no ice\nat all', 'snow'])
  })

  it('goes to the end of the message after >>>', () => {
    expect(quotationsIn('Look:\n>>> no ice\n\nat all')).toEqual(['no ice\n\nat all'])
  })

  it('needs a space after its mark, and words', () => {
    expect(quotationsIn('>no ice\n> \n> …')).toEqual([])
  })
})

it.each(['"', '“', '”', '„', '«', '»', "'", '‘', '“”', '“a', '"a" ', "'a", '> ', '"\n', '“a”'])(
  'take work that grows with the text, such as 60,000 times %j',
  (part) => expectGrowth((times) => quotationsIn(part.repeat(times)), { size: 7500, factor: 8, below: 30 }),
)
