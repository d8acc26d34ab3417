import { nameParticles } from '../../language/name-words.ts'
import { isAnswerLabel, isQuestionLabel, speakerRoles, speakerTitles } from '../../language/speaker-words.ts'

/**
 * What a label is by its words: a question's or an answer's (`qa`), a title and a name, a role, a name of several words,
 * one capitalised word, one in lower case, or a name that a chat program wrote.
 */
export type LabelClass = 'qa' | 'titled' | 'role' | 'person' | 'word' | 'lower' | 'nick'

/** What may be the label of a speaker, at the start of a line. */
export type SpeakerLabel = {
  readonly class: LabelClass
  readonly speaker: string
  /** Of everything before the words that are spoken. */
  readonly length: number
  /** Whether a chat program's time stands before or behind the name. */
  readonly isStamped: boolean
  /** `own`: the label has the line for itself; `bare`: without a time or a colon as well. */
  readonly line: 'shared' | 'own' | 'bare'
}

const clock = String.raw`\d{1,2}[:.]\d{1,2}(?:[:.]\d{1,2})?(?:[.,]\d{1,3})?(?:[\s\u202f]?[AaPp]\.?[Mm]\b\.?)?`
const numericDay = String.raw`\d{1,4}[./-]\d{1,2}[./-]\d{1,4}`
const writtenDay = String.raw`(?:\d{1,2}\.?\s)?\p{L}{3,9}\.?\s\d{1,2}(?:,?\s\d{4})?|\d{1,2}(?:\.?\s|-)\p{L}{3,9}(?:\.?\s|-)\d{2,4}`
const nearDay = "Today|Yesterday|Heute|Gestern|Hier|Hoy|Ayer|Aujourd['’]hui"
const day = `(?:${numericDay}|${writtenDay}|${nearDay})`
const stamp = String.raw`(?:${day}(?:,|\s+(?:at|um|à|a las))?[\sT]\s*)?${clock}`
/** A time before a label: `[13:02]`, `03/03/2014, 13:02 -`, `00:01:05 --> 00:01:09`. */
const opening = String.raw`[\u200e\u200f\u202a]*(?:\[${stamp}\]|\(${stamp}\)|${stamp}(?:\s*-->\s*${clock})?)(?:\s+[-–—|]\s+|\s*[-–—|]?\s*)`

const stampAt = new RegExp(`^${opening}`, 'u')
const emphasis = String.raw`(?:\*\*|__|\*|_)?`
const remark = String.raw`(?:\s*[(\[][^()\[\]]{1,40}[)\]])?`
/** `Jane Roe, Mayor:`; what stands behind the comma is no part of the name. */
const office = String.raw`(?:,\s(?:[^,:.!?\n]{2,40}|[JS]r\.)){0,2}`
const colon = new RegExp(
  String.raw`^(${emphasis})([\p{L}\p{N}+~@][^:：,<>()\[\]{}"“”\n|]{0,48}?)${office}${remark}\s?(?:\1\s?[:：]|[:：]\1)(?:\s*[[(]${clock}[\])])?(?:(?<=：)|(?=\s|\p{Lo}|$))`,
  'u',
)
const angle = /^<\s?[@+%~&]?([^\s<>/!@+%~&][^<>/]{0,30}?)\s?>(?=\s|$)/u
/** `<v Jane Roe>`: WebVTT. */
const voice = /^<v(?:\.[\w.-]{1,40})?\s([^<>\n]{1,60}?)\s?>/u
/** WeeChat: time, name and words between tabs. */
const tabbed = /^[@+%~&]?([\p{L}\p{N}_[\]\\`^{|}][^\s<>]{0,30})\t/u
/** `Mr. Altmire. Thank you`: a full stop behind the name, and a sentence behind that. */
const speech = String.raw`(?=\s+(?:\([^()]{1,60}\)\s+)?(?:["“'‘(\[]{0,2}[\p{Lu}\p{N}]|…|—|--|–\s))`
const namePart = String.raw`(?:\p{Lu}\.|\p{Lu}[\p{L}'’-]+)`
const place = String.raw`(?:\s+of\s+(?:the\s+)?\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?)?`
const titledStop = new RegExp(
  String.raw`^((?:(?:${speakerTitles})\.?\s+){1,2}(?:(?:de|von|van|der|la|le|du)\s+){0,2}${namePart}(?:\s+(?:(?:de|von|van|der|la|le|du)\s+)?${namePart}){0,3}${place})${remark}(?:,\s[^,.:;!?\n]{2,50})?\.(?:\s–)?${speech}`,
  'u',
)
const roleStop = new RegExp(
  String.raw`^((?:The|THE|M\.|Mme|Le|La|El)\s+(?:${speakerRoles}))${remark}\.(?:\s–)?${speech}`,
  'iu',
)
/** `HAMLET. Whither wilt thou lead me?` */
const capitalsStop = new RegExp(
  String.raw`^((?:\p{Lu}[\p{Lu}'’-]+)(?:\s\p{Lu}[\p{Lu}'’-]+){0,2})${remark}\.(?:\s?[—–])?${speech}`,
  'u',
)
const letter = /^([QA])(?:\.|\s(?=\s))\s*(?=["“'‘([…—-]*\p{Lu})/u

const titled = new RegExp(String.raw`^(?:(?:${speakerTitles})\.?\s+){1,2}\p{Lu}`, 'iu')
const role = new RegExp(String.raw`^(?:the\s+)?(?:${speakerRoles})(?:\s*\d{1,3}|\s(?:[a-z]|one|two|three))?$`, 'iu')
const roleAndName = new RegExp(String.raw`^(?:the\s+)?(?:${speakerRoles})\s+\p{Lu}`, 'iu')
/** A capital inside a word is a name's only behind such a beginning: `McLean`, and not `GitHub`. */
const nameWord =
  /^(?:(?:\p{Lu}\.){1,3}|(?:Ma?c|[DLO]['’]|De|Di|La|Le|Van|Fitz)?\p{Lu}[\p{Ll}'’]*(?:-\p{Lu}?[\p{Ll}'’]+)*\.?|[\p{Lu}'’-]+\.?|\p{Lo}+)$/u
const lower = /^[\p{Ll}_][\p{L}\p{N}_.|^-]{1,20}$/u
const numbered = /^[\p{L}]+\s?\d{1,3}$/u

const ofPlace = /^\p{Lu}[\p{L}'’. -]{1,40}\sof\s(?:the\s)?\p{Lu}[\p{L}'’-]+$/u

/** The class of a name that a document writes; null if no name looks so. */
const classOf = (name: string): LabelClass | null => {
  if (isQuestionLabel.test(name) || isAnswerLabel.test(name)) return 'qa'
  if (!/^[\p{Lu}\p{Lo}]/u.test(name)) return lower.test(name) ? 'lower' : null
  if (role.test(name)) return 'role'
  const words = name.split(/\s+/)
  if (words.length > 6) return null
  const proper = words.every((word) => nameWord.test(word) || nameParticles.has(word.toLowerCase()))
  if (titled.test(name)) return proper || ofPlace.test(name) ? 'titled' : null
  if (roleAndName.test(name) && proper) return 'person'
  if (!proper) return numbered.test(name) && words.length === 1 ? 'word' : null
  return words.length === 1 ? 'word' : 'person'
}

/** A title and a role address somebody: `Mr. Speaker. I rise`. */
const addresses = new RegExp(String.raw`^(?:mr|mrs|ms|madam|sir|sr|sra|herr|frau)\.?\s+(?:${speakerRoles})$`, 'iu')

const shared = { isStamped: false, line: 'shared' } as const

const withStop = (text: string): SpeakerLabel | null => {
  const match = titledStop.exec(text) ?? roleStop.exec(text)
  if (match?.[1]) {
    if (addresses.test(match[1])) return null
    const isRole = role.test(match[1].replace(/^(?:M\.|Mme|Le|La|El)\s+/i, ''))
    return { ...shared, class: isRole ? 'role' : 'titled', speaker: match[1], length: match[0].length }
  }
  const asked = letter.exec(text)
  if (asked?.[1]) return { ...shared, class: 'qa', speaker: asked[1], length: asked[0].trimEnd().length }
  const player = capitalsStop.exec(text)
  const found = player?.[1] ? classOf(player[1]) : null
  return player?.[1] && found ? { ...shared, class: found, speaker: player[1], length: player[0].length } : null
}

/** Names in a chat may be anything short: `~ Mira`, `+49 170 555 0100`, `der Hafen`, `Tom O.` */
const isNick = (name: string): boolean => name.split(/\s+/).length <= 5 && !/(?<!\s\p{Lu})[.!?]$/u.test(name)

const chatName = /^[~@\s]*/

/** Behind the time that a chat program writes before each message. */
const stamped = (text: string, length: number): SpeakerLabel | null => {
  const rest = text.slice(length)
  const nick = angle.exec(rest) ?? tabbed.exec(rest)
  if (nick?.[1])
    return { class: 'nick', speaker: nick[1], length: length + nick[0].length, isStamped: true, line: 'shared' }
  const match = colon.exec(rest)
  const name = match?.[2]?.replace(chatName, '').trim() ?? ''
  if (!match || !isNick(name)) return null
  return {
    class: classOf(name) ?? 'nick',
    speaker: name,
    length: length + match[0].length,
    isStamped: true,
    line: 'shared',
  }
}

/** How far into a line a label is looked for, in characters. */
const reach = 160

/**
 * @param text from the start of a line or of a sentence
 * @returns what may be the label of a speaker there, or null; `transcript.ts` decides whether it is one
 */
export const readLabel = (text: string): SpeakerLabel | null => {
  const start = text.slice(0, reach)
  const arrows = /^(?:>\s?){2,3}/.exec(start)?.[0].length ?? 0
  const before = arrows + (stampAt.exec(start.slice(arrows))?.[0].length ?? 0)
  if (before > arrows) return stamped(start, before)
  const words = start.slice(arrows)
  const nick = angle.exec(words) ?? voice.exec(words)
  if (nick?.[1]) return { ...shared, class: 'nick', speaker: nick[1], length: arrows + nick[0].length }
  const match = colon.exec(words)
  const name = match?.[2]?.trim() ?? ''
  const found = match ? classOf(name) : null
  if (match && found) return { ...shared, class: found, speaker: name, length: arrows + match[0].length }
  return arrows === 0 ? withStop(start) : null
}

/** A name and the time behind it, as chat programs and transcripts write them on a line of their own. */
const nameAndTime = new RegExp(
  String.raw`^(\S[^\n<>"“”]{0,40}?)(?:\s{2,}|\s+[-–—|]\s+|,?\s+(?=[\[(])|\s(?=${stamp}$))[\[(]?${stamp}[\])]?(?:\s\((?:edited|bearbeitet)\))?$`,
  'u',
)
const timeAndName = new RegExp(String.raw`^\[${stamp}\]\s+(\S[^\n]{0,40}?)(?:\s\((?:pinned|edited)\))?$`, 'u')
const aside = String.raw`(?:\s*\((?:V\.?O\.?|O\.?S\.?|CONT['’]?D|[^()]{1,30})\))?`
const capitals = new RegExp(
  String.raw`^(${emphasis})((?:\p{Lu}[\p{Lu}'’.-]*|\d{1,2})(?:\s(?:\p{Lu}[\p{Lu}'’.-]*|\d{1,2})){0,3})${aside}\1$`,
  'u',
)
const bold = /^(\*\*|__)([^*_:\n]{2,40})\1$/

/**
 * @param line a whole line
 * @param raw the same with the marks of Markdown
 * @returns the label that it may be: a line for itself above what is spoken; else null
 */
export const readLabelLine = (line: string, raw: string): SpeakerLabel | null => {
  if (line.length > 90) return null
  const timed = timeAndName.exec(line) ?? nameAndTime.exec(line)
  const nick = timed?.[1]?.replace(chatName, '').trim() ?? ''
  if (nick !== '' && /^[\p{L}\p{N}+_]/u.test(nick) && isNick(nick) && !/[:：](?:\s|$)/.test(nick))
    return { class: classOf(nick) ?? 'nick', speaker: nick, length: line.length, isStamped: true, line: 'own' }
  const labelled = readLabel(line)
  if (labelled?.length === line.length) return { ...labelled, line: 'own' }
  const name = bold.exec(raw)?.[2] ?? capitals.exec(line)?.[2]
  const found = name === undefined ? null : classOf(name)
  if (name === undefined || found === null || found === 'lower' || found === 'qa') return null
  const speaker = name.replace(/(?<=\p{L}{3})\.$/u, '')
  return { class: found, speaker, length: line.length, isStamped: false, line: 'bare' }
}

const timeAlone = new RegExp(`^[[(]?${stamp}(?:\\s*-->\\s*${clock})?[\\])]?$`, 'u')

/**
 * @param line a whole line
 * @returns whether it is a time and nothing else, as above the words of captions
 */
export const isTime = (line: string): boolean => line.length <= 60 && timeAlone.test(line)

/**
 * @param text a line
 * @returns whether it starts with the time that chat programs write
 */
export const startsWithTime = (text: string): boolean => stampAt.test(text)
