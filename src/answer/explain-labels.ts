import type { SignalName } from './confidence.ts'
import type { PassageFeatureName } from './passage-features.ts'
import type { AnswerType } from './query.ts'
import type { SentenceFeatureName } from './sentence-features.ts'

/** What features tell of, each topic in words for a host. */
export const topicLabels = {
  words: 'words of the question that are there, in any form or nearly',
  order: 'words in the same order',
  matter: 'the same matter',
  type: 'what is asked for',
  passage: 'its passage',
  place: 'where it stands, and how long it is',
  unknown: 'what no source has',
  others: 'how far it stands out among the others',
  question: 'the question and the library as such',
  start: 'where every question begins',
} as const
export type Topic = keyof typeof topicLabels

/** A feature in words for a host. */
export type Labelled = { readonly topic: Topic; readonly label: string }

/** What each feature of a passage is, in words for a host. Parts are of the question's weight: rare words weigh more. */
export const passageLabels = {
  'index-score': { topic: 'words', label: 'score in the index, beside the best passage' },
  coverage: { topic: 'words', label: 'part of the question in the passage' },
  'coverage-with-context': { topic: 'words', label: 'the same, its title and headings counted' },
  'best-sentence-with-context': {
    topic: 'words',
    label: 'most of the question in one sentence, with title and headings',
  },
  likeness: { topic: 'words', label: 'words like those of the question, however far' },
  nearness: { topic: 'words', label: 'words like those of the question, near ones alone' },
  'three-sentences': { topic: 'words', label: 'most of the question in three sentences on end, like words counted' },
  theme: { topic: 'matter', label: 'a sentence about the same matter' },
  'same-forms': { topic: 'words', label: 'part of the question in the very form that was typed' },
  'words-in-common': { topic: 'words', label: 'share of the words that it has, each counted alike' },
  'word-pairs': { topic: 'order', label: 'neighbouring words in the same order' },
  'word-run': { topic: 'order', label: 'longest run of words in the same order' },
  'answer-type': { topic: 'type', label: 'shows what is asked for' },
  'near-type': { topic: 'type', label: 'number or date asked for, close to words of the question' },
  'number-before': { topic: 'type', label: 'number right before the thing that is counted' },
  'missing-names': { topic: 'words', label: 'names of the question that it lacks' },
  'nearby-coverage': { topic: 'words', label: 'part of the question in it or the passages beside it' },
  length: { topic: 'place', label: 'length of the passage' },
} as const satisfies Record<PassageFeatureName, Labelled>

/** The same of a sentence. */
export const sentenceLabels = {
  passage: { topic: 'passage', label: 'its passage among those that compete; 0 when it stands alone' },
  'coverage-with-context': { topic: 'words', label: 'part of the question in it, its title and headings' },
  likeness: { topic: 'words', label: 'words like those of the question, however far' },
  nearness: { topic: 'words', label: 'words like those of the question, near ones alone' },
  'sentence-before': { topic: 'words', label: 'what the sentence before adds of the question' },
  'sentence-after': { topic: 'words', label: 'what the sentence after adds of the question' },
  'answer-type': { topic: 'type', label: 'shows what is asked for' },
  'answer-type-missing': { topic: 'type', label: 'does not show what is asked for' },
  'near-type': { topic: 'type', label: 'number or date asked for, close to words of the question' },
  'number-before': { topic: 'type', label: 'number right before the thing that is counted' },
  'word-pairs': { topic: 'order', label: 'neighbouring words in the same order' },
  theme: { topic: 'matter', label: 'about the same matter' },
  'missing-names': { topic: 'words', label: 'names of the question that it lacks' },
  'missing-numbers': { topic: 'words', label: 'numbers of the question that it lacks' },
  'missing-verbs': { topic: 'words', label: 'what is done in the question and not said in it' },
  focus: { topic: 'words', label: 'has the thing that “what”, “which” or “how many” asks for' },
  'nearest-of-passage': { topic: 'words', label: 'nearest to the question within its passage' },
  'best-of-passage': { topic: 'words', label: 'most words of the question within its passage' },
  'place-in-passage': { topic: 'place', label: 'how late in its passage it stands' },
  'is-question': { topic: 'place', label: 'is a question itself' },
} as const satisfies Record<SentenceFeatureName, Labelled>

/** What each signal of the confidence is; all but those of the question and the library are of the best sentence. */
export const signalLabels = {
  bias: { topic: 'start', label: 'where every question begins' },
  cohesion: { topic: 'matter', label: 'what was found is about one thing' },
  evenness: { topic: 'others', label: 'much was found that is as good as the best' },
  'passage-score': { topic: 'words', label: 'score of its passage' },
  'passage-chance': { topic: 'others', label: 'its passage stands out among the others' },
  'index-share': { topic: 'words', label: 'score in the index, as a part of what was possible' },
  coverage: { topic: 'words', label: 'part of the question in its passage' },
  'coverage-with-context': { topic: 'words', label: 'the same, title and headings counted' },
  'nearby-coverage': { topic: 'words', label: 'part of the question in its passage or those beside it' },
  'passage-likeness': { topic: 'words', label: 'words in its passage like those of the question, however far' },
  'passage-nearness': { topic: 'words', label: 'words in its passage like those of the question, near ones alone' },
  'three-sentences': { topic: 'words', label: 'most of the question in three sentences on end' },
  'passage-theme': { topic: 'matter', label: 'a sentence of its passage about the same matter' },
  'passage-pairs': { topic: 'order', label: 'neighbouring words in the same order in its passage' },
  'word-run': { topic: 'order', label: 'longest run of words in the same order in its passage' },
  'same-forms': { topic: 'words', label: 'part of the question in the very form that was typed' },
  'words-in-common': { topic: 'words', label: 'share of the words in its passage, each counted alike' },
  'passage-length': { topic: 'place', label: 'length of its passage' },
  'sentence-with-context': { topic: 'words', label: 'part of the question in the sentence, title and headings' },
  'sentence-nearness': { topic: 'words', label: 'words in the sentence like those of the question, near ones alone' },
  'sentence-likeness': { topic: 'words', label: 'words in the sentence like those of the question, however far' },
  'sentence-pairs': { topic: 'order', label: 'neighbouring words in the same order in the sentence' },
  'sentence-theme': { topic: 'matter', label: 'the sentence is about the same matter' },
  'missing-names': { topic: 'words', label: 'names of the question that the sentence lacks' },
  'missing-numbers': { topic: 'words', label: 'numbers of the question that the sentence lacks' },
  'missing-verbs': { topic: 'words', label: 'what is done in the question and not said in the sentence' },
  'answer-type-missing': { topic: 'type', label: 'the sentence does not show what is asked for' },
  'near-type': { topic: 'type', label: 'number or date asked for, close to words of the question' },
  unknown: { topic: 'unknown', label: 'part of the question that no source has' },
  'unknown-names': { topic: 'unknown', label: 'names and numbers of the question that no source has' },
  'unknown-words': { topic: 'unknown', label: 'how many words no source has' },
  'asked-words': { topic: 'question', label: 'how many words the question has' },
  'found-weight': { topic: 'words', label: 'how much the words that were found tell, by their rarity' },
  'found-words': { topic: 'words', label: 'how many words were found that are rare in the library' },
  'library-size': { topic: 'question', label: 'size of the library' },
  chance: { topic: 'others', label: 'the sentence stands out among all others' },
  lead: { topic: 'others', label: 'how far the best sentence is ahead of the next' },
} as const satisfies Record<SignalName, Labelled>

/** The rule that stands beside the signals. */
export const mostlyUnknownLabel: Labelled = {
  topic: 'unknown',
  label: 'several words that say what is asked: the library knows little more than the names',
}

/** What a question of each type asks for. */
export const answerTypeLabels = {
  person: 'a person',
  place: 'a place',
  time: 'a time',
  year: 'a year',
  number: 'a number',
  money: 'an amount of money',
  percentage: 'a share or percentage',
  reason: 'a reason',
} as const satisfies Record<AnswerType, string>
