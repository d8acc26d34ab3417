import { describe, expect, it } from 'vitest'
import { leftOut, paragraphsOf, prose, read } from './support/read.ts'

const [first, second] = prose
const around = (middle: string): string => `${first}\n\n${middle}\n\n${second}\n`

describe('a block that is not the document’s own is left out, with the rule', () => {
  it.each([
    ['call-to-action', 'Sign up for our daily newsletter'],
    ['call-to-action', 'Subscribe to our weekly podcast!'],
    ['call-to-action', 'Follow Jane Doe on Twitter'],
    ['call-to-action', 'The best harbour maps for sailors - ORDER NOW'],
    ['call-to-action', 'Join the mailing list of the harbour society'],
    ['comments', 'View all 23 comments'],
    ['comments', 'Leave a reply'],
    ['share', 'Share on Facebook'],
    ['share', 'Share | Tweet | Print'],
    ['advertisement', 'Advertisement'],
    ['advertisement', 'Story continues below'],
    ['copyright', '© 2017 The Daily Wave. All rights reserved.'],
    ['copyright', 'Copyright 2012 Coastal Press'],
    ['credits', '(Reporting by Jane Doe; Editing by Ann Lee)'],
    ['related-link', 'READ MORE: How ferries became safer'],
    ['related-link', 'Also read: Ten harbours to see'],
    ['tags', 'Tags: harbour, storm, ships'],
    ['navigation', 'Back to top'],
    ['navigation', 'Home > News > Local'],
    ['page-number', 'Page 12'],
    ['page-number', 'Page 3 of 40'],
    ['photo-credit', 'Rescue boats search the bay. (AP Photo/Tom Hill)'],
    ['photo-credit', 'Boats in the bay\u00a0Reuters'],
    ['photo-credit', 'The old pier in winter | Getty Images'],
    ['photo-credit', 'Photo: Jane Doe'],
    ['photo-credit', 'Image caption The pier was built in 1820'],
  ])('%s: %s', (rule, line) => {
    const source = read(around(line))
    expect(leftOut(source)).toEqual([`${rule}: ${line}`])
    expect(paragraphsOf(source)).toEqual([first, second])
  })

  it.each([
    'Join the army, his father told him, and so he did.',
    'Follow the road to the pier and turn left at the church.',
    'Comments from the public were mixed, the mayor said on Monday.',
    'She took the photo on the day of the storm.',
    'The harbour will stay open, the mayor said. (Reuters)',
    'Page 12 of the report of the harbour office was torn out.',
    'Share prices of the shipping lines fell by a tenth.',
    'See also: the report of the harbour master, which has the figures.',
    'Copyright law was the subject of the talk in the town hall, which lasted three hours and which nobody who was there will forget soon, as it ended in a fight.',
    'Trending downwards since May, the price of cod has halved.',
    'A man walks his dog on the pier in winter.',
    'The record of each patient of the town is now kept for thirty years by the new office in the harbour (ePA)',
  ])('but not: %s', (line) => {
    const source = read(around(line))
    expect(leftOut(source)).toEqual([])
    expect(paragraphsOf(source)).toEqual([first, line, second])
  })
})

describe('lists of links to other stories', () => {
  it('are left out from their label to the end of the document', () => {
    const source = read(
      `${around('It is deep.')}\nRelated Articles\n\nStorm warning issued for the weekend\n\nCoast guard buys new boats\n`,
    )
    expect(leftOut(source)).toEqual([
      'link-list: Related Articles\n\nStorm warning issued for the weekend\n\nCoast guard buys new boats',
    ])
  })

  it('are left out with teasers that are indented otherwise than the body', () => {
    const list = `Most read\n  • Storm warning issued\n\n    A storm will come over the coast on Sunday, and it will be a strong one.\n\n  • New boats\n\n    The coast guard has bought three boats, which are blue and very fast.`
    const source = read(`${first}\n\n${second}\n\n    ${list}\n`)
    expect(leftOut(source)).toEqual([`link-list: ${list}`])
  })

  it('are left out with teasers of the same indent when headlines and teasers take turns to the end', () => {
    const list = `You may also like\n\nStorm warning issued\n\nA storm will come over the coast on Sunday, and it will be a strong one.\n\nNew boats arrive\n\nThe coast guard has bought three boats, which are blue and very fast.`
    expect(leftOut(read(`${first}\n\n${second}\n\n${list}\n`))).toEqual([`link-list: ${list}`])
  })

  it('are left out between two paragraphs, and the story goes on', () => {
    const source = read(around('Also read\n\nTen harbours that you should see'))
    expect(leftOut(source)).toEqual(['link-list: Also read\n\nTen harbours that you should see'])
    expect(paragraphsOf(source)).toEqual([first, second])
  })

  it('are known without a label by headlines that stand twice, set apart from the body', () => {
    const list = `• Storm warning issued for Sunday\n\n    Storm warning issued for Sunday\n\n    A storm will come over the coast on Sunday, and it will be a strong one.`
    const source = read(`${first}\n\n${second}\n\n  ${list}\n`)
    expect(leftOut(source)).toEqual([`repeated-teaser: ${list.slice(2)}`])
  })

  it('do not swallow the paragraphs of a section with such a name', () => {
    const source = read(`${first}\n\nRelated reading\n\n${second}\n`)
    expect(leftOut(source)).toEqual([])
    expect(paragraphsOf(source)).toContain(second)
  })

  it('are not seen in notes, where nothing tells them from the list itself', () => {
    expect(leftOut(read('Search\nMenu\nShare\nsoup\n'))).toEqual([])
  })
})
