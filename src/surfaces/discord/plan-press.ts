import type { MessageComponentInteraction, ModalSubmitInteraction } from 'discord.js'
import { givenFile } from './attachments.ts'
import { type Pressed, type Refused, readPressed } from './kept-reply.ts'
import { expiredMessage, noticeMessage, notYoursMessage } from './message/notice.ts'
import { answersThere, elsewhereLine, personOf } from './person.ts'
import { noticePlan, type Plan } from './plan.ts'
import { planFeedback, planNotify, planRephrase, planRephrased, questionField } from './replies/answer-actions.ts'
import { commandsWith } from './replies/buttons.ts'
import { planCopy, planShare } from './replies/copy-and-share.ts'
import { filesField, planFiles } from './replies/library-actions.ts'
import { planContext, planLonger, planMore, planOpen, planPage, planShorter } from './replies/navigation.ts'
import { planSetting } from './replies/settings-actions.ts'
import type { Services } from './services.ts'

const planRefused = ({ kind, t }: Refused): Plan =>
  noticePlan(t, kind, kind === 'expired' ? expiredMessage(t) : notYoursMessage(t))

/** Whether a reply can have such a button at all; if not, the custom id was made up. */
const isOffered = ({ action, kept: { request, isPrivate } }: Pressed): boolean =>
  commandsWith[action].includes(request.command) && (action !== 'share' || isPrivate)

const planAction = (pressed: Pressed, values: readonly string[], services: Services): Plan => {
  const expired: Refused = { kind: 'expired', t: pressed.t }
  if (!isOffered(pressed)) return planRefused(expired)
  switch (pressed.action) {
    case 'context': {
      const { given, nearest } = pressed.kept
      const quote = [...given, ...nearest][pressed.n]
      return quote === undefined ? planRefused(expired) : planContext(quote, pressed, services)
    }
    case 'more':
      return planMore(pressed, services)
    case 'copy':
      return planCopy(pressed, services)
    case 'share':
      return planShare(pressed, services)
    case 'helpful':
    case 'unhelpful':
      return planFeedback(pressed.action === 'helpful', pressed, services)
    case 'longer':
      return planLonger(pressed, services)
    case 'shorter':
      return planShorter(pressed, services)
    case 'go':
      return planPage(pressed, services)
    case 'open':
      return planOpen(values[0], pressed, services)
    case 'rephrase':
      return planRephrase(pressed)
    case 'tell-me':
      return planNotify(pressed, services)
    case 'set-answers':
    case 'set-channels':
    case 'set-quotes':
    case 'set-style':
    case 'set-language':
      return planSetting(pressed.action, values, pressed, services)
    case 'asked':
    case 'files':
      // A form's id, which no button has.
      return planRefused(expired)
  }
}

/** What is done about a button or a menu. */
export const planPress = async (interaction: MessageComponentInteraction, services: Services): Promise<Plan> => {
  const pressed = await readPressed(interaction.customId, personOf(interaction), services)
  if ('kind' in pressed) return planRefused(pressed)
  return planAction(pressed, interaction.isAnySelectMenu() ? interaction.values : [], services)
}

/** What is done about a form that was sent. */
export const planForm = async (interaction: ModalSubmitInteraction, services: Services): Promise<Plan> => {
  const pressed = await readPressed(interaction.customId, personOf(interaction), services)
  if ('kind' in pressed) return planRefused(pressed)
  const { action, person, t } = pressed
  if (action === 'files' && isOffered(pressed)) {
    const files = [...(interaction.fields.getUploadedFiles(filesField)?.values() ?? [])]
    return planFiles(files.map(givenFile), pressed, services)
  }
  if (action !== 'asked') return planRefused({ kind: 'expired', t })
  const settings = await services.settings.of(person.guild)
  if (!answersThere(person, settings)) return noticePlan(t, action, noticeMessage(elsewhereLine(settings, t)))
  return planRephrased(interaction.fields.getTextInputValue(questionField), pressed, services)
}
