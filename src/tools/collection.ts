import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { QuothError } from '../domain/error.ts'
import type { Span } from '../domain/span.ts'

/** The non-blank lines of a text file, numbered from 1. @throws QuothError `bad-document` */
const linesOf = (file: string): readonly { readonly text: string; readonly number: number }[] => {
  try {
    return readFileSync(file, 'utf8')
      .replace(/^\uFEFF/, '')
      .split('\n')
      .map((text, at) => ({ text, number: at + 1 }))
      .filter(({ text }) => text.trim() !== '')
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new QuothError('bad-document', `${file} cannot be read: ${reason}`)
  }
}

/** An error about one line of a file. */
export const badLine = (file: string, number: number, problem: string): QuothError =>
  new QuothError('bad-document', `${file}, line ${number}: ${problem}`)

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * The values of a file with one JSON value per line, with their line numbers from 1; blank lines are skipped.
 * @throws QuothError `bad-document`, naming the line, for a value that does not match `schema`
 */
export const readJsonLines = <T>(
  file: string,
  schema: z.ZodType<T>,
): readonly { readonly value: T; readonly line: number }[] =>
  linesOf(file).map(({ text, number }) => {
    const json = parseJson(text)
    if (json === undefined) throw badLine(file, number, 'this is not JSON.')
    const parsed = schema.safeParse(json)
    if (parsed.success) return { value: parsed.data, line: number }
    const [issue] = parsed.error.issues
    throw badLine(file, number, `${issue?.path.join('.') || 'the value'}: ${issue?.message}.`)
  })

/** A document of a collection. It becomes a source; the spans of questions are offsets in `text`. */
export type CollectionDocument = { readonly id: string; readonly title: string; readonly text: string }

/** A question of a collection, with what is known of its answer. */
export type Question = {
  readonly id: string
  readonly text: string
  /** Relevance by document id: whole numbers above 0. Empty for a question that nobody judged. */
  readonly relevant: ReadonlyMap<string, number>
  /** Where a relevant document answers, in UTF-16 units of its text; null if the collection does not say. */
  readonly gold: ({ readonly document: string } & Span) | null
  /** Strings that answer; empty if the collection does not say. */
  readonly answers: readonly string[]
  /** False if the collection says that its documents do not answer it. */
  readonly answerable: boolean
}

/** A test collection: documents, questions, and which documents answer which question. */
export type Collection = { readonly documents: readonly CollectionDocument[]; readonly questions: readonly Question[] }

// Some collections number their entries; white space would break the columns of a run.
export const documentId = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine((value) => /^\S+$/.test(value), 'expected an id without white space')
const documentLine = z.object({ _id: documentId, title: z.string().nullish(), text: z.string() })
const questionLine = z.object({
  _id: documentId,
  text: z.string(),
  // Other collections keep other things here.
  metadata: z
    .object({
      answers: z.array(z.string()).optional(),
      spans: z.array(z.tuple([z.int().min(0), z.int().min(0)])).optional(),
      answerable: z.boolean().optional(),
    })
    .nullish(),
})

/** At least one value, by id. @throws QuothError `bad-document` when two lines have the same id */
export const valuesById = <T extends { readonly _id: string }>(
  file: string,
  lines: readonly { readonly value: T; readonly line: number }[],
): ReadonlyMap<string, T> => {
  const found = new Map<string, T>()
  for (const { value, line } of lines) {
    if (found.has(value._id)) throw badLine(file, line, `the id “${value._id}” is already used on an earlier line.`)
    found.set(value._id, value)
  }
  if (found.size === 0) throw new QuothError('bad-document', `${file} is empty.`)
  return found
}

type Known = { readonly questions: ReadonlyMap<string, unknown>; readonly documents: ReadonlyMap<string, unknown> }

/**
 * Relevance by question and document.
 * @throws QuothError `bad-document` for a malformed line, or one about a question or document that is not in `known`
 */
const readJudgements = (file: string, known: Known): ReadonlyMap<string, ReadonlyMap<string, number>> => {
  const judged = new Map<string, Map<string, number>>()
  for (const { text, number } of linesOf(file).slice(1)) {
    const [question = '', document = '', relevance = ''] = text.trim().split('\t')
    if (relevance === '' || !Number.isInteger(Number(relevance)))
      throw badLine(file, number, 'expected a question, a document and a whole number, separated by tabs.')
    if (!known.questions.has(question))
      throw badLine(file, number, `there is no question “${question}” in queries.jsonl.`)
    if (!known.documents.has(document))
      throw badLine(file, number, `there is no document “${document}” in corpus.jsonl.`)
    const ofQuestion = judged.get(question) ?? new Map<string, number>()
    if (Number(relevance) > 0) ofQuestion.set(document, Number(relevance))
    judged.set(question, ofQuestion)
  }
  return judged
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

/** The splits that a folder has judgements for, by name. */
const splitsOf = (folder: string): readonly string[] =>
  isFolder(join(folder, 'qrels'))
    ? readdirSync(join(folder, 'qrels'))
        .filter((name) => name.endsWith('.tsv'))
        .map((name) => name.slice(0, -'.tsv'.length))
        .sort()
    : []

/**
 * Reads a folder in BEIR layout: `corpus.jsonl`, `queries.jsonl` and `qrels/<split>.tsv`. A question that only another
 * split judges is left out; one that no split judges is kept.
 * @throws QuothError that names the file and the line at fault
 */
export const readCollection = (folder: string, split = 'test'): Collection => {
  if (!isFolder(folder))
    throw new QuothError(
      'unreadable-library',
      `There is no folder “${folder}”. Name one with corpus.jsonl, queries.jsonl and qrels/${split}.tsv in it.`,
    )
  const splits = splitsOf(folder)
  if (!splits.includes(split))
    throw new QuothError(
      'bad-document',
      `There is no file ${join(folder, 'qrels', `${split}.tsv`)} with judgements.`,
      splits,
    )
  const fileOf = (name: string): string => join(folder, name)
  const documents = valuesById(fileOf('corpus.jsonl'), readJsonLines(fileOf('corpus.jsonl'), documentLine))
  const questions = valuesById(fileOf('queries.jsonl'), readJsonLines(fileOf('queries.jsonl'), questionLine))
  const judgementsOf = (name: string) => readJudgements(fileOf(join('qrels', `${name}.tsv`)), { questions, documents })
  const judged = judgementsOf(split)
  const elsewhere = new Set(
    splits.filter((other) => other !== split).flatMap((other) => [...judgementsOf(other).keys()]),
  )
  return {
    documents: [...documents.values()].map(({ _id, title, text }) => ({ id: _id, title: title ?? '', text })),
    questions: [...questions.values()]
      .filter(({ _id }) => judged.has(_id) || !elsewhere.has(_id))
      .map(({ _id, text, metadata }): Question => {
        const relevant = judged.get(_id) ?? new Map<string, number>()
        const [document] = relevant.keys()
        const [span] = metadata?.spans ?? []
        return {
          id: _id,
          text,
          relevant,
          gold: span && document !== undefined ? { document, start: span[0], end: span[1] } : null,
          answers: metadata?.answers ?? [],
          answerable: metadata?.answerable !== false,
        }
      }),
  }
}
