// @ts-check
import { byId } from '../element.js'
import { keep, recall } from '../kept.js'

const light = matchMedia('(prefers-color-scheme: light)')

/** Lets the visitor choose between light and dark; until then, the system does. */
export const createThemeSwitch = () => {
  const button = byId('theme', HTMLButtonElement)
  const root = document.documentElement

  const shown = () => root.dataset['theme'] ?? (light.matches ? 'light' : 'dark')
  const other = () => (shown() === 'light' ? 'dark' : 'light')
  const label = () => button.setAttribute('aria-label', `Switch to the ${other()} theme`)

  const kept = recall('browser', 'theme')
  if (kept === 'light' || kept === 'dark') root.dataset['theme'] = kept
  label()
  light.addEventListener('change', label)
  button.addEventListener('click', () => {
    const chosen = other()
    root.dataset['theme'] = chosen
    keep('browser', 'theme', chosen)
    label()
  })
}
