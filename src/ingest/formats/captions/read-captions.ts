import { QuothError } from '../../../domain/error.ts'
import { msg } from '../../../domain/message.ts'
import { languageTag } from '../../../language/languages.ts'
import { decode } from '../../decode.ts'
import { endsSentence } from '../../line-kinds.ts'
import type { Extraction, FormattedFile } from '../format.ts'
import { type TextWriter, textWriter } from '../text-writer.ts'
import { readCues } from './cues.ts'
import { withLabelsAsVoices } from './labelled.ts'
import { type Shown, withoutRolling } from './rolling.ts'
import { type SpokenLine, spokenLines } from './spoken-lines.ts'

/**
 * Where a paragraph ends, in characters and milliseconds: behind a sentence once it has `enough`, or where nobody
 * speaks for a while. What has no full stops, as speech that a machine wrote down, ends where the speaker takes a
 * breath, or at `most`.
 */
const limits = { enough: 400, pause: 4000, silence: 10_000, unpunctuated: 250, breath: 500, most: 600 }

/** A sentence that ends within a line. */
const innerEnd = /[.!?…。！？]["”’)\]]*(?=\s+["“‘(¿¡]?\p{Lu})/gu

type Part = Parameters<TextWriter['block']>[0] extends string | readonly (infer P)[] ? P : never

/** The paragraph that is being put together. */
type Paragraph = {
  readonly parts: Part[]
  readonly voice: string | null
  readonly mark: string | null
  length: number
  /** Characters since a sentence ended. */
  sinceEnd: number
  endsSentence: boolean
  end: number
}

const opened = (voice: string | null, mark: string | null): Paragraph => ({
  parts: [],
  voice,
  mark,
  length: 0,
  sinceEnd: 0,
  endsSentence: false,
  end: 0,
})

const isComplete = ({ length, sinceEnd, endsSentence: ended, end }: Paragraph, start: number): boolean => {
  const pause = start - end
  if (length === 0) return false
  if (pause >= limits.silence) return true
  if (ended) return length >= limits.enough || pause >= limits.pause
  if (sinceEnd < limits.unpunctuated) return false
  return sinceEnd >= limits.most || pause >= limits.breath
}

/** Where a long paragraph may end within a line: behind its last sentence. */
const endWithin = (text: string): number =>
  [...text.matchAll(innerEnd)].reduce((_, { index, 0: { length } }) => index + length, 0)

const addText = (paragraph: Paragraph, text: string, end: number): void => {
  paragraph.parts.push(text)
  paragraph.length += text.length + 1
  const within = endWithin(text)
  paragraph.endsSentence = endsSentence(text)
  paragraph.sinceEnd = paragraph.endsSentence ? 0 : within > 0 ? text.length - within : paragraph.sinceEnd + text.length
  paragraph.end = end
}

/** Writes what is spoken as running text, with the time at which each caption begins. */
const writeSpoken = (writer: TextWriter, cues: readonly Shown[]): void => {
  let current = opened(null, null)
  const flush = (voice: string | null, mark: string | null): void => {
    const { parts, voice: speaker, mark: before } = current
    if (parts.length > 0)
      writer.block(parts, { ...(speaker === null ? {} : { speaker }), ...(before === null ? {} : { mark: before }) })
    current = opened(voice, mark)
  }
  const add = (line: SpokenLine, { start, end }: Shown): void => {
    const { text, voice, mark } = line
    if (line.isSound) {
      if (current.length > 0) current.parts.push({ furniture: text, rule: 'caption-sound' })
      else writer.furniture(text, 'caption-sound')
      return
    }
    if (mark !== null || voice !== current.voice || isComplete(current, start)) flush(voice, mark)
    const time: Part = { place: start, label: 'timestamp' }
    current.parts.push(time)
    const cut = current.length >= limits.enough ? endWithin(text) : 0
    if (cut > 0) {
      addText(current, text.slice(0, cut), end)
      flush(voice, null)
      current.parts.push(time)
    }
    addText(current, text.slice(cut).trim(), end)
  }
  for (const cue of cues) for (const line of cue.lines) add(line, cue)
  flush(null, null)
}

/**
 * Reads captions.
 * @param file the file
 * @returns what is spoken, as paragraphs of several captions each
 * @throws QuothError `bad-document`, with the reason
 */
export const extract = async ({ bytes }: FormattedFile): Promise<Extraction> => {
  const { text, warnings } = decode(bytes)
  const { cues, title, language } = readCues(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'))
  if (cues.length === 0) throw new QuothError('bad-document', msg`It has no captions with times.`)
  const stated = language === null ? null : languageTag(language)
  const writer = textWriter()
  const shown = withoutRolling(cues.map((cue) => ({ ...cue, lines: spokenLines(cue) })))
  writeSpoken(writer, withLabelsAsVoices(shown))
  return {
    ...writer.written(),
    content: 'speech',
    stated: title === null ? {} : { title },
    ...(stated === null ? {} : { language: stated }),
    warnings,
    reader: 'captions 1.0.0',
  }
}
