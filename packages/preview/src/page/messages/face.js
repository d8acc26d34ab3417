// @ts-check
import { element } from '../element.js'

/** How many colours people have. */
const tones = 4

/**
 * The round sign of a person: a letter on a colour that stays the person's own.
 * @param {string} name
 * @param {string} [size]
 */
export const faceOf = (name, size = '') =>
  element(
    'span',
    {
      class: `face ${size}`.trim(),
      'aria-hidden': 'true',
      'data-tone': [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % tones,
    },
    name.charAt(0),
  )
