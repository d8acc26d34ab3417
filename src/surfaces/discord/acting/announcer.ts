import { setImmediate as turn } from 'node:timers/promises'
import type { REST } from 'discord.js'
import type { Answer } from '../../../domain/answer.ts'
import { QuothError } from '../../../domain/error.ts'
import type { Waiting } from '../../../state/port.ts'
import type { Serving } from '../serving/serving.ts'
import { createTeller } from './teller.ts'

/** Milliseconds after a change of the library until questions are asked again: changes come in swarms, some of which last. */
const settled = 2000
const longestSwarm = 60_000
/** Milliseconds until what could not be sent is tried again. */
const againAfter = 5 * 60_000

/** Tells those who wait for an answer when the library has one. */
export type Announcer = {
  /** The library has changed, or may have: what is waited for is asked again, soon. */
  libraryChanged(): void
  /** Resolves when nothing is being sent any more. */
  close(): Promise<void>
}

/** @param rest carries the bot's token: these messages answer no interaction */
export const createAnnouncer = (serving: Serving, rest: REST, signal: AbortSignal): Announcer => {
  const { state, log } = serving
  const tell = createTeller(serving, rest, signal)
  let timer: NodeJS.Timeout | undefined
  /** When the check that is waited for comes at the latest, on the clock of `performance.now()`. */
  let latest = Number.POSITIVE_INFINITY
  let isQueued = false
  let running: Promise<void> = Promise.resolve()
  let isClosing = false
  /** Those who were told and are still on the list, which could not be written: nobody is told twice. */
  const told = new Set<string>()

  /** What the library says now; null where it is as silent as before. */
  const answerTo = async ({ guild, question, source, earlier, isPrivate }: Waiting): Promise<Answer | null> => {
    try {
      const options = { source: source ?? undefined, isPrivate, earlier: earlier?.map((text) => ({ text, isPrivate })) }
      const answer = await serving.libraryOf(guild).ask(question, options)
      return answer.kind === 'quoted' ? answer : null
    } catch (error) {
      // Its one source is not there, and may come back.
      if (error instanceof QuothError) return null
      throw error
    }
  }

  /** Tells one who waits, where there is an answer or nobody to be told, and takes them off the list. */
  const serve = async (waiting: Waiting): Promise<void> => {
    const { id, guild } = waiting
    if (!told.has(id)) {
      const answer = await answerTo(waiting)
      if (answer === null) return
      if (await tell(waiting, answer)) log.info({ waiting: id, guild }, 'Told somebody who waited for an answer')
      else log.warn({ waiting: id, guild }, 'Nobody can be told of an answer that was waited for')
      told.add(id)
    }
    await state.waiting.remove(id)
    told.delete(id)
  }

  const check = async (): Promise<void> => {
    for (const waiting of await state.waiting.list()) {
      if (isClosing) return
      await turn()
      try {
        await serve(waiting)
      } catch (error) {
        log.error(
          { err: error, waiting: waiting.id },
          'Who waits for an answer could not be served; trying again later',
        )
        checkIn(againAfter)
      }
    }
  }

  const checkNow = (): void => {
    latest = Number.POSITIVE_INFINITY
    if (isQueued) return
    isQueued = true
    running = running
      .then(() => {
        isQueued = false
        return check()
      })
      .catch((error: unknown) => log.error({ err: error }, 'What people wait for could not be looked at'))
  }

  /** Checks once nobody has called this for `milliseconds`, and after `atMost` at the latest. */
  const checkIn = (milliseconds: number, atMost = milliseconds): void => {
    if (isClosing) return
    const now = performance.now()
    latest = Math.min(latest, now + atMost)
    clearTimeout(timer)
    timer = setTimeout(checkNow, Math.min(milliseconds, latest - now)).unref()
  }

  return {
    libraryChanged: () => checkIn(settled, longestSwarm),
    async close() {
      isClosing = true
      clearTimeout(timer)
      await running
    },
  }
}
