import { describe, expect, it } from 'vitest'
import { inEnglish } from '../../src/domain/message.ts'
import { findFrontMatter, readFrontMatter } from '../../src/ingest/front-matter.ts'
import { expectGrowth } from '../support/growth.ts'

const record = (yaml: string) => readFrontMatter(yaml).record

describe('front matter', () => {
  it.each([
    ['date: 2014', '2014'],
    ['date: 2014-09', '2014-09'],
    ['date: 2014-09-23', '2014-09-23'],
    ['date: 2014-09-23T02:34:00+05:30', '2014-09-23'],
    ['date: September 2014', '2014-09'],
    ['date: "23 September 2014"', '2014-09-23'],
    ['date: 23/09/2014', '2014-09-23'],
  ])('states a date as precisely as %s says', (yaml, issued) => {
    expect(record(yaml).issued).toBe(issued)
  })

  it.each([
    'date: 11/03/2015',
    'date: last spring',
    'date: 2014-13',
    'date: 2014-02-31',
    'date: "0000"',
    'date: 0000-01',
  ])('refuses %s with a warning', (yaml) => {
    const { record, warnings } = readFrontMatter(yaml)
    expect(record.issued).toBeNull()
    expect(warnings).toHaveLength(1)
  })

  it('states nothing in a field that shows nothing, and no half of a surrogate pair', () => {
    const blank = '"\\u200b\\ufeff \\u2800"'
    const stated = record(
      `title: ${blank}\nheadline: The Harbour\nauthor: [${blank}, {family: ${blank}}]\npublisher: ${blank}`,
    )
    expect(stated).toMatchObject({ title: 'The Harbour', author: [], publisher: null })
    expect(record('title: "Half \\ud800"\npublisher: "\\udc00 Post"')).toMatchObject({
      title: 'Half \ufffd',
      publisher: '\ufffd Post',
    })
  })

  it('tells published from updated', () => {
    expect(record('published: 2014-09-23\nupdated: 2014-09-25')).toMatchObject({
      issued: '2014-09-23',
      issuedKind: 'published',
    })
    expect(record('updated: 2014-09-25')).toMatchObject({ issued: '2014-09-25', issuedKind: 'updated' })
  })

  it.each([
    ['author: Jane Doe', [{ family: 'Doe', given: 'Jane' }]],
    ['author: Doe, Jane', [{ family: 'Doe', given: 'Jane' }]],
    [
      'author: Jane Doe and Bo Day',
      [
        { family: 'Doe', given: 'Jane' },
        { family: 'Day', given: 'Bo' },
      ],
    ],
    [
      'authors:\n  - Jane Doe\n  - name: Bo Day',
      [
        { family: 'Doe', given: 'Jane' },
        { family: 'Day', given: 'Bo' },
      ],
    ],
    ['authors:\n  - family: Doe\n    given: Jane', [{ family: 'Doe', given: 'Jane' }]],
    ['author: Harbour Board', [{ literal: 'Harbour Board' }]],
    ['author: admin', []],
    ['author: 42', []],
  ])('reads %s', (yaml, author) => {
    expect(record(yaml).author).toEqual(author)
  })

  it('takes a source that is an address as the address, and any other as the publisher', () => {
    expect(record('source: https://example.org/a')).toMatchObject({ URL: 'https://example.org/a', publisher: null })
    expect(record('source: Coastal Courier')).toMatchObject({ URL: null, publisher: 'Coastal Courier' })
    expect(record('url: javascript:alert(1)').URL).toBeNull()
  })

  it('takes what is no mapping as nothing', () => {
    expect(record('just words').title).toBeNull()
    expect(record('- a\n- b').title).toBeNull()
  })

  it.each([
    ['a list that holds itself', 'author: &a [*a]\ntitle: Tides', 'Tides', 'author'],
    ['an alias', 'title: Tides\nauthor: *t', 'Tides', 'author'],
    ['lists that nest without end', `author: ${'['.repeat(8000)}\ntitle: Tides`, 'Tides', 'author'],
    ['a list that nothing closes', 'title: [Tides\nauthor: Jane Doe', null, 'title'],
  ])('with %s loses that field alone, and a warning names it', (_, yaml, title, field) => {
    const { record, warnings } = readFrontMatter(yaml)
    expect(record.title).toBe(title)
    expect(record.author).toEqual(field === 'author' ? [] : [{ family: 'Doe', given: 'Jane' }])
    expect(warnings.map(inEnglish)).toEqual([`${field} in the front matter cannot be read, so it was ignored.`])
  })

  it('takes the last of a key that stands twice, and says so', () => {
    const { record, warnings } = readFrontMatter('title: Tides\nauthor: Jane Doe\ntitle: Shores')
    expect([record.title, record.author]).toEqual(['Shores', [{ family: 'Doe', given: 'Jane' }]])
    expect(warnings.map(inEnglish)).toEqual(['title stands more than once in the front matter; the last one counts.'])
  })

  it.each([
    ['a text over two lines', 'description: "First line\nsecond line, not indented"\ntitle: Tides', 'Tides'],
    ['a colon in the title', 'title: Tides: the long way\nlayout: post', 'Tides: the long way'],
    ['tabs', 'tags:\n\t- a\n\t- b\ntitle:\tTides', 'Tides'],
    ['an apostrophe between apostrophes', "title: 'It's high tide'", "It's high tide"],
    ['a quotation mark that nothing closes', 'title: "Tides\nauthor: Jane Doe', 'Tides'],
    ['words behind quotation marks', 'title: "Tides" and shores', '"Tides" and shores'],
    ['brackets before words', 'title: [Draft] Tides', '[Draft] Tides'],
    ['emphasis', 'title: *Tides* and shores', '*Tides* and shores'],
    ['a key without a space', 'x: {{a}}\ntitle:Tides', 'Tides'],
    ['a folded text', 'title: >\n  High\n  tides\nbad: a: b', 'High tides'],
  ])('reads the title beside %s', (_, yaml, title) => {
    expect(record(yaml).title).toBe(title)
  })

  const jane = { family: 'Doe', given: 'Jane' }
  const bo = { family: 'Day', given: 'Bo' }
  it.each([
    [
      'a paper’s list of maps',
      'authors:\n  - name: Jane Doe\n    orcid: 0-0\n    affiliation: "1, 2"\n  - name: Bo Day',
      [jane, bo],
    ],
    ['a map', 'author:\n  name: Jane Doe\n  email: jane@example.org', [jane]],
    ['the parts of CITATION.cff', 'authors:\n  - given-names: Jane\n    family-names: Doe', [jane]],
    ['a name of parts', 'author:\n  - name: {given: Jane, family: Doe}', [jane]],
    ['a bare wiki link', 'author: [[Jane Doe]]', [jane]],
    ['wiki links in a row', 'author: [[Jane Doe]], [[People/Bo Day|Bo]]', [jane, bo]],
    ['a list of wiki links', 'author:\n  - "[[Jane Doe]]"\n  - [[Bo Day]]', [jane, bo]],
    ['a line each', 'author: |\n  Jane Doe\n  Bo Day', [jane, bo]],
    ['an address', 'author: Jane Doe <jane@example.org>', [jane]],
    ['a handle', 'author: @jane', [{ literal: '@jane' }]],
    ['names of keys', 'authors:\n- boone\n- eric-mill', [{ literal: 'boone' }, { literal: 'eric-mill' }]],
    [
      'a body',
      'author: Centers for Disease Control and Prevention',
      [{ literal: 'Centers for Disease Control and Prevention' }],
    ],
    [
      'a body and another',
      'author: [{literal: "Smith, Johnson and Sons"}, Jane Doe]',
      [{ literal: 'Smith, Johnson and Sons' }, jane],
    ],
    ['German', 'Autorin: Jane Doe und Bo Day', [jane, bo]],
    ['French', 'auteurs: Jane Doe et Bo Day', [jane, bo]],
    ['Spanish', 'autores: Jane Doe y Bo Day', [jane, bo]],
  ])('reads authors given as %s', (_, yaml, author) => {
    expect(record(yaml).author).toEqual(author)
  })

  it.each([
    ['Titel: Gezeiten\nDatum: 3. März 2014', 'Gezeiten', '2014-03-03'],
    ['titel: Gezeiten\ndatum: 03.04.2014', 'Gezeiten', '2014-04-03'],
    ['titre: Marées\ndate: 3 mars 2014', 'Marées', '2014-03-03'],
    ['título: Mareas\nfecha: 3 de marzo de 2014', 'Mareas', '2014-03-03'],
    ['title: Tides\ndate: Sept 2014', 'Tides', '2014-09'],
    ['title: Tides\ndate: 2014/3/3', 'Tides', '2014-03-03'],
    ['title: Tides\ndate: [[2014-03-03]]', 'Tides', '2014-03-03'],
    ['title: Tides\npublished: true\ndate: 2014-03-03 10:00:00 -0400', 'Tides', '2014-03-03'],
  ])('reads title and date of %j', (yaml, title, issued) => {
    expect(record(yaml)).toMatchObject({ title, issued })
  })

  it('keeps how a paper was published', () => {
    expect(
      record(
        'title: Tides\njournal: Journal of Tides\nvolume: 12\nissue: 3\npages: 4-9\ndoi: https://doi.org/10.1234/a.5',
      ),
    ).toMatchObject({
      publisher: 'Journal of Tides',
      publication: { 'container-title': 'Journal of Tides', volume: '12', issue: '3', page: '4-9', DOI: '10.1234/a.5' },
    })
  })

  it('looks for names in a list, and in no list inside it', () => {
    expect(record('author: [Jane Doe, [Bo Day, [Ann Lee]]]').author).toEqual([{ family: 'Doe', given: 'Jane' }])
  })

  it('leaves out a title that is as long as a chapter, and says so', () => {
    const { record, warnings } = readFrontMatter(`title: ${'tide '.repeat(300)}\npublisher: Aber Press`)
    expect([record.title, record.publisher]).toEqual([null, 'Aber Press'])
    expect(warnings.map(inEnglish)).toEqual([
      'The title in the front matter is longer than 1,000 characters, so it was ignored.',
    ])
  })

  it('is left out unread, with a warning, when it is as long as a document', () => {
    const { record, warnings } = readFrontMatter(`title: Tides\nnotes: ${'a'.repeat(20_000)}`)
    expect(record.title).toBeNull()
    expect(warnings.map(inEnglish)).toEqual(['The front matter is longer than 16,384 characters, so it was ignored.'])
  })

  it.each([
    ['separators after a name', (size: number) => `author: "${','.repeat(size)}x"`],
    ['blanks after a name', (size: number) => `author: "A${' ;'.repeat(size / 2)}x"`],
  ])('takes work that grows with its %s', async (_, yaml) => {
    await expectGrowth((size) => readFrontMatter(yaml(size)), { size: 2000, factor: 8, below: 30 })
  })
})

describe('where front matter stands', () => {
  const found = (text: string) => {
    const matter = findFrontMatter(text)
    return (
      matter && { rest: text.slice(matter.end).trim(), record: readFrontMatter(matter.matter, matter.format).record }
    )
  }
  const stated = { title: 'Tides', issued: '2014-03-03', author: [{ family: 'Doe', given: 'Jane' }] }

  it.each([
    ['YAML', '---\ntitle: Tides\nauthor: Jane Doe\ndate: 2014-03-03\n---\n\nText'],
    ['YAML that three dots close', '---\ntitle: Tides\nauthor: Jane Doe\ndate: 2014-03-03\n...\n\nText'],
    ['TOML', '+++\ntitle = "Tides"\nauthor = "Jane Doe"\ndate = 2014-03-03\n[params]\nx = 1\n+++\n\nText'],
    ['TOML with an error', '+++\ntitle = Tides\nauthor = "Jane Doe"\ndate = 2014-03-03T10:00:00Z\n+++\n\nText'],
    ['JSON', '{\n  "title": "Tides",\n  "author": {"name": "Jane Doe"},\n  "date": "2014-03-03"\n}\n\nText'],
    ['a title block', '% Tides\n% Jane Doe\n% March 3, 2014\n\nText'],
  ])('is read as %s', (_, text) => {
    expect(found(text)).toMatchObject({ rest: 'Text', record: stated })
  })

  it.each([
    ['prose between rules', '---\n\nThe tide came: it was high.\n\n---\n\nText'],
    ['an address between rules', '---\nhttps://example.org/\n---\n\nText'],
    ['data', '{\n  "a": 1\n}\n\nText'],
    ['a percentage', '% of the tides\n\nText'],
  ])('is not seen in %s', (_, text) => {
    expect(found(text)).toBeNull()
  })
})
