import { QuothError } from '../../../domain/error.ts'
import { said } from '../../../domain/said.ts'
import { fileMessage, noticeMessage } from '../messages/notice.ts'
import { givenBy } from '../serving/kept-reply.ts'
import type { Plan } from '../serving/plan.ts'
import { present } from '../serving/present.ts'
import { admit, replyFor, shown } from '../serving/reply-to.ts'
import { asPrivateAs } from '../serving/request.ts'
import { answersThere, type Serving, sayTo } from '../serving/serving.ts'
import type { Pressed } from './pressed.ts'

/** The quotes of a reply as a file: their words unescaped, each with its citation. */
export const planCopy = (pressed: Pressed, serving: Serving): Plan => ({
  say: pressed.say,
  label: pressed.deed,
  acknowledge: 'private',
  work: async () => {
    const { kept, person, say } = pressed
    const quoth = serving.libraryOf(person.guild)
    const parts = await Promise.all(
      kept.given.map(async (id) => {
        const { quote, citation } = await quoth.cite(id)
        return `${quote.exact}\n\n${citation.text} (${citation.id})\n`
      }),
    )
    const text = parts.join('\n\n')
    return {
      outcome: 'answered',
      message: fileMessage(say`The quotes as text, with their citations:`, text),
    }
  },
})

/**
 * Shows a private reply to the whole channel, once. It is made again for those who read there: where it does not come out as
 * it was, the asker is told instead.
 */
export const planShare = (pressed: Pressed, serving: Serving): Plan => ({
  say: pressed.say,
  label: pressed.deed,
  acknowledge: 'change',
  work: async () => {
    const { kept, person, reply: pressedReply, say } = pressed
    const { state } = serving
    const settings = await serving.settings.of(person.guild)
    if (person.guild === null || !answersThere(person, settings))
      throw new QuothError('bad-argument', said`Quoth does not answer in this channel any more, so nothing was shared.`)
    admit(kept.request, person, serving)
    const reply = await replyFor(kept.request, person, settings, serving)
    const now = givenBy(reply)
    if (now.length !== kept.given.length || now.some((id, place) => id !== kept.given[place]))
      throw new QuothError(
        'unknown-quote',
        said`The library has changed since this was quoted, so nothing was shared. Please ask again.`,
      )
    if (!(await state.replies.mark(pressedReply.id, pressed.deed)))
      return {
        outcome: 'refused',
        beside: { message: noticeMessage(say`This is shared already.`), isPrivate: true },
      }
    const { request } = kept
    const toAll = {
      request: asPrivateAs(false, request, serving.commands),
      isPrivate: false,
      style: settings.style,
      language: sayTo(person, settings, false).language,
    }
    const { message } = await shown(reply, toAll, person, serving)
    if (message === undefined) throw new Error('a reply was shown without a message')
    const { style, language } = kept
    const without = { request, isPrivate: true, style, language, done: new Set(['share'] as const) }
    return {
      outcome: 'answered',
      message: await present(reply, without, person, serving),
      beside: { message, isPrivate: false, undo: () => state.replies.unmark(pressedReply.id, pressed.deed) },
    }
  },
})
