import { QuothError } from '../../../domain/error.ts'
import { msg } from '../../../domain/message.ts'
import { quotesGivenBy } from '../../../domain/reply-facts.ts'
import type { KeptReply } from '../kept-reply.ts'
import { fileMessage, noticeMessage } from '../message/notice.ts'
import type { Plan } from '../plan.ts'
import { present, rerunReply, showReply, takeToken } from '../reply-to.ts'
import { asPrivateAs } from '../request.ts'
import { answersThere, type Serving, translatorTo } from '../serving.ts'
import type { Pressed } from './pressed.ts'

/** The quotes of a reply as a file: their words unescaped, each with its citation. */
export const planExport = (pressed: Pressed, serving: Serving): Plan => ({
  t: pressed.t,
  label: pressed.action,
  acknowledge: 'private',
  work: async () => {
    const { kept, person, t } = pressed
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
      message: fileMessage(t`The quotes as text, with their citations:`, text),
    }
  },
})

/** @throws QuothError where a reply that was made again for all has not the quotes that it had for the asker */
const checkUnchanged = (given: readonly string[], { given: before, request }: KeptReply): void => {
  if (given.length === before.length && given.every((id, place) => id === before[place])) return
  if (request.earlier?.some(({ isPrivate }) => isPrivate))
    throw new QuothError(
      'bad-argument',
      msg`This was read with a question that you asked in private, so it was not shared. Ask in full, and share that.`,
    )
  throw new QuothError(
    'unknown-quote',
    msg`The library has changed since this was quoted, so nothing was shared. Please ask again.`,
  )
}

/**
 * Shows a private reply to the whole channel, once. It is made again for those who read there, without what the asker
 * asked in private before it: where it does not come out as it was, the asker is told instead.
 */
export const planShare = (pressed: Pressed, serving: Serving): Plan => ({
  t: pressed.t,
  label: pressed.action,
  acknowledge: 'change',
  work: async () => {
    const { kept, person, reply: pressedReply, t } = pressed
    const { state } = serving
    const settings = await serving.settings.of(person.guild)
    if (person.guild === null || !answersThere(person, settings))
      throw new QuothError('bad-argument', msg`Quoth does not answer in this channel any more, so nothing was shared.`)
    takeToken(kept.request, person, serving)
    const toAll = asPrivateAs(false, kept.request, serving.commands)
    const reply = await rerunReply(toAll, person, settings, serving)
    checkUnchanged(quotesGivenBy(reply), kept)
    // The asker's own says what it was read with.
    const own = kept.request.earlier === undefined ? reply : await rerunReply(kept.request, person, settings, serving)
    if (!(await state.replies.mark(pressedReply.id, pressed.action)))
      return {
        outcome: 'refused',
        beside: { message: noticeMessage(t`This is shared already.`), isPrivate: true },
      }
    const { language: theirs } = translatorTo(person, settings, false)
    const open = { request: toAll, isPrivate: false, style: settings.style, language: theirs }
    const { message } = await showReply(reply, open, person, serving)
    if (message === undefined) throw new Error('a reply was shown without a message')
    const { request, style, language } = kept
    const without = { request, isPrivate: true, style, language, done: new Set(['share'] as const) }
    return {
      outcome: 'answered',
      message: await present(own, without, person, serving),
      beside: { message, isPrivate: false, undo: () => state.replies.unmark(pressedReply.id, pressed.action) },
    }
  },
})
