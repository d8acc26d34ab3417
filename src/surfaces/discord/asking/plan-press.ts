import type { MessageComponentInteraction, ModalSubmitInteraction } from 'discord.js'
import { planJudgement } from '../acting/judging.ts'
import { planContext, planGo, planLonger, planMore, planOpen, planShorter } from '../acting/looking.ts'
import { type Pressed, type Refused, readPressed } from '../acting/pressed.ts'
import { planAsked, planRephrase, questionField } from '../acting/rephrasing.ts'
import type { Serving } from '../acting/serving.ts'
import { planSetting } from '../acting/setting.ts'
import { planCopy, planShare } from '../acting/taking-along.ts'
import { planTellMe } from '../acting/waiting.ts'
import { expiredMessage, notYoursMessage } from '../messages/notice.ts'
import { personOf } from './person.ts'
import { type Plan, saying } from './plan.ts'

const planRefused = ({ kind, say }: Refused): Plan =>
  saying(say, kind, kind === 'expired' ? expiredMessage(say) : notYoursMessage(say))

const planDeed = (pressed: Pressed, values: readonly string[], serving: Serving): Plan => {
  const expired: Refused = { kind: 'expired', say: pressed.say }
  switch (pressed.deed) {
    case 'context': {
      const quote = pressed.kept.given[pressed.n]
      return quote === undefined ? planRefused(expired) : planContext(quote, pressed, serving)
    }
    case 'more':
      return planMore(pressed, serving)
    case 'copy':
      return planCopy(pressed, serving)
    case 'share':
      return planShare(pressed, serving)
    case 'helpful':
    case 'unhelpful':
      return planJudgement(pressed.deed === 'helpful', pressed, serving)
    case 'longer':
      return planLonger(pressed, serving)
    case 'shorter':
      return planShorter(pressed, serving)
    case 'go':
      return planGo(pressed, serving)
    case 'open':
      return planOpen(values[0], pressed, serving)
    case 'rephrase':
      return planRephrase(pressed)
    case 'tell-me':
      return planTellMe(pressed, serving)
    case 'set-answers':
    case 'set-channels':
    case 'set-quotes':
    case 'set-style':
    case 'set-language':
      return planSetting(values, pressed, serving)
    case 'asked':
      // The id of a form, which no button has.
      return planRefused(expired)
  }
}

/** What is done about a button or a menu. */
export const planPress = async (interaction: MessageComponentInteraction, serving: Serving): Promise<Plan> => {
  const pressed = await readPressed(interaction.customId, personOf(interaction), serving)
  if ('kind' in pressed) return planRefused(pressed)
  return planDeed(pressed, interaction.isAnySelectMenu() ? interaction.values : [], serving)
}

/** What is done about a form that was sent. */
export const planForm = async (interaction: ModalSubmitInteraction, serving: Serving): Promise<Plan> => {
  const pressed = await readPressed(interaction.customId, personOf(interaction), serving)
  if ('kind' in pressed) return planRefused(pressed)
  if (pressed.deed !== 'asked') return planRefused({ kind: 'expired', say: pressed.say })
  return planAsked(interaction.fields.getTextInputValue(questionField), pressed, serving)
}
