import { expect } from 'vitest'
import type { Source } from '../../../src/domain/source.ts'
import type { Span } from '../../../src/domain/span.ts'

const isWhite = (char: string): boolean => /^\s$/.test(char)

/** Marks each UTF-16 unit of the text that a span covers, and fails where two spans share one. */
const coverage = (text: string, spans: readonly Span[]): Uint8Array => {
  const covered = new Uint8Array(text.length)
  for (const { start, end } of spans) {
    expect(start).toBeLessThan(end)
    expect(end).toBeLessThanOrEqual(text.length)
    for (let at = start; at < end; at += 1) {
      if (covered[at] === 1) throw new Error(`two spans share ${at} of ${JSON.stringify(text)}`)
      covered[at] = 1
    }
  }
  return covered
}

/**
 * What every source keeps, whatever the document: law 2, and what `domain/source.ts` promises of runs and paragraphs.
 */
export const expectLaws = ({ text, runs, paragraphs }: Source): void => {
  const inRun = coverage(text, runs)
  const bodyRuns = runs.filter(({ kind }) => kind === 'body')
  const inBody = coverage(text, bodyRuns)
  const sentences = paragraphs.flatMap((paragraph) => paragraph.sentences)
  const inSentence = coverage(text, sentences)
  const inParagraph = coverage(text, paragraphs)
  for (let at = 0; at < text.length; at += 1) {
    if (isWhite(text.charAt(at))) continue
    if (inRun[at] !== 1) throw new Error(`no run holds ${at} of ${JSON.stringify(text)}`)
    if (inBody[at] === 1 && inSentence[at] !== 1) throw new Error(`no sentence holds ${at} of ${JSON.stringify(text)}`)
    if (inSentence[at] === 1 && inParagraph[at] !== 1)
      throw new Error(`no paragraph holds ${at} of ${JSON.stringify(text)}`)
  }
  expect([...runs].sort((a, b) => a.start - b.start)).toEqual(runs)
  expect(paragraphs.map(({ number }) => number)).toEqual(paragraphs.map((_, index) => index + 1))
  for (const paragraph of paragraphs) {
    expect(paragraph.sentences[0]?.start).toBe(paragraph.start)
    expect(paragraph.sentences.at(-1)?.end).toBe(paragraph.end)
  }
  for (const run of runs) if (run.kind === 'boilerplate') expect(run.rule).toBeTruthy()
}
