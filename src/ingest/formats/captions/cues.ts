/** A caption: when it is shown, and its lines with their markup. */
export type Cue = {
  /** In milliseconds. */
  readonly start: number
  readonly end: number
  readonly lines: readonly string[]
}

/** A file of captions. */
export type CaptionFile = {
  /** In order of time. */
  readonly cues: readonly Cue[]
  readonly title: string | null
  readonly language: string | null
}

const time = String.raw`(?:(\d{1,4}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,9}))?`
/** `00:00:01,000 --> 00:00:04,000`, and YouTube’s `0:00:01.000,0:00:04.000`. Settings may stand behind it. */
const timing = new RegExp(String.raw`^\s*${time}\s*(?:-{1,2}>|,)\s*${time}(?:\s.*)?$`)
/** A longer line is none. */
const maxTiming = 300

const milliseconds = ([hours, minutes, seconds, fraction]: readonly (string | undefined)[]): number =>
  ((Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds ?? 0)) * 1000 +
  Math.round(Number(`0.${fraction ?? 0}`) * 1000)

const timesIn = (line: string): Pick<Cue, 'start' | 'end'> | null => {
  const match = line.length > maxTiming ? null : timing.exec(line)
  return match === null ? null : { start: milliseconds(match.slice(1, 5)), end: milliseconds(match.slice(5, 9)) }
}

/** A description that the first line has behind a dash, unless it is of the file: who made it, how. */
const described =
  /^WEBVTT\s+[-–—]\s+(?!.*(?:https?:|www\.|\bfile\b|\bcues?\b|generated|created|exported|converted))(\S+\s\S.{0,200}?\w)\s*$/i
const field = /^(title|language)\s*[:=]\s*(.{1,200}?)\s*$/i
const noteOfLanguage = /^(?:NOTE\s+)?language\s*:\s*"?([a-z]{2,3}(?:-[\w-]{1,20})?)"?\s*$/i
const tag = /^[a-z]{2,3}(?:-[a-z\d]{1,8}){0,4}$/i

/** What the head of WebVTT states: its lines up to the first blank one, and a note that names the language. */
const headOf = (lines: readonly string[]): Pick<CaptionFile, 'title' | 'language'> => {
  let title = described.exec(lines[0]?.slice(0, maxTiming) ?? '')?.[1] ?? null
  let language: string | null = null
  let isHead = true
  for (const line of lines.slice(1, 60)) {
    if (line === '') isHead = false
    if (timesIn(line) !== null) break
    const [, name, value] = (isHead && field.exec(line.slice(0, maxTiming))) || []
    if (name?.toLowerCase() === 'title') title = value ?? title
    const stated = name?.toLowerCase() === 'language' ? value : noteOfLanguage.exec(line.slice(0, maxTiming))?.[1]
    if (stated !== undefined && tag.test(stated)) language = stated
  }
  return { title, language }
}

const isNumber = (line: string | undefined): boolean => /^\s*\d{1,7}\s*$/.test(line ?? '')

/**
 * Reads captions as SubRip, WebVTT and YouTube’s .sbv write them, and as people mend them: numbers may be missing, and
 * blank lines between or within cues.
 * @param text with LF alone
 * @returns the cues, none of them if it is something else
 */
export const readCues = (text: string): CaptionFile => {
  const lines = text.split('\n')
  const isWebVtt = /^WEBVTT(?:\s|$)/.test(lines[0] ?? '')
  // YouTube's lines of one space keep a caption at its place.
  const isBlank = (line: string): boolean => (isWebVtt ? line === '' : line.trim() === '')
  const cues: { start: number; end: number; lines: string[] }[] = []
  let isSkipped = false
  let isBelowBlank = true
  for (const [at, line] of lines.entries()) {
    const times = timesIn(line)
    const last = cues.at(-1)
    if (times !== null) {
      if (!isBelowBlank && last && isNumber(last.lines.at(-1))) last.lines.pop()
      cues.push({ ...times, lines: [] })
      isSkipped = false
    } else if (isBlank(line)) isSkipped = false
    else {
      if (isBelowBlank && isWebVtt && /^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(line)) isSkipped = true
      const next = lines[at + 1] ?? ''
      const isName = isBelowBlank && (timesIn(next) !== null || (isNumber(line) && isBlank(next)))
      if (last && !isSkipped && !isName && line.trim() !== '') last.lines.push(line)
    }
    isBelowBlank = times === null && isBlank(line)
  }
  cues.sort((a, b) => a.start - b.start)
  return { cues, ...(isWebVtt ? headOf(lines) : { title: null, language: null }) }
}
