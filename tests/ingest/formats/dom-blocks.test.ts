import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { writeTree } from '../../../src/ingest/formats/dom/blocks.ts'
import type { DomElement } from '../../../src/ingest/formats/dom/node.ts'
import { textWriter, type WrittenText } from '../../../src/ingest/formats/text-writer.ts'
import { expectGrowth } from '../../support/growth.ts'

const write = (body: string): WrittenText => {
  const writer = textWriter()
  writeTree(parseHTML(`<html><body>${body}</body></html>`).document.body as unknown as DomElement, writer)
  return writer.written()
}
const textOf = (body: string): string => write(body).text
const kindsOf = (body: string): readonly string[] =>
  write(body).blocks.map(({ kind, depth, text }) => `${kind}${depth || ''}: ${text}`)

describe('the text of a document tree', () => {
  it('has headings with their depth, paragraphs and text that stands in no element', () => {
    expect(kindsOf('<h1>Minutes</h1>Loose words<p>One\n  <b>bold</b> line</p><h3>Next <em>steps</em></h3>')).toEqual([
      'heading1: Minutes',
      'paragraph: Loose words',
      'paragraph: One bold line',
      'heading3: Next steps',
    ])
  })

  it('keeps a heading in one block whatever stands in it', () => {
    expect(kindsOf('<h2><div>Chapter 1</div><div>The well</div></h2><h2>A<br>B</h2>')).toEqual([
      'heading2: Chapter 1 The well',
      'heading2: A B',
    ])
  })

  it('marks items as they are printed', () => {
    expect(
      textOf('<ul><li>One<ul><li>Inner</li></ul></li></ul><ol start=3><li>Three<li value=7>Seven<li>Eight</ol>'),
    ).toBe('• One\n\n• Inner\n\n3. Three\n\n7. Seven\n\n8. Eight')
    expect(textOf('<ol type=a start=26><li>z<li>aa</ol><ol type=I><li>x<li>y</ol><ol reversed><li>b<li>a</ol>')).toBe(
      'z. z\n\naa. aa\n\nI. x\n\nII. y\n\n2. b\n\n1. a',
    )
  })

  it('marks only the first paragraph of an item', () => {
    expect(textOf('<ol><li><p>First words</p><p>More words</p></li></ol>')).toBe('1. First words\n\nMore words')
  })

  it('breaks lines at <br>, and paragraphs at two', () => {
    expect(textOf('<p>10 Main Street<br>Springfield<br/> <br>New paragraph</p>')).toBe(
      '10 Main Street\nSpringfield\n\nNew paragraph',
    )
  })

  it('knows quotes and who is quoted', () => {
    expect(
      kindsOf('<blockquote><p>We dig.</p><p>We cite <cite>Emma</cite> too.</p><cite>Ada Roe</cite></blockquote>'),
    ).toEqual(['block-quote: We dig.', 'block-quote: We cite Emma too.', 'attribution: Ada Roe'])
    expect(kindsOf('<blockquote>As <cite>Emma</cite> says.</blockquote>')).toEqual(['block-quote: As Emma says.'])
  })

  it('keeps the lines of code', () => {
    expect(write('<pre>let a = 1\n  let b = 2\n</pre>').blocks[0]).toMatchObject({ kind: 'code' })
    expect(textOf('<pre>let a = 1\n  let b = 2\n</pre>')).toBe('let a = 1\nlet b = 2')
  })

  it('keeps a term with its meaning', () => {
    expect(
      textOf('<dl><dt>Term</dt><dd><p>Its meaning.</p><p>More.</p></dd><dt>Other</dt><dd>Another.</dd></dl>End'),
    ).toBe('Term\nIts meaning.\n\nMore.\n\nOther\nAnother.\n\nEnd')
    expect(textOf('<dl><dt>Alone</dt></dl><p>After.</p>')).toBe('Alone\n\nAfter.')
    expect(textOf('<dl><dt>Steps</dt><dd><ul><li>One</li></ul></dd></dl>')).toBe('Steps\n\n• One')
  })

  it('raises the figures of notes and powers', () => {
    expect(
      textOf('<p>It ended.<sup><a href="#n1">12</a></sup> Then 10<sup>6</sup> m came 1<sup>st</sup>.[3]</p>'),
    ).toBe('It ended.¹² Then 10⁶ m came 1st.[3]')
  })

  it('leaves out what nobody reads, and the breaks that nobody sees', () => {
    expect(
      textOf('<p>Donau\u00addampf\u200bschiff</p><script>x()</script><style>p{}</style><svg><text>t</text></svg>'),
    ).toBe('Donaudampfschiff')
  })

  it('sets a caption apart', () => {
    expect(textOf('<figure><img alt="A picture"><figcaption>The well in 1950</figcaption></figure><p>Text</p>')).toBe(
      'The well in 1950\n\nText',
    )
  })

  it('does not go into what is skipped', () => {
    const writer = textWriter()
    const { document } = parseHTML('<html><body><p class="ad">Buy</p><p>Read</p></body></html>')
    writeTree(document.body as unknown as DomElement, writer, { skips: (at) => at.getAttribute('class') === 'ad' })
    expect(writer.written().text).toBe('Read')
  })
})

describe('a table', () => {
  it('has the names of its columns first', () => {
    expect(textOf('<table><caption>Wells</caption><tr><th>Place<th>Depth<tr><td>Ada<td>12 m</table>')).toBe(
      'Wells\n\n| Place | Depth |\n| --- | --- |\n| Ada | 12 m |',
    )
    expect(textOf('<table><tr><td>Place</td><td>Depth</td></tr><tr><td>Ada</td><td>12</td></tr></table>')).toBe(
      '| Place | Depth |\n| --- | --- |\n| Ada | 12 |',
    )
  })

  it('has no column names where its rows have names', () => {
    expect(
      textOf('<table><tr><th colspan=2>Mozilla</th></tr><tr><th>Founded<td>1998<tr><th>Type<td>Free</table>'),
    ).toBe('Mozilla\n\n|  |  |\n| --- | --- |\n| Founded | 1998 |\n| Type | Free |')
    expect(textOf('<table><tr><td>Name<td>Jane Roe<tr><td>Office<td>Chair</table>')).toContain('|  |  |')
  })

  it('keeps columns under their names where cells span several', () => {
    expect(textOf('<table><tr><th>A<th>B<th>C<tr><td rowspan=2>1<td colspan=2>2<tr><td>3<td>4</table>')).toBe(
      '| A | B | C |\n| --- | --- | --- |\n| 1 | 2 |  |\n|  | 3 | 4 |',
    )
  })

  it('is none where it only lays out the page', () => {
    expect(textOf('<table><tr><td><ul><li>Menu</ul></td><td><h1>Title</h1><p>Text</p></td></tr></table>')).toBe(
      '• Menu\n\nTitle\n\nText',
    )
    const long = 'many words in a row of a page '.repeat(10).trim()
    expect(textOf(`<table><tr><td>${long}<td>${long}<tr><td>${long}<td>${long}</table>`)).not.toContain('|')
    expect(textOf('<table role="presentation"><tr><th>A<th>B<tr><td>1<td>2</table>')).not.toContain('|')
    expect(textOf('<table><tr><td>One box</td></tr></table>')).toBe('One box')
  })

  it('puts lists in a cell on one line', () => {
    expect(textOf('<table><tr><th>Who<th>What<tr><td>Ada<td><ul><li>one<li>two</ul></table>')).toContain(
      '| Ada | one two |',
    )
  })
})

describe('a hostile tree', () => {
  it('may be deep', () => {
    let node: DomElement | null = null
    const element = (name: string, child: DomElement | null): DomElement => ({
      nodeType: 1,
      nodeName: name,
      nodeValue: null,
      firstChild: child,
      nextSibling: null,
      getAttribute: () => null,
    })
    const text = { nodeType: 3, nodeName: '#text', nodeValue: 'deep', firstChild: null, nextSibling: null }
    node = { ...element('p', null), firstChild: text }
    for (let depth = 0; depth < 200_000; depth += 1) node = element(depth % 2 ? 'div' : 'blockquote', node)
    const writer = textWriter()
    writeTree(node, writer)
    expect(writer.written().text).toBe('deep')
  })

  it.each([
    ['cells in one row', (size: number) => `<table><tr><th>a${'<td>b'.repeat(size)}<tr><td>c</table>`],
    ['rows of one cell', (size: number) => `<table>${'<tr><td>b'.repeat(size)}<tr><td>c<td>d</table>`],
    ['tables in tables', (size: number) => '<table><tr><td>x'.repeat(size / 20)],
    ['line breaks', (size: number) => `<p>${'x<br>'.repeat(size)}`],
    ['quotes with names', (size: number) => `<blockquote>${'<cite>x</cite> '.repeat(size)}`],
  ])('takes time in proportion for %s', async (_, body) => {
    const trees = new Map<number, DomElement>()
    const treeOf = (size: number): DomElement => {
      const tree =
        trees.get(size) ?? (parseHTML(`<html><body>${body(size)}</body></html>`).document.body as unknown as DomElement)
      trees.set(size, tree)
      return tree
    }
    const [size, factor] = [2000, 8]
    treeOf(size)
    treeOf(size * factor)
    await expectGrowth((count) => writeTree(treeOf(count), textWriter()), { size, factor, below: factor * 3 })
  })
})
