// @ts-check
import { createSelectMenu } from './select-menu.js'

/** @import { APISelectMenuComponent } from 'discord-api-types/v10' */
/** @import { Choosable } from '../../protocol.ts' */

/** Discord's numbers of the menus of roles and of channels. */
const [ofRoles, ofChannels] = [6, 8]

/**
 * What there is to choose from: what the bot offers, or the channels or roles of the server.
 * @param {APISelectMenuComponent} select
 * @param {Choosable} choosable
 */
const optionsOf = (select, { channels, roles }) => {
  if ('options' in select)
    return select.options.map(({ label, value, description, emoji }) => ({
      label: emoji?.name ? `${emoji.name} ${label}` : label,
      value,
      detail: description ?? null,
    }))
  const [sign, offered] =
    select.type === ofChannels ? ['#', channels] : select.type === ofRoles ? ['@', roles] : ['', []]
  return offered.map(({ id, name }) => ({ label: `${sign}${name}`, value: id, detail: null }))
}

/** What is chosen before anybody chose. @param {APISelectMenuComponent} select */
const chosenIn = (select) =>
  'options' in select
    ? select.options.filter((option) => option.default).map(({ value }) => value)
    : (select.default_values ?? []).map(({ id }) => id)

/**
 * A select menu as Discord draws it. Of those whose choices only Discord knows (people), the closed box.
 * @param {APISelectMenuComponent} select @param {Choosable} choosable
 * @param {(values: readonly string[], control: HTMLElement) => void} choose
 */
export const createSelectOf = (select, choosable, choose) => {
  const options = optionsOf(select, choosable)
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
