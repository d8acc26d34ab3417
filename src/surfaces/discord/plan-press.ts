import type { MessageComponentInteraction, ModalSubmitInteraction } from 'discord.js'
import { expiredMessage, noticeMessage, notYoursMessage } from './message/notice.ts'
import { personOf } from './person.ts'
import { type Plan, saying } from './plan.ts'
import type { Deed } from './replies/buttons.ts'
import { planJudgement } from './replies/judging.ts'
import { planContext, planGo, planLonger, planMore, planOpen, planShorter } from './replies/looking.ts'
import { type Pressed, type Refused, readPressed } from './replies/pressed.ts'
import { planAsked, planRephrase, questionField } from './replies/rephrasing.ts'
import { planSetting } from './replies/setting.ts'
import { planCopy, planShare } from './replies/taking-along.ts'
import { planTellMe } from './replies/waiting.ts'
import { answersThere, elsewhereLine, type Serving } from './serving.ts'

const planRefused = ({ kind, say }: Refused): Plan =>
  saying(say, kind, kind === 'expired' ? expiredMessage(say) : notYoursMessage(say))

/** The commands whose replies have a deed, where not all have it. */
export const commandsWith: Partial<Readonly<Record<Deed, readonly string[]>>> = {
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
const isOffered = ({ deed, kept: { request, isPrivate } }: Pressed): boolean =>
  (commandsWith[deed]?.includes(request.command) ?? true) && (deed !== 'share' || isPrivate)

const planDeed = (pressed: Pressed, values: readonly string[], serving: Serving): Plan => {
  const expired: Refused = { kind: 'expired', say: pressed.say }
  if (!isOffered(pressed)) return planRefused(expired)
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
      return planSetting(pressed.deed, values, pressed, serving)
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
  const { deed, person, say } = pressed
  if (deed !== 'asked') return planRefused({ kind: 'expired', say })
  const settings = await serving.settings.of(person.guild)
  if (!answersThere(person, settings)) return saying(say, deed, noticeMessage(elsewhereLine(settings, say)))
  return planAsked(interaction.fields.getTextInputValue(questionField), pressed, serving)
}
