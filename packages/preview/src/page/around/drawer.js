// @ts-check
import { byId } from '../element.js'

/** Where there is no room for the side bar beside the messages, it slides over them. */
const narrow = matchMedia('(max-width: 800px)')

/** Opens and closes the side bar of a narrow window. Returns how to close it. */
export const createDrawer = () => {
  const side = byId('side', HTMLElement)
  const main = byId('main', HTMLElement)
  const opener = byId('open-side', HTMLButtonElement)
  const closer = byId('close-side', HTMLButtonElement)

  const isOpen = () => side.classList.contains('open')

  /** @param {boolean} open */
  const set = (open) => {
    if (open === isOpen()) return
    side.classList.toggle('open', open)
    main.inert = open
    opener.setAttribute('aria-expanded', String(open))
    if (open) closer.focus()
    else opener.focus()
  }
  const close = () => set(false)

  opener.addEventListener('click', () => set(true))
  closer.addEventListener('click', close)
  narrow.addEventListener('change', close)
  document.addEventListener('keydown', (event) => {
    // A menu that is open takes the key for itself.
    if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector(':popover-open')) close()
  })
  document.addEventListener('pointerdown', (event) => {
    if (event.target instanceof Node && !side.contains(event.target)) close()
  })
  return close
}
