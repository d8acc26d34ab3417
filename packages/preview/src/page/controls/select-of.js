// @ts-check
import { createSelectMenu } from './select-menu.js'

/** @import { APISelectMenuComponent } from 'discord-api-types/v10' */
/** @import { Place } from '../../protocol.ts' */

/** Discord's number of the menus of channels. */
const ofChannels = 8

/**
 * What there is to choose from: what the bot offers, or the channels of the server.
 * @param {APISelectMenuComponent} select
 * @param {readonly Place[]} places
 */
const optionsOf = (select, places) => {
  if ('options' in select)
    return select.options.map(({ label, value, description, emoji }) => ({
      label: emoji?.name ? `${emoji.name} ${label}` : label,
      value,
      detail: description ?? null,
    }))
  return select.type === ofChannels
    ? places
        .filter(({ kind }) => kind === 'channel')
        .map(({ id, name }) => ({ label: `#${name}`, value: id, detail: null }))
    : []
}

/** What is chosen before anybody chose. @param {APISelectMenuComponent} select */
const chosenIn = (select) =>
  'options' in select
    ? select.options.filter((option) => option.default).map(({ value }) => value)
    : (select.default_values ?? []).map(({ id }) => id)

/**
 * A select menu as Discord draws it. Of those whose choices only Discord knows (people, roles), the closed box.
 * @param {APISelectMenuComponent} select @param {readonly Place[]} places
 * @param {(values: readonly string[], control: HTMLElement) => void} choose
 */
export const createSelectOf = (select, places, choose) => {
  const options = optionsOf(select, places)
  return createSelectMenu({
    name: select.placeholder ?? 'Make a selection',
    customId: select.custom_id,
    options,
    chosen: chosenIn(select).filter((value) => options.some((option) => option.value === value)),
    min: select.min_values ?? 1,
    max: Math.min(select.max_values ?? 1, Math.max(1, options.length)),
    isDisabled: select.disabled ?? false,
    choose,
  })
}
