import { describe, expect, it } from 'vitest'
import { leftOut, paragraphsOf, prose, read } from './support/read.ts'

const body = `\n\n${prose[0]}\n\n${prose[1]}\n`
const headline = 'Lighthouse Keepers Return to the Outer Skerries'

describe('a site’s menu', () => {
  it.each([
    'Home | News | Farming | Tides | Obituaries',
    'Island · Mainland · Boats · Letters',
    'Start > Leben > Kultur',
    'Sport | Business | Sign in',
  ])('above the headline is left out, whatever stands around it: %s', (menu) => {
    const source = read(`Skerry Times\n${menu}\nAdvertisement\n\n${headline}${body}`)
    expect(source.record.title).toBe(headline)
    expect(leftOut(source)).toEqual([
      'section-label: Skerry Times',
      `navigation: ${menu}`,
      'advertisement: Advertisement',
    ])
    expect(paragraphsOf(source)).toEqual(prose)
  })

  it('below the text is left out when its words are the usual ones', () => {
    const menu = 'About us | Contact | Privacy policy | Boat jobs'
    expect(leftOut(read(`${headline}${body}\n${menu}\n`))).toEqual([`navigation: ${menu}`])
  })

  it.each(['Seals | Otters | Puffins', 'Pier A | 12 boats | 40 nets', 'News | Otters | Puffins'])(
    'is not a row of a table in the text: %s',
    (row) => {
      const source = read(`${headline}${body}\n${row}\n`)
      expect(leftOut(source)).toEqual([])
      expect(paragraphsOf(source)).toEqual([...prose, row])
    },
  )

  it('is not a byline with a date and a section', () => {
    const source = read(`By Jane Doe | March 3, 2015\n${headline}${body}`)
    expect(source.record).toMatchObject({ title: headline, issued: '2015-03-03' })
  })
})

describe('a line of the page’s own in the last block', () => {
  it('is left out by itself, though the next line follows without a blank', () => {
    const credits = '(Reporting by Jane Doe in Aber and Ann Lee; Editing by Bo Day)'
    const standards = 'Our Standards: The Coastal Trust Principles.'
    const source = read(
      `${headline}\nBy Jane Doe, Staff Writer, for the island pages${body}\n${credits}\n${standards}\n`,
    )
    expect(leftOut(source)).toEqual([`credits: ${credits}\n${standards}`])
    expect(paragraphsOf(source)).toEqual(prose)
  })

  it('is not a line in the middle of a wrapped sentence that only looks like one', () => {
    const paragraph = [
      'The keepers of the outer light asked all the boats that pass to',
      'follow the small lamps on the northern pier and the mail list',
      'of the harbour office, which is read aloud to all the fishermen.',
    ].join('\n')
    const source = read(`${paragraph}\n\n${paragraph}\n`)
    expect(leftOut(source)).toEqual([])
    expect(paragraphsOf(source)).toEqual([paragraph, paragraph])
  })
})
