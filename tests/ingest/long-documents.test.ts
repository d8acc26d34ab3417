import { describe, expect, it } from 'vitest'
import { expectGrowth } from '../support/growth.ts'
import { paragraphsOf, prose, read, readMarkdown, runsOf } from './support/read.ts'

describe('a long document', () => {
  it('may have a paragraph of more lines than a call has arguments', () => {
    const line = `> ${'word '.repeat(10)}and it goes on`
    expect(read(`A Title of This\n\n${`${line}\n`.repeat(130_000)}`).paragraphs).toHaveLength(1)
  })

  it('takes work that grows with its number of lists of links', async () => {
    const unit = 'Related\nThe old man said it.\n'
    const text = (size: number): string => `${prose[0]}\n\n${unit.repeat(size)}`
    await expectGrowth((size) => read(text(size)), { size: 500, factor: 8, below: 30 })
  })

  it('has a paragraph where a heading is marked that is as long as one', () => {
    const words = 'the sea came in and went out '.repeat(20).trim()
    const source = readMarkdown(`# Tides\n\n## ${words}\n\n${prose[0]}\n`)
    expect(runsOf(source, 'heading')).toEqual([])
    expect(paragraphsOf(source)).toEqual([words, prose[0]])
    expect(readMarkdown(`# ${words}\n\n${prose[0]}\n`).record.title).toBeNull()
  })
})
