import { randomBytes } from 'node:crypto'
import { QuothError } from '../../../domain/error.ts'
import { msg } from '../../../domain/message.ts'
import { type Pressed, showReply } from '../kept-reply.ts'
import { textForm } from '../message/form.ts'
import { expectedErrorMessage, noticeMessage } from '../message/notice.ts'
import { readerOf } from '../person.ts'
import { noticePlan, type Plan } from '../plan.ts'
import { runRequest, tryAcceptRequest, withPrivacy } from '../request.ts'
import type { Services } from '../services.ts'
import { customId } from './buttons.ts'

/** What an answer was asked with. @throws QuothError `bad-argument` for another reply than an answer */
const questionOf = ({ kept: { request } }: Pressed) => {
  const { question, source } = request.args
  if (typeof question !== 'string')
    throw new QuothError('bad-argument', msg`This works only on the answer to a question.`)
  return {
    question,
    source: typeof source === 'string' ? source : null,
    ...(request.earlier === undefined ? {} : { earlier: request.earlier.map(({ text }) => text) }),
  }
}

/** Records whether the asker found an answer helpful: feedback for whoever measures how good the answers are. */
export const planFeedback = (isHelpful: boolean, pressed: Pressed, services: Services): Plan => ({
  t: pressed.t,
  label: pressed.action,
  acknowledge: 'private',
  work: async () => {
    const { kept, person, reply, t } = pressed
    const quoth = await services.libraryOf(readerOf(person, await services.settings.of(person.guild), true))
    const { source, ...asked } = questionOf(pressed)
    const quotes = await Promise.all(
      kept.given.map(async (id) => {
        const { quote } = await quoth.cite(id)
        return { id, source: quote.source, exact: quote.exact }
      }),
    )
    await services.state.feedback.put({
      ...asked,
      reply: reply.id,
      guild: person.guild,
      source: source === null ? null : (await quoth.source(source)).source.id,
      quotes,
      isHelpful,
      at: services.now(),
      person: person.user,
    })
    const thanks = isHelpful
      ? t`Marked as helpful. Thank you! Whoever runs Quoth uses this to measure its answers.`
      : t`Marked as not helpful. Thank you! Whoever runs Quoth uses this to measure its answers.`
    return { outcome: 'answered', message: noticeMessage(thanks) }
  },
})

/** The name of the form's field. */
export const questionField = 'question'
/** Characters that Discord takes of a question: those of `/ask`. */
const maxQuestion = 1000

/** Opens a form with the question in it, to be asked in other words. */
export const planRephrase = ({ kept, reply, t, action }: Pressed): Plan => {
  const { question } = kept.request.args
  return {
    t,
    label: action,
    acknowledge: 'form',
    form: textForm({
      id: customId({ action: 'asked', reply: reply.id, n: 0 }),
      title: t`Ask in other words`,
      field: questionField,
      label: t`Your question`,
      maxLength: maxQuestion,
      value: typeof question === 'string' ? question : '',
    }),
  }
}

/**
 * Asks the question of the form as the one before was asked: of the same source, after the same questions, no less
 * private.
 */
export const planRephrased = (question: string, pressed: Pressed, services: Services): Plan => {
  const { kept, person, isPrivate, t } = pressed
  const { request } = kept
  const rephrased = { ...request, earlier: request.earlier ?? [], args: { ...request.args, question }, skip: 0 }
  const accepted = tryAcceptRequest(rephrased, person, services)
  if (accepted instanceof QuothError) return noticePlan(t, pressed.action, expectedErrorMessage(t, accepted))
  return {
    t,
    label: pressed.action,
    question,
    acknowledge: isPrivate ? 'private' : 'public',
    work: async () => {
      const checked = withPrivacy(accepted, isPrivate)
      const settings = await services.settings.of(person.guild)
      const reply = await runRequest(checked, { person, settings, isPrivate }, services)
      const { language } = isPrivate ? t : kept
      const presentation = { isPrivate, style: settings.style, language }
      return showReply(reply, { request: checked.request, ...presentation }, person, services)
    },
  }
}

/** Questions that one person may wait for at once. */
const maxWaiting = 25

/** Remembers a question that the library does not answer, to notify the asker when it does. */
export const planNotify = (pressed: Pressed, services: Services): Plan => ({
  t: pressed.t,
  label: pressed.action,
  acknowledge: 'private',
  work: async () => {
    const { kept, person, t } = pressed
    const isPrivate = pressed.isPrivate || person.guild === null
    const { source, ...asked } = questionOf(pressed)
    const reader = readerOf(person, await services.settings.of(person.guild), isPrivate)
    const named = source === null ? null : await (await services.libraryOf(reader)).source(source)
    const outcome = await services.state.waiting.add(
      {
        ...asked,
        // Also the message's nonce, of at most 25 characters, by which Discord recognises one that is sent twice.
        id: randomBytes(12).toString('base64url'),
        user: person.user,
        guild: person.guild,
        channel: person.channel,
        source: named?.source.id ?? null,
        isPrivate,
        language: isPrivate ? t.language : kept.language,
        at: services.now(),
      },
      maxWaiting,
    )
    switch (outcome) {
      case 'added':
        return {
          outcome: 'answered',
          message: noticeMessage(
            isPrivate
              ? t`You’ll get one direct message when the library has an answer.`
              : t`You’ll get one message here when the library has an answer.`,
          ),
        }
      case 'known':
        return { outcome: 'answered', message: noticeMessage(t`You’re already waiting for this.`) }
      case 'too-many':
        throw new QuothError(
          'too-many-questions',
          msg`You’re already waiting for ${maxWaiting} questions. You’ll be notified as the library answers them.`,
        )
    }
  },
})
