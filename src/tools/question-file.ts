import { z } from 'zod'
import { QuothError } from '../domain/error.ts'
import { badLine, readJsonLines } from './collection.ts'

/** Words of a source that answer a question. */
export type Evidence = { readonly source: string; readonly contains: string }

/** A question about the library in use; without evidence if the library does not answer it. */
export type EvidencedQuestion = {
  readonly id: string
  readonly question: string
  /** What sort of question it is, in the words of the file. */
  readonly kind?: string | undefined
  readonly evidence: readonly Evidence[]
}

const questionLine = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  question: z.string(),
  kind: z.string().optional(),
  answerable: z.boolean(),
  evidence: z.array(z.object({ source: z.string(), contains: z.string().min(1) })),
})

/**
 * Reads questions with evidence, one JSON object per line: `{"id", "question", "kind"?, "answerable", "evidence":
 * [{"source", "contains"}]}`.
 * @param textOf the text of a source of the library, undefined for one it does not have
 * @throws QuothError `bad-document`, naming the line, also for evidence that the library does not have
 */
export const readQuestionFile = async (
  file: string,
  textOf: (source: string) => Promise<string | undefined>,
): Promise<readonly EvidencedQuestion[]> => {
  const lines = readJsonLines(file, questionLine)
  if (lines.length === 0) throw new QuothError('bad-document', `${file} is empty.`)
  for (const { value, line } of lines) {
    if (value.answerable !== value.evidence.length > 0)
      throw badLine(file, line, 'expected evidence for an answerable question, and only for one.')
    for (const { source, contains } of value.evidence) {
      const text = await textOf(source)
      if (text === undefined) throw badLine(file, line, `the library has no source “${source}”.`)
      if (!text.includes(contains)) throw badLine(file, line, `“${contains}” is not in ${source}.`)
    }
  }
  return lines.map(({ value: { id, question, kind, evidence } }) => ({ id, question, kind, evidence }))
}
