import { describe, expect, it } from 'vitest'
import { QuothError } from '../../../src/domain/error.ts'
import { readPromptLine } from '../../../src/surfaces/terminal/prompt-line.ts'
import { complete } from '../../../src/surfaces/terminal/repl.ts'
import { expectGrowth } from '../../support/growth.ts'
import { commands, fakeQuoth } from '../../support/terminal-quoth.ts'

const argumentsOf = (line: string) => {
  const read = readPromptLine(line, commands)
  if (read.kind !== 'run') throw new Error(`${line} is ${read.kind}`)
  return read.args
}

describe('a line at the prompt', () => {
  const asked = { 'follow-up': false }

  it.each([
    ['Who froze?', { ...asked, question: 'Who froze?' }],
    ['/ask Who froze?', { ...asked, question: 'Who froze?' }],
    ['/ask question:Who froze? quotes:2', { ...asked, question: 'Who froze?', quotes: 2 }],
    ['/ask question: Who froze?', { ...asked, question: 'Who froze?' }],
    ['source:winter Who froze?', { ...asked, question: 'Who froze?', source: 'winter' }],
    [
      '/ask Who froze? source:"a hard winter" private:true',
      { ...asked, question: 'Who froze?', source: 'a hard winter', private: true },
    ],
    ['/ask --source "a hard winter" Who froze?', { ...asked, question: 'Who froze?', source: 'a hard winter' }],
    [
      '/ask --source=winter --private Who froze?',
      { ...asked, question: 'Who froze?', source: 'winter', private: true },
    ],
    ['/ask question: Who froze? private: true', { ...asked, question: 'Who froze?', private: true }],
    ['/ask follow-up: yes Who froze?', { ...asked, question: 'Who froze?', 'follow-up': true }],
    ['/ask Who wrote note: no ice?', { ...asked, question: 'Who wrote note: no ice?' }],
    ['/ask --private True stories of ice', { ...asked, question: 'True stories of ice', private: true }],
    ['/ask source: winter Who froze?', { ...asked, question: 'Who froze?', source: 'winter' }],
    [
      'Is it 3:1, or note: "no ice" -- as Berg\'s?',
      { ...asked, question: 'Is it 3:1, or note: "no ice" -- as Berg\'s?' },
    ],
    ['/summarise "a hard winter" sentences:2', { source: 'a hard winter', sentences: 2 }],
    ['/summarize a hard winter', { source: 'a hard winter', sentences: 4 }],
    ['/sources show papers/winter', { source: 'papers/winter' }],
    ['/sources', {}],
    ['/cite q123 style:apa', { 'quote-id': 'q123', style: 'apa' }],
  ])('%s', (line, args) => {
    expect(argumentsOf(line)).toEqual(args)
  })

  it.each([
    '/frobnicate',
    '/ask',
    '/ask Who? quotes:many',
    '/ask Who? private:maybe',
    '/sources hide',
    '/ask Who? --colour',
  ])('refuses %s in words', (line) => {
    expect(() => readPromptLine(line, commands)).toThrow(QuothError)
  })

  it.each([
    ['', 'nothing'],
    ['   ', 'nothing'],
    ['/quit', 'quit'],
  ])('takes “%s” for %s', (line, kind) => {
    expect(readPromptLine(line, commands).kind).toBe(kind)
  })

  it.each(['a:"', '--x ', 'a', ' ', '"'])('takes work that grows with a line of %j', async (part) => {
    const readLine = (length: number): void => {
      try {
        readPromptLine(`x ${part.repeat(length / part.length)}`, commands)
      } catch (error) {
        expect(error).toBeInstanceOf(QuothError)
      }
    }
    await expectGrowth(readLine, { size: 12_000, factor: 8, below: 30 })
  })
})

describe('Tab', () => {
  const completed = (line: string) => complete(line, { quoth: fakeQuoth(), commands })

  it.each([
    ['/', [...commands.map(({ name }) => `/${name} `), '/quit'], '/'],
    ['/s', ['/summarise ', '/sources '], '/s'],
    ['/sources ', ['list ', 'show '], ''],
    ['/sources s', ['show '], 's'],
    ['/sources show ', ['papers/winter ', 'hostile ', 'source:'], ''],
    ['/sources show win', ['papers/winter '], 'win'],
    ['/ask Who froze? so', ['source:'], 'so'],
    ['/ask Who froze? --so', ['--source='], '--so'],
    ['/ask Who froze? --p', ['--private '], '--p'],
    ['Who froze? source:pap', ['source:papers/winter '], 'source:pap'],
    ['Who froze? --source=hard', ['--source=papers/winter '], '--source=hard'],
    ['/ask source:"hard wi', ['source:papers/winter '], 'source:"hard wi'],
    ['/ask private:', ['private:true ', 'private:false '], 'private:'],
    ['/cite q1 style:c', ['style:chicago ', 'style:csl-json '], 'style:c'],
    ['/cite q1 style:zz', [], 'style:zz'],
    ['/nothing ', [], ''],
    ['Who fr', [], 'fr'],
  ])('after “%s” offers %j', async (line, candidates, replaced) => {
    expect(await completed(line)).toEqual([candidates, replaced])
  })

  it('puts the id of a source in quotation marks when it has a space', async () => {
    const quoth = {
      ...fakeQuoth(),
      suggestSources: async () => [{ id: 'my notes' as never, title: 'Notes', publisher: null, issued: null }],
    }
    expect((await complete('/summarise my', { quoth, commands }))[0]).toEqual(['"my notes" '])
  })
})
