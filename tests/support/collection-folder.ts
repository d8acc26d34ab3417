import { type LibraryFolder, libraryFolder } from './library-folder.ts'

/** Objects as a file of JSON lines. */
const jsonLines = (values: readonly object[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('')

/** A temporary folder in BEIR layout; `qrels` are lines of question, document and relevance. */
export const collectionFolder = ({
  corpus,
  queries,
  qrels,
}: {
  readonly corpus: readonly object[]
  readonly queries: readonly object[]
  readonly qrels: readonly (readonly [question: string, document: string, relevance: number])[]
}): Promise<LibraryFolder> =>
  libraryFolder({
    'corpus.jsonl': jsonLines(corpus),
    'queries.jsonl': jsonLines(queries),
    'qrels/test.tsv': ['query-id\tcorpus-id\tscore', ...qrels.map((line) => line.join('\t')), ''].join('\n'),
  })
