import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import lunr from 'lunr'
import { type Peer, type Searching, wholeOf } from './peer.ts'

/** Makes what is looked up of a question. */
type Reading = (question: string) => readonly lunr.Token[] | readonly string[]

/** lunr as it ships: its tokeniser cuts the question, and its stemmer meets `France?` with the mark. */
const asShipped: Reading = (question) => lunr.tokenizer(question)

/** lunr with the pipeline of its documents on the question as well: trimmer, stop words, stemmer; and without `'s`. */
const throughPipeline: Reading = (question) => {
  const pipeline = new lunr.Pipeline()
  pipeline.add(lunr.trimmer, lunr.stopWordFilter)
  // The search pipeline of the index has the stemmer.
  return pipeline.run(lunr.tokenizer(question.replace(/['’]s\b/g, '')))
}

const searchingWith = (index: lunr.Index, read: Reading): Searching => ({
  search: async (question, limit) =>
    index
      .query((query) => {
        for (const term of read(question)) query.term(term.toString(), {})
      })
      .slice(0, limit)
      .map(({ ref }) => ref),
})

const lunrReading = (read: Reading): Peer => ({
  build: async (texts, scratch) => {
    const file = join(scratch, 'lunr.json')
    const index = lunr(function () {
      this.ref('id')
      this.field('whole')
      for (const text of texts) this.add({ id: text.id, whole: wholeOf(text) })
    })
    return {
      ...searchingWith(index, read),
      save: () => writeFile(file, JSON.stringify(index)),
      load: async () => searchingWith(lunr.Index.load(JSON.parse(await readFile(file, 'utf8'))), read),
    }
  },
})

export const plainLunr = lunrReading(asShipped)
export const pipelinedLunr = lunrReading(throughPipeline)
