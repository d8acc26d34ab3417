import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Encoder, TextKind } from '../src/meaning/encoder.ts'
import { openEncoder } from '../src/meaning/encoder-process.ts'
import { model } from '../src/meaning/model.ts'
import { hashOf, openVectorFile } from '../src/meaning/vector-file.ts'

/** An encoder that keeps what it made in the system's folder for temporary files, so that no text is encoded twice. */
export const openCachedEncoder = async (): Promise<Encoder> => {
  const folder = join(tmpdir(), 'quoth-bench')
  mkdirSync(folder, { recursive: true })
  const file = openVectorFile(join(folder, 'questions.vectors'), model.name)
  const known = new Map<string, Int8Array>()
  await file.read((hash, vector) => known.set(hash, vector.slice()))
  const encoder = openEncoder((notice) => {
    throw new Error(notice)
  })
  let unsaved: (readonly [string, Int8Array])[] = []
  const save = async (): Promise<void> => {
    const entries = unsaved
    unsaved = []
    await file.append(entries)
  }
  return {
    model: encoder.model,
    isUsable: () => encoder.isUsable(),
    encode: async (text: string, kind: TextKind) => {
      const hash = hashOf(`${kind} ${text}`)
      const cached = known.get(hash)
      if (cached !== undefined) return cached
      const vector = await encoder.encode(text, kind)
      if (vector === null) return null
      known.set(hash, vector)
      unsaved.push([hash, vector])
      if (unsaved.length >= 1000) await save()
      return vector
    },
    close: async () => {
      await save()
      await file.close()
      await encoder.close()
    },
  }
}
