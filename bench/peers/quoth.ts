import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import type { Source } from '../../src/domain/source.ts'
import type { Encoder } from '../../src/meaning/encoder.ts'
import { openEncoder } from '../../src/meaning/encoder-process.ts'
import { openVectorFile } from '../../src/meaning/vector-file.ts'
import { dimensions } from '../../src/meaning/vectors.ts'
import { snapshotStore } from '../../src/snapshot/snapshot-store.ts'
import { type EngineInMemory, openEngine } from '../../src/tools/engine.ts'
import { sourceOfDocument } from '../../src/tools/source-of-document.ts'
import { openCachedEncoder } from '../cached-encoder.ts'
import { seeded } from '../seeded.ts'
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

/** A vector drawn at random, the same for a text every time. */
const drawnFor = (text: string): Int8Array => {
  const random = seeded(1 + (createHash('sha256').update(text).digest().readUInt32LE() >>> 1))
  return Int8Array.from({ length: dimensions }, () => Math.round((random() - 0.5) * 254))
}

/** Lets what this process started compete for the cores as an equal: on a busy machine, a question else waits for all. */
const raiseChildren = (): void => {
  try {
    const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ')
    for (const child of children) setPriority(Number(child), 0)
  } catch {
    // Only Linux tells them, and only to those who may.
  }
}

/** Encodes every question anew, and has the vectors of passages from elsewhere. */
const encoderFor = async (isGenerated: boolean): Promise<Encoder> => {
  const encoder = openEncoder((notice) => {
    throw new Error(notice)
  })
  const cached = isGenerated ? null : await openCachedEncoder()
  await encoder.encode('Is it there?', 'question')
  raiseChildren()
  return {
    ...encoder,
    encode: async (text, kind) => {
      if (kind === 'question') return encoder.encode(text, kind)
      return cached === null ? drawnFor(text) : cached.encode(text, kind)
    },
    close: async () => {
      await cached?.close()
      await encoder.close()
    },
  }
}

/**
 * The same, which goes by meaning as well. What it costs to encode the passages is left out: those of a collection are
 * taken from the cache, and for generated texts, vectors are drawn at random.
 */
export const quothWithMeaning = (isGenerated: boolean): Peer => ({
  build: async (texts, scratch) => {
    const encoder = await encoderFor(isGenerated)
    const open = async (store: Parameters<typeof openEngine>[0]): Promise<EngineInMemory> => {
      const file = openVectorFile(join(scratch, 'vectors'), encoder.model)
      return openEngine(store, { encoding: { encoder, file, isPatient: true } })
    }
    const engine = await open(null)
    await engine.put(sourcesOf(texts))
    // The first question waits until all passages have their vectors.
    await engine.answer('Is the harbour there?')
    const store = await snapshotStore(scratch, scratch)
    return {
      ...searchingWith(engine),
      save: () => store.write(engine.holdings),
      load: async () => searchingWith(await open(store)),
      close: async () => {
        await engine.close()
        await encoder.close()
      },
    }
  },
})
