import fc from 'fast-check'
import { expect, test } from 'vitest'
import { helpOf } from '../../../src/command.ts'
import type { Quote } from '../../../src/domain/quote.ts'
import type { Reply } from '../../../src/domain/reply.ts'
import { cardOf } from '../../../src/domain/source-card.ts'
import type { Message } from '../../../src/surfaces/discord/messages/message.ts'
import { renderReply } from '../../../src/surfaces/discord/messages/render-reply.ts'
import { checkMessage } from '../../../src/surfaces/preview/loopback/limits/message.ts'
import { anyReply } from '../../support/any-reply.ts'
import { allCommands, shownText } from '../../support/discord-bot.ts'
import { liveMarkup, readBack } from '../../support/discord-markdown.ts'
import { fakeCitation, rankedQuotes } from '../../support/fake-quoth.ts'
import { plainSource } from '../../support/plain-source.ts'

/** The limits as Discord's documentation and trackers give them, apart from the code under test. */
const insideLimits = ({ components, files }: Message): void => {
  const parts = components.flatMap((container) => container.components)
  const texts = parts.flatMap((part) => ('content' in part ? [part.content] : []))
  expect(components.length + parts.length).toBeLessThanOrEqual(40)
  expect(texts.join('').length).toBeLessThanOrEqual(3800)
  expect(texts.reduce((sum, text) => sum + Buffer.byteLength(text) + 12, 0)).toBeLessThanOrEqual(10_000)
  for (const { text } of files) expect(Buffer.byteLength(text)).toBeLessThan(10 * 1024 * 1024)
  checkMessage(
    { flags: 32768, components, allowed_mentions: { parse: [] } },
    null,
    files.map(({ name }) => name),
  )
}

const quotesOf = (reply: Reply): readonly Quote[] => {
  switch (reply.kind) {
    case 'answer':
      return reply.answer.quotes.map(({ quote }) => quote)
    case 'summary':
      return reply.summary.sentences.map(({ quote }) => quote)
    case 'reference':
      return [reply.quote]
    case 'source-list':
    case 'source-card':
    case 'help':
      return []
  }
}

test('any reply fits into a message, shows each quote whole or says what it holds back, and lets nothing in it act', () => {
  fc.assert(
    fc.property(anyReply, (reply) => {
      const message = renderReply(reply)
      insideLimits(message)
      const shown = shownText(message)
      const read = readBack(shown.replace(/^> /gm, ''))
      const file = message.files[0]?.text ?? ''
      for (const quote of quotesOf(reply)) {
        const isWhole = read.includes(quote.exact)
        expect(isWhole || (shown.includes('in the attached file') && file.includes(quote.exact))).toBe(true)
      }
      // Our own marks are headings, block quotes, small print, lists, bold labels and code; the rest must come from nobody.
      const acting = ['mention', 'everyone', 'link', 'link in brackets', 'invite', 'emoji', 'spoiler', 'strike-through']
      const withoutCode = shown.replace(/(\\[^0-9A-Za-z\s])|```\n[^`]*\n```|`[^`\n]*`/g, '$1')
      expect(liveMarkup(withoutCode).filter((rule) => acting.includes(rule))).toEqual([])
    }),
    { numRuns: 1500 },
  )
}, 60_000)

const answered = (texts: readonly string[]): Reply => {
  const source = plainSource({ text: texts.join('\n\n'), record: { title: 'On length' } })
  const quotes = rankedQuotes(source, source.paragraphs)
  const common = { question: 'How long?', confidence: 1, nearest: [], unknownTerms: [], notes: [], searched: 1 }
  return { kind: 'answer', answer: { ...common, kind: 'quoted', quotes } }
}

test('quotes that do not fit are counted, and stand whole in the attached file', () => {
  const texts = Array.from({ length: 8 }, (_, index) => `Paragraph ${index} ${'goes on '.repeat(100)}and ends.`)
  const message = renderReply(answered(texts))
  insideLimits(message)
  expect(shownText(message)).toContain('-# 8 quotes from 1 source')
  expect(shownText(message)).toContain('-# 4 quotes more, whole, in the attached file quoth.txt.')
  for (const text of texts) expect(message.files[0]?.text).toContain(text)
  expect(message.components[0].components.at(-1)).toEqual({ type: 13, file: { url: 'attachment://quoth.txt' } })
})

test('a quote that alone is too long shows its head and the number of characters held back', () => {
  const long = `It ${'never_ends '.repeat(2000)}.`
  const message = renderReply(answered([long, 'Short.']))
  insideLimits(message)
  const shown = shownText(message)
  const [, left] = /… \(([\d,]+) more characters; the whole is in the attached file quoth\.txt\)/.exec(shown) ?? []
  const head = readBack(/> (It .*)/.exec(shown)?.[1] ?? '')
  expect(head.length).toBeGreaterThan(3000 / 1.2)
  expect(head.length + Number(left?.replace(',', ''))).toBe(long.length)
  expect(message.files[0]?.text).toContain(long)
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
    const common = { question: much, confidence: 1, searched: 1e9, nearest: [] }
    const told = { ...common, unknownTerms: Array(20).fill(much), notes: Array(20).fill(much) }
    const quotes = rankedQuotes(source, source.paragraphs)
    const message = renderReply({ kind: 'answer', answer: { ...told, kind: 'quoted', quotes } })
    insideLimits(message)
    expect(shownText(message)).toMatch(/^> x/m)
  }
})

test('a reply that fits carries no file', () => {
  expect(renderReply(answered(['One.', 'Two.'])).files).toEqual([])
  const help = renderReply({ kind: 'help', commands: allCommands.flatMap(helpOf) })
  insideLimits(help)
  expect(help.files).toEqual([])
})

test('a list of a thousand sources shows the first and carries the others', () => {
  const source = plainSource({ text: 'Words.' })
  const cards = Array.from({ length: 1000 }, () => cardOf(source))
  const message = renderReply({ kind: 'source-list', cards, refusals: [] })
  insideLimits(message)
  expect(shownText(message)).toMatch(/-# 9\d\d lines more, whole, in the attached file/)
})

test('a list of very many says how many it holds back, and takes no longer', () => {
  const card = cardOf(plainSource({ text: 'Words.' }))
  const list = (count: number) =>
    renderReply({ kind: 'source-list', cards: Array.from({ length: count }, () => card), refusals: [] })
  const message = list(100_000)
  insideLimits(message)
  expect(shownText(message)).toContain('2,000 of 100,000 sources are listed')
  expect(message.files[0]?.text.match(/Words/g)).toHaveLength(2000)
  expect(shownText(list(2000))).not.toContain('are listed')
})

test('a reference is a code block to copy, unless its own marks would end the block', () => {
  const source = plainSource({ text: 'Words.' })
  const [first] = rankedQuotes(source, source.paragraphs)
  if (first === undefined) throw new Error('no quote')
  const reference = (text: string) =>
    shownText(renderReply({ kind: 'reference', ...first, style: 'bibtex', reference: text }))
  expect(reference('@article{a,\n  title = {T_T}}')).toContain('```\n@article{a,\n  title = {T_T}}\n```')
  expect(reference('a ``` <@1>')).toContain('a \\`\\`\\` \\<@1>')
  expect(reference('a\u202eb')).toContain('a⟨U+202E⟩b')
})

test('an interview names who speaks, and a section where the words stand', () => {
  const source = plainSource({ text: 'I saw it.', paragraph: () => ({ section: ['Part 1', 'Night'], speaker: 'Ada' }) })
  const [quote] = rankedQuotes(source, source.paragraphs)
  if (quote === undefined) throw new Error('no quote')
  expect(fakeCitation(source, quote.quote).speaker).toBe('Ada')
  const common = { question: 'Who?', confidence: 1, nearest: [], unknownTerms: [], notes: [], searched: 1 }
  const shown = shownText(renderReply({ kind: 'answer', answer: { ...common, kind: 'quoted', quotes: [quote] } }))
  expect(shown).toContain('untitled: “I saw it. …” › Part 1 › Night · Ada speaking · ¶ 1')
})
