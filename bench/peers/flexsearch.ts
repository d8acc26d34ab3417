import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Index } from 'flexsearch'
import { type Peer, type Searching, wholeOf } from './peer.ts'

const searchingWith = (index: Index): Searching => ({
  // Without `suggest`, it wants every word of the question in the text.
  search: async (question, limit) => (await index.search(question, { limit, suggest: true })).map(String),
})

/** flexsearch as it ships. */
export const flexsearch: Peer = {
  build: async (texts, scratch) => {
    const file = join(scratch, 'flexsearch.json')
    const index = new Index()
    for (const text of texts) index.add(text.id, wholeOf(text))
    return {
      ...searchingWith(index),
      save: async () => {
        const parts: (readonly [string, string])[] = []
        await index.export((key, data) => void parts.push([key, data]))
        await writeFile(file, JSON.stringify(parts))
      },
      load: async () => {
        const loaded = new Index()
        const parts = JSON.parse(await readFile(file, 'utf8')) as readonly (readonly [string, string])[]
        for (const [key, data] of parts) loaded.import(key, data)
        return searchingWith(loaded)
      },
    }
  },
}
