// @ts-check
import { element } from '../element.js'

/**
 * One line of the list: what it is called, what it takes, what it does, and what happens when it is picked.
 * @typedef {{ label: string, terms?: readonly string[], detail?: string, pick: () => void }} Suggestion
 */

/**
 * The list that opens above the composer, driven from the input that has the focus (the combobox pattern of WAI-ARIA).
 * @param {{ panel: HTMLElement, title: HTMLElement, list: HTMLElement }} parts
 */
export const createSuggestions = ({ panel, title, list }) => {
  /** @type {readonly Suggestion[]} */
  let items = []
  let active = -1
  /** @type {HTMLElement | null} */
  let owner = null

  const isOpen = () => owner !== null

  /**
   * A field that has a list at times only is a combobox for so long; HTML allows one of several lines no such role for
   * good.
   * @param {boolean} expanded
   */
  const setExpanded = (expanded) => {
    const isAlwaysOne = owner?.matches('input[aria-autocomplete]') ?? false
    if (expanded) owner?.setAttribute('role', 'combobox')
    else if (!isAlwaysOne) owner?.removeAttribute('role')
    if (expanded || isAlwaysOne) owner?.setAttribute('aria-expanded', String(expanded))
    else owner?.removeAttribute('aria-expanded')
  }

  /** @param {number} index */
  const activate = (index) => {
    active = index
    for (const [place, line] of [...list.children].entries()) {
      line.setAttribute('aria-selected', String(place === index))
      if (place === index) line.scrollIntoView({ block: 'nearest' })
    }
    if (index < 0) owner?.removeAttribute('aria-activedescendant')
    else owner?.setAttribute('aria-activedescendant', `suggestion-${index}`)
  }

  const close = () => {
    setExpanded(false)
    owner?.removeAttribute('aria-activedescendant')
    owner = null
    items = []
    active = -1
    list.replaceChildren()
    panel.hidden = true
  }

  const pickActive = () => {
    const item = items[active]
    if (item === undefined) return false
    close()
    item.pick()
    return true
  }

  /** @param {Suggestion} item @param {number} index */
  const line = (item, index) =>
    element(
      'div',
      {
        id: `suggestion-${index}`,
        role: 'option',
        'aria-selected': 'false',
        // The input keeps the focus, so that typing goes on.
        pointerdown: (/** @type {Event} */ event) => event.preventDefault(),
        pointermove: () => active !== index && activate(index),
        click: () => {
          activate(index)
          pickActive()
        },
      },
      element('span', { class: 'suggestion-label' }, item.label),
      ...(item.terms ?? []).flatMap((term) => [' ', element('span', { class: 'suggestion-term' }, term)]),
      ' ',
      item.detail ? element('span', { class: 'suggestion-detail' }, item.detail) : null,
    )

  return {
    isOpen,
    close,
    /**
     * Shows `suggestions` for `input`; with none, the heading alone, which then says why.
     * @param {HTMLElement} input @param {string} heading @param {readonly Suggestion[]} suggestions
     * @param {boolean} preselect
     */
    open: (input, heading, suggestions, preselect) => {
      if (owner !== input) setExpanded(false)
      owner = input
      items = suggestions
      title.textContent = heading
      list.replaceChildren(...suggestions.map(line))
      list.hidden = suggestions.length === 0
      panel.hidden = false
      setExpanded(suggestions.length > 0)
      activate(preselect && suggestions.length > 0 ? 0 : -1)
    },
    /** Whether the key moved through the list, picked from it or closed it. @param {KeyboardEvent} event */
    takesKey: (event) => {
      if (!isOpen() || event.isComposing) return false
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
      if (step !== 0 && items.length > 0) {
        event.preventDefault()
        const from = active < 0 && step < 0 ? 0 : active
        activate((from + step + items.length) % items.length)
        return true
      }
      if (event.key === 'Escape' && items.length > 0) {
        event.preventDefault()
        close()
        return true
      }
      const picks = (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) && active >= 0
      if (picks) {
        event.preventDefault()
        pickActive()
      }
      return picks
    },
  }
}
