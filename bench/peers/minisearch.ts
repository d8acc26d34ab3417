import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import MiniSearch from 'minisearch'
import { type Peer, type Searching, wholeOf } from './peer.ts'

type Whole = { readonly id: string; readonly whole: string }

const options = { fields: ['whole'] }

const searchingWith = (index: MiniSearch<Whole>): Searching => ({
  search: async (question, limit) =>
    index
      .search(question)
      .slice(0, limit)
      .map(({ id }) => String(id)),
})

/** minisearch as it ships. */
export const minisearch: Peer = {
  build: async (texts, scratch) => {
    const file = join(scratch, 'minisearch.json')
    const index = new MiniSearch<Whole>(options)
    index.addAll(texts.map((text) => ({ id: text.id, whole: wholeOf(text) })))
    return {
      ...searchingWith(index),
      save: () => writeFile(file, JSON.stringify(index)),
      load: async () => searchingWith(MiniSearch.loadJSON<Whole>(await readFile(file, 'utf8'), options)),
    }
  },
}
