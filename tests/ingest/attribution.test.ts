import { describe, expect, it } from 'vitest'
import { paragraphsOf, prose, read, readMarkdown, textOf } from './support/read.ts'

const words = 'The boats will come back when the herring does.'
const quoted = (line: string): string => `${prose[0]}\n\n> ${words}\n>\n> ${line}\n\n${prose[1]}\n`

describe('the last line of a block quote', () => {
  it.each([
    ['a dash', read(quoted('— Marta Lind, letter to the council'))],
    ['a dash in Markdown', readMarkdown(quoted('— Marta Lind, letter to the council'))],
    ['a cite element', readMarkdown(quoted('<cite>Marta Lind, letter of 1931</cite>'))],
    ['a footer element', readMarkdown(quoted('<footer>Marta Lind (1931)</footer>'))],
  ])('with %s names the speaker and is no paragraph', (_, source) => {
    expect(paragraphsOf(source)).toEqual([prose[0], words, prose[1]])
    expect(source.paragraphs.map(({ speaker }) => speaker)).toEqual([null, 'Marta Lind', null])
    expect(source.runs.filter(({ rule }) => rule === 'attribution').map((run) => textOf(source, run))).toEqual([
      expect.stringContaining('Marta Lind'),
    ])
  })

  it('that names no person leaves the speaker open', () => {
    const source = readMarkdown(quoted('— Minutes of the harbour office'))
    expect(source.paragraphs.map(({ speaker }) => speaker)).toEqual([null, null, null])
    expect(paragraphsOf(source)).toHaveLength(3)
  })

  it.each(['— Not before, she wrote, and not one day later.', '— and nothing else', 'Marta Lind, letter of 1931'])(
    'is quoted as it stands when it is %s',
    (line) => {
      expect(paragraphsOf(readMarkdown(quoted(line)))).toContain(line)
    },
  )

  it('is the quote itself when it stands alone', () => {
    const source = readMarkdown(`${prose[0]}\n\n> — Marta Lind\n\n${prose[1]}\n`)
    expect(paragraphsOf(source)).toEqual([prose[0], '— Marta Lind', prose[1]])
  })
})
