import type { Source } from '../domain/source.ts'
import type { JudgedQuestion } from './judged-questions.ts'

const jsonLine = (value: object): string => `${JSON.stringify(value)}\n`

/** A source's id as one of a collection, in which ids have no white space. */
const documentId = (source: string): string => source.replace(/[\s%]/g, encodeURIComponent)

/** What a source says and the headings above it, without what is never quoted: the document that a collection gives. */
const matterOf = ({ text, paragraphs, runs }: Source): string =>
  [...paragraphs, ...runs.filter(({ kind }) => kind === 'heading')]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => text.slice(start, end))
    .join('\n\n')

/** A source's line of `corpus.jsonl`. */
export const documentLine = (source: Source): string =>
  jsonLine({ _id: documentId(source.id), title: source.record.title ?? '', text: matterOf(source) })

/** The files of a collection that tell of its questions: their names in its folder, and what they hold. */
export const questionFiles = (questions: readonly JudgedQuestion[]): ReadonlyMap<string, string> => {
  const files = new Map<string, string>()
  const add = (file: string, line: string): void => void files.set(file, (files.get(file) ?? '') + line)
  for (const [place, { text, relevance, answers }] of questions.entries()) {
    const id = `q${place + 1}`
    add('queries.jsonl', jsonLine({ _id: id, text, ...(answers.length > 0 && { metadata: { answers } }) }))
    // That something did not help does not say what would: such a question cannot be measured, only asked again.
    const judgements = `qrels/${[...relevance.values()].includes(1) ? 'test' : 'unhelpful'}.tsv`
    if (!files.has(judgements)) add(judgements, 'query-id\tcorpus-id\tscore\n')
    for (const [source, score] of relevance) add(judgements, `${id}\t${documentId(source)}\t${score}\n`)
  }
  return files
}
