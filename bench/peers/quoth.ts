import { engineInMemory } from '../../src/engine-in-memory.ts'
import { sourceOfDocument } from '../../src/evaluating/source-of-document.ts'
import type { Peer, Text } from './peer.ts'

/** The texts of each document as its paragraphs. */
const sourcesOf = (texts: readonly Text[]) => {
  const documents = new Map<string, { id: string; title: string; text: string }>()
  for (const { document, title, text } of texts) {
    const earlier = documents.get(document)
    documents.set(document, { id: document, title, text: earlier ? `${earlier.text}\n\n${text}` : text })
  }
  return [...documents.values()].map(sourceOfDocument)
}

/** Quoth: a question is answered to the end, with quotes and citations; its ranking is that of its second stage. */
export const quoth: Peer = {
  build: async (texts) => {
    const engine = await engineInMemory(sourcesOf(texts))
    return {
      search: async (question, limit) => {
        const { ranking } = await engine.ask(question)
        return [...new Set(ranking.map(({ passage }) => passage.source))].slice(0, limit)
      },
    }
  },
}
