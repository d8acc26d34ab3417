import { expectedErrorMessage } from '../message/notice.ts'
import { textForm } from '../message/text-form.ts'
import { noticePlan, type Plan } from '../plan.ts'
import { replyFor, showReply, tryTakeToken } from '../reply-to.ts'
import { asPrivateAs } from '../request.ts'
import type { Serving } from '../serving.ts'
import { customId } from './buttons.ts'
import type { Pressed } from './pressed.ts'

/** The name of the form's field. */
export const questionField = 'question'
/** Characters that Discord takes of a question: those of `/ask`. */
const longestQuestion = 1000

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
      longest: longestQuestion,
      value: typeof question === 'string' ? question : '',
    }),
  }
}

/** Asks what the form says as the question before was asked: of its source, after the same ones, for no more eyes. */
export const planAsked = (question: string, pressed: Pressed, serving: Serving): Plan => {
  const { kept, person, isPrivate } = pressed
  const { request } = kept
  const rephrased = { ...request, earlier: request.earlier ?? [], args: { ...request.args, question }, skip: 0 }
  const again = asPrivateAs(isPrivate, rephrased, serving.commands)
  const refusal = tryTakeToken(again, person, serving)
  if (refusal !== null) return noticePlan(pressed.t, pressed.action, expectedErrorMessage(pressed.t, refusal))
  return {
    t: pressed.t,
    label: pressed.action,
    question,
    acknowledge: isPrivate ? 'private' : 'public',
    work: async () => {
      const settings = await serving.settings.of(person.guild)
      const reply = await replyFor(again, person, settings, serving)
      const { language } = isPrivate ? pressed.t : kept
      return showReply(reply, { request: again, isPrivate, style: settings.style, language }, person, serving)
    },
  }
}
