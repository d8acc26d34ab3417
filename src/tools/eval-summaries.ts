import { z } from 'zod'
import { QuothError } from '../domain/error.ts'
import { plural } from '../domain/message.ts'
import type { Source } from '../domain/source.ts'
import { sourceId } from '../domain/source.ts'
import { defaultSentences, maxSentences } from '../domain/summary.ts'
import { readDocument } from '../ingest/read-document.ts'
import { chooseSentences } from '../summary/choose-sentences.ts'
import type { Tool } from '../surfaces/terminal/program.ts'
import { startProgress } from '../surfaces/terminal/progress.ts'
import { visibleJson, visibleLine } from '../surfaces/terminal/visible.ts'
import { documentId, readJsonLines, valuesById } from './collection.ts'
import { openOutput } from './output-file.ts'
import { row } from './report-text.ts'
import { sourceOfDocument } from './source-of-document.ts'

const documentLine = z.object({ _id: documentId, text: z.string(), reference: z.unknown().optional() })

/**
 * A document as `/summarise` has it: header, headings and boilerplate are set apart. One that would be refused, or
 * whose text would change, is taken as it is, since the summary's offsets count in that text.
 */
const sourceOf = (id: string, text: string): Source => {
  try {
    const source = readDocument({ id: sourceId(id), path: `${id}.txt`, bytes: Buffer.from(text) })
    if (source.text === text) return source
  } catch (error) {
    if (!(error instanceof QuothError)) throw error
  }
  return sourceOfDocument({ id, title: '', text })
}

/** What was summarised. */
type SummariesReport = {
  readonly documents: number
  /** Documents without a sentence to quote. */
  readonly empty: number
  readonly sentences: number
  readonly words: number
  /** Documents that have reference summaries. */
  readonly references: number
}

const reportText = (name: string, { documents, empty, sentences, words, references }: SummariesReport): string => {
  const mean = (total: number): string => (total / Math.max(1, documents)).toFixed(1)
  return [
    `${name}: ${documents} ${plural(documents, 'document', 'documents')}`,
    row('Sentences', mean(sentences), 'per summary, on average'),
    row('Words', mean(words), 'per summary, on average'),
    row('Empty', String(empty), 'summaries of documents without a sentence'),
    row('References', String(references), 'documents with a reference summary'),
  ].join('\n')
}

/** `quoth eval-summaries DOCS --sentences N --out FILE`: summarises the documents of a file. */
export const evalSummariesTool: Tool = {
  name: 'eval-summaries',
  description: 'Summarise each document of a file, so that the summaries can be compared with reference summaries',
  options: {
    docs: {
      type: 'string',
      required: true,
      description: 'Lines of {"_id", "text", "reference"?}, which are used instead of the library',
    },
    sentences: {
      type: 'integer',
      min: 1,
      max: maxSentences,
      default: defaultSentences,
      description: 'Number of sentences of each summary',
    },
    out: {
      type: 'string',
      description: 'Write the summaries to this file, one {"id", "sentences": [{"exact", "start", "end"}]} per line',
    },
  },
  run: async (args, { terminal, json }) => {
    const file = String(args['docs'])
    const count = typeof args['sentences'] === 'number' ? args['sentences'] : defaultSentences
    const documents = [...valuesById(file, readJsonLines(file, documentLine)).values()]
    const out = await openOutput(args['out'])
    const progress = startProgress(terminal.stderr, `Summarising ${documents.length} documents`)
    try {
      const totals = { documents: documents.length, empty: 0, sentences: 0, words: 0, references: 0 }
      for (const [at, { _id, text, reference }] of documents.entries()) {
        progress.label(`Summarising document ${at + 1} of ${documents.length}`)
        const spans = await chooseSentences(sourceOf(_id, text), count)
        const sentences = spans.map(({ start, end }) => ({ exact: text.slice(start, end), start, end }))
        await out.write(`${visibleJson({ id: _id, sentences })}\n`)
        totals.empty += sentences.length === 0 ? 1 : 0
        totals.sentences += sentences.length
        totals.words += sentences.reduce((sum, { exact }) => sum + exact.split(/\s+/).length, 0)
        totals.references += reference === undefined || reference === null ? 0 : 1
      }
      progress.done()
      terminal.stdout.write(`${json ? visibleJson(totals) : reportText(visibleLine(file), totals)}\n`)
      return 0
    } finally {
      progress.done()
      await out.close()
    }
  },
}
