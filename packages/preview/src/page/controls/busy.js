// @ts-check

/**
 * Runs an action for a control, which is busy meanwhile and starts nothing else.
 * @param {HTMLElement} control
 * @param {() => Promise<unknown>} action
 */
export const whileBusy = async (control, action) => {
  if (control.getAttribute('aria-busy') === 'true') return
  control.setAttribute('aria-busy', 'true')
  try {
    await action()
  } finally {
    control.removeAttribute('aria-busy')
  }
}
