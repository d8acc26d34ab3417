import { describe, expect, it } from 'vitest'
import { leftOut, paragraphsOf, prose, read } from './support/read.ts'

const lines = (text: string): readonly string[] => text.split('\n').map((line) => line.trim())

describe('each row is a paragraph of its own, and none is a title', () => {
  it.each([
    [
      'opening hours',
      'Monday          9-12\nTuesday         9-12, 14-17\nWednesday       closed\nFriday          9-17',
    ],
    ['prices', 'Adults ........ 9\nChildren ...... 4.50\nDogs .......... 2'],
    ['numbers that end below one another', 'Port       2019    2020\nEsker        12      14\nBrannock    101      98'],
    [
      'terms with definitions',
      'berth           the place where a boat lies in the harbour\nbilge           the lowest part of a boat, where water gathers\nbollard         a post to which ropes are made fast\ncleat           a fitting with two horns for a rope',
    ],
    ['a list with tabs', 'Office\t555-0101\nHarbour master\t555-0102\nLifeboat\t555-0103'],
    ['a diary', '1 Jan   Fog all day, no boats out\n2 Jan   Wind from the north\n3 Jan   Calm; the ice has gone'],
    [
      'a log',
      '2026-03-01 10:22:01 INFO server started on port 8080\n2026-03-01 10:22:05 WARN disk is 91% full on the first\n2026-03-01 10:22:09 ERROR could not reach the host at all',
    ],
    [
      'a log of hours',
      '[10:02] build started by ada\n[10:03] compile ok (12 warnings)\n[10:05] tests failed: 3 of 412',
    ],
  ])('%s', (_, rows) => {
    for (const text of [`Harbour Notes\n\n${rows}\n\n${prose[0]}\n`, `${prose[0]}\n\n${prose[1]}\n\n${rows}\n`]) {
      const source = read(text)
      expect(leftOut(source)).toEqual([])
      expect(paragraphsOf(source)).toEqual(expect.arrayContaining([...lines(rows)]))
    }
  })
})

describe('what only looks like rows goes on', () => {
  it('justified text', () => {
    const source = read(
      'The project was begun in the year 1998, when\nthe   harbour   board   received   a   grant\nof   two   million   pounds.   The  money  was\nspent   on  the   quay  and  on  new  cranes,\nwhich  came  from  Sweden  in  that  same  year.\n',
    )
    expect(source.paragraphs).toHaveLength(1)
  })

  it('a line that wraps before a date', () => {
    const source = read(
      'The first meeting of the board of the harbour was held in the hall on\n12/03/2020, and the second one, to which nobody came, in the same hall on\n14/04/2020, which is why the third was held in the church of the village.\n',
    )
    expect(source.paragraphs).toHaveLength(1)
  })
})

describe('a line that breaks off goes on, however short', () => {
  it.each([
    ['behind a word that stands before others', 'He slept till noon, and when he woke the', 'sea was calm.'],
    ['where a sentence has begun', 'It was a dark night. The wind', 'howled.'],
    ['within a range of numbers', 'There was a long decline (1990-', '2010) in these parts.'],
  ])('%s', (_, first, second) => {
    const source = read(`${prose[0]}\n\n${first}\n${second}\n\n${prose[1]}\n`)
    expect(paragraphsOf(source)).toContain(`${first}\n${second}`)
  })

  it.each([
    ['items of a list', 'Bread from the bakery\nmilk from the farm\neggs'],
    ['verse without capitals', 'so much depends\nupon\na red wheel\nbarrow'],
  ])('but not %s', (_, text) => {
    expect(paragraphsOf(read(`${prose[0]}\n\n${text}\n\n${prose[1]}\n`))).toEqual([
      prose[0],
      ...text.split('\n'),
      prose[1],
    ])
  })
})

it('a text that is badly read, with blanks before its marks, is still joined', () => {
  const source = read(
    'The weII was dug in l854 by three brotbers, who had corne\nfrom the north .It was sixty feet deep , and the water was\ncold . In the dry sumrner of 1868 it failed . The village\nthen carried water, in carts, from the stream below the\nmill, a mile away, and sometimes, at night, from the river.\n',
  )
  expect(source.paragraphs).toHaveLength(1)
})
