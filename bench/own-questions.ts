import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Source, sourceId } from '../src/domain/source.ts'
import { readDocument } from '../src/ingest/read-document.ts'

/**
 * How a question is asked: in other words than the document's, in its own, about its neighbour, or about something
 * else.
 */
export type Kind = 'paraphrase' | 'own-words' | 'near-miss' | 'off-topic'

/** A question about the documents of a folder, and where they answer it. */
export type OwnQuestion = {
  readonly id: string
  readonly kind: Kind
  readonly text: string
  readonly evidence: readonly { readonly source: string; readonly start: number; readonly end: number }[]
}

/** Documents written for measuring, and questions about them that were written before they were asked. */
export type OwnQuestions = { readonly sources: readonly Source[]; readonly questions: readonly OwnQuestion[] }

/** @param folder has `documents/` and `questions.jsonl` */
export const readOwnQuestions = (folder: string): OwnQuestions => {
  const documents = join(folder, 'documents')
  const sources = readdirSync(documents)
    .sort()
    .map((path) =>
      readDocument({
        id: sourceId(path.replace(/\.\w+$/, '')),
        path,
        bytes: readFileSync(join(documents, path)),
      }),
    )
  const textOf = new Map<string, string>(sources.map(({ id, text }) => [id, text]))
  const questions = readFileSync(join(folder, 'questions.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .map(({ id, kind, question, evidence }) => ({
      id,
      kind,
      text: question,
      evidence: evidence.map(({ source, contains }: { source: string; contains: string }) => {
        const start = textOf.get(source)?.indexOf(contains) ?? -1
        if (start < 0) throw new Error(`${id}: “${contains}” is not in ${source}.`)
        return { source, start, end: start + contains.length }
      }),
    }))
  return { sources, questions }
}
