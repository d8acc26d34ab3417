import { mkdir, open, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { QuothError } from '../domain/error.ts'
import type { Source } from '../domain/source.ts'
import type { JudgedQuestion } from './judged-questions.ts'

const jsonLine = (value: object): string => `${JSON.stringify(value)}\n`

/** A source's id as a document id of a collection, which has no white space. */
const documentId = (source: string): string => source.replace(/[\s%]/g, encodeURIComponent)

/** The text of a source as a document of a collection: paragraphs and headings, without what is never quoted. */
const bodyOf = ({ text, paragraphs, runs }: Source): string =>
  [...paragraphs, ...runs.filter(({ kind }) => kind === 'heading')]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => text.slice(start, end))
    .join('\n\n')

/** A source's line of `corpus.jsonl`. */
const documentLine = (source: Source): string =>
  jsonLine({ _id: documentId(source.id), title: source.record.title ?? '', text: bodyOf(source) })

/** The files about the questions of a collection: contents by path in its folder. */
const questionFiles = (questions: readonly JudgedQuestion[]): ReadonlyMap<string, string> => {
  const files = new Map<string, string>()
  const add = (file: string, line: string): void => void files.set(file, (files.get(file) ?? '') + line)
  for (const [at, { text, relevance, answers }] of questions.entries()) {
    const id = `q${at + 1}`
    add('queries.jsonl', jsonLine({ _id: id, text, ...(answers.length > 0 && { metadata: { answers } }) }))
    // Knowing what did not help does not tell what would: such a question cannot be measured, only asked again.
    const judgements = `qrels/${[...relevance.values()].includes(1) ? 'test' : 'unhelpful'}.tsv`
    if (!files.has(judgements)) add(judgements, 'query-id\tcorpus-id\tscore\n')
    for (const [source, score] of relevance) add(judgements, `${id}\t${documentId(source)}\t${score}\n`)
  }
  return files
}

/** Makes a folder if it does not exist. @throws QuothError `bad-argument` if there is something in it */
export const makeEmptyFolder = async (folder: string): Promise<void> => {
  const inside = await mkdir(folder, { recursive: true })
    .then(() => readdir(folder))
    .catch((error: Error) => {
      throw new QuothError('bad-argument', `${folder} cannot be written: ${error.message}`)
    })
  if (inside.length > 0)
    throw new QuothError('bad-argument', `“${folder}” is not empty, and no file is overwritten. Choose another folder.`)
}

/** Writes a collection in BEIR layout into an empty folder, one source at a time. @returns how many sources */
export const writeCollection = async (
  folder: string,
  sources: AsyncIterable<Source>,
  questions: readonly JudgedQuestion[],
): Promise<number> => {
  for (const [name, content] of questionFiles(questions)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content, { flag: 'wx' })
  }
  const corpus = await open(join(folder, 'corpus.jsonl'), 'wx')
  try {
    let count = 0
    for await (const source of sources) {
      await corpus.appendFile(documentLine(source))
      count += 1
    }
    return count
  } finally {
    await corpus.close()
  }
}
