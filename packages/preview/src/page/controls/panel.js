// @ts-check

/** Pixels between a panel and what it belongs to, and the window's edge. */
const gap = 4
/** On a phone, panels stand at the foot of the window, where a style sheet puts them. */
const phone = matchMedia('(max-width: 480px)')

/**
 * Puts an open panel beside a place of the window: below it, or above where there is more room.
 * @param {HTMLElement} panel @param {{ left: number, top: number, bottom: number, width: number }} beside
 */
export const placeBeside = (panel, beside) => {
  panel.removeAttribute('style')
  if (phone.matches) return
  const { innerWidth, innerHeight } = window
  panel.style.setProperty('min-width', `${Math.min(beside.width, innerWidth - 2 * gap)}px`)
  const below = innerHeight - beside.bottom - 2 * gap
  const above = beside.top - 2 * gap
  const isBelow = panel.offsetHeight <= below || below >= above
  panel.style.setProperty('max-height', `${isBelow ? below : above}px`)
  const left = Math.max(gap, Math.min(beside.left, innerWidth - panel.offsetWidth - gap))
  const top = isBelow ? beside.bottom + gap : Math.max(gap, beside.top - gap - panel.offsetHeight)
  panel.style.setProperty('left', `${left}px`)
  panel.style.setProperty('top', `${top}px`)
}

/**
 * Opens a panel beside what it belongs to, and keeps it there, also when that is scrolled. It closes with Escape and
 * when `opener` or something else is pressed.
 * @param {HTMLElement} panel @param {HTMLElement} opener
 */
export const openBeside = (panel, opener) => {
  const closed = new AbortController()
  const { signal } = closed
  const place = () => placeBeside(panel, opener.getBoundingClientRect())
  /** @param {Event} event */
  const onScroll = ({ target }) => target instanceof Node && !panel.contains(target) && place()
  panel.showPopover()
  document.addEventListener('scroll', onScroll, { capture: true, passive: true, signal })
  window.addEventListener('resize', place, { signal })
  // A press on the opener closes the panel as one on anything else does; the click that follows must not open it again.
  let isPressed = false
  opener.addEventListener(
    'pointerdown',
    () => {
      isPressed = true
    },
    { signal },
  )
  opener.addEventListener('click', (event) => isPressed && event.stopImmediatePropagation(), { capture: true, signal })
  panel.addEventListener('beforetoggle', () => setTimeout(() => closed.abort()), { once: true })
  place()
}

/**
 * Where an arrow key, Home or End leads in a list of `count` from `at`; null for another key.
 * @param {string} key
 * @param {number} at
 * @param {number} count
 */
export const stepTo = (key, at, count) => {
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count
    case 'ArrowUp':
      return at < 0 ? count - 1 : (at - 1 + count) % count
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}

/**
 * The next of `labels` after `at` that begins with what was typed; -1 when none does.
 * @param {readonly string[]} labels
 * @param {number} at
 * @param {string} typed
 */
export const nextBeginning = (labels, at, typed) => {
  const begins = (/** @type {number} */ place) =>
    labels[place % labels.length]?.toLowerCase().startsWith(typed.toLowerCase())
  const step = labels.findIndex((_, offset) => begins(at + 1 + offset))
  return step < 0 ? -1 : (at + 1 + step) % labels.length
}
