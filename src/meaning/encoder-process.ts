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

type Waiting = {
  readonly request: EncoderRequest
  readonly settle: (vector: Int8Array | null) => void
  /** How often the process ended while it worked on this text. */
  deaths: number
}

/**
 * Texts that the process has at a time: one that it works on, and the next. A question waits for no more than these.
 */
const maxSent = 2
/** A process that ends by itself is started again so many times without having encoded anything. */
const maxRestarts = 3
/** A text on which it ends more often is left out. */
const maxDeaths = 1
/** Milliseconds without an answer after which a process that has texts is ended: it hangs. */
const maxSilence = 60_000

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
  let silence: NodeJS.Timeout | undefined

  const giveUp = (reason: string | null): void => {
    if (isOver) return
    isOver = true
    clearTimeout(silence)
    if (reason !== null) onNotice(`Questions are answered by their words only: the sentence encoder ${reason}.`)
    for (const { settle } of [...sent.values(), ...waiting.question, ...waiting.passage]) settle(null)
    sent.clear()
    waiting.question.length = 0
    waiting.passage.length = 0
    if (child?.connected) child.disconnect()
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
      if (answer.kind === 'vector') {
        restarts = 0
        settleSent(answer.id, answer.vector)
      }
      // One text that cannot be encoded says nothing about others.
      if (answer.kind === 'failed') settleSent(answer.id, null)
      send()
    }
  }

  /** Puts what the process had first in the queue again; the first of it may be why it ended. */
  const takeBack = (): void => {
    const [underWay] = sent.values()
    if (underWay) underWay.deaths++
    for (const each of [...sent.values()].reverse())
      if (each.deaths > maxDeaths) each.settle(null)
      else waiting[each.request.kind].unshift(each)
    sent.clear()
  }

  const start = (): void => {
    let started: ChildProcess
    try {
      started = forkModule(program)
    } catch (error) {
      giveUp(`did not start (${(error as Error).message})`)
      return
    }
    child = started
    isReady = false
    started.on('message', (answer) => {
      if (child === started) onAnswer(answer as EncoderAnswer)
    })
    started.on('error', (error) => {
      // One that has started ends as well, if this matters.
      if (child === started && started.pid === undefined) giveUp(`did not start (${error.message})`)
    })
    started.on('exit', (code, signal) => {
      if (child !== started) return
      child = null
      restarts++
      if (restarts > maxRestarts) return giveUp(`ended several times (${signal ?? `exit code ${code}`})`)
      takeBack()
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
      // What cannot be sent any more comes back with the end of the process.
      child.send(next.request, () => {})
    }
    clearTimeout(silence)
    if (sent.size > 0) silence = setTimeout(() => child?.kill('SIGKILL'), maxSilence).unref()
  }

  return {
    model: model.name,
    isUsable: () => !isOver,
    encode: (text, kind) =>
      isOver
        ? Promise.resolve(null)
        : new Promise((settle) => {
            const request = { id: nextId++, text: text.slice(0, model.maxCharacters), kind }
            waiting[kind].push({ request, settle, deaths: 0 })
            send()
          }),
    close: async () => giveUp(null),
  }
}
