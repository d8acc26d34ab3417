import { describe, expect, it } from 'vitest'
import { readable } from '../../src/domain/readable.ts'
import type { Source } from '../../src/domain/source.ts'
import { expectLaws } from './support/laws.ts'
import { leftOut, paragraphsOf, prose, read, runsOf } from './support/read.ts'

/** The sentences as a reader sees them, on one line. */
const sentencesShown = (source: Source): readonly string[] => {
  expectLaws(source)
  return source.paragraphs.flatMap(({ sentences }) =>
    sentences.map((sentence) => readable(source, sentence).replace(/\s+/g, ' ')),
  )
}

const page = (first: string, last: string): string =>
  [
    first,
    'lent to us by neighbours who had not opened their boxes in years.',
    'What you need first is a room with good light and one long table,',
    'and somebody at the door who writes down all that comes in, since',
    'nobody remembers it at the end of the day. Ask the fire service as',
    'well before you bring an iron. In our town the answer was yes, but',
    last,
  ].join('\n')

const between = (head: string): string =>
  [page('The lamp on the pier was', 'only with a window open and a bucket of sand beside each'), head].join('\n')

describe('the head of a page in the middle of a sentence', () => {
  it.each([
    ['Library Host 2nd Annual Repair Day  6 of 18'],
    ['Page 6 of 18'],
    ['Annual Report | Page 6'],
    ['Seite 6 von 18'],
    ['- 6 -'],
  ])('is left out once, if it says that it is one: %s', (head) => {
    const source = read(`${between(head)}\ntable, and a second one in the yard.\n`)
    expect(leftOut(source).map((each) => each.replace(/^page-(?:head|number): /, ''))).toEqual([head])
    expect(sentencesShown(source).at(-1)).toBe(
      'In our town the answer was yes, but only with a window open and a bucket of sand beside each table, and a second one in the yard.',
    )
  })

  it.each([
    ['with rising numbers at the end', (n: number) => `A HISTORY OF THE WELL ${n + 11}`],
    ['with rising numbers at the start', (n: number) => `${n + 11}   A History of the Well`],
    ['with Roman numbers', (n: number) => `Preface  ${['iv', 'v', 'vi', 'vii'][n]}`],
    ['with a date and an address', (n: number) => `11/30/2026   The Well   https://example.org/well   ${n + 2}/9`],
    ['on the left and on the right in turn', (n: number) => (n % 2 ? `THE WELL  ${n + 30}` : `${n + 30}  A BOOK`)],
    ['with nothing but numbers', (n: number) => `${n + 3}`],
    ['without numbers', () => 'Minutes of the Harbour Council'],
  ])('is left out %s', (_, headOf) => {
    // No two pages are alike.
    const names = ['Ada', 'Bo', 'Cy', 'Dov']
    const pages = names.map((name, n) =>
      [page('table, and most of the tools were', 'only with a bucket of sand by each'), headOf(n)]
        .join('\n')
        .split('\n')
        .map((line, at, all) => (at === all.length - 1 ? line : line.replace(' ', ` ${name} `)))
        .join('\n'),
    )
    const source = read(`${pages.join('\n')}\ntable that we had.\n`)
    expect(runsOf(source, 'boilerplate')).toEqual([0, 1, 2, 3].map(headOf))
    const divided = sentencesShown(source).filter((sentence) =>
      /only \w+ with a bucket of sand by each table, \w+ and most of the tools/.test(sentence),
    )
    expect(divided).toHaveLength(3)
  })

  it('is left out though it stands beside another, and counts with its like', () => {
    const heads = [1, 2, 3, 4].map((n) =>
      n % 2
        ? `Cite as: 598 U. S. ____ (2023)      ${n}\nOpinion of the Court`
        : `${n}      ROE v. BOARD\nOpinion of the Court`,
    )
    const pages = heads.map((head, n) => {
      const name = ['Ada', 'Bo', 'Cy', 'Dov'][n]
      return `${page(`table of ${name}, and most of the tools were`, `only with sand by each bench of ${name}`).replaceAll('\n', ` ${name}\n`)}\n${head}`
    })
    const source = read(`${pages.join('\n\n')}\n\ntable that we had.\n`)
    expect(leftOut(source).map((each) => each.replace(/^page-head: /, ''))).toEqual(heads)
  })

  it.each([['- 4 -'], ['– 12 –']])('is a number between dashes on a line of its own: %s', (head) => {
    const source = read(`${prose[0]}\n\n${head}\n\n${prose[1]}\n`)
    expect(leftOut(source)).toEqual([`page-number: ${head}`])
  })

  it('is a bare number between blank lines', () => {
    const source = read(`${prose[0].replace(/, when.*/, ', and it was')}\n\n17\n\nrepaired. ${prose[1]}\n`)
    expect(leftOut(source)).toEqual(['page-number: 17'])
  })

  it('divides no word', () => {
    const source = read(`${between('Repair Day  6 of 18').replace('beside each', 'under the soldering sta-')}\ntion.\n`)
    expect(sentencesShown(source).at(-1)).toMatch(/under the soldering station\.$/)
  })
})

describe('what only looks like the head of a page is kept', () => {
  it.each([
    [
      'chapters',
      [1, 2, 3, 4].map((n) => `Chapter ${n}\n\n${prose[0]}\n\n${prose[1]} ${prose[0]}\n\n${prose[1]}`).join('\n\n'),
    ],
    ['articles', [1, 2, 3, 4].map((n) => `Article ${n}\n${prose[0]}\n${prose[1]} ${prose[0]}\n${prose[0]}`).join('\n')],
    [
      'a score in a sentence',
      `${prose[0]}\nA player who wins 6 of 18\ngames goes down.\nWho wins 12 of 18\ngoes up.\n${prose[1]}`,
    ],
    [
      'a refrain',
      [1, 2, 3]
        .map(
          (n) =>
            `I lit the lamp at ${n} o'clock\nAnd trimmed it then,\nI heard the water at the rock\nAnd lit the lamp again.`,
        )
        .join('\n\n'),
    ],
    [
      'shares of games',
      `${prose[0]}\nIn the end 12 games were won by the home side, and 4 of 18\nby the guests, who came late.\n${prose[1]}`,
    ],
    [
      'notes below tables',
      [1, 2, 3]
        .map(
          (n) =>
            `Port      2019\nEsker       1${n}\nLowen       2${n}\n\nSee footnotes at end of table.\n\n${prose[0]}`,
        )
        .join('\n\n'),
    ],
    [
      'lines of a report whose numbers rise',
      [1, 2, 3, 4]
        .map(
          (n) =>
            `The ${['red', 'green', 'blue', 'white'][n - 1]} boat was sold in that year and the money went to the\npoor of the parish, who were ${n + 20} in all. The trustees met ${n} times, and\nthey were paid nothing. Nobody asked them why, and they told nobody.\n${prose[0]}\nThe clerk wrote to the bank about the matter of the keys that were\nmissing, and it answered none of his letters until the summer.`,
        )
        .join('\n'),
    ],
    ['a list of numbers', `${prose[0]}\n\n${[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].join('\n')}\n\n${prose[1]}`],
  ])('%s', (_, text) => {
    expect(leftOut(read(text)).filter((each) => each.startsWith('page'))).toEqual([])
  })
})

describe('a table of contents', () => {
  const body = `\n\n${prose[0]}\n\n${prose[1]}\n`
  it.each([
    ['with one entry', 'Contents\nMs. Nora Vance, President, Harbour Trust…………  3'],
    ['with dots', 'Contents\nOpening ........ 1\nThe harbour and its trade ........ 4\nAnnex ........ 12'],
    [
      'with spaced dots',
      'TABLE OF CONTENTS\nI. Old times . . . . . . . . 1\nA. The well . . . . . . . . . .\nth 1\nII. New times . . . . . . . 14',
    ],
    ['with tabs', 'Inhalt\nEinleitung\t3\nDas Jahr im Garten\t4\nAnhang\t12'],
    [
      'with spaces',
      'Contents                Page\nForeword                vii\nThe orchard               3\nThe frost                14',
    ],
  ])('is left out: %s', (_, contents) => {
    const source = read(`The Year of the Harbour${body}\n${contents}${body}`)
    expect(leftOut(source)).toEqual([`contents: ${contents}`])
    expect(paragraphsOf(source)).toEqual([...prose, ...prose])
  })

  it.each([
    ['a list of prices', 'Adults ........ 9.50\nChildren ...... 4.00\nFamilies ...... 21.00'],
    ['one price', 'Adults ........ 9'],
    ['a list of prices in whole numbers', 'Children ........ 5\nAdults ........ 9\nFamilies ........ 21'],
    ['a menu', 'Soup . . . . . . 4\nFish and chips . . . . . . 12\nLamb . . . . . . 15\nLobster . . . . . . 28'],
    ['a list of points', 'Lowen ........ 3\nBrannock ..... 7\nSkerry ....... 9\nEsker ........ 12'],
    ['a list of people', 'Anna Berg ........ Chair\nBo Lind .......... Treasurer\nCy Marsh ......... Clerk'],
    ['a table', 'Boats          12\nNets            4\nSailors        31\nCooks           2'],
  ])('is not %s', (_, list) => {
    expect(leftOut(read(`Visit the Harbour${body}\n${list}${body}`))).toEqual([])
  })
})

describe('the heading that an entry of a table of contents names', () => {
  it('is none of its entries', () => {
    const contents = 'Contents\n\nForeword\nThe Orchard\nThe Frost'
    const source = read(
      `${contents}\n\nForeword\n\n${prose[0]}\n\nThe Orchard\n\n${prose[1]}\n\nThe Frost\n\n${prose[0]}\n`,
    )
    expect(leftOut(source)).toEqual([`contents: ${contents}`])
  })
})

describe('prose in columns side by side', () => {
  const columns = [
    ['The bridge over the mill', 'Swimming lessons begin in'],
    ['stream will be closed for', 'June this year, because the'],
    ['most of the summer, since', 'new boiler is not yet there.'],
    ['the beams are rotten. The', 'Parents can put down the'],
    ['council hopes that it can', 'names of their children at'],
    ['be opened again before the', 'the town hall, where a list'],
  ] as const

  it.each([
    ['at a steady place', 35],
    ['five blanks apart', 0],
  ])('is refused, since no sentence of it stands in one piece: %s', (_, width) => {
    const text = columns.map(([left, right]) => `${left.padEnd(width || left.length + 5)}${right}`).join('\n')
    expect(() => read(text)).toThrow(/columns side by side/)
  })

  it('is left out with a warning where it is the smaller part', () => {
    const text = columns.map(([left, right]) => `${left.padEnd(35)}${right}`).join('\n')
    const long = `${prose[0]} ${prose[1]}`
    const source = read(`${[long, long, long, long].join('\n\n')}\n\n${text}\n`)
    expect(leftOut(source)).toEqual([`columns: ${text}`])
    expect(source.origin.warnings).toHaveLength(1)
  })

  it('is no table, and no list of terms', () => {
    const table =
      'Name            Office\nAda Byrne       Treasurer\nJoseph Obi      Chair of the board\nMaria Pell      Clerk\nNoor Haddad     Auditor'
    expect(paragraphsOf(read(`${prose[0]}\n\n${table}\n`))).toHaveLength(6)
  })
})

describe('what is no text is left out', () => {
  it.each([
    '{.page_break_before}',
    '{: .lead}',
    '{% include menu.html %}',
    '[Illustration: a well]',
    '[Illustration]',
    '[Illustration: the abbey as it\nstood in the year 1800]',
    '[Original Press Release](https://example.org/p)',
  ])('%s', (line) => {
    const source = read(`${prose[0]}\n\n${line}\n\n${prose[1]}\n`)
    expect(runsOf(source, 'boilerplate')).toEqual([line])
    expect(paragraphsOf(source)).toEqual([...prose])
  })

  it.each(['<SECTION>', '</SECTION>', '<div class="x">', '<br/>'])('a tag alone: %s', (tag) => {
    const source = read(`${tag}\n${prose[0]}\n\n${tag}\n\n${prose[1]}\n`)
    expect(paragraphsOf(source)).toEqual([...prose])
  })

  it('tags around a line', () => {
    const source = read(`<div class="x">${prose[0]}</div>\n\n<p>${prose[1]}</p>\n`)
    expect(paragraphsOf(source)).toEqual([...prose])
    expectLaws(source)
  })

  it.each(['[sic] is what the clerk wrote', '<jane@example.org>', '{a set of rules}'])('but not %s', (line) => {
    expect(runsOf(read(`${prose[0]}\n\n${line}\n\n${prose[1]}\n`), 'boilerplate')).toEqual([])
  })

  it('a menu below the text with one entry a line', () => {
    const menu = 'Executive Team\nCareers\nPress'
    expect(leftOut(read(`A New Quay Opens\n\n${prose[0]}\n\n${prose[1]}\n\n${menu}\n`))).toEqual([
      `navigation: ${menu}`,
    ])
  })

  it('but not a list that the text introduces, or one without usual entries', () => {
    for (const list of ['Ask about:\nCareers\nPress\nSupport', 'Seals\nOtters\nPuffins'])
      expect(leftOut(read(`A New Quay Opens\n\n${prose[0]}\n\n${prose[1]}\n\n${list}\n`))).toEqual([])
  })
})
