import { describe, expect, it } from 'vitest'
import { sourceId } from '../../../src/domain/source.ts'
import * as htmlReader from '../../../src/ingest/formats/html/read-html.ts'
import { readAnyDocument } from '../../../src/ingest/read-document.ts'
import { formatContract } from '../../contracts/document-format.ts'
import { prose } from './support/web-pages.ts'

const read = (html: string | Uint8Array, path = 'page.html') =>
  readAnyDocument({ id: sourceId('page'), path, bytes: Buffer.from(html) })
const textOf = async (html: string, path?: string): Promise<string> => (await read(html, path)).text
/** The text without what is no part of it. */
const bodyOf = async (html: string): Promise<string> => {
  const { text, paragraphs } = await read(html)
  return paragraphs.map(({ start, end }) => text.slice(start, end)).join('\n')
}

formatContract(
  'HTML',
  async () => htmlReader,
  () => ({
    path: 'ferry.html',
    bytes: Buffer.from(
      `<!DOCTYPE html><html><head><title>Ferry</title></head><body><nav><a href="/">Home</a></nav><article><h1>Ferry</h1>
    ${prose}<h2>Costs</h2><ul><li>Half of the costs are paid by the town.</li></ul>
    <table><tr><th>Year<th>Passengers<tr><td>2018<td>12,000</table></article></body></html>`,
    ),
    words: ['the ferry will sail again', 'nobody had marked it', 'Half of the costs', '12,000'],
  }),
)

describe('the characters of a page', () => {
  const page = (charset: string): string =>
    `<meta charset="${charset}"><p>Die Fähre fährt über die Brücke – „schön“.</p>`
  const latin = (text: string): Uint8Array => Buffer.from(text.replace(/–/g, '-').replace(/[„“]/g, '"'), 'latin1')

  it('are those of its encoding, wherever it declares it', async () => {
    const declared = latin(page('iso-8859-1'))
    expect((await read(declared)).text).toContain('Die Fähre fährt über die Brücke')
    const equivalent = '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1252"><p>Größe \x80 5.</p>'
    expect((await read(Buffer.from(equivalent, 'latin1'))).text).toBe('Größe € 5.')
    const xml = '<?xml version="1.0" encoding="ISO-8859-1"?><html><body><p>Größe</p></body></html>'
    expect((await read(Buffer.from(xml, 'latin1'), 'page.xhtml')).text).toBe('Größe')
    const cyrillic = Buffer.concat([Buffer.from('<meta charset=windows-1251><p>'), Buffer.from([0xcf, 0xf0, 0xe8])])
    expect((await read(cyrillic)).text).toBe('При')
  })

  it('are what the bytes show, whatever the page declares', async () => {
    for (const charset of ['iso-8859-1', 'utf-16', 'nonsense', 'us-ascii'])
      expect((await read(page(charset))).text, charset).toContain('über die Brücke – „schön“')
    expect((await read(Buffer.from(`\ufeff${page('utf-8')}`, 'utf16le'))).text).toContain('über die Brücke – „schön“')
    expect((await read(latin(page('utf-8')))).text).toContain('über die Brücke')
  })

  it('stand for themselves where they are written as references', async () => {
    expect(await textOf('<p>a&nbsp;b &amp;lt; &#8217;&#x201C;&hellip;&nonsense; 1 < 2 &lt;b&gt; &#128; R&D</p>')).toBe(
      'a b &lt; ’“…&nonsense; 1 < 2 <b> € R&D',
    )
  })
})

describe('what is no text of a page', () => {
  const furniture: readonly (readonly [name: string, html: string])[] = [
    ['a menu', '<nav><ul><li><a href="/a">Ships</a><li><a href="/b">Harbours</a></ul></nav>'],
    ['a menu by its role', '<div role="navigation"><a href="/a">Ships of the fleet and more</a></div>'],
    [
      'a notice about cookies',
      '<div class="cookie-banner">We use cookies to make this page better. Do you accept?</div>',
    ],
    ['buttons to share', '<div class="social-share-buttons"><a href="#">Share on this network</a></div>'],
    ['hidden words', '<p hidden>Ships of the fleet.</p><p style="display: none">Ships of the fleet.</p>'],
    ['what screen readers say', '<span class="sr-only">Ships of the fleet.</span>'],
    [
      'links to other pages',
      '<div class="related-articles"><h3>Ships</h3><a href="/x">Ten ships you must see</a></div>',
    ],
    ['an advertisement', '<aside class="ad-slot-3">Ships for sale, cheaper than ever before.</aside>'],
    ['a script and a style', '<script>var ships = "Ships"</script><style>p::before { content: "Ships" }</style>'],
    ['a newsletter', '<section id="newsletterSignup"><p>Ships in your inbox, every week.</p></section>'],
    ['what readers wrote', '<ol class="comment-list"><li>Ships are the best thing that I ever saw.</ol>'],
    ['a paragraph that only leads on', '<p><a href="/x">Ships of the fleet that you must see</a></p>'],
    ['a label with a link', '<p>READ MORE: <a href="/x">Ships of the fleet that you must see</a></p>'],
    [
      'what stands below a photograph',
      '<figure><img src="a.png"><figcaption>Ships. Photo: Jim Poe</figcaption></figure>',
    ],
  ]

  it.each(furniture)('is %s', async (_, html) => {
    const body = await bodyOf(`<html><body><article><h1>Ferry</h1>${prose}${html}${prose}</article></body></html>`)
    expect(body).not.toMatch(/Ships/)
    expect(body).toMatch(/harbour board decided/)
  })

  const text: readonly (readonly [name: string, html: string])[] = [
    [
      'shareholders, cookies and ads as topics',
      '<div class="shareholders"><p>Ships belong to those who hold their shares.</p></div>',
    ],
    ['a numbered figure', '<figure><figcaption>Figure 2: Ships and their draught in metres.</figcaption></figure>'],
    ['a sentence with a link', '<p>Ships need <a href="/x">more water</a> than boats do, as everybody knows.</p>'],
    ['a list with links in its sentences', '<ul><li>Ships, as <a href="/x">the report</a> says, need more water.</ul>'],
    ['a heading with a link', '<h2><a href="/x">Ships of the fleet</a></h2><p>They need more water than boats do.</p>'],
  ]

  it.each(text)('is not %s', async (_, html) => {
    expect(
      await textOf(`<html><body><div class="share"><article>${prose}${html}</article></div></body></html>`),
    ).toMatch(/Ships/)
  })

  it('is not what wraps it all, whatever its name', async () => {
    expect(await textOf(`<body><div class="ad-wrapper sidebar"><article>${prose}</article></div></body>`)).toMatch(
      /harbour board decided/,
    )
  })

  it('is not the whole page, where a window above it hides it', async () => {
    expect(
      await bodyOf(
        `<body><div id="root" aria-hidden="true"><article>${prose}</article></div><div role="dialog">Log in</div>`,
      ),
    ).toMatch(/harbour board decided/)
  })
})

describe('lines above the first paragraph of an article', () => {
  const head = '<meta name="author" content="Anna Berg"><meta name="date" content="2019-11-19">'
  const page = (lines: string, metadata = head): string =>
    `<html><head><title>Ferry</title>${metadata}</head><body><article><h1>Ferry</h1>${lines}${prose}</article></body></html>`

  it('are no text where they repeat what the metadata says', async () => {
    const body = await bodyOf(
      page(
        '<p>Updated Nov 19, 9:41 AM; posted Nov 18, 8:19 PM</p><p>Sorvik, by Anna Berg, harbour writer</p><p>3 of 12</p>',
      ),
    )
    expect(body).toMatch(/^The harbour board/)
  })

  it('are text where they say more', async () => {
    expect(
      await bodyOf(
        page('<p>Anna Berg went to the harbour on 19 November 2019 and saw what nobody had seen there before.</p>'),
      ),
    ).toMatch(/^Anna Berg went/)
    expect(await bodyOf(page('<p>What the pilots say</p>'))).toMatch(/^What the pilots say/)
  })

  it('are the record where no metadata has it', async () => {
    const { record } = await read(page('<p>By Anna Berg</p><p>19 November 2019</p>', ''))
    expect(record).toMatchObject({ author: [{ family: 'Berg', given: 'Anna' }], issued: '2019-11-19' })
  })
})

describe('pages that are no articles', () => {
  it('have a list of links as their text, if that is all they have', async () => {
    const items = Array.from(
      { length: 30 },
      (_, at) => `<li><a href="/s${at}">Ship ${at}</a>, built in ${1900 + at}</li>`,
    )
    const text = await textOf(
      `<html><body><h1>List of ships</h1><p>These ships sail.</p><ul>${items.join('')}</ul></body></html>`,
    )
    expect(text).toContain('• Ship 29, built in 1929')
  })

  it('have every message of a discussion', async () => {
    const post = (name: string, words: string): string =>
      `<div class="post"><div class="postauthor">${name}</div><div class="content"><p>${words}</p></div></div>`
    const text = await textOf(
      `<html><body><h1>Ferry timetable?</h1>${post('anna', 'Does anybody know when the first ferry leaves on Sundays?')}${post('jim', 'At nine, as on every other day of the week.')}${post('ben', 'No, at ten since May, they changed the timetable again.')}</body></html>`,
    )
    for (const words of ['Does anybody know', 'At nine', 'No, at ten since May']) expect(text).toContain(words)
  })

  it('have the decisions of minutes, their tables and their lists', async () => {
    const text = await textOf(
      `<html><body><h1>Minutes</h1><p>Present: Ada, Ben</p><h2>1. Budget</h2><ul><li>Agreed.</li></ul><table><tr><th>Action<th>Who<tr><td>Order paint<td>Ben</table><h2>2. Any other business</h2><p>None.</p></body></html>`,
    )
    for (const words of ['Present: Ada, Ben', '1. Budget', '• Agreed.', '| Order paint | Ben |', 'None.'])
      expect(text).toContain(words)
  })

  it('have every section of a documentation page', async () => {
    const section = (at: number): string =>
      `<section><h2>Option ${at}</h2><p>It sets how often the program looks at folder number ${at}, in seconds.</p><pre>option_${at} = 5</pre></section>`
    const text = await textOf(
      `<html><body><main><h1>Options</h1>${[1, 2, 3, 4, 5, 6].map(section).join('')}</main></body></html>`,
    )
    for (const at of [1, 2, 3, 4, 5, 6]) {
      expect(text).toContain(`folder number ${at},`)
      expect(text).toContain(`option_${at} = 5`)
    }
  })

  it('keep what Readability drops between two paragraphs: headings, program text, paragraphs', async () => {
    const text = await textOf(
      `<html><body><main><h1>Manual</h1>${prose}<h3 class="share-x"><a href="#open">fn open(path)</a></h3>${prose}<div class="sidebar-like hidden-x"><pre class="extra">ferry --open</pre><button>Copy</button></div>${prose}</main></body></html>`,
    )
    for (const words of ['fn open(path)', 'ferry --open']) expect(text).toContain(words)
    expect(text).not.toContain('Copy')
  })

  it('are lists of Word, whose marks stand in their paragraphs', async () => {
    const item = (mark: string, words: string): string =>
      `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>`
    const text = await textOf(
      `<html><body lang=EN-US><div class=WordSection1>${item('·', 'Paint the ferry')}${item('2.', 'Sail')}<p>o what a day</p></div></body></html>`,
    )
    expect(text).toBe('• Paint the ferry\n\n2. Sail\n\no what a day')
  })

  it('are simple pages by hand, with line breaks for paragraphs', async () => {
    const text = await textOf(
      '<html><body bgcolor=white><center><b>My boats</b></center><br>I have two boats.<br><br>The first is blue.<hr>Bye</body></html>',
    )
    expect(text).toBe('My boats\n\nI have two boats.\n\nThe first is blue.\n\nBye')
  })
})

describe('the language of a page', () => {
  it('is what it states, unless its words are in another', async () => {
    expect((await read(`<html lang="en-GB"><body>${prose}</body></html>`)).language).toBe('en-GB')
    const german =
      '<p>Der Gemeinderat hat am Montag beschlossen, dass die Fähre im Juni wieder fahren soll, sobald die Ingenieure den Rumpf geprüft haben.</p>'
    expect((await read(`<html lang="en-US"><body>${german.repeat(3)}</body></html>`)).language).toBe('de')
  })
})

describe('the headings of a page', () => {
  const article = (heading: string): string =>
    `<title>x</title><article><h1>Ferry</h1>${prose}${heading}${prose}</article>`
  it.each([
    '<h2>Costs<a class="mark" href="#costs">#</a></h2>',
    '<h2>Costs <span><a href="page.html#costs">¶</a></span></h2>',
    '<h2><a href="#costs">§</a> Costs</h2>',
  ])('have no signs that lead to themselves: `%s`', async (heading) => {
    const { text, runs } = await read(article(heading))
    const headings = runs.filter(({ kind }) => kind === 'heading')
    expect(headings.map(({ start, end }) => text.slice(start, end))).toEqual(['Ferry', 'Costs'])
  })

  it('keep a number or a word that is a link, and a sign that is none', async () => {
    expect(await textOf(article('<h2><a href="#a">2</a> Costs of C#</h2>'))).toContain('2 Costs of C#')
  })

  it('are no items with a bullet', async () => {
    const source = await read(article('<h2>Costs</h2><ul><li>Returns: the sum</li></ul>'))
    expect(source.paragraphs.at(-1)?.section).toEqual(['Costs'])
  })

  it('have a space where the line is broken, also in the title', async () => {
    const { record } = await read(
      `<title>Ferry 12 Changes and Fixes</title><h1>Ferry 12<br>Changes and Fixes</h1>${prose}`,
    )
    expect(record.title).toBe('Ferry 12 Changes and Fixes')
  })

  it('include the line that repeats the title, whatever element it stands in', async () => {
    const { record, paragraphs, text } = await read(
      `<title>Minutes of the group</title><p class="title">Minutes of the group</p>${prose}`,
    )
    expect(record.title).toBe('Minutes of the group')
    expect(paragraphs.map(({ start, end }) => text.slice(start, end))).not.toContain('Minutes of the group')
  })
})
