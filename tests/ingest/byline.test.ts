import { describe, expect, it } from 'vitest'
import type { CslName } from '../../src/domain/bibliography.ts'
import { readByline } from '../../src/ingest/byline.ts'
import { prose, read } from './support/read.ts'

const jane = { family: 'Roe', given: 'Jane' }
const john = { family: 'Doe', given: 'John' }
const ap = { literal: 'The Associated Press' }

describe('a byline with a date', () => {
  it.each([
    'By Jane Roe Published 3:15 p.m. ET March 3, 2014',
    'Posted by Jane Roe on March 3, 2014',
    'Posted on March 3, 2014 by Jane Roe',
    'March 3, 2014 by Jane Roe',
    'By Jane Roe March 3, 2014',
    'By Jane Roe - March 3, 2014',
    'By Jane Roe, Monday, March 3, 2014 10.40 GMT',
    'By JANE ROE — Last updated: 3 March 2014, 10:30 GMT',
    'Jane Roe | March 3, 2014',
    'Jane Roe · March 3, 2014 · 5 min read',
    'Von Jane Roe, 3. März 2014',
    'Ein Beitrag von Jane Roe, veröffentlicht am 3. März 2014 um 15:00 Uhr',
    'Par Jane Roe, le 3 mars 2014',
    'Publié par Jane Roe le 3 mars 2014',
    'Por Jane Roe | 3 de marzo de 2014',
  ])('has both read: `%s`', (line) => {
    const { record, runs, text } = read(`Town Plans a Second Harbour\n\n${line}\n\n${prose[0]}\n\n${prose[1]}\n`)
    expect([record.title, record.author, record.issued]).toEqual(['Town Plans a Second Harbour', [jane], '2014-03-03'])
    const shown = runs.filter(({ kind }) => kind === 'byline' || kind === 'date')
    expect(shown.map(({ start, end }) => text.slice(start, end)).join(' ').length).toBeGreaterThan(line.length - 6)
  })
})

describe('a byline', () => {
  it.each<[string, readonly CslName[]]>([
    ['Written by Jane Roe', [jane]],
    ['Words: Jane Roe', [jane]],
    ['By: Jane Roe', [jane]],
    ['Von Jane Roe und John Doe, Berlin', [jane, john]],
    ['Par Jane Roe et John Doe', [jane, john]],
    ['Por Jane Roe y John Doe', [jane, john]],
    ['BY JANE ROE, STAFF WRITER', [jane]],
    ['By Jane Roe Special Correspondent', [jane]],
    ['By Jane Roe, MD, PhD', [jane]],
    ['By Jane Roe (Reuters)', [jane]],
    ['By Jane Roe, London', [jane]],
    ['By Jane Roe in Aber, Wales', [jane]],
    ['By Jane Roe | Harbour Post', [jane]],
    ['By Jane Roe 5 min read', [jane]],
    ['By Jane Roe <jane@example.org>', [jane]],
    ['Reporting by Jane Roe; Editing by John Doe', [jane]],
    ['By Jane Roe and The Associated Press', [jane, ap]],
    ['By Reuters and The Associated Press', [{ literal: 'Reuters' }, ap]],
    ['By Centers for Disease Control and Prevention', [{ literal: 'Centers for Disease Control and Prevention' }]],
    ['By Robert De Niro', [{ family: 'De Niro', given: 'Robert' }]],
    ['By Martin Luther King, Jr.', [{ family: 'King', given: 'Martin Luther', suffix: 'Jr.' }]],
    ['By April Smith', [{ family: 'Smith', given: 'April' }]],
    ['By the Harbour Group and contributors.', [{ literal: 'the Harbour Group' }]],
    ['By Staff Reports', []],
  ])('is `%s`', (line, author) => {
    expect(readByline(line)?.author).toEqual(author)
  })

  it.each([
    'By Monday we knew',
    'By law the council must act',
    'By Council order the market closes',
    'By Order of the Board',
    'By Popular Demand',
    'By Any Means Necessary',
    'By Land and Sea',
    'By Jane Roe published her first novel in 1987',
    'By 2014 the town had two',
    'Autor: J. Haberland. Nur für den Dienst',
    'By Friday, March 3, 2014',
    'Von Berlin nach Hamburg',
    'Von Amts wegen',
    'Par exemple, Jean',
    'Por favor, María',
    'Climate Change | March 3, 2014',
    'Annual Report | March 3, 2014',
    'New York | March 3, 2014',
  ])('is not `%s`', (line) => {
    expect(readByline(line, true)).toBeNull()
  })

  it('is a name and a date below a title alone', () => {
    expect(readByline('Jane Roe | March 3, 2014', false)).toBeNull()
  })
})
