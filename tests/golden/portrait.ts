import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { boilerplateOf, type Source, sourceId } from '../../src/domain/source.ts'
import { readDocument } from '../../src/ingest/read-document.ts'

/** Where the seeds are. */
export const seeds = fileURLToPath(new URL('../../seeds/', import.meta.url))

/** The seed whose name begins with three digits, such as `000`. */
export const readSeed = (number: string): Source => {
  const path = readdirSync(seeds).find((name) => name.startsWith(number) && name.endsWith('.txt')) ?? number
  return readDocument({ id: sourceId(path.replace(/\.txt$/, '')), path, bytes: readFileSync(seeds + path) })
}

/** What of a source is compared with what was recorded: enough to see any change of a rule, short enough to read. */
export const portraitOf = (source: Source) => {
  const sentences = source.paragraphs.flatMap((paragraph) => paragraph.sentences)
  const shown = (span: { readonly start: number; readonly end: number } | undefined) =>
    span && { start: span.start, end: span.end, text: source.text.slice(span.start, span.end) }
  return {
    id: source.id,
    version: source.version,
    length: source.text.length,
    record: source.record,
    titleShown: source.titleShown,
    titleIsDerived: source.titleIsDerived,
    dateline: source.dateline,
    paragraphs: source.paragraphs.length,
    sentences: sentences.length,
    first: shown(sentences[0]),
    last: shown(sentences.at(-1)),
    runs: source.runs
      .filter(({ kind }) => kind !== 'body' && kind !== 'boilerplate')
      .map(({ kind, ...span }) => ({ kind, ...shown(span) })),
    boilerplate: boilerplateOf(source).map(({ rule, ...span }) => ({ rule, ...shown(span) })),
  }
}
