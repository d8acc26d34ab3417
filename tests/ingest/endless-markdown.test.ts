import { describe, expect, it, vi } from 'vitest'
import type { within } from '../../src/concurrency/time-limit.ts'
import { prose, readMarkdown } from './support/read.ts'

vi.mock('../../src/ingest/markdown-blocks.ts', () => ({
  markdownBlocks: () => {
    for (;;) {}
  },
}))

// What the parser is given is counted in seconds: a fiftieth of it is as long to a parser that never ends.
vi.mock('../../src/concurrency/time-limit.ts', async (original) => {
  const real = await original<{ readonly within: typeof within }>()
  return { ...real, within: (milliseconds: number, work: () => unknown) => real.within(milliseconds / 50, work) }
})

describe('Markdown that the parser never comes to an end of', () => {
  it('is read as plain text, with a note', () => {
    const source = readMarkdown(`# Tides\n\n${prose[0]}\n`)
    expect(source.text).toContain(prose[0])
    expect(source.paragraphs).toHaveLength(1)
    expect(source.origin.warnings.map(({ key }) => key)).toEqual([
      'Its Markdown takes too long to parse or is nested too deeply, so it was read as plain text.',
    ])
  })
})
