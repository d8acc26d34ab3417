// @ts-check
import { element } from '../element.js'
import { nextBeginning, placeBeside, stepTo } from './panel.js'

/**
 * One line of a menu. `isChosen` is given where one of the lines is chosen already.
 * @typedef {{ label: string, detail?: string, isChosen?: boolean, pick: () => void }} MenuItem
 */

/** @param {MenuItem} item @param {() => void} close */
const line = ({ label, detail, isChosen, pick }, close) =>
  element(
    'button',
    {
      type: 'button',
      class: 'menu-item',
      role: isChosen === undefined ? 'menuitem' : 'menuitemradio',
      'aria-checked': isChosen === undefined ? null : String(isChosen),
      tabindex: -1,
      click: () => {
        close()
        pick()
      },
    },
    element('span', { class: 'menu-label' }, label),
    detail ? element('span', { class: 'menu-detail' }, detail) : null,
  )

/**
 * Opens a menu over the page, beside `opener` or at the point `at` of the window. It closes with Escape, with Tab, and when
 * something else is pressed; the focus then returns to where it was.
 * @param {{ title: string, items: readonly MenuItem[], opener: HTMLElement, at?: { x: number, y: number } }} menu
 */
export const openMenu = ({ title, items, opener, at }) => {
  const close = () => panel.hidePopover()
  const lines = items.map((item) => line(item, close))
  const panel = element(
    'div',
    { class: 'panel', popover: 'auto' },
    element('p', { class: 'panel-title', 'aria-hidden': 'true' }, title),
    element('div', { class: 'menu', role: 'menu', 'aria-label': title }, ...lines),
  )

  panel.addEventListener('keydown', (event) => {
    const now = lines.findIndex((item) => item.matches(':focus'))
    const labels = items.map(({ label }) => label)
    const typed = event.key.length === 1 && event.key !== ' ' ? nextBeginning(labels, now, event.key) : -1
    const next = stepTo(event.key, now, lines.length) ?? (typed < 0 ? null : typed)
    if (next !== null) {
      event.preventDefault()
      lines[next]?.focus()
    } else if (event.key === 'Tab') {
      event.preventDefault()
      close()
    }
  })
  panel.addEventListener('toggle', (event) => {
    if (event.newState === 'open') return
    opener.setAttribute('aria-expanded', 'false')
    panel.remove()
  })

  opener.after(panel)
  opener.setAttribute('aria-expanded', 'true')
  // What opened it is named, so that pressing that again closes the menu and does not open the next.
  panel.showPopover({ source: opener })
  const place = opener.getBoundingClientRect()
  placeBeside(
    panel,
    at === undefined ? { ...place.toJSON(), width: 0 } : { left: at.x, top: at.y, bottom: at.y, width: 0 },
  )
  const first =
    lines[
      Math.max(
        0,
        items.findIndex(({ isChosen }) => isChosen),
      )
    ]
  first?.focus()
}
