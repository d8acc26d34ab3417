/** A label that opens a speech, such as `Q:` or `JANE DOE:`; `length` counts the label with its colon. */
export type SpeakerLabel = { readonly speaker: string; readonly length: number }

const labelPattern =
  /^(?:\[?\d{1,2}:\d{2}(?::\d{2})?\]?\s+)?(\*\*)?(Q|A|[Qq]uestion|[Aa]nswer|[Ii]nterviewer|\p{Lu}[\p{L}.'’-]*(?:\s+\p{Lu}[\p{L}.'’-]*){0,3})(?:\s*\([^()]{1,30}\))?\s*(?::\1|\1\s*:|(?<=^[QA])\.)\s+(?=\S)/u

/** The speaker label that a line opens with; any capitalised words before a colon may be one. */
export const readSpeaker = (text: string): SpeakerLabel | null => {
  const match = labelPattern.exec(text.slice(0, 120))
  return match?.[2] ? { speaker: match[2], length: match[0].trimEnd().length } : null
}

const asking = /^(?:q|question|interviewer|moderator|host)$/i

/** Whether a label by itself says that its holder asks. */
export const isAsking = (speaker: string): boolean => asking.test(speaker)
