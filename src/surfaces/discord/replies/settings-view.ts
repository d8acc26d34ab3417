import { type GuildSettings, type Language, maxChannels, maxQuotes } from '../../../domain/guild-settings.ts'
import { plural } from '../../../domain/message.ts'
import type { Translator } from '../../../i18n/say.ts'
import { accents, type Control, type Manner, smallPrint, type View } from '../message/view.ts'
import type { ButtonAction, Frame } from './buttons.ts'

type Choice = { readonly value: string; readonly label: string; readonly isChosen: boolean }

/** One setting: its name, its current value, what it is about, and the choices. */
type Setting = {
  readonly action: ButtonAction
  readonly name: string
  readonly now: string
  readonly about: string
  readonly choices: readonly Choice[] | 'channels'
}

/** The choices of a setting with one value, and the label of the chosen one. */
const oneOf = <Value extends string>(
  chosen: Value,
  labels: { readonly [V in Value]: string },
): Pick<Setting, 'now' | 'choices'> => {
  const choices = Object.entries<string>(labels).map(([value, label]) => ({ value, label, isChosen: value === chosen }))
  return { now: choices.find(({ isChosen }) => isChosen)?.label ?? chosen, choices }
}

/** Languages by their own names. */
const ownNames: { readonly [L in Language]: string } = { en: 'English', de: 'Deutsch' }

const settingsOf = (
  { answers, channels, quotes, style, language }: GuildSettings,
  t: Translator,
): readonly Setting[] => [
  {
    action: 'set-answers',
    name: t`Answers`,
    about: t`Who sees answers, unless the asker chooses otherwise.`,
    ...oneOf(answers, { public: t`everyone in the channel`, private: t`only the asker` }),
  },
  {
    action: 'set-channels',
    name: t`Channels`,
    about: t`Where Quoth answers. Choose none for all channels.`,
    // Ids are Discord's; mentioning a channel pings nobody.
    now: channels.length === 0 ? t`all channels` : channels.map((id) => `<#${id}>`).join(' '),
    choices: 'channels',
  },
  {
    action: 'set-quotes',
    name: t`Quotes`,
    about: t`Maximum per answer, unless the asker chooses otherwise.`,
    ...oneOf(
      `${quotes}`,
      Object.fromEntries(
        Array.from({ length: maxQuotes }, (_, index) => [
          `${index + 1}`,
          plural(index + 1, t`1 quote`, t`${index + 1} quotes`),
        ]),
      ),
    ),
  },
  {
    action: 'set-style',
    name: t`Style`,
    about: t`Plain text works in every client, export and bot.`,
    ...oneOf(style, { cards: t`cards, with a button next to each quote`, plain: t`plain text` }),
  },
  {
    action: 'set-language',
    name: t`Language`,
    about: t`The language Quoth speaks. Quotes are never translated.`,
    ...oneOf(language, { auto: t`each reader’s language; public replies use the server’s`, ...ownNames }),
  },
]

/** @param isSeen whether the menu beneath shows the current value */
const explained = ({ name, now, about }: Setting, manner: Manner, isSeen: boolean): string =>
  `**${name}**${isSeen ? '' : ` · ${now}`}\n${smallPrint(about, manner)}`

const menuOf = (
  setting: Setting,
  idOf: NonNullable<Frame['idOf']>,
  channels: readonly string[],
  frame: Frame,
): Control => {
  const { action, name, choices } = setting
  const menu = { id: idOf(action), placeholder: name, about: explained(setting, frame, frame.style === 'cards') }
  return choices === 'channels'
    ? { ...menu, placeholder: frame.t`Choose channels`, min: 0, max: maxChannels, channels }
    : { ...menu, options: choices }
}

/** How Quoth answers in a server: each setting explained, with a menu to change it. */
export const settingsView = (settings: GuildSettings, frame: Frame): View => {
  const { t, idOf } = frame
  const channels = settings.channels.filter((id) => /^\d{1,20}$/.test(id)).slice(0, maxChannels)
  const shown = settingsOf({ ...settings, channels }, t)
  return {
    accent: accents.plain,
    heading: t`How Quoth answers in this server`,
    intro: idOf === null ? shown.map((setting) => explained(setting, frame, false)) : [],
    items: [],
    noun: 'line',
    layout: 'rows',
    closing: [],
    controls: idOf === null ? [] : shown.map((setting) => menuOf(setting, idOf, channels, frame)),
  }
}
