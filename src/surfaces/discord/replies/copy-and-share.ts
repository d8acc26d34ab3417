import { QuothError } from '../../../domain/error.ts'
import { msg } from '../../../domain/message.ts'
import { quotesGivenBy } from '../../../domain/reply-facts.ts'
import { type KeptReply, type Pressed, present, showReply } from '../kept-reply.ts'
import { fileMessage, noticeMessage } from '../message/notice.ts'
import { answersThere, readerOf, translatorTo } from '../person.ts'
import type { Plan } from '../plan.ts'
import { acceptRequest, rerunRequest, withPrivacy } from '../request.ts'
import type { Services } from '../services.ts'

/** The quotes of a reply as a file: their words unescaped, each with its citation. */
export const planCopy = (pressed: Pressed, services: Services): Plan => ({
  t: pressed.t,
  label: pressed.action,
  acknowledge: 'private',
  work: async () => {
    const { kept, person, t } = pressed
    const quoth = await services.libraryOf(readerOf(person, await services.settings.of(person.guild), true))
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

const areSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, place) => id === b[place])

/** Why a reply is not shared that has other quotes for everybody. @param own its quotes for the asker, as of now */
const notShared = (own: readonly string[], { given: before, request }: KeptReply): QuothError => {
  if (request.earlier?.some(({ isPrivate }) => isPrivate))
    return new QuothError(
      'bad-argument',
      msg`Not shared: this answer builds on a question you asked privately. Ask the whole question again and share that answer.`,
    )
  if (areSame(own, before))
    return new QuothError(
      'forbidden',
      msg`Not shared: not everyone in this channel may see the sources of this answer.`,
    )
  return new QuothError('unknown-quote', msg`Not shared: the library has changed since this answer. Please ask again.`)
}

/**
 * Shows a private reply to the whole channel, once. It is made again without the questions that the asker asked
 * privately before it: if that changes it, the asker is told instead.
 */
export const planShare = (pressed: Pressed, services: Services): Plan => ({
  t: pressed.t,
  label: pressed.action,
  acknowledge: 'change',
  work: async () => {
    const { kept, person, reply: pressedReply, t } = pressed
    const { state } = services
    const settings = await services.settings.of(person.guild)
    if (person.guild === null || !answersThere(person, settings))
      throw new QuothError('bad-argument', msg`Not shared: Quoth no longer answers in this channel.`)
    if (!person.maySend) throw new QuothError('forbidden', msg`Not shared: you may not write in this channel.`)
    const original = acceptRequest(kept.request, person, services)
    const shared = withPrivacy(original, false)
    const reply = await rerunRequest(shared, { person, settings, isPrivate: false }, services)
    const ownAgain = () => rerunRequest(original, { person, settings, isPrivate: true }, services)
    if (!areSame(quotesGivenBy(reply), kept.given)) throw notShared(quotesGivenBy(await ownAgain()), kept)
    // The asker's own reply names the earlier questions that it was read with.
    const own = kept.request.earlier === undefined ? reply : await ownAgain()
    if (!(await state.replies.mark(pressedReply.id, pressed.action)))
      return {
        outcome: 'refused',
        beside: { message: noticeMessage(t`This has already been shared.`), isPrivate: true },
      }
    const { language: publicLanguage } = translatorTo(person, settings, false)
    const inPublic = { request: shared.request, isPrivate: false, style: settings.style, language: publicLanguage }
    const { message } = await showReply(reply, inPublic, person, services)
    if (message === undefined) throw new Error('a reply was shown without a message')
    const { request, style, language } = kept
    const withoutShare = { request, isPrivate: true, style, language, done: new Set(['share'] as const) }
    return {
      outcome: 'answered',
      message: await present(own, withoutShare, person, services),
      beside: { message, isPrivate: false, undo: () => state.replies.unmark(pressedReply.id, pressed.action) },
    }
  },
})
