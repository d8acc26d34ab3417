import { expectedErrorMessage } from '../message/notice.ts'
import { textForm } from '../message/text-form.ts'
import { type Plan, saying } from '../plan.ts'
import { refusalFor, replyFor, shown } from '../reply-to.ts'
import { asPrivateAs } from '../request.ts'
import type { Serving } from '../serving.ts'
import { customId } from './buttons.ts'
import type { Pressed } from './pressed.ts'

/** The name of the form's field. */
export const questionField = 'question'
/** Characters that Discord takes of a question: those of `/ask`. */
const longestQuestion = 1000

/** Opens a form with the question in it, to be asked in other words. */
export const planRephrase = ({ kept, reply, say, deed }: Pressed): Plan => {
  const { question } = kept.request.args
  return {
    say,
    label: deed,
    acknowledge: 'form',
    form: textForm({
      id: customId({ deed: 'asked', reply: reply.id, n: 0 }),
      title: say`Ask in other words`,
      field: questionField,
      label: say`Your question`,
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
  const refusal = refusalFor(again, person, serving)
  if (refusal !== null) return saying(pressed.say, pressed.deed, expectedErrorMessage(pressed.say, refusal))
  return {
    say: pressed.say,
    label: pressed.deed,
    question,
    acknowledge: isPrivate ? 'private' : 'public',
    work: async () => {
      const settings = await serving.settings.of(person.guild)
      const reply = await replyFor(again, person, settings, serving)
      const { language } = isPrivate ? pressed.say : kept
      return shown(reply, { request: again, isPrivate, style: settings.style, language }, person, serving)
    },
  }
}
