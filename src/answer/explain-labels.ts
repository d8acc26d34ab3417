import type { SignalName } from './confidence.ts'
import type { PassageFeatureName } from './passage-features.ts'
import type { AnswerType } from './query.ts'
import type { SentenceFeatureName } from './sentence-features.ts'

/** The topics that features are grouped by, in words for a host. */
export const topicLabels = {
  words: 'words of the question, in any form or similar',
  order: 'words in the same order',
  meaning: 'similar in meaning',
  theme: 'on a similar topic',
  type: 'what is asked for',
  passage: 'its passage',
  position: 'position and length',
  unknown: 'words that no source has',
  others: 'how far it stands out from the rest',
  question: 'the question and the library',
  start: 'starting point of every question',
} as const
export type Topic = keyof typeof topicLabels

/** A feature in words for a host. */
export type Labelled = { readonly topic: Topic; readonly label: string }

/** Labels of the features of a passage. Shares are of the question’s weight: rare words weigh more. */
export const passageLabels = {
  'index-score': { topic: 'words', label: 'index score' },
  'index-lead': { topic: 'words', label: 'index score, relative to the best passage' },
  coverage: { topic: 'words', label: 'share of the question in the passage' },
  'coverage-with-context': { topic: 'words', label: 'the same, counting title and headings' },
  'best-sentence-with-context': {
    topic: 'words',
    label: 'largest share of the question in one sentence, counting title and headings',
  },
  likeness: { topic: 'words', label: 'words similar to the question’s, however distant' },
  nearness: { topic: 'words', label: 'words similar to the question’s, close ones only' },
  'three-sentences': {
    topic: 'words',
    label: 'largest share of the question in three sentences in a row, counting similar words',
  },
  theme: { topic: 'theme', label: 'has a sentence on a similar topic' },
  'same-forms': { topic: 'words', label: 'share of the question in exactly the form typed' },
  'words-in-common': { topic: 'words', label: 'share of the words found, each counted equally' },
  'word-pairs': { topic: 'order', label: 'neighbouring words in the same order' },
  'word-run': { topic: 'order', label: 'longest run of words in the same order' },
  'answer-type': { topic: 'type', label: 'shows what is asked for' },
  'near-type': { topic: 'type', label: 'number or date asked for, close to words of the question' },
  'number-before': { topic: 'type', label: 'number just before what is counted' },
  'missing-names': { topic: 'words', label: 'names of the question that are missing' },
  'nearby-coverage': { topic: 'words', label: 'share of the question in it or its neighbouring passages' },
  length: { topic: 'position', label: 'length of the passage' },
  meaning: { topic: 'meaning', label: 'it means something like the question' },
  'meaning-of-sentence': { topic: 'meaning', label: 'one of its sentences means something like the question' },
} as const satisfies Record<PassageFeatureName, Labelled>

/** Labels of the features of a sentence. */
export const sentenceLabels = {
  passage: { topic: 'passage', label: 'its passage compared with the others; 0 if there are none' },
  'coverage-with-context': { topic: 'words', label: 'share of the question in it, its title and headings' },
  likeness: { topic: 'words', label: 'words similar to the question’s, however distant' },
  nearness: { topic: 'words', label: 'words similar to the question’s, close ones only' },
  'sentence-before': { topic: 'words', label: 'what the sentence before adds of the question' },
  'sentence-after': { topic: 'words', label: 'what the sentence after adds of the question' },
  'answer-type': { topic: 'type', label: 'shows what is asked for' },
  'answer-type-missing': { topic: 'type', label: 'does not show what is asked for' },
  'near-type': { topic: 'type', label: 'number or date asked for, close to words of the question' },
  'number-before': { topic: 'type', label: 'number just before what is counted' },
  'word-pairs': { topic: 'order', label: 'neighbouring words in the same order' },
  theme: { topic: 'theme', label: 'similar topic' },
  'missing-names': { topic: 'words', label: 'names of the question that are missing' },
  'missing-numbers': { topic: 'words', label: 'numbers of the question that are missing' },
  'missing-verbs': { topic: 'words', label: 'verbs of the question that are missing' },
  focus: { topic: 'words', label: 'has the thing that “what”, “which” or “how many” asks for' },
  'nearest-of-passage': {
    topic: 'words',
    label: 'similarity to the question, relative to its passage’s best sentence',
  },
  'best-of-passage': { topic: 'words', label: 'words of the question, relative to its passage’s best sentence' },
  'place-in-passage': { topic: 'position', label: 'how late it comes in its passage' },
  'is-question': { topic: 'position', label: 'is itself a question' },
  meaning: { topic: 'meaning', label: 'it means something like the question' },
  'meaning-in-passage': { topic: 'meaning', label: 'how far it falls behind the closest sentence of its passage' },
  'meaning-around': { topic: 'meaning', label: 'a sentence beside it means something like the question' },
} as const satisfies Record<SentenceFeatureName, Labelled>

/** Labels of the signals of the confidence: of the best sentence, unless they are of the question or the library. */
export const signalLabels = {
  bias: { topic: 'start', label: 'starting point of every question' },
  cohesion: { topic: 'theme', label: 'the passages found are about one thing' },
  evenness: { topic: 'others', label: 'many passages found are as good as the best' },
  'passage-score': { topic: 'words', label: 'score of its passage' },
  'passage-chance': { topic: 'others', label: 'its passage stands out from the others' },
  'index-share': { topic: 'words', label: 'index score, as a share of the highest possible' },
  coverage: { topic: 'words', label: 'share of the question in its passage' },
  'coverage-with-context': { topic: 'words', label: 'the same, counting title and headings' },
  'nearby-coverage': { topic: 'words', label: 'share of the question in its passage or the neighbouring ones' },
  'passage-likeness': { topic: 'words', label: 'words in its passage similar to the question’s, however distant' },
  'passage-nearness': { topic: 'words', label: 'words in its passage similar to the question’s, close ones only' },
  'three-sentences': { topic: 'words', label: 'largest share of the question in three sentences in a row' },
  'passage-theme': { topic: 'theme', label: 'its passage has a sentence on a similar topic' },
  'passage-pairs': { topic: 'order', label: 'neighbouring words in the same order in its passage' },
  'word-run': { topic: 'order', label: 'longest run of words in the same order in its passage' },
  'same-forms': { topic: 'words', label: 'share of the question in exactly the form typed' },
  'words-in-common': { topic: 'words', label: 'share of the words found in its passage, each counted equally' },
  'passage-length': { topic: 'position', label: 'length of its passage' },
  'sentence-with-context': { topic: 'words', label: 'share of the question in the sentence, title and headings' },
  'sentence-nearness': { topic: 'words', label: 'words in the sentence similar to the question’s, close ones only' },
  'sentence-likeness': { topic: 'words', label: 'words in the sentence similar to the question’s, however distant' },
  'sentence-pairs': { topic: 'order', label: 'neighbouring words in the same order in the sentence' },
  'sentence-theme': { topic: 'theme', label: 'the sentence is on a similar topic' },
  'missing-names': { topic: 'words', label: 'names of the question missing from the sentence' },
  'missing-numbers': { topic: 'words', label: 'numbers of the question missing from the sentence' },
  'missing-verbs': { topic: 'words', label: 'verbs of the question missing from the sentence' },
  'answer-type-missing': { topic: 'type', label: 'the sentence does not show what is asked for' },
  'near-type': { topic: 'type', label: 'number or date asked for, close to words of the question' },
  unknown: { topic: 'unknown', label: 'share of the question that no source has' },
  'unknown-names': { topic: 'unknown', label: 'names and numbers of the question that no source has' },
  'unknown-words': { topic: 'unknown', label: 'how many words no source has' },
  'asked-words': { topic: 'question', label: 'how many words the question has' },
  'found-weight': { topic: 'words', label: 'how rare the words found are' },
  'found-words': { topic: 'words', label: 'how many of the words found are rare in the library' },
  'library-size': { topic: 'question', label: 'size of the library' },
  chance: { topic: 'others', label: 'the sentence stands out from all the others' },
  lead: { topic: 'others', label: 'lead of the best sentence over the next' },
  'meaning-of-passage': { topic: 'meaning', label: 'the passage means something like the question' },
  'meaning-of-sentence': { topic: 'meaning', label: 'the sentence means something like the question' },
  'meaning-of-best-sentence': {
    topic: 'meaning',
    label: 'the closest sentence of the passage means something like it',
  },
  'meaning-lead': { topic: 'meaning', label: 'the next sentence means something less like it' },
} as const satisfies Record<SignalName, Labelled>

/** The penalty that is applied besides the signals. */
export const mostlyUnknownLabel: Labelled = {
  topic: 'unknown',
  label: 'several key words are unknown: the library knows little more than the names',
}

/** What speaks against the best quote besides. */
export const objectionLabel: Labelled = {
  topic: 'type',
  label: 'may be about another thing than what was asked',
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
