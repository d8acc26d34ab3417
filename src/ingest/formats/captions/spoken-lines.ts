import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import type { Cue } from './cues.ts'

/** A line of a caption as it is shown. */
export type SpokenLine = {
  readonly text: string
  /** Who speaks, where the caption names a voice. */
  readonly voice: string | null
  /** `>>` or a dash: somebody else speaks from here on. */
  readonly mark: string | null
  /** Whether it tells what is heard, such as `[Music]`. */
  readonly isSound: boolean
}

/** Names of tags that players know, and times within the text. Other words between such brackets are shown. */
const tagOrText =
  /<(\/?)(?:(v)((?:\.[^\s<>]{1,60})?(?:\s[^<>]{0,200})?)|(?:c|i|b|u|s|em|strong|lang|ruby|rt|rb|font|span|br|p|div)(?:[.\s/][^<>]{0,200})?|(?:\d{1,4}:)?\d{1,3}:\d{2}[.,]\d{1,3})>|\{\\[^{}]{0,80}\}/gi

const reference = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,31}));/gi

const characterOf = (code: number): string =>
  code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '\ufffd'

const withoutReferences = (text: string): string =>
  text.includes('&')
    ? text.replace(reference, (written, decimal?: string, hexadecimal?: string, name?: string) => {
        if (decimal) return characterOf(Number.parseInt(decimal, 10))
        if (hexadecimal) return characterOf(Number.parseInt(hexadecimal, 16))
        return (name && decodeNamedCharacterReference(name)) || written
      })
    : text

/** The words of a voice tag behind its classes: `.loud Jane Roe`. */
const voiceIn = (annotation: string): string | null =>
  withoutReferences(annotation.replace(/^\.\S*/, ''))
    .replace(/\s+/g, ' ')
    .trim() || null

const arrows = /^\s*((?:>\s?){2,3})\s*/
const dash = /^\s*([-–—‐])\s*(?=["“'‘¿¡([]?[\p{L}\p{N}])/u
/** A remark that is the whole of a caption, and notes of music without words. */
const sound = /^\s*(?:\[[^\][]{1,200}\]|\([^()]{1,200}\)|\*[^*]{1,100}\*)\s*$|^[^\p{L}\p{N}]*[♪♫♬#][^\p{L}\p{N}]*$/u

type Voiced = { text: string; readonly voice: string | null }

const voicedLines = (lines: readonly string[]): readonly Voiced[] => {
  let voice: string | null = null
  const found: Voiced[] = []
  for (const line of lines) {
    let from = 0
    let own: Voiced = { text: '', voice }
    const parts = [own]
    for (const match of line.matchAll(tagOrText)) {
      own.text += line.slice(from, match.index)
      from = match.index + match[0].length
      if (match[2] === undefined) continue
      voice = match[1] === '/' ? null : voiceIn(match[3] ?? '')
      own = { text: '', voice }
      parts.push(own)
    }
    own.text += line.slice(from)
    for (const part of parts) if (part.text.trim() !== '') found.push(part)
  }
  return found.map(({ text, voice: speaker }) => ({ text: withoutReferences(text), voice: speaker }))
}

/**
 * @param cue a caption
 * @returns its lines as they are shown, each with who says it, as far as the caption tells
 */
export const spokenLines = (cue: Cue): readonly SpokenLine[] => {
  const lines = voicedLines(cue.lines)
  // A remark may run over the lines of a caption.
  const isWhole = sound.test(lines.map(({ text }) => text).join(' '))
  const dashes = lines.filter(({ text }) => dash.test(text)).length
  return lines.map(({ text, voice }, at) => {
    const own = arrows.exec(text) ?? (dashes > 1 || (at === 0 && dashes === 1) ? dash.exec(text) : null)
    return {
      text: text
        .slice(own?.[0].length ?? 0)
        .replace(/\s+/g, ' ')
        .trim(),
      voice,
      mark: own?.[1]?.replace(/\s/g, '') ?? null,
      isSound: isWhole || sound.test(text),
    }
  })
}
