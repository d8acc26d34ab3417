// Makes the collections that the weights are learned from, out of SQuAD 1.1's own file (train-v1.1.json, CC BY-SA 4.0,
// from https://rajpurkar.github.io/SQuAD-explorer/), in BEIR layout:
//
//   npx tsx bench/make-squad-sets.ts train-v1.1.json SETS
//
// SETS/squad-tune has every paragraph and question of the articles in bench/squad-articles.txt. SETS/squad-tune-off has
// the paragraphs of the starred articles alone and every fifth question: those about the other articles have no answer
// there.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const [file, sets] = process.argv.slice(2)
if (file === undefined || sets === undefined) {
  console.error('Usage: npx tsx bench/make-squad-sets.ts train-v1.1.json SETS')
  process.exit(64)
}

/** One question in so many is asked of the smaller library. */
const step = 5

const answer = z.object({ text: z.string(), answer_start: z.int() })
const paragraph = z.object({
  context: z.string(),
  qas: z.array(z.object({ question: z.string(), answers: z.array(answer) })),
})
const squad = z.object({ data: z.array(z.object({ title: z.string(), paragraphs: z.array(paragraph) })) })

const lines = readFileSync(new URL('squad-articles.txt', import.meta.url), 'utf8').split('\n')
const listed = new Map(
  lines.flatMap((line) => {
    const [, star, title] = /^([* ]) (\S+)$/.exec(line) ?? []
    return title === undefined ? [] : [[title, star === '*'] as const]
  }),
)
const articles = squad.parse(JSON.parse(readFileSync(file, 'utf8'))).data.filter(({ title }) => listed.has(title))
const missing = [...listed.keys()].filter((title) => !articles.some((article) => article.title === title))
if (missing.length > 0) {
  console.error(`${file} lacks these articles: ${missing.join(', ')}`)
  process.exit(1)
}

type Row = { readonly document: object; readonly stays: boolean }
type Question = {
  readonly id: string
  readonly text: string
  readonly document: string
  readonly stays: boolean
  readonly metadata: { readonly answers: readonly string[]; readonly spans: readonly (readonly [number, number])[] }
}
const rows: Row[] = []
const questions: Question[] = []
for (const { title, paragraphs } of articles)
  for (const { context, qas } of paragraphs) {
    const document = `p${rows.length}`
    const stays = listed.get(title) === true
    rows.push({ document: { _id: document, title: title.replaceAll('_', ' '), text: context }, stays })
    for (const { question, answers } of qas) {
      // Counted in code points there, in UTF-16 units here.
      const spans = answers.map(({ text, answer_start }): readonly [number, number] => {
        const start = [...context].slice(0, answer_start).join('').length
        return [start, start + text.length]
      })
      const metadata = { answers: answers.map(({ text }) => text), spans }
      questions.push({ id: `q${questions.length}`, text: question, document, stays, metadata })
    }
  }

const write = (
  name: string,
  documents: readonly Row[],
  asked: readonly Question[],
  hasAnswer: (q: Question) => boolean,
) => {
  const folder = join(sets, name)
  mkdirSync(join(folder, 'qrels'), { recursive: true })
  const put = (path: string, content: readonly string[]): void =>
    writeFileSync(join(folder, path), `${content.join('\n')}\n`, { flag: 'wx' })
  put(
    'corpus.jsonl',
    documents.map(({ document }) => JSON.stringify(document)),
  )
  put(
    'queries.jsonl',
    asked.map((question) => {
      const { id: _id, text, metadata } = question
      const answerable = hasAnswer(question)
      return JSON.stringify({
        _id,
        text,
        metadata: { ...(answerable ? metadata : { answers: [], spans: [] }), answerable },
      })
    }),
  )
  const judged = asked.filter(hasAnswer).map(({ id, document }) => `${id}\t${document}\t1`)
  put('qrels/test.tsv', ['query-id\tcorpus-id\tscore', ...judged])
  console.log(`${folder}: ${documents.length} paragraphs, ${asked.length} questions, ${judged.length} with an answer`)
}
write('squad-tune', rows, questions, () => true)
write(
  'squad-tune-off',
  rows.filter(({ stays }) => stays),
  questions.filter((_, place) => place % step === 0),
  ({ stays }) => stays,
)
