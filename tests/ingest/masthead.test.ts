import { describe, expect, it } from 'vitest'
import { leftOut, paragraphsOf, prose, read, runsOf } from './support/read.ts'

const body = `\n\n${prose[0]}\n\n${prose[1]}\n`
const headline = 'Why the Island Needs Its Night Boat'

describe('a masthead', () => {
  it.each([
    ['THE SKERRY TIMES', 'Monday, 7 May 2018'],
    ['7 May 2018', 'The Skerry Times'],
    ['THE SKERRY TIMES', 'No. 4,211', 'May 7, 2018'],
  ])('gives the date that one of its columns is, and no title: %s … %s', (...columns) => {
    const source = read(`${columns.join(' '.repeat(24))}\nESSAYS\n${headline}${body}`)
    expect(source.record).toMatchObject({ title: headline, issued: '2018-05-07' })
    expect(runsOf(source, 'date')).toEqual(columns.filter((column) => column.includes('2018')))
    expect(leftOut(source)).toContain('section-label: ESSAYS')
    expect(paragraphsOf(source)).toEqual(prose)
  })

  it('is not a line of columns without a date', () => {
    expect(runsOf(read(`Boats          Nets\n${headline}${body}`), 'date')).toEqual([])
  })
})

describe('a name alone', () => {
  it('right below the headline and above the text is the writer’s', () => {
    const source = read(
      `${headline}\nMarta Lindqvist${body}\nMarta Lindqvist is a fisher and a poet on the outer isles.\n`,
    )
    expect(source.record.author).toEqual([{ family: 'Lindqvist', given: 'Marta' }])
    expect(runsOf(source, 'byline')).toEqual(['Marta Lindqvist'])
  })

  it.each([
    [
      'that the text speaks of',
      `${headline}\nMarta Lindqvist${body}\nLindqvist sold the boat in the spring of the year.\n`,
    ],
    ['apart from the headline', `${headline}\n\nMarta Lindqvist${body}`],
    ['below no headline', `ESSAYS\nMarta Lindqvist${body}`],
  ])('%s is nobody’s byline', (_, text) => {
    expect(read(text).record.author).toEqual([])
  })
})
