import type { ChildProcess } from 'node:child_process'
import { forkModule } from '../concurrency/child-process.ts'
import type { Encoder, TextKind } from './encoder.ts'
import { model } from './model.ts'

/** A text to encode, and what the encoder's process answers. */
export type EncoderRequest = { readonly id: number; readonly text: string; readonly kind: TextKind }
export type EncoderAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unusable'; readonly reason: string }
  | { readonly kind: 'vector'; readonly id: number; readonly vector: Int8Array }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string }

type Waiting = { readonly request: EncoderRequest; readonly settle: (vector: Int8Array | null) => void }

/**
 * Texts that the process has at a time: one that it works on, and the next. A question waits for no more than these.
 */
const maxSent = 2
/** A process that ends by itself is started again so many times. */
const maxRestarts = 3

/**
 * The encoder in a process of its own: its runtime ends the program that ends while it computes, and what goes wrong
 * in native code then takes the encoder alone. The process starts with the first text, at a low priority.
 * @param onNotice called once, with a whole sentence, when the encoder cannot be used
 * @param program what the process runs; for tests
 */
export const openEncoder = (
  onNotice: (notice: string) => void,
  program = new URL('./serve-encoder.ts', import.meta.url),
): Encoder => {
  let child: ChildProcess | null = null
  let isReady = false
  let restarts = 0
  let isOver = false
  let nextId = 0
  const waiting: Record<TextKind, Waiting[]> = { question: [], passage: [] }
  const sent = new Map<number, Waiting>()

  const giveUp = (reason: string | null): void => {
    if (isOver) return
    isOver = true
    if (reason !== null) onNotice(`Questions are answered by their words only: the sentence encoder ${reason}.`)
    for (const { settle } of [...sent.values(), ...waiting.question, ...waiting.passage]) settle(null)
    sent.clear()
    waiting.question.length = 0
    waiting.passage.length = 0
    child?.disconnect()
    child = null
  }

  const settleSent = (id: number, vector: Int8Array | null): void => {
    sent.get(id)?.settle(vector)
    sent.delete(id)
  }

  const onAnswer = (answer: EncoderAnswer): void => {
    if (answer.kind === 'unusable') giveUp(`did not start (${answer.reason})`)
    else {
      if (answer.kind === 'ready') isReady = true
      if (answer.kind === 'vector') settleSent(answer.id, answer.vector)
      // One text that cannot be encoded says nothing about others.
      if (answer.kind === 'failed') settleSent(answer.id, null)
      send()
    }
  }

  const start = (): void => {
    const started = forkModule(program)
    child = started
    isReady = false
    started.on('message', (answer) => {
      if (child === started) onAnswer(answer as EncoderAnswer)
    })
    started.on('error', (error) => {
      if (child === started) giveUp(`did not start (${error.message})`)
    })
    started.on('exit', (code, signal) => {
      if (child !== started) return
      child = null
      restarts++
      if (restarts > maxRestarts) return giveUp(`ended several times (${signal ?? `exit code ${code}`})`)
      // What it was working on may be why it ended: that is left out, the rest is tried again.
      for (const id of [...sent.keys()]) settleSent(id, null)
      send()
    })
  }

  const send = (): void => {
    if (isOver) return
    const hasWork = waiting.question.length + waiting.passage.length + sent.size > 0
    if (hasWork && child === null) start()
    // Only work keeps the program alive.
    if (hasWork) {
      child?.ref()
      child?.channel?.ref()
    } else {
      child?.unref()
      child?.channel?.unref()
    }
    while (isReady && child !== null && sent.size < maxSent) {
      const next = waiting.question.shift() ?? waiting.passage.shift()
      if (next === undefined) break
      sent.set(next.request.id, next)
      child.send(next.request)
    }
  }

  return {
    model: model.name,
    isUsable: () => !isOver,
    encode: (text, kind) =>
      isOver
        ? Promise.resolve(null)
        : new Promise((settle) => {
            waiting[kind].push({ request: { id: nextId++, text, kind }, settle })
            send()
          }),
    close: async () => giveUp(null),
  }
}
