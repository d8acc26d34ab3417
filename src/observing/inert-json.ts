/**
 * What can drive a terminal or change the order in which text is read: controls but for line break and tab, and format
 * characters but for joiners and soft hyphens, which scripts and typesetting need.
 */
export const drivesTerminal = /(?![\n\t])\p{Cc}|[\p{Zl}\p{Zp}\p{Cs}]|(?![\u00AD\u200C\u200D])\p{Cf}/gu

/**
 * JSON text that a terminal, a pager or an editor obeys in nothing.
 * @returns the same value, with each such character of its strings as an escape
 */
export const inertJson = (json: string): string =>
  json.replace(drivesTerminal, (character) =>
    [...Array(character.length).keys()]
      .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
      .join(''),
  )
