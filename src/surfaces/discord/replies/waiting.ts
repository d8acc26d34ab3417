import { randomBytes } from 'node:crypto'
import { QuothError } from '../../../domain/error.ts'
import { msg } from '../../../domain/message.ts'
import { noticeMessage } from '../message/notice.ts'
import type { Plan } from '../plan.ts'
import type { Serving } from '../serving.ts'
import type { Pressed } from './pressed.ts'

/** Questions that one person may wait for at once. */
const mostWaiting = 25

/** Keeps a question that the library does not answer, to tell the asker when it does. */
export const planTellMe = (pressed: Pressed, serving: Serving): Plan => ({
  t: pressed.t,
  label: pressed.action,
  acknowledge: 'private',
  work: async () => {
    const { kept, person, t } = pressed
    const isPrivate = pressed.isPrivate || person.guild === null
    const { question, source } = kept.request.args
    if (typeof question !== 'string') throw new QuothError('bad-argument', msg`Only a question can be waited for.`)
    const named = typeof source === 'string' ? await serving.libraryOf(person.guild).source(source) : null
    const outcome = await serving.state.waiting.add(
      {
        // Discord takes 25 characters to know a message by that is sent twice.
        id: randomBytes(12).toString('base64url'),
        user: person.user,
        guild: person.guild,
        channel: person.channel,
        question,
        ...(kept.request.earlier === undefined ? {} : { earlier: kept.request.earlier.map(({ text }) => text) }),
        source: named?.source.id ?? null,
        isPrivate,
        language: isPrivate ? t.language : kept.language,
        at: serving.now(),
      },
      mostWaiting,
    )
    switch (outcome) {
      case 'added':
        return {
          outcome: 'answered',
          message: noticeMessage(
            isPrivate
              ? t`You will get a direct message, once, when the library has an answer.`
              : t`You will be told here, once, when the library has an answer.`,
          ),
        }
      case 'known':
        return { outcome: 'answered', message: noticeMessage(t`You are waiting for this already.`) }
      case 'too-many':
        throw new QuothError(
          'too-many-questions',
          msg`You are waiting for ${mostWaiting} questions already. You will be told as the library answers them.`,
        )
    }
  },
})
