// @ts-check
import { openMenu } from '../controls/menu.js'
import { element, icon } from '../element.js'

/** @import { MessageCommand } from '../../protocol.ts' */

/** What a right-click has a use of its own for. */
const ownUse = 'a, button, input, textarea, select, [popover]'

/**
 * Offers the bot's commands for a message: by a button on it, and by right-click, long press or the menu key anywhere
 * on it. Returns the button.
 * @param {HTMLElement} message @param {readonly MessageCommand[]} commands @param {(command: string) => void} apply
 */
export const offerApps = (message, commands, apply) => {
  const items = commands.map(({ name, label }) => ({ label, pick: () => apply(name) }))
  /** @param {{ x: number, y: number }} [at] */
  const open = (at) => openMenu({ title: 'Apps', items, opener, ...(at && { at }) })
  const opener = element(
    'button',
    {
      type: 'button',
      class: 'tool apps',
      'aria-label': 'Apps',
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      title: 'Apps',
      click: () => open(),
    },
    icon('apps'),
  )
  message.addEventListener('contextmenu', (event) => {
    const isOurs = !(event.target instanceof Element) || event.target.closest(ownUse) === null
    // Selected words have a menu of the browser's own: somebody wants to copy them.
    if (!isOurs || getSelection()?.isCollapsed === false) return
    event.preventDefault()
    open({ x: event.clientX, y: event.clientY })
  })
  return opener
}
