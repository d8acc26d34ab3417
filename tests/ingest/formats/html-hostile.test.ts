import { describe, expect, it } from 'vitest'
import { QuothError } from '../../../src/domain/error.ts'
import { soundMarkup } from '../../../src/ingest/formats/dom/sound-markup.ts'
import * as htmlReader from '../../../src/ingest/formats/html/read-html.ts'
import { expectGrowth } from '../../support/growth.ts'

const words = 'Some words of a sentence that stands in this page, and more of them. '
const extract = (html: string) => htmlReader.extract({ path: 'page.html', bytes: Buffer.from(html), ocr: false })

/** What it was read as, or why it was refused; any other failure is thrown. */
const outcome = async (html: string): Promise<string> => {
  try {
    return (await extract(html)).text
  } catch (error) {
    if (error instanceof QuothError) return `refused: ${error.message}`
    throw error
  }
}

describe('a hostile page', () => {
  const read: readonly (readonly [name: string, html: () => string])[] = [
    ['100,000 elements in each other', () => '<div>'.repeat(90_000) + words],
    ['a million attributes', () => `<p ${Array.from({ length: 1e6 }, (_, at) => `a${at}=1`).join(' ')}>${words}`],
    ['an attribute of a million characters', () => `<p title="${'x'.repeat(1e6)}">${words}`],
    ['a million classes', () => `<p class="${'a '.repeat(1e6)}">${words}`],
    ['a script that never ends', () => `<p>${words}</p><script>${'x<'.repeat(1e6)}`],
    ['a comment that never ends', () => `<p>${words}</p><!--${'<!--'.repeat(1e6)}`],
    ['a tag that never ends', () => `<p>${words}</p>${'<a '.repeat(1e6)}`],
    ['end tags of nothing', () => `<p>${words}${'</b>'.repeat(1e6)}`],
    ['end tags far away from what they end', () => `<i>${'<b>'.repeat(50_000)}${'</i>'.repeat(200_000)}${words}`],
    ['linked data in 500,000 brackets', () => `<script type="application/ld+json">${'['.repeat(5e5)}</script>${words}`],
    ['a title of bars', () => `<title>${'a | '.repeat(2e5)}</title><p>${words}`],
    ['nothing that is ever closed', () => `<p><b><i><table><tr><td><ul><li>${words}`.repeat(500)],
  ]

  it.each(read)('may have %s', async (_, html) => {
    expect(await outcome(html())).toContain('Some words of a sentence')
  })

  const refused: readonly (readonly [name: string, html: () => string])[] = [
    ['more elements than any page', () => '<p>x'.repeat(200_000)],
    ['a million signs', () => '<'.repeat(1e6)],
    ['a million references', () => '&amp;'.repeat(1e6)],
    ['a million spaces', () => '&nbsp;'.repeat(1e6)],
  ]

  it.each(refused)('is refused for %s', async (_, html) => {
    expect(await outcome(html())).toMatch(/^refused: It has more than 100,?000 elements/)
  })

  it.each(['title', 'script', 'style', 'textarea', 'iframe', 'noscript', 'xmp'])(
    'in XHTML may have an empty <%s/>, which swallows nothing',
    async (name) => {
      const empty = `<${name} id="x" />`
      const page = `<?xml version="1.0"?><html><head>${empty}</head><body><p>${words}</p>${empty}<p>More.</p>`
      expect(await outcome(page)).toMatch(/Some words of a sentence.*More/s)
    },
  )

  it.each([
    ['elements', (size: number) => `<div class="share-x"><p>${words}</p>`.repeat(size / 4)],
    ['attributes', (size: number) => `<p ${'a=1 '.repeat(size)}>${words}</p>`],
    ['end tags', (size: number) => `<b>${'<i></b>'.repeat(size)}`],
    ['references', (size: number) => `<p>${'&eacute;&amp;'.repeat(size)}`],
    ['white space in tags', (size: number) => `<a ${' '.repeat(size * 10)}x${' '.repeat(size * 10)}>`],
    ['open quotation marks', (size: number) => '<a b="c'.repeat(size)],
  ])('is made sound in time that grows with its %s', async (_, html) => {
    const [small, large] = [html(2000), html(16_000)]
    await expectGrowth((size) => soundMarkup(size === 2000 ? small : large, false), {
      size: 2000,
      factor: 8,
      below: 24,
    })
  })

  it.each([
    ['paragraphs', (size: number) => `<p>${words.repeat(2)}</p>`.repeat(size)],
    ['names of furniture', (size: number) => `<div class="a-${'share-'.repeat(8)}x">${words}</div>`.repeat(size)],
    [
      'equal paragraphs and links',
      (size: number) => `<p>${words.repeat(2)}</p><p><a href=x>${words}</a></p>`.repeat(size / 2),
    ],
  ])('is read in time that grows with its %s', async (_, html) => {
    const [small, large] = [html(300), html(1200)]
    await expectGrowth((size) => extract(size === 300 ? small : large), { size: 300, factor: 4, below: 12 })
  })
})
