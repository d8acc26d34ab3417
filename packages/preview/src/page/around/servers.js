// @ts-check
import { openMenu } from '../controls/menu.js'
import { byId, element, icon } from '../element.js'

/** @import { Server } from '../../protocol.ts' */

/**
 * The name of the server that is shown, and, where there are several, a menu of them.
 * @param {readonly Server[]} servers
 * @param {{ current: Server | undefined, newIn: (server: Server) => number, choose: (server: Server) => void }} state
 */
export const showServers = (servers, { current, newIn, choose }) => {
  const place = byId('server', HTMLElement)
  const hadFocus = place.contains(document.activeElement)
  const name = current?.name ?? ''
  if (servers.length < 2) return place.replaceChildren(element('p', {}, name))
  const unread = servers.reduce((sum, server) => sum + (server === current ? 0 : newIn(server)), 0)
  const items = servers.map((server) => ({
    label: server.name,
    detail: newIn(server) > 0 ? `${newIn(server)} new` : '',
    isChosen: server === current,
    pick: () => choose(server),
  }))
  const made = element(
    'button',
    {
      type: 'button',
      class: 'server-name',
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      click: () => openMenu({ title: 'Switch server', items, opener: made }),
    },
    element('span', { class: 'visually-hidden' }, 'Server: '),
    element('span', { class: 'place-name' }, name),
    unread > 0 ? element('span', { class: 'visually-hidden' }, `, ${unread} new in other servers`) : null,
    unread > 0 ? element('span', { class: 'badge', 'aria-hidden': 'true' }, String(unread)) : null,
    icon('down'),
  )
  place.replaceChildren(made)
  if (hadFocus) made.focus()
}
