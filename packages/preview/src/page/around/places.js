// @ts-check
import { byId, element, icon } from '../element.js'

/** @import { Place } from '../../protocol.ts' */

/**
 * How many messages came to a place unseen, and how many of them call the person.
 * @typedef {{ count: number, calls: number }} Unread
 */

/** @param {Unread} unread */
const unreadSaid = ({ count, calls }) =>
  [`${count} new`, calls > 0 ? `${calls} for you` : ''].filter(Boolean).join(', ')

/** @param {Place} place @param {Unread | undefined} unread @param {boolean} isCurrent @param {() => void} choose */
const placeLine = (place, unread, isCurrent, choose) =>
  element(
    'li',
    {},
    element(
      'button',
      {
        type: 'button',
        class: `place${unread ? ' unread' : ''}`,
        'aria-current': isCurrent ? 'page' : null,
        'data-place': place.id,
        click: choose,
      },
      icon(place.kind === 'direct' ? 'at' : 'hash'),
      element('span', { class: 'place-name' }, place.name),
      unread && unread.calls > 0
        ? element('span', { class: 'badge', 'aria-hidden': 'true' }, String(unread.calls))
        : null,
      unread ? element('span', { class: 'visually-hidden' }, `, ${unreadSaid(unread)}`) : null,
    ),
  )

/**
 * The channels and direct messages in the side bar.
 * @param {readonly Place[]} places
 * @param {{ current: string, unread: ReadonlyMap<string, Unread>, choose: (place: Place) => void }} state
 */
export const showPlaces = (places, { current, unread, choose }) => {
  for (const [kind, id] of /** @type {const} */ ([
    ['channel', 'channels'],
    ['direct', 'directs'],
  ])) {
    const list = byId(id, HTMLElement)
    const of = places.filter((place) => place.kind === kind)
    const focused = list.contains(document.activeElement) ? document.activeElement?.getAttribute('data-place') : null
    list.replaceChildren(
      ...of.map((place) => placeLine(place, unread.get(place.id), place.id === current, () => choose(place))),
    )
    const same = focused ? list.querySelector(`[data-place="${CSS.escape(focused)}"]`) : null
    if (same instanceof HTMLElement) same.focus()
    byId(`${id}-section`, HTMLElement).hidden = of.length === 0
  }
}
