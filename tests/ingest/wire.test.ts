import { describe, expect, it } from 'vitest'
import { paragraphsOf, prose, read, readMarkdown, runsOf } from './support/read.ts'

const headline = 'Ferry line to end its night service'
const points = ['Last night boat sails in May', 'Fares to rise by a tenth']
const list = points.map((point) => `* ${point}`).join('\n')

describe('a wire story with its points above the byline', () => {
  it.each([
    [
      'plain text',
      read(`${headline}\n\n${list}\n\nBy Jane Doe\nMay 7, 2018\n\nABER, May 7 (UPI) - ${prose[0]}\n\n${prose[1]}\n`),
    ],
    [
      'Markdown',
      readMarkdown(
        `# ${headline}\n\n${list}\n\nBy Jane Doe\n\nMay 7, 2018\n\nABER, May 7 (UPI) - ${prose[0]}\n\n${prose[1]}\n`,
      ),
    ],
  ])('has its byline, date and dateline read below them, in %s', (_, source) => {
    expect(source.record).toMatchObject({
      title: headline,
      author: [{ family: 'Doe', given: 'Jane' }],
      issued: '2018-05-07',
    })
    expect(source.dateline).toBe('ABER')
    expect(runsOf(source, 'byline')).toEqual(['By Jane Doe'])
    expect(paragraphsOf(source)).toEqual([...points, ...prose])
  })

  it.each([
    ['a date below a list is the list’s', `${headline}\n\n${list}\n\nMay 7, 2018\n\n${prose[0]}\n`],
    ['a byline below the text is body', `${headline}\n\n${prose[0]}\n\n${list}\n\nBy Jane Doe\n\n${prose[1]}\n`],
    ['a list that nothing follows is body', `${headline}\n\n${list}\n\nBy Jane Doe\n`],
  ])('but %s', (_, text) => {
    expect(read(text).record).toMatchObject({ author: [], issued: null })
  })

  it('has no dateline in a later paragraph', () => {
    const opening = `ABER, May 7 (UPI) - ${prose[1]}`
    const source = read(`${headline}\n\n${prose[0]}\n\n${opening}\n`)
    expect([source.dateline, paragraphsOf(source)[1]]).toEqual([null, opening])
  })
})
