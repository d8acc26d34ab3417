import { QuothError } from '../../../domain/error.ts'
import { msg } from '../../../domain/message.ts'
import { noticeMessage } from '../message/notice.ts'
import type { Plan } from '../plan.ts'
import type { Serving } from '../serving.ts'
import type { Pressed } from './pressed.ts'

/** Keeps whether the asker found an answer helpful: a judgement for whoever measures how good the answers are. */
export const planJudgement = (isHelpful: boolean, pressed: Pressed, serving: Serving): Plan => ({
  t: pressed.t,
  label: pressed.action,
  acknowledge: 'private',
  work: async () => {
    const { kept, person, reply, t } = pressed
    const quoth = serving.libraryOf(person.guild)
    const { question, source } = kept.request.args
    if (typeof question !== 'string') throw new QuothError('bad-argument', msg`Only answers can be judged.`)
    const quotes = await Promise.all(
      kept.given.map(async (id) => {
        const { quote } = await quoth.cite(id)
        return { id, source: quote.source, exact: quote.exact }
      }),
    )
    const named = typeof source === 'string' ? (await quoth.source(source)).source.id : null
    await serving.state.feedback.put({
      reply: reply.id,
      guild: person.guild,
      question,
      source: named,
      quotes,
      ...(kept.request.earlier === undefined ? {} : { earlier: kept.request.earlier.map(({ text }) => text) }),
      isHelpful,
      at: serving.now(),
    })
    const thanks = isHelpful
      ? t`Noted as helpful. Thank you: whoever runs Quoth measures its answers by this.`
      : t`Noted as not helpful. Thank you: whoever runs Quoth measures its answers by this.`
    return { outcome: 'answered', message: noticeMessage(thanks) }
  },
})
