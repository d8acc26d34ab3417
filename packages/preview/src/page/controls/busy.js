// @ts-check

/**
 * Does something for a control, which is busy for so long and begins nothing else.
 * @param {HTMLElement} control
 * @param {() => Promise<unknown>} deed
 */
export const whileBusy = async (control, deed) => {
  if (control.getAttribute('aria-busy') === 'true') return
  control.setAttribute('aria-busy', 'true')
  try {
    await deed()
  } finally {
    control.removeAttribute('aria-busy')
  }
}
