import * as english from './english/speaker-words.ts'
import * as french from './french/speaker-words.ts'
import * as german from './german/speaker-words.ts'
import * as spanish from './spanish/speaker-words.ts'

// Speakers are told before the language of a document is, so the words of all languages count together.

const languages = [english, german, french, spanish]

const either = (row: (words: (typeof languages)[number]) => string): string => `(?:${languages.map(row).join('|')})`

/** Titles before a speaker's name, as a pattern: `Mr`, `Senator`, `Mme`. */
export const speakerTitles = either(({ speakerTitle }) => speakerTitle)

/** What somebody is who speaks without a name, as a pattern; upper and lower case do not matter. */
export const speakerRoles = either(({ speakerRole }) => speakerRole)

/** The roles of those who ask. */
export const isAskingRole = new RegExp(`^(?:the )?${either(({ askingRole }) => askingRole)}(?: ?\\d+)?$`, 'iu')

/** Labels of questions, which name nobody: `Q`, `Question`. */
export const isQuestionLabel = new RegExp(`^(?:Q|${either(({ questionLabel }) => questionLabel)})$`, 'iu')
/** Labels of answers, which name nobody. */
export const isAnswerLabel = new RegExp(`^(?:A|${either(({ answerLabel }) => answerLabel)})$`, 'iu')

const noteWords = new Set(languages.flatMap(({ noteLabelWords }) => noteLabelWords.trim().split(/\s+/)))

/** In a label of several words, shorter ones may be particles of a name: `de`, `von`. */
const minNoteWord = 3

/**
 * @param label before a colon
 * @returns whether a word of it labels notes, fields or parts of a text, so that it names no speaker: `GitHub Issue`
 */
export const isNoteLabel = (label: string): boolean => {
  const words = label.toLowerCase().match(/\p{L}[\p{L}'’-]*/gu) ?? []
  return words.some((word) => noteWords.has(word) && (words.length === 1 || word.length > minNoteWord))
}

const conversing = new RegExp(
  `(?<![\\p{L}\\p{N}])${either(({ firstPerson }) => firstPerson)}(?![\\p{L}\\p{N}])|[?？]`,
  'u',
)
const answering = new RegExp(`^\\P{L}*${either(({ answerOpening }) => answerOpening)}(?![\\p{L}\\p{N}])`, 'iu')

/**
 * @param text of a turn
 * @returns whether it opens like an answer: `yes`, `no`, `okay`
 */
export const answers = (text: string): boolean => answering.test(text)

/**
 * @param text of a turn
 * @returns whether it sounds like a part of a conversation: in the first person, a question, or opening like an answer
 */
export const converses = (text: string): boolean => conversing.test(text) || answers(text)

/**
 * @param text of a paragraph
 * @returns whether it is about the interview rather than a part of it: `This interview has been edited.`
 */
export const isAboutTranscript = (text: string): boolean =>
  languages.some(({ aboutTranscript }) => aboutTranscript.test(text))

/**
 * @param text of a line
 * @returns whether it opens with the label of a note or a field, or with somebody who is quoted
 */
export const opensWithNote = (text: string): boolean => {
  const label = /^[^:.!?\n]{1,40}(?=:\s)/.exec(text)
  return label !== null && (isNoteLabel(label[0]) || /^:\s["“„«‘]/.test(text.slice(label[0].length)))
}
