// @ts-check
import { element } from '../element.js'
import { nextBeginning, openBeside, placeBeside, stepTo } from './panel.js'

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
 * Opens a menu over the page, beside `opener` or at the point `at` of the window. It closes with Escape, with Tab, and
 * when `opener` or something else is pressed; the focus then returns to where it was.
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
  panel.addEventListener('beforetoggle', (event) => {
    if (event.newState === 'closed') opener.setAttribute('aria-expanded', 'false')
  })
  panel.addEventListener('toggle', (event) => {
    if (event.newState === 'closed') panel.remove()
  })

  opener.after(panel)
  opener.setAttribute('aria-expanded', 'true')
  openBeside(panel, opener)
  if (at !== undefined) placeBeside(panel, { left: at.x, top: at.y, bottom: at.y, width: 0 })
  const chosen = items.findIndex(({ isChosen }) => isChosen)
  lines[Math.max(0, chosen)]?.focus()
}
