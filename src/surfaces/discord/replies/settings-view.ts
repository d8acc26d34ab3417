import { type GuildSettings, type Language, mostChannels, mostQuotes } from '../../../domain/guild-settings.ts'
import type { Say } from '../../../i18n/say.ts'
import { accents, type Control, type Manner, smallPrint, type View } from '../message/view.ts'
import type { Deed, Frame } from './buttons.ts'

type Choice = { readonly value: string; readonly label: string; readonly isChosen: boolean }

/** One setting: what it is called, what holds now, what it is about, and what there is to choose. */
type Setting = {
  readonly deed: Deed
  readonly name: string
  readonly now: string
  readonly about: string
  readonly choices: readonly Choice[] | 'channels'
}

/** The choices of a setting that has one value, and the words for the chosen one. */
const oneOf = <Value extends string>(
  chosen: Value,
  all: readonly (readonly [value: Value, label: string])[],
): Pick<Setting, 'now' | 'choices'> => {
  const choices = all.map(([value, label]) => ({ value, label, isChosen: value === chosen }))
  return { now: choices.find(({ isChosen }) => isChosen)?.label ?? chosen, choices }
}

/** Languages by their own names, as those who want them read them. */
const ownNames = [
  ['en', 'English'],
  ['de', 'Deutsch'],
] as const satisfies readonly (readonly [Language, string])[]

const settingsOf = ({ answers, channels, quotes, style, language }: GuildSettings, say: Say): readonly Setting[] => [
  {
    deed: 'set-answers',
    name: say`Answers`,
    about: say`Who sees an answer where the asker does not say.`,
    ...oneOf(answers, [
      ['public', say`everyone in the channel`],
      ['private', say`the asker alone`],
    ]),
  },
  {
    deed: 'set-channels',
    name: say`Channels`,
    about: say`Where Quoth answers. Choose none for all of them.`,
    // Ids are Discord's own; a mention of a channel pings nobody.
    now: channels.length === 0 ? say`all of them` : channels.map((id) => `<#${id}>`).join(' '),
    choices: 'channels',
  },
  {
    deed: 'set-quotes',
    name: say`Quotes`,
    about: say`How many an answer has at most, where the asker does not say.`,
    ...oneOf(
      `${quotes}`,
      Array.from({ length: mostQuotes }, (_, index) => [
        `${index + 1}`,
        index === 0 ? say`1 quote` : say`${index + 1} quotes`,
      ]),
    ),
  },
  {
    deed: 'set-style',
    name: say`Style`,
    about: say`Plain text can be read by every client, exporter and bot.`,
    ...oneOf(style, [
      ['cards', say`cards, with a button beside each quote`],
      ['plain', say`plain text`],
    ]),
  },
  {
    deed: 'set-language',
    name: say`Language`,
    about: say`In which Quoth speaks. Quotes are never translated.`,
    ...oneOf(language, [['auto', say`each reader’s own; of what all see, the server’s`], ...ownNames]),
  },
]

/** @param isSeen whether the menu beneath shows what holds now */
const explained = ({ name, now, about }: Setting, manner: Manner, isSeen: boolean): string =>
  `**${name}**${isSeen ? '' : ` · ${now}`}\n${smallPrint(about, manner)}`

const menuOf = (
  setting: Setting,
  idOf: NonNullable<Frame['idOf']>,
  channels: readonly string[],
  frame: Frame,
): Control => {
  const { deed, name, choices } = setting
  const menu = { id: idOf(deed), placeholder: name, about: explained(setting, frame, frame.style === 'cards') }
  return choices === 'channels'
    ? { ...menu, placeholder: frame.say`Choose channels`, least: 0, most: mostChannels, channels }
    : { ...menu, options: choices }
}

/** How Quoth answers in a server: what holds now, what it means, and a menu for each to change it. */
export const settingsView = (settings: GuildSettings, frame: Frame): View => {
  const { say, idOf } = frame
  const channels = settings.channels.filter((id) => /^\d{1,20}$/.test(id)).slice(0, mostChannels)
  const shown = settingsOf({ ...settings, channels }, say)
  return {
    accent: accents.plain,
    heading: say`How Quoth answers in this server`,
    intro: idOf === null ? shown.map((setting) => explained(setting, frame, false)) : [],
    items: [],
    noun: 'line',
    layout: 'rows',
    closing: [],
    controls: idOf === null ? [] : shown.map((setting) => menuOf(setting, idOf, channels, frame)),
  }
}
