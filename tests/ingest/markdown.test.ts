import { describe, expect, it } from 'vitest'
import { inEnglish } from '../../src/domain/message.ts'
import { expectGrowth } from '../support/growth.ts'
import { expectLaws } from './support/laws.ts'
import { leftOut, paragraphsOf, prose, readMarkdown, runsOf, sentencesOf } from './support/read.ts'

describe('Markdown', () => {
  it('takes the first heading of the first level as the title and the others as sections', () => {
    const source = readMarkdown(
      `# The Tides of Aber\n\n${prose[0]}\n\n## History\n\n### Early\n\n${prose[1]}\n\n## Today\n\nIt is open.\n`,
    )
    expect(source.record.title).toBe('The Tides of Aber')
    expect(source.paragraphs.map(({ section }) => section)).toEqual([[], ['History', 'Early'], ['Today']])
    expect(runsOf(source, 'heading')).toEqual(['History', 'Early', 'Today'])
  })

  it('leaves the tags of HTML at either end of a text outside it', () => {
    const source = readMarkdown(`# The Well\n\n${prose[0]}\n\n<div class="x">${prose[1]}</div>\n`)
    expect(paragraphsOf(source)).toEqual([...prose])
    expectLaws(source)
  })

  it('reads front matter, and takes a heading that repeats its title as the title', () => {
    const source = readMarkdown(
      `---\ntitle: The Tides of Aber\nauthor: [Jane Doe, "Stone, Bo"]\ndate: 2014-09-03\npublisher: Aber Press\nurl: https://example.org/tides\n---\n\n# The Tides of Aber\n\n${prose[0]}\n`,
    )
    expect(source.record).toEqual({
      title: 'The Tides of Aber',
      author: [
        { family: 'Doe', given: 'Jane' },
        { family: 'Stone', given: 'Bo' },
      ],
      publisher: 'Aber Press',
      issued: '2014-09-03',
      issuedKind: null,
      URL: 'https://example.org/tides',
    })
    expect(runsOf(source, 'title')).toEqual(['The Tides of Aber'])
    expect(source.paragraphs).toHaveLength(1)
  })

  it('reads byline and date below the heading, by the rules of plain text', () => {
    const source = readMarkdown(
      `# Cod\n\n*By Ann Smith*\n\nMarch 2, 2015\n\n${prose[0]}\n\nSubscribe to our newsletter\n`,
    )
    expect(source.record).toMatchObject({
      title: 'Cod',
      author: [{ family: 'Smith', given: 'Ann' }],
      issued: '2015-03-02',
    })
    expect(leftOut(source)).toEqual(['call-to-action: Subscribe to our newsletter'])
  })

  it('keeps bold marks and links with the sentence that they touch', () => {
    const source = readMarkdown('**It rains.** We [stay](http://example.org "x") here. *Nobody* leaves.\n')
    expect(sentencesOf(source, source.paragraphs[0] ?? { sentences: [] })).toEqual([
      '**It rains.**',
      'We [stay](http://example.org "x") here.',
      '*Nobody* leaves.',
    ])
    expectLaws(source)
  })

  it('gives list items, quotes, rows of tables and code their roles', () => {
    const source = readMarkdown(
      '- First item\n- Second item\n  goes on\n\n> Quoted words\n> go on.\n\n| Year | Ships |\n|---|---|\n| 1820 | ten |\n\n```js\nconst a = 1\n```\n',
    )
    expect(source.paragraphs.map(({ role }) => role)).toEqual([
      'list-item',
      'list-item',
      'block-quote',
      'prose',
      'prose',
      'code',
    ])
    expect(paragraphsOf(source)).toEqual([
      'First item',
      'Second item\n  goes on',
      'Quoted words\n> go on.',
      'Year | Ships',
      '1820 | ten',
      'const a = 1',
    ])
  })

  it('leaves comments, images and link definitions out of the body', () => {
    const source = readMarkdown(
      `${prose[0]}\n\n<!-- a hidden remark -->\n\n![a picture](x.png)\n\n[ref]: http://example.org\n`,
    )
    expect(paragraphsOf(source)).toEqual([prose[0]])
  })

  it('reads the words of HTML without its tags', () => {
    const source = readMarkdown('<div>Words <b>in</b> HTML.</div>\n')
    expect(source.paragraphs).toHaveLength(1)
    expect(runsOf(source, 'body')).toEqual(['Words', 'in', 'HTML.'])
  })

  it('reads escapes and entities as they are written', () => {
    const source = readMarkdown('Bread &amp; butter cost 5\\* today.\n')
    expect(paragraphsOf(source)).toEqual(['Bread &amp; butter cost 5\\* today.'])
  })

  it.each([
    ['bears', ''],
    ['does not bear', '*a* '.repeat(300)],
  ])('reads front matter as front matter above text that the Markdown parser %s', (_, stars) => {
    const front = '---\ntitle: The Tides of Aber\nstatus: draft, do not publish\n---'
    const source = readMarkdown(`${front}\n\n# Low Water\n\n${prose[0]}\n\n${prose[1]} ${stars}\n`)
    expect(source.record.title).toBe('The Tides of Aber')
    expect(runsOf(source, 'markup')[0]).toBe(front)
    expect(paragraphsOf(source)).toContain(prose[0])
    expect(source.origin.warnings).toHaveLength(stars === '' ? 0 : 1)
    expectLaws(source)
  })

  it.each([
    ['closed by a line of three dashes', '--- \ntitle: Tides\na: ---b\n ---\n---\t\n', 'Tides'],
    ['empty', '---\n---\n', null],
    ['never closed', '---\n\n', null],
    ['not in the first line', '\n---\ntitle: Tides\n---\n', null],
    ['fenced by four dashes', '----\ntitle: Tides\n----\n', null],
  ])('takes front matter that is %s for what it is', (_, front, title) => {
    const source = readMarkdown(`${front}\n${prose[0]}\n`)
    expect(source.record.title === 'Tides' ? 'Tides' : null).toBe(title)
    expectLaws(source)
  })

  it('takes a broken front matter as a warning', () => {
    const source = readMarkdown(`---\ntitle: [unclosed\n---\n\n${prose[0]}\n`)
    expect(source.origin.warnings.map(inEnglish)).toEqual([
      'title in the front matter cannot be read, so it was ignored.',
    ])
    expect(paragraphsOf(source)).toEqual([prose[0]])
  })

  it('does not expand a bomb of aliases', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...'bcdefghi'
        .split('')
        .map((key, index) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(', ')}]`),
      'title: *i',
    ]
    const source = readMarkdown(`---\n${bomb.join('\n')}\n---\n\n${prose[0]}\n`)
    expect(source.record.title).toBeNull()
    expect(source.origin.warnings).toHaveLength(1)
  })

  it.each([
    ['quotes', '> '.repeat(5000)],
    ['numbers', '1. '.repeat(5000)],
    ['emphasis', '*a_'.repeat(5000)],
    ['lines', 'a\n'.repeat(5000)],
    ['lists in lists', '- a\n  - b\n'.repeat(4000)],
    ['underlined headings', 'a\n--\n\n'.repeat(5000)],
  ])('reads %s beyond what its parser bears as plain text, with a warning', (_, text) => {
    const source = readMarkdown(`${text}word\n`)
    expect(source.origin.warnings.map(inEnglish)).toEqual([
      'Its Markdown takes too long to parse or is nested too deeply, so it was read as plain text.',
    ])
    expectLaws(source)
  })

  it('takes work that grows with a row of blanks inside a line', async () => {
    await expectGrowth((size) => readMarkdown(`a${' '.repeat(size)}b`), { size: 10_000, factor: 8, below: 30 })
  })
})
