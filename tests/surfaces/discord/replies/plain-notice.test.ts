import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pingsOf } from '../../../../packages/preview/src/loopback/limits/message.ts'
import { languages } from '../../../../src/domain/guild-settings.ts'
import { translatorFor } from '../../../../src/i18n/say.ts'
import { plainNotice } from '../../../../src/surfaces/discord/replies/plain-notice.ts'
import { liveMarkup, readBack, readBackQuote } from '../../../support/discord-markdown.ts'
import { hostileText } from '../../../support/hostile-text.ts'
import { plainSource } from '../../../support/plain-source.ts'
import { answerOf, answerWith } from '../../../support/shown-answer.ts'

const t = translatorFor('en')

test('it begins with the one who waited, and shows the quotes with their citations', () => {
  const notice = plainNotice(answerWith(['One.', 'Two.']), '42', t)
  expect(notice).toMatch(/^<@42> The library now has an answer to “How long\?”:\n\n> One\.\n\[1\] On length · ¶ 1/)
  expect(notice).toContain('> Two.\n[2] On length · ¶ 2')
  expect(notice).toMatch(/Run `\/ask` to see everything it has\.$/)
})

test('quotes that have no room are left to the command, whole', () => {
  const notice = plainNotice(answerWith(['word '.repeat(200), 'other '.repeat(200)]), '42', t)
  expect(notice).toContain('word '.repeat(200).trim())
  expect(notice).not.toContain('other')
})

test('a quote that alone is too long says how much of it is held back', () => {
  const long = `It ${'never ends '.repeat(1000)}.`
  const notice = plainNotice(answerWith([long]), '42', t)
  expect(notice.length).toBeLessThanOrEqual(2000)
  const [, head = '', left = ''] = /\n> (It .*)\n… \(([\d,]+) more characters\)\n\[1\] /.exec(notice) ?? []
  expect(head.length + Number(left.replace(',', ''))).toBe(long.length)
})

test('of any answer it is a message that Discord takes, pings that person alone, and nothing in it acts', () => {
  const anyText = fc.tuple(hostileText(), fc.integer({ min: 1, max: 200 })).map(([text, n]) => text.repeat(n))
  fc.assert(
    fc.property(
      fc.array(
        anyText.map((text) => `x${text.replace(/\s*\n\s*/g, ' ')}`),
        { minLength: 1, maxLength: 4 },
      ),
      anyText,
      fc.constantFrom(...languages),
      (paragraphs, other, language) => {
        const source = plainSource({ text: paragraphs.join('\n\n'), record: { title: other, publisher: other } })
        const answer = answerOf(source, { question: other })
        const notice = plainNotice(answer, '42', translatorFor(language))
        expect(notice.length).toBeLessThanOrEqual(2000)
        expect(pingsOf(notice, { parse: [], users: ['42'] })[0]).toBe('<@42>')
        const acting = ['mention', 'everyone', 'link', 'link in brackets', 'invite', 'emoji', 'spoiler']
        const rest = notice.slice('<@42>'.length).replace(/(\\[^0-9A-Za-z\s])|`[^`\n]*`/g, '$1')
        expect(liveMarkup(rest).filter((rule) => acting.includes(rule))).toEqual([])
        const [first] = answer.quotes
        if (!/^… \(/m.test(notice)) expect(readBackQuote(notice)).toContain(first?.quote.exact)
        else expect(readBack(notice)).toContain('x')
      },
    ),
    { numRuns: 500 },
  )
})
