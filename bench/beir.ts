import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** A folder in BEIR layout: documents, questions, and which documents answer which question. */
export type Collection = {
  readonly documents: readonly { readonly id: string; readonly title: string; readonly text: string }[]
  readonly questions: readonly {
    readonly id: string
    readonly text: string
    /** The document that answers, and where in it; null when the collection does not say or it is not answerable. */
    readonly gold: { readonly document: string; readonly start: number; readonly end: number } | null
    readonly answerable: boolean
  }[]
}

const linesOf = (file: string): readonly string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')

const document = z.object({ _id: z.string(), title: z.string().default(''), text: z.string() })
const question = z.object({
  _id: z.string(),
  text: z.string(),
  metadata: z
    .object({ spans: z.array(z.tuple([z.number(), z.number()])).optional(), answerable: z.boolean().optional() })
    .default({}),
})

/** Reads `corpus.jsonl`, `queries.jsonl` and `qrels/test.tsv` of `folder`. */
export const readCollection = (folder: string): Collection => {
  const relevant = new Map(
    linesOf(join(folder, 'qrels', 'test.tsv'))
      .slice(1)
      .flatMap((line) => {
        const [id, of, score] = line.split('\t')
        return id && of && Number(score) > 0 ? [[id, of] as const] : []
      }),
  )
  return {
    documents: linesOf(join(folder, 'corpus.jsonl')).map((line) => {
      const { _id, title, text } = document.parse(JSON.parse(line))
      return { id: _id, title, text }
    }),
    questions: linesOf(join(folder, 'queries.jsonl')).map((line) => {
      const { _id, text, metadata } = question.parse(JSON.parse(line))
      const [span] = metadata.spans ?? []
      const of = relevant.get(_id)
      return {
        id: _id,
        text,
        gold: span && of !== undefined ? { document: of, start: span[0], end: span[1] } : null,
        answerable: metadata.answerable !== false,
      }
    }),
  }
}
