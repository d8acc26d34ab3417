// @ts-check
import { element, icon } from '../element.js'
import { nextBeginning, openBeside, stepTo } from './panel.js'

/**
 * Something to choose from: at least `min` and at most `max` of the options.
 * @typedef {{
 *   name: string,
 *   customId: string,
 *   options: readonly { label: string, value: string, detail: string | null }[],
 *   chosen: readonly string[],
 *   min: number,
 *   max: number,
 *   isDisabled: boolean,
 *   choose: (values: readonly string[], control: HTMLElement) => void,
 * }} Selection
 */

/** How many may be chosen, where it is not just one. @param {Selection} selection */
const hintOf = ({ min, max }) => {
  if (max === 1) return null
  return element('p', { class: 'panel-title' }, min === max ? `Choose ${max}` : `Choose ${min} to ${max}`)
}

/**
 * A closed box that opens a list (the select-only combobox of WAI-ARIA). One choice is made at once; several when the
 * list is left, and Escape takes them back.
 * @param {Selection} selection
 */
export const createSelectMenu = (selection) => {
  const { name, options, min, max } = selection
  let chosen = selection.chosen
  let picked = new Set(chosen)
  let active = -1
  let isTakenBack = false

  const id = `list-${crypto.randomUUID()}`
  const value = element('span', { class: 'select-value' })
  const control = element(
    'button',
    {
      type: 'button',
      class: 'select',
      role: 'combobox',
      'aria-haspopup': 'listbox',
      'aria-expanded': 'false',
      'aria-controls': id,
      'aria-label': name,
      'data-custom-id': selection.customId,
      disabled: selection.isDisabled || options.length === 0,
      click: () => open(),
    },
    value,
    icon('down'),
  )
  const lines = options.map(({ label, detail }, place) =>
    element(
      'div',
      {
        id: `${id}-${place}`,
        class: 'select-option',
        role: 'option',
        // The box keeps the focus, so that the keys go on working.
        pointerdown: (/** @type {Event} */ event) => event.preventDefault(),
        pointermove: () => activate(place),
        click: () => pick(place),
      },
      element('span', { class: 'menu-label' }, label),
      detail ? element('span', { class: 'menu-detail' }, detail) : null,
    ),
  )
  const list = element(
    'div',
    { id, role: 'listbox', 'aria-label': name, 'aria-multiselectable': max > 1 ? 'true' : null },
    ...lines,
  )
  const panel = element('div', { class: 'panel', popover: 'auto' }, hintOf(selection), list)

  const isOpen = () => panel.matches(':popover-open')

  const show = () => {
    const labels = options.filter((option) => picked.has(option.value)).map(({ label }) => label)
    value.textContent = labels.length === 0 ? name : labels.join(', ')
    value.classList.toggle('empty', labels.length === 0)
    for (const [place, line] of lines.entries()) {
      const isPicked = picked.has(options[place]?.value ?? '')
      line.setAttribute('aria-selected', String(isPicked))
      line.setAttribute('aria-disabled', String(!isPicked && max > 1 && picked.size >= max))
    }
  }

  /** @param {number} place */
  const activate = (place) => {
    lines[active]?.classList.remove('active')
    active = place
    const line = lines[place]
    line?.classList.add('active')
    line?.scrollIntoView({ block: 'nearest' })
    if (line === undefined) control.removeAttribute('aria-activedescendant')
    else control.setAttribute('aria-activedescendant', line.id)
  }

  /** @param {number} place */
  const pick = (place) => {
    const option = options[place]
    if (option === undefined) return
    if (max === 1) {
      picked = new Set(picked.has(option.value) && min === 0 ? [] : [option.value])
      return panel.hidePopover()
    }
    if (!picked.delete(option.value) && picked.size < max) picked.add(option.value)
    show()
  }

  /** Makes the choice that was left in the list, where it is one. */
  const settle = () => {
    const values = options.map((option) => option.value).filter((each) => picked.has(each))
    const isSame = values.length === chosen.length && values.every((each) => chosen.includes(each))
    if (isTakenBack || values.length < min) picked = new Set(chosen)
    else if (!isSame) {
      chosen = values
      selection.choose(values, control)
    }
    isTakenBack = false
    show()
  }

  const open = () => {
    openBeside(panel, control)
    control.setAttribute('aria-expanded', 'true')
    const first = options.findIndex((option) => picked.has(option.value))
    activate(Math.max(0, first))
  }

  panel.addEventListener('beforetoggle', (event) => {
    if (event.newState === 'open') return
    control.setAttribute('aria-expanded', 'false')
    activate(-1)
    settle()
  })
  control.addEventListener('keydown', (event) => {
    if (!isOpen()) {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
      event.preventDefault()
      return open()
    }
    const labels = options.map(({ label }) => label)
    const typed = event.key.length === 1 && event.key !== ' ' ? nextBeginning(labels, active, event.key) : -1
    const next = stepTo(event.key, active, lines.length) ?? (typed < 0 ? null : typed)
    if (next !== null) activate(next)
    else if (event.key === 'Enter' || event.key === ' ') pick(active)
    else {
      isTakenBack = event.key === 'Escape'
      // Tab goes on to what follows, and Escape stays: the list closes by either.
      if (event.key === 'Tab' || isTakenBack) panel.hidePopover()
      if (!isTakenBack) return
    }
    event.preventDefault()
  })
  show()

  return {
    root: element('div', { class: 'select-box' }, control, panel),
    control,
    /** What is chosen now. */
    values: () => chosen,
  }
}
