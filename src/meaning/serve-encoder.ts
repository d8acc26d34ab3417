// The program of the encoder's process.
import { readFile } from 'node:fs/promises'
import { setPriority } from 'node:os'
import type { EncoderAnswer, EncoderRequest } from './encoder-process.ts'
import { model } from './model.ts'
import { centred, quantise } from './vectors.ts'

// A terminal's Ctrl+C reaches this process too; it ends with its parent.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {})
process.on('disconnect', () => process.exit())

const send = (answer: EncoderAnswer): void => void process.send?.(answer)

/** Most of its work is encoding documents, which may wait for all else. */
const lowerPriority = (): void => {
  try {
    setPriority(10)
  } catch {
    // Not allowed everywhere; encoding then competes with other programs as an equal.
  }
}

try {
  lowerPriority()
  // Here, so that a runtime that this machine cannot load is reported.
  const { openSession } = await import('./session.ts')
  const encode = await openSession()
  const means = JSON.parse(await readFile(model.means, 'utf8'))
  process.on('message', async ({ id, text, kind }: EncoderRequest) => {
    try {
      send({ kind: 'vector', id, vector: quantise(centred(await encode(text, kind), means[kind])) })
    } catch (error) {
      send({ kind: 'failed', id, reason: String(error) })
    }
  })
  send({ kind: 'ready' })
} catch (error) {
  send({ kind: 'unusable', reason: error instanceof Error ? error.message : String(error) })
}
