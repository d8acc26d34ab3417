import { describe, expect, it } from 'vitest'
import { prose, read, readMarkdown } from './support/read.ts'

const body = `\n\n${prose[0]}\n\n${prose[1]}\n`
const issued = (header: string): string | null => read(header + body).record.issued

describe('the date in a title', () => {
  it.each([
    'Minutes of 4 March 2021',
    'Council meeting - March 4, 2021',
    'Aber Council | Minutes | 04.03.2021',
    'Letter to the council, 4 March 2021',
    'Speech by the mayor (4 March 2021)',
    '4 March 2021: Board meeting',
    '2021-03-04 Standup',
    'Minutes of the meeting held on 4 March 2021 in Oslo',
    'Protokoll der Sitzung vom 4. März 2021',
    'Mitgliederversammlung am 4. März 2021',
    'Compte rendu de la réunion du 4 mars 2021',
    'Acta de la sesión celebrada el 4 de marzo de 2021',
  ])('of a kind of document is its own: %s', (title) => {
    const { record } = read(title + body)
    expect([record.title, record.issued]).toEqual([title, '2021-03-04'])
  })

  it.each([
    'The fire of 4 March 2021 and what came after',
    'Report on the fire of 4 March 2021',
    'Statement on the attacks of 11 September 2001',
    'Gesetz über den Brand vom 4. März 2021',
    'Riot at Aber – 4 March 2021',
    'Meetings of 4 March 2021 and 5 May 2021',
    'Act of 3 May 1990 on wells',
    'Minutes of 4 March',
  ])('of an event is none of the document: %s', (title) => {
    expect(issued(title)).toBeNull()
  })

  it('counts in front matter too, below a date that is stated', () => {
    expect(readMarkdown(`---\ntitle: Minutes of 4 March 2021\n---\n${body}`).record.issued).toBe('2021-03-04')
    expect(readMarkdown(`---\ntitle: Minutes of 4 March 2021\ndate: 2021-04-01\n---\n${body}`).record.issued).toBe(
      '2021-04-01',
    )
  })
})

describe('a line with a date', () => {
  it.each([
    ['Stand: 03/2021', '2021-03', 'updated'],
    ['Sept 2014', '2014-09', null],
    ['Mise à jour le 4 mars 2021', '2021-03-04', 'updated'],
    ['Publicado el 4 de marzo de 2021', '2021-03-04', 'published'],
    ['4. März 2021', '2021-03-04', null],
    ['Datum: 04.03.2021', '2021-03-04', null],
    ['Paris, le 4 mars 2021', '2021-03-04', null],
    ['March 4, 2021 Contact: Dana Pruitt', '2021-03-04', null],
  ])('dates the document: %s', (line, date, kind) => {
    const { record } = read(`The new pier of Aber\n${line}${body}`)
    expect([record.title, record.issued, record.issuedKind]).toEqual(['The new pier of Aber', date, kind])
  })

  it.each(['03/04/2021', '03/2021', '© 2021 Harbour Trust. All rights reserved.', 'Spring 2021'])(
    'does not where it may mean something else: %s',
    (line) => {
      expect(issued(`The new pier of Aber\n${line}`)).toBeNull()
    },
  )

  it('is read as another date of the document has it, or its language', () => {
    const text = (day: string): string =>
      `The new pier\n03/04/2021\n\nThe council voted on ${day} to open it at last.\n`
    expect(read(text('23/03/2021')).record.issued).toBe('2021-04-03')
    expect(read(text('03/23/2021')).record.issued).toBe('2021-03-04')
    const german = 'Der Stadtrat hat am Dienstag beschlossen, die Brücke für den Sommer zu sperren, wie es hieß.'
    expect(read(`Brücke gesperrt\n03/04/2021\n\n${german}\n`).record.issued).toBe('2021-04-03')
  })

  it('stands alone on a cover', () => {
    const cover = 'Roads of Aber\n\nHEARING\nbefore the\nCOMMITTEE ON ROADS\n\nMARCH 3, 2011'
    expect(issued(cover)).toBe('2011-03-03')
  })
})

describe('a dateline', () => {
  it.each([
    ['OSLO, 12 May 2020 (Northern News) — ', 'OSLO', 'Northern News', '2020-05-12'],
    ['OSLO (Northern News), 12 May 2020 — ', 'OSLO', 'Northern News', '2020-05-12'],
    ['BERLIN, 4. März 2021 (dpa) – ', 'BERLIN', 'dpa', '2021-03-04'],
    ['MADRID, 4 de marzo de 2021 (EFE) — ', 'MADRID', 'EFE', '2021-03-04'],
    ['NEW YORK, March 3, 2021 /PRNewswire/ -- ', 'NEW YORK', 'PRNewswire', '2021-03-03'],
    ['WASHINGTON, D.C. – March 3, 2021 – ', 'WASHINGTON, D.C.', null, '2021-03-03'],
    ['Aber, March 3, 2021 — ', 'Aber', null, '2021-03-03'],
    ['NEW YORK, Jan. 5 (AP) -- ', 'NEW YORK', 'AP', null],
  ])('gives place, publisher and day: %s', (dateline, place, publisher, date) => {
    for (const above of ['', 'Photo: A street in Oslo. Credit: Jane Roe\n\n', 'Council closes bridge\n\n']) {
      const source = read(`${above}${dateline}${prose[0]}\n\n${prose[1]}\n`)
      expect([source.dateline, source.record.publisher, source.record.issued]).toEqual([place, publisher, date])
    }
  })

  it('is no speaker with a role', () => {
    expect(read(`ROE (chair) — ${prose[0]}\n\n${prose[1]}\n`).record.publisher).toBeNull()
  })
})
