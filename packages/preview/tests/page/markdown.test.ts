import { describe, expect, test } from 'vitest'
import { expectGrowth } from '../../../../tests/support/growth.ts'

type Node = {
  readonly kind: string
  readonly text?: string
  readonly href?: string
  readonly level?: number
  readonly start?: number | null
  readonly seconds?: number
  readonly of?: string
  readonly id?: string
  readonly children?: readonly Node[]
  readonly items?: readonly { readonly children: readonly Node[]; readonly lists: readonly Node[] }[]
}

// The page's modules are plain JavaScript with a TypeScript configuration of their own, in which they are checked.
const page = new URL('../../src/page/', import.meta.url)
const { parseMarkdown } = (await import(new URL('markdown/blocks.js', page).href)) as {
  parseMarkdown: (text: string) => readonly Node[]
}

/** The tree as one line: `strong(a)`; text stands as it is. */
const shown = (nodes: readonly Node[]): string =>
  nodes
    .map((node) => {
      if (node.kind === 'text') return node.text
      const items = node.items?.map(({ children, lists }) => `<${shown(children)}${shown(lists)}>`).join('')
      const mention = node.of && `${node.of} ${node.id}`
      const inside = node.text ?? mention ?? items ?? node.seconds ?? shown(node.children ?? [])
      const name = `${node.kind}${node.level ?? ''}${node.start ?? ''}`
      return node.href === undefined ? `${name}(${inside})` : `${name}(${inside} → ${node.href})`
    })
    .join('')

/** The same for a text of paragraphs alone. */
const inline = (text: string): string => shown(parseMarkdown(text)).replace(/^paragraph\(([\s\S]*)\n\)$/, '$1')

describe('styles', () => {
  test.each([
    ['**a**', 'strong(a)'],
    ['*a*', 'emphasis(a)'],
    ['_a_', 'emphasis(a)'],
    ['__a__', 'underline(a)'],
    ['~~a~~', 'strikethrough(a)'],
    ['||a||', 'spoiler(a)'],
    ['***a***', 'strong(emphasis(a))'],
    ['___a___', 'underline(emphasis(a))'],
    ['**a *b* c**', 'strong(a emphasis(b) c)'],
    ['**a\nb**', 'strong(a\nb)'],
    ['**a *b** c*', 'strong(a *b) c*'],
    ['*a **b* c**', 'emphasis(a **b) c**'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['snake_case_name', 'snake_case_name'],
    ['**open', '**open'],
    ['****', '****'],
    ['|| ~~ __', '|| ~~ __'],
  ])('%j shows as %j', (text, expected) => {
    expect(inline(text)).toBe(expected)
  })
})

describe('code', () => {
  test.each([
    ['`a*b*`', 'code(a*b*)'],
    ['`` a`b ``', 'code( a`b )'],
    ['`` `a ``', 'code(`a)'],
    ['`open', '`open'],
    ['a `b', 'a `b'],
  ])('%j shows as %j', (text, expected) => {
    expect(inline(text)).toBe(expected)
  })

  test.each([
    ['```js\na\n```', 'code(a)'],
    ['```one line```', 'code(one line)'],
    ['a ```\nb\n\nc\n``` d', 'paragraph(a )code(b\n\nc)paragraph( d\n)'],
    ['```\n> not a quote\n# nor a heading\n```', 'code(> not a quote\n# nor a heading)'],
    ['\\```a```', 'paragraph(```a```\n)'],
    ['```never closed', 'paragraph(```never closed\n)'],
  ])('%j is the blocks %j', (text, expected) => {
    expect(shown(parseMarkdown(text))).toBe(expected)
  })
})

describe('blocks', () => {
  test.each([
    ['# a', 'heading1(a)'],
    ['### *a*\nb', 'heading3(emphasis(a))paragraph(b\n)'],
    ['#### a', 'paragraph(#### a\n)'],
    ['#a', 'paragraph(#a\n)'],
    ['-# small', 'subtext(small)'],
    ['> a\n> b\nc', 'quote(paragraph(a\nb\n))paragraph(c\n)'],
    ['>a', 'paragraph(>a\n)'],
    ['> a > b', 'quote(paragraph(a > b\n))'],
    ['> > a', 'quote(paragraph(> a\n))'],
    ['> ### a\n> -# b', 'quote(heading3(a)subtext(b))'],
    ['a\n>>> b\nc\n> d', 'paragraph(a\n)quote(paragraph(b\nc\n> d\n))'],
    ['- a\n- b', 'list(<a><b>)'],
    ['* a\n  - b\n  - c\n* d', 'list(<alist(<b><c>)><d>)'],
    ['3. a\n4. b', 'list3(<a><b>)'],
    ['- a\n  more', 'list(<a\nmore>)'],
    ['a\n\nb', 'paragraph(a\n\nb\n)'],
    ['- a\nb', 'list(<a>)paragraph(b\n)'],
  ])('%j is %j', (text, expected) => {
    expect(shown(parseMarkdown(text))).toBe(expected)
  })
})

describe('links and mentions', () => {
  test.each([
    ['[a](https://b.example/c)', 'link(a → https://b.example/c)'],
    ['[**a** b](<https://b.example>)', 'link(strong(a) b → https://b.example)'],
    ['[[1]](https://b.example)', 'link([1] → https://b.example)'],
    ['[a](https://b.example/c_(d))', 'link(a → https://b.example/c_(d))'],
    ['[a](javascript:alert(1))', '[a](javascript:alert(1))'],
    ['[a](data:text/html,b)', '[a](data:text/html,b)'],
    ['[a](https://b.example c)', '[a](link(https://b.example → https://b.example) c)'],
    [
      '[https://a.example](https://b.example)',
      '[link(https://a.example → https://a.example)](link(https://b.example → https://b.example))',
    ],
    ['see https://a.example/b_c, or', 'see link(https://a.example/b_c → https://a.example/b_c), or'],
    ['**https://a.example**', 'strong(link(https://a.example → https://a.example))'],
    ['<https://a.example>', 'link(https://a.example → https://a.example)'],
    ['the http:// way', 'the http:// way'],
    ['<@123> <@&1> <#1>', 'mention(user 123) mention(role 1) mention(channel 1)'],
    ['</ask:1> <:smile:1>', 'pill(/ask) pill(:smile:)'],
    ['<t:1618953630:R>', 'time(1618953630)'],
    ['@everyone and you@heretic.example', 'pill(@everyone) and you@heretic.example'],
    ['<b>bold</b> <script>', '<b>bold</b> <script>'],
  ])('%j shows as %j', (text, expected) => {
    expect(inline(text)).toBe(expected)
  })
})

describe('escapes', () => {
  test.each([
    ['\\*a\\*', '*a*'],
    ['\\_\\_a\\_\\_', '__a__'],
    ['\\`a\\`', '`a`'],
    ['\\[a](https://b.example)', '[a](link(https://b.example → https://b.example))'],
    ['\\<@123>', '<@123>'],
    ['\\@everyone', '@everyone'],
    ['\\# a', '# a'],
    ['\\> a', '> a'],
    ['\\-# a', '-# a'],
    ['\\- a', '- a'],
    ['1\\. a', '1. a'],
    ['\\\\*a*', '\\emphasis(a)'],
    ['a\\b', 'a\\b'],
  ])('%j shows as %j', (text, expected) => {
    expect(inline(text)).toBe(expected)
  })

  test('hostile words in a quote show as they are written once every mark is escaped', () => {
    const hostile = '# **loud** ||hid|| `code` [x](https://evil.example) <@1> @everyone -# > _u_ ~~s~~ ``` <t:1>'
    const quoted = hostile.replace(/[^0-9A-Za-z\s]/g, '\\$&')
    expect(shown(parseMarkdown(`> ${quoted}\n-# cited`))).toBe(`quote(paragraph(${hostile}\n))subtext(cited)`)
  })
})

describe('hostile text', () => {
  const patterns = [
    '*',
    '**a ',
    '_',
    '__ ',
    '~~',
    '||',
    '`',
    '``a',
    '```',
    '[',
    '[](',
    '[a](',
    '](',
    '(',
    '\\',
    '<',
    '<@',
    '<https://',
    'http://',
    '> ',
    '>>> ',
    '- a\n ',
    '1. ',
    '# ',
    '-# ',
    '*_~~||__**',
    '[a]((',
    '```a',
    '\n',
  ]

  test.each(patterns)('%j repeated takes work that grows with its length, not faster', (pattern) => {
    const parse = (length: number) => parseMarkdown(pattern.repeat(length / pattern.length))
    return expectGrowth(parse, { size: 20_000, factor: 10, below: 50 })
  })
})
