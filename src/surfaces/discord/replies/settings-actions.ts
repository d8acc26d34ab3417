import { QuothError } from '../../../domain/error.ts'
import { type GuildSettings, languages, maxChannels, maxQuotes, messageStyles } from '../../../domain/guild-settings.ts'
import { msg } from '../../../domain/message.ts'
import { type Pressed, present } from '../kept-reply.ts'
import { translatorTo } from '../person.ts'
import type { Plan } from '../plan.ts'
import type { Services } from '../services.ts'
import type { ButtonAction } from './buttons.ts'

const among = <T extends string>(values: readonly T[], value: string | undefined): T | undefined =>
  values.find((each) => each === value)

/** The actions of the menus of the settings. */
type SettingAction = Extract<ButtonAction, `set-${string}`>

/** What a menu of the settings changes; null for values that it does not have. */
const changesOf = (action: SettingAction, values: readonly string[]): Partial<GuildSettings> | null => {
  const [value] = values
  switch (action) {
    case 'set-answers': {
      const answers = among(['public', 'private'] as const, value)
      return answers === undefined ? null : { answers }
    }
    case 'set-style': {
      const style = among(messageStyles, value)
      return style === undefined ? null : { style }
    }
    case 'set-language': {
      const language = among(['auto', ...languages] as const, value)
      return language === undefined ? null : { language }
    }
    case 'set-quotes': {
      const quotes = Number(value)
      return Number.isInteger(quotes) && quotes >= 1 && quotes <= maxQuotes ? { quotes } : null
    }
    case 'set-channels':
      return values.length <= maxChannels && values.every((id) => /^\d{15,21}$/.test(id)) ? { channels: values } : null
  }
}

/** Changes how Quoth answers in a server, and shows the new settings. */
export const planSetting = (
  action: SettingAction,
  values: readonly string[],
  pressed: Pressed,
  services: Services,
): Plan => ({
  t: pressed.t,
  label: action,
  acknowledge: 'change',
  work: async () => {
    const { kept, person } = pressed
    // Checked again: a permission that somebody had yesterday may be gone.
    if (!person.isManager || person.guild === null)
      throw new QuothError('bad-argument', msg`Only people who can manage this server can do that.`)
    const changes = changesOf(action, values)
    if (changes === null)
      throw new QuothError('bad-argument', msg`That choice no longer exists. Please run /settings again.`)
    const settings = await services.settings.change(person.guild, changes)
    const { request, isPrivate, style } = kept
    // In the language that was just chosen.
    const { language } = translatorTo(person, settings, kept.isPrivate)
    const message = await present(
      { kind: 'settings', settings },
      { request, isPrivate, style, language },
      person,
      services,
    )
    return { outcome: 'answered', message }
  },
})
