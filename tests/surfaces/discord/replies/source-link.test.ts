import { expect, test } from 'vitest'
import { citationOf } from '../../../../src/citation/citation.ts'
import { quoteFrom } from '../../../../src/domain/quote.ts'
import { translatorFor } from '../../../../src/i18n/say.ts'
import { sourceLink } from '../../../../src/surfaces/discord/replies/context-view.ts'
import { fakeCitation } from '../../../support/fake-quoth.ts'
import { plainSource } from '../../../support/plain-source.ts'

/** The link to these words on the page at `address`. */
const link = (text: string, address: string | null = 'https://x.org/') => {
  const source = plainSource({ text, record: { URL: address } })
  const span = { start: 0, end: text.length }
  return sourceLink(fakeCitation(source, span), quoteFrom(source, span), translatorFor('en'))
}
const directive = (text: string): string => {
  const button = link(text)
  return button !== null && 'url' in button ? (button.url.split('#:~:text=')[1] ?? '') : ''
}
const words = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => `w${n + 1}`)

test('up to twelve words are given whole, more by six at each end', () => {
  expect(directive(words(12).join(' '))).toBe(words(12).join('%20'))
  expect(directive(words(13).join(' '))).toBe(`${words(6).join('%20')},${words(13).slice(-6).join('%20')}`)
})

test('the blanks of a layout are one blank each, and none at the ends', () => {
  expect(directive('  One\n  two\t three  ')).toBe('One%20two%20three')
  const long = `  ${words(13).join('\n   ')}  `
  expect(directive(long)).toBe(`${words(6).join('%20')},${words(13).slice(-6).join('%20')}`)
})

test('marks with a meaning in a link are written as themselves, and broken characters left out', () => {
  expect(directive('a-b, c & d')).toBe('a%2Db%2C%20c%20%26%20d')
  expect(directive('a\ud800b')).toBe('ab')
})

test.each([
  ['over http', 'http://x.org/a', 'http://x.org/a#:~:text=One.'],
  ['to a part of a page', 'https://x.org/a#b', 'https://x.org/a#b:~:text=One.'],
  ['that is none', null, undefined],
  ['that runs something', 'javascript:alert(1)', undefined],
  ['that holds something', 'data:text/html,x', undefined],
  ['of a file', 'file:///etc/passwd', undefined],
  ['that is no address', 'x.org', undefined],
])('an address %s', (_, address, expected) => {
  const button = link('One.', address)
  expect(button === null ? undefined : button).toEqual(
    expected === undefined ? undefined : { url: expected, label: 'Open the source' },
  )
})

test('an address of as many characters as Discord takes is given, and one more is not', () => {
  const address = (length: number): string => `https://x.org/${'y'.repeat(length - 'https://x.org/'.length)}`
  expect(link('One.', address(512))).toMatchObject({ url: address(512) })
  expect(link('One.', address(513))).toBeNull()
  const withWords = 512 - '#:~:text=One.'.length
  expect(link('One.', address(withWords))).toMatchObject({ url: `${address(withWords)}#:~:text=One.` })
  expect(link('One.', address(withWords + 1))).toMatchObject({ url: address(withWords + 1) })
})

test.each([
  ['https://x.org/a.pdf', 'https://x.org/a.pdf#page=3'],
  ['https://x.org/a.PDF?v=2', 'https://x.org/a.PDF?v=2#page=3'],
  ['https://x.org/a.pdf#nameddest=b', 'https://x.org/a.pdf#nameddest=b'],
  ['https://x.org/a', 'https://x.org/a#:~:text=One.'],
])('a PDF is opened at the page of the quote: %s', (URL, expected) => {
  const source = {
    ...plainSource({ text: 'One.', record: { URL } }),
    places: [{ start: 0, label: 'page', value: 3 } as const],
  }
  const span = { start: 0, end: 4 }
  const button = sourceLink(citationOf(source, span), quoteFrom(source, span), translatorFor('en'))
  expect(button).toMatchObject({ url: expected })
})
