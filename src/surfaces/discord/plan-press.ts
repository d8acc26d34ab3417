import type { MessageComponentInteraction, ModalSubmitInteraction } from 'discord.js'
import { expiredMessage, noticeMessage, notYoursMessage } from './message/notice.ts'
import { personOf } from './person.ts'
import { noticePlan, type Plan } from './plan.ts'
import type { ButtonAction } from './replies/buttons.ts'
import { planExport, planShare } from './replies/export.ts'
import { planJudgement } from './replies/judging.ts'
import { planContext, planGo, planLonger, planMore, planOpen, planShorter } from './replies/looking.ts'
import { type Pressed, type Refused, readPressed } from './replies/pressed.ts'
import { planAsked, planRephrase, questionField } from './replies/rephrasing.ts'
import { planSetting } from './replies/setting.ts'
import { planTellMe } from './replies/waiting.ts'
import { answersThere, elsewhereLine, type Serving } from './serving.ts'

const planRefused = ({ kind, t }: Refused): Plan =>
  noticePlan(t, kind, kind === 'expired' ? expiredMessage(t) : notYoursMessage(t))

/** The commands whose replies have a deed, where not all have it. */
export const commandsWith: Partial<Readonly<Record<ButtonAction, readonly string[]>>> = {
  context: ['ask', 'find-sources', 'check-quotes'],
  copy: ['ask', 'summarise', 'find-sources', 'check-quotes'],
  share: ['ask', 'summarise', 'find-sources', 'check-quotes'],
  more: ['ask'],
  helpful: ['ask'],
  unhelpful: ['ask'],
  rephrase: ['ask'],
  'tell-me': ['ask'],
  longer: ['summarise'],
  shorter: ['summarise'],
  go: ['context', 'sources'],
  'set-answers': ['settings'],
  'set-channels': ['settings'],
  'set-quotes': ['settings'],
  'set-style': ['settings'],
  'set-language': ['settings'],
}

/** Whether a reply can have such a button at all; another one was made up. */
const isOffered = ({ action, kept: { request, isPrivate } }: Pressed): boolean =>
  (commandsWith[action]?.includes(request.command) ?? true) && (action !== 'share' || isPrivate)

const planDeed = (pressed: Pressed, values: readonly string[], serving: Serving): Plan => {
  const expired: Refused = { kind: 'expired', t: pressed.t }
  if (!isOffered(pressed)) return planRefused(expired)
  switch (pressed.action) {
    case 'context': {
      const quote = pressed.kept.given[pressed.n]
      return quote === undefined ? planRefused(expired) : planContext(quote, pressed, serving)
    }
    case 'more':
      return planMore(pressed, serving)
    case 'copy':
      return planExport(pressed, serving)
    case 'share':
      return planShare(pressed, serving)
    case 'helpful':
    case 'unhelpful':
      return planJudgement(pressed.action === 'helpful', pressed, serving)
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
      return planSetting(pressed.action, values, pressed, serving)
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
  const { action, person, t } = pressed
  if (action !== 'asked') return planRefused({ kind: 'expired', t })
  const settings = await serving.settings.of(person.guild)
  if (!answersThere(person, settings)) return noticePlan(t, action, noticeMessage(elsewhereLine(settings, t)))
  return planAsked(interaction.fields.getTextInputValue(questionField), pressed, serving)
}
