import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
} from 'discord.js'
import type { Button, Control, Menu } from './view.ts'

/** Where a command can be run and answered; a thread counts as the channel that it is in. */
const channelTypes: readonly ChannelType[] = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.GuildMedia,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
]

/** A button as Discord takes it. */
export const buttonOf = (button: Button): APIButtonComponent =>
  'url' in button
    ? { type: ComponentType.Button, style: ButtonStyle.Link, label: button.label, url: button.url }
    : {
        type: ComponentType.Button,
        style: button.isMain === true ? ButtonStyle.Primary : ButtonStyle.Secondary,
        label: button.label,
        custom_id: button.id,
      }

const selectOf = (menu: Menu): APIComponentInMessageActionRow => {
  const { id, placeholder, min = 1, max = 1 } = menu
  const common = { custom_id: id, placeholder, min_values: min, max_values: max }
  if ('channels' in menu)
    return {
      ...common,
      type: ComponentType.ChannelSelect,
      channel_types: [...channelTypes],
      default_values: menu.channels.map((channel) => ({ id: channel, type: SelectMenuDefaultValueType.Channel })),
    }
  return {
    ...common,
    type: ComponentType.StringSelect,
    options: menu.options.map(({ isChosen = false, ...option }) => ({ ...option, default: isChosen })),
  }
}

/** A row of buttons, or one with a menu. */
export const rowOf = (control: Control): APIActionRowComponent<APIComponentInMessageActionRow> => ({
  type: ComponentType.ActionRow,
  components: 'id' in control ? [selectOf(control)] : control.map(buttonOf),
})
