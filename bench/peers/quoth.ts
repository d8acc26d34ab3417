import type { Source } from '../../src/domain/source.ts'
import { snapshotStore } from '../../src/snapshot/snapshot-store.ts'
import { type EngineInMemory, openEngine } from '../../src/tools/engine.ts'
import { sourceOfDocument } from '../../src/tools/source-of-document.ts'
import type { Peer, Searching, Text } from './peer.ts'

/** A source of each document, its texts as paragraphs; one after the other, since all of them at once are large. */
export function* sourcesOf(texts: readonly Text[]): Generator<Source> {
  const documents = new Map<string, { id: string; title: string; text: string }>()
  for (const { document, title, text } of texts) {
    const earlier = documents.get(document)
    documents.set(document, { id: document, title, text: earlier ? `${earlier.text}\n\n${text}` : text })
  }
  for (const document of documents.values()) yield sourceOfDocument(document)
}

const searchingWith = (engine: EngineInMemory): Searching => ({
  search: async (question, limit) => {
    const { ranking } = await engine.ask(question)
    return [...new Set(ranking.map(({ passage }) => passage.source))].slice(0, limit)
  },
  answer: (question) => engine.answer(question),
  close: () => engine.close(),
})

/** Quoth: a question is answered to the end, with quotes and citations; its ranking is that of its second stage. */
export const quoth: Peer = {
  build: async (texts, scratch) => {
    const engine = await openEngine()
    await engine.put(sourcesOf(texts))
    const store = await snapshotStore(scratch, scratch)
    return {
      ...searchingWith(engine),
      save: () => store.write(engine.holdings),
      load: async () => searchingWith(await openEngine(store)),
    }
  },
}
