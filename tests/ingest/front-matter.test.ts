import { describe, expect, it } from 'vitest'
import { readFrontMatter } from '../../src/ingest/front-matter.ts'

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

  it.each(['date: 11/03/2015', 'date: last spring', 'date: 2014-13', 'date: 2014-02-31'])(
    'refuses %s with a warning',
    (yaml) => {
      const { record, warnings } = readFrontMatter(yaml)
      expect(record.issued).toBeNull()
      expect(warnings).toHaveLength(1)
    },
  )

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
})
