import type { Paragraph, RunKind, Source } from '../../../src/domain/source.ts'
import { sourceId } from '../../../src/domain/source.ts'
import type { Span } from '../../../src/domain/span.ts'
import { readDocument } from '../../../src/ingest/read-document.ts'

/** Reads a text as a file of that name; the name tells the format. */
export const read = (text: string, path = 'document.txt'): Source =>
  readDocument({ id: sourceId('document'), path, bytes: new TextEncoder().encode(text) })

export const readMarkdown = (text: string): Source => read(text, 'document.md')

export const textOf = (source: Source, { start, end }: Span): string => source.text.slice(start, end)

/** The texts of the runs of one kind, in order. */
export const runsOf = (source: Source, kind: RunKind): readonly string[] =>
  source.runs.filter((run) => run.kind === kind).map((run) => textOf(source, run))

/** Boilerplate as `rule: text`. */
export const leftOut = (source: Source): readonly string[] =>
  source.runs.filter(({ kind }) => kind === 'boilerplate').map((run) => `${run.rule}: ${textOf(source, run)}`)

export const paragraphsOf = (source: Source): readonly string[] =>
  source.paragraphs.map((paragraph) => textOf(source, paragraph))

export const sentencesOf = (source: Source, { sentences }: Pick<Paragraph, 'sentences'>): readonly string[] =>
  sentences.map((sentence) => textOf(source, sentence))

/** Two paragraphs of prose, for documents whose edges are under test. */
export const prose = [
  'The harbour of the town was built in 1820, when the first merchants came from the south.',
  'It has been repaired three times since then, most of all after the great storm of 1901.',
] as const
