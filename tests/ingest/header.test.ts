import { describe, expect, it } from 'vitest'
import { leftOut, paragraphsOf, prose, read, runsOf } from './support/read.ts'

const body = `\n\n${prose[0]}\n\n${prose[1]}\n`
const record = (header: string) => read(header + body).record

describe('the title', () => {
  it('is the headline above the prose', () => {
    const source = read(`Town Plans a Second Harbour${body}`)
    expect([source.record.title, source.titleShown, source.titleIsDerived]).toEqual([
      'Town Plans a Second Harbour',
      'Town Plans a Second Harbour',
      false,
    ])
    expect(runsOf(source, 'title')).toEqual(['Town Plans a Second Harbour'])
  })

  it('is not the section label above the headline, nor the tag below it', () => {
    const source = read(`World News\n\nTown Plans a Second Harbour\n\nShipping${body}`)
    expect(source.record.title).toBe('Town Plans a Second Harbour')
    expect(leftOut(source)).toEqual(['section-label: World News', 'section-label: Shipping'])
  })

  it('is not a breadcrumb, a call to action or a share row', () => {
    const source = read(
      `Home > News > Local\n\nGet our free app - DOWNLOAD NOW\n\nTown Plans a Second Harbour\n\nShare on Facebook${body}`,
    )
    expect(source.record.title).toBe('Town Plans a Second Harbour')
    expect(leftOut(source).map((line) => line.split(':')[0])).toEqual(['navigation', 'call-to-action', 'share'])
  })

  it('may ask or shout', () => {
    expect(record('Does the Town Need a Harbour?').title).toBe('Does the Town Need a Harbour?')
  })

  it.each([
    ['a salutation', 'Dear Captain,'],
    ['a lead-in', 'Notes from the meeting:'],
    ['a sentence', 'It rained all day.'],
  ])('is not %s, which stays body', (_, line) => {
    const source = read(line + body)
    expect(source.record.title).toBeNull()
    expect(paragraphsOf(source)[0]).toBe(line)
  })

  it('is not invented for a text that opens with prose: the opening words stand for it, marked so', () => {
    const source = read(body)
    expect(source.record.title).toBeNull()
    expect(source.titleIsDerived).toBe(true)
    expect(source.titleShown).toBe('The harbour of the town was built in 1820, when the first…')
  })

  it('is not invented for a bare list', () => {
    const source = read('milk\neggs\nbread\n')
    expect([source.record.title, source.titleShown]).toEqual([null, 'milk'])
    expect(paragraphsOf(source)).toEqual(['milk', 'eggs', 'bread'])
  })

  it('is the heading of a list', () => {
    expect(read('Packing list\n\n- tent\n- stove\n').record.title).toBe('Packing list')
  })

  it('is not sought in scripts without spaces, where no line is short of words', () => {
    const lines = ['港は千八百二十年に建てられました。', 'それ以来、三回修理されています。']
    const source = read(`${lines.join('\n\n')}\n`)
    expect(source.record.title).toBeNull()
    expect(paragraphsOf(source)).toEqual(lines)
  })

  it('is not the first line of lower-case text', () => {
    expect(
      read('the mayor opened the bridge on monday in the rain\nnobody fell into the river\n').record.title,
    ).toBeNull()
  })

  it('with a second line of headline below keeps that apart and out of the quotes', () => {
    const source = read(`Town Plans a Second Harbour\nThe council votes in the spring of next year${body}`)
    expect(runsOf(source, 'heading')).toEqual(['The council votes in the spring of next year'])
  })
})

describe('the author', () => {
  it.each([
    ['by Jane Doe', [{ family: 'Doe', given: 'Jane' }]],
    [
      'By Jane Doe and Ludwig van der Meer',
      [
        { family: 'Doe', given: 'Jane' },
        { family: 'van der Meer', given: 'Ludwig' },
      ],
    ],
    [
      'By Jane Doe, Bo Day and Ann Lee',
      [
        { family: 'Doe', given: 'Jane' },
        { family: 'Day', given: 'Bo' },
        { family: 'Lee', given: 'Ann' },
      ],
    ],
    ['Written by Dr. Jane A. Doe', [{ family: 'Doe', given: 'Jane A.' }]],
    ['By Jane Doe, Staff Writer', [{ family: 'Doe', given: 'Jane' }]],
    ['By Jane Doe, Evening Courier', [{ family: 'Doe', given: 'Jane' }]],
    ['Interview by Jane Doe', [{ family: 'Doe', given: 'Jane' }]],
    ['By Jane Doe in Oslo', [{ family: 'Doe', given: 'Jane' }]],
    ['By Jane Doe for The Daily Wave', [{ family: 'Doe', given: 'Jane' }]],
    ['By Jane Doe (jane@example.org) @janedoe', [{ family: 'Doe', given: 'Jane' }]],
    ['By Martin Stone Jr.', [{ family: 'Stone', given: 'Martin', suffix: 'Jr.' }]],
    ['By The Associated Press', [{ literal: 'The Associated Press' }]],
    ['Author: Jane Doe', [{ family: 'Doe', given: 'Jane' }]],
    ['Jane Doe, Science Correspondent', [{ family: 'Doe', given: 'Jane' }]],
    ['By Staff', []],
    ['By Our Correspondent', []],
  ])('of `%s` is read in parts', (line, author) => {
    const source = read(`Town Plans a Second Harbour\n\n${line}${body}`)
    expect(source.record.author).toEqual(author)
    expect(runsOf(source, 'byline')).toEqual([line])
    expect(source.record.title).toBe('Town Plans a Second Harbour')
  })

  it.each(['By Monday the water had gone', 'New York, Los Angeles, Chicago', 'Barack Obama', 'By the Sea'])(
    'is not read from `%s`',
    (line) => {
      expect(record(`Town Plans a Second Harbour\n\n${line}`).author).toEqual([])
    },
  )

  it('is read from a byline with a date in the same line', () => {
    const source = read(`Town Plans a Second Harbour\n\nBy Jane Doe | March 3, 2015${body}`)
    expect(source.record).toMatchObject({ author: [{ family: 'Doe', given: 'Jane' }], issued: '2015-03-03' })
    expect([runsOf(source, 'byline'), runsOf(source, 'date')]).toEqual([['By Jane Doe'], ['March 3, 2015']])
  })

  it('comes with publisher and place in a list of name, organisation and place', () => {
    const source = read(
      `Town Plans a Second Harbour\n\n- Jane Doe (with inputs from agencies), Coastal Courier, Aber\n- Posted: 5 May 2015 10:00 GMT${body}`,
    )
    expect(source.record).toMatchObject({
      author: [{ family: 'Doe', given: 'Jane' }],
      publisher: 'Coastal Courier',
      issued: '2015-05-05',
      issuedKind: 'published',
    })
    expect(source.dateline).toBe('Aber')
  })

  it('has the job that stands below the byline out of the body', () => {
    const source = read(`Town Plans a Second Harbour\n\nBy Jane Doe\nScience correspondent${body}`)
    expect(runsOf(source, 'byline')).toEqual(['By Jane Doe', 'Science correspondent'])
  })
})

describe('the date', () => {
  it.each([
    ['March 3, 2015', '2015-03-03', null],
    ['3 March 2015', '2015-03-03', null],
    ['Tuesday, 3 March 2015 10:40 GMT', '2015-03-03', null],
    ['2015-03-03', '2015-03-03', null],
    ['23/09/2014', '2014-09-23', null],
    ['Published: 3 May 2017 | Updated: 4 May 2017', '2017-05-03', 'published'],
    ['Last updated on Sept. 23, 2014 at 23:50 EST', '2014-09-23', 'updated'],
    ['Updated: Sep 23, 2014 02:34 IST', '2014-09-23', 'updated'],
    ['March 2011', '2011-03', null],
  ])('of `%s` is the day as written', (line, issued, issuedKind) => {
    const source = read(`Town Plans a Second Harbour\n\n${line}${body}`)
    expect([source.record.issued, source.record.issuedKind]).toEqual([issued, issuedKind])
    expect(runsOf(source, 'date')).toEqual([line])
  })

  it.each(['11/03/2015', 'Tuesday', 'yesterday', 'Updated 5 hours ago', 'May 5', '31 February 2015', 'JOIN NOW'])(
    'is not guessed from `%s`',
    (line) => {
      expect(record(`Town Plans a Second Harbour\n\n${line}`).issued).toBeNull()
    },
  )

  it('is not taken from the story or from the headline', () => {
    expect(record('What Came after the Storm of March 3, 2015').issued).toBeNull()
    expect(
      read(`On March 3, 2015, the harbour was closed for the first time in forty years.\n`).record.issued,
    ).toBeNull()
  })
})

describe('the dateline', () => {
  it.each([
    ['LONDON (Reuters) - ', 'LONDON', 'LONDON (Reuters) -'],
    ['NEW YORK, Jan. 5 (AP) -- ', 'NEW YORK', 'NEW YORK, Jan. 5 (AP) --'],
    ['Paris, France (CNN) -- ', 'Paris, France', 'Paris, France (CNN) --'],
    ['OSLO — ', 'OSLO', 'OSLO —'],
    ['PORT ABER, North Wales: ', 'PORT ABER, North Wales', 'PORT ABER, North Wales:'],
    ['OSLO, May 7: ', 'OSLO', 'OSLO, May 7:'],
    ['london , england ( cnn ) -- ', 'london , england', 'london , england ( cnn ) --'],
    ['(CNN) -- ', null, '(CNN) --'],
  ])('`%s` opens the body and is no part of it', (opening, place, run) => {
    const source = read(`${opening}${prose[0]}\n\n${prose[1]}\n`)
    expect(source.dateline).toBe(place)
    expect(runsOf(source, 'dateline')).toEqual([run])
    expect(paragraphsOf(source)[0]).toBe(prose[0])
  })

  it.each([
    'Paris — the town of lights — was dark on Monday, as the power had failed in the night.',
    'NOTICE: the harbour will be closed on Monday, as the crane has to be repaired.',
    'HARBOUR STUDY, part 7: the crane has to be repaired before the boats come back.',
    'Aber, North Wales: the town of lights was dark on Monday, as the power had failed.',
    'NATO said on Monday that it would send three ships to the northern coast in June.',
  ])('is not read from `%s`', (opening) => {
    const source = read(`${opening}\n\n${prose[1]}\n`)
    expect(source.dateline).toBeNull()
    expect(paragraphsOf(source)[0]).toBe(opening)
  })
})
