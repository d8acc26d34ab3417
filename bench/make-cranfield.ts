// Makes the collection SETS/cranfield in BEIR layout out of the files of the Cranfield collection (cran.all.1400,
// cran.qry, cranqrel; free for research, from http://ir.dcs.gla.ac.uk/resources/test_collections/cran/):
//
//   npx tsx bench/make-cranfield.ts DIR SETS
//
// Questions are numbered by their order, as cranqrel counts them. A judgement there goes from 1, a complete answer, to
// 4, of interest by a thread; here a higher score is better. Others than these four say that a document does not help.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [folder, sets] = process.argv.slice(2)
if (folder === undefined || sets === undefined) {
  console.error('Usage: npx tsx bench/make-cranfield.ts DIR SETS')
  process.exit(64)
}

/** The entries of a file, each as its number and its fields by their letter (`.T` title, `.W` text), lines joined. */
const entriesOf = (file: string) =>
  readFileSync(join(folder, file), 'latin1')
    .split(/^\.I /m)
    .slice(1)
    .map((entry) => {
      const [number = '', ...parts] = entry.split(/^\.([A-Z])[ \t]*$/m)
      const fields = new Map<string, string>()
      for (let at = 0; at < parts.length; at += 2)
        fields.set(parts[at] ?? '', (parts[at + 1] ?? '').split('\n').join(' ').replace(/\s+/g, ' ').trim())
      return { number: String(Number(number)), fields }
    })

const documents = entriesOf('cran.all.1400').map(({ number, fields }) => {
  const title = fields.get('T') ?? ''
  const text = fields.get('W') ?? ''
  // Every abstract begins with the title once more.
  return { _id: number, title, text: text.startsWith(title) ? text.slice(title.length).trim() : text }
})
const questions = entriesOf('cran.qry').map(({ fields }, place) => ({ _id: `q${place}`, text: fields.get('W') ?? '' }))
const judgements = readFileSync(join(folder, 'cranqrel'), 'latin1')
  .split('\n')
  .flatMap((line) => {
    const [question, document, code] = line.trim().split(/\s+/).map(Number)
    return question && document && code && code >= 1 && code <= 4 ? [`q${question - 1}\t${document}\t${5 - code}`] : []
  })

const out = join(sets, 'cranfield')
mkdirSync(join(out, 'qrels'), { recursive: true })
const put = (path: string, lines: readonly string[]): void =>
  writeFileSync(join(out, path), `${lines.join('\n')}\n`, { flag: 'wx' })
put(
  'corpus.jsonl',
  documents.map((document) => JSON.stringify(document)),
)
put(
  'queries.jsonl',
  questions.map((question) => JSON.stringify(question)),
)
put('qrels/test.tsv', ['query-id\tcorpus-id\tscore', ...judgements])
console.log(`${out}: ${documents.length} abstracts, ${questions.length} questions, ${judgements.length} judgements`)
