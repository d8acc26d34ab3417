import { drivesTerminal, inertJson } from '../../observability/log.ts'

const codeOf = (character: string): string =>
  (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')

/** Untrusted text with each character that controls a terminal replaced by a visible one: `␛`, `⟨U+202E⟩`. */
export const visible = (text: string): string =>
  text.replace(drivesTerminal, (character) => {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x20) return String.fromCodePoint(0x2400 + code)
    return code === 0x7f ? '␡' : `⟨U+${codeOf(character)}⟩`
  })

/** The same on one line, for titles, names and messages. */
export const visibleLine = (text: string): string => visible(text.replace(/\s+/g, ' ').trim())

/** A value as JSON, with those characters escaped. */
export const visibleJson = (value: unknown): string => inertJson(JSON.stringify(value))
