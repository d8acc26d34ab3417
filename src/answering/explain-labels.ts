import type { SignalName } from './confidence.ts'
import type { AnswerType } from './query.ts'
import type { PassageFeatureName } from './ranking/passage-features.ts'
import type { SentenceFeatureName } from './ranking/sentence-features.ts'

/** What each feature of a passage is, in words for a host. Parts are of the question's weight: rare words weigh more. */
export const passageLabels = {
  'index-score': 'score in the index, beside the best passage',
  coverage: 'part of the question in the passage',
  'coverage-with-context': 'the same, its title and headings counted',
  'best-sentence-with-context': 'most of the question in one sentence, with title and headings',
  likeness: 'words like those of the question, however far',
  nearness: 'words like those of the question, near ones alone',
  'three-sentences': 'most of the question in three sentences on end, like words counted',
  theme: 'a sentence about the same matter',
  'same-forms': 'part of the question in the very form that was typed',
  'words-in-common': 'share of the words that it has, each counted alike',
  'word-pairs': 'neighbouring words in the same order',
  'word-run': 'longest run of words in the same order',
  'answer-type': 'shows what is asked for',
  'near-type': 'number or date asked for, close to words of the question',
  'number-before': 'number right before the thing that is counted',
  'missing-names': 'names of the question that it lacks',
  'nearby-coverage': 'part of the question in it or the passages beside it',
  length: 'length of the passage',
} as const satisfies Record<PassageFeatureName, string>

/** The same of a sentence. */
export const sentenceLabels = {
  passage: 'its passage among those that compete; 0 when it stands alone',
  'coverage-with-context': 'part of the question in it, its title and headings',
  likeness: 'words like those of the question, however far',
  nearness: 'words like those of the question, near ones alone',
  'sentence-before': 'what the sentence before adds of the question',
  'sentence-after': 'what the sentence after adds of the question',
  'answer-type': 'shows what is asked for',
  'answer-type-missing': 'does not show what is asked for',
  'near-type': 'number or date asked for, close to words of the question',
  'number-before': 'number right before the thing that is counted',
  'word-pairs': 'neighbouring words in the same order',
  theme: 'about the same matter',
  'missing-names': 'names of the question that it lacks',
  'missing-numbers': 'numbers of the question that it lacks',
  'missing-verbs': 'what is done in the question and not said in it',
  focus: 'has the thing that “what”, “which” or “how many” asks for',
  'nearest-of-passage': 'nearest to the question within its passage',
  'best-of-passage': 'most words of the question within its passage',
  'place-in-passage': 'how late in its passage it stands',
  'is-question': 'is a question itself',
} as const satisfies Record<SentenceFeatureName, string>

/** What each signal of the confidence is; all but those of the question and the library are of the best sentence. */
export const signalLabels = {
  bias: 'where every question begins',
  cohesion: 'what was found is about one thing',
  evenness: 'much was found that is as good as the best',
  'passage-score': 'score of its passage',
  'passage-chance': 'its passage stands out among the others',
  'index-share': 'score in the index, as a part of what was possible',
  coverage: 'part of the question in its passage',
  'coverage-with-context': 'the same, title and headings counted',
  'nearby-coverage': 'part of the question in its passage or those beside it',
  'passage-likeness': 'words in its passage like those of the question, however far',
  'passage-nearness': 'words in its passage like those of the question, near ones alone',
  'three-sentences': 'most of the question in three sentences on end',
  'passage-theme': 'a sentence of its passage about the same matter',
  'passage-pairs': 'neighbouring words in the same order in its passage',
  'word-run': 'longest run of words in the same order in its passage',
  'same-forms': 'part of the question in the very form that was typed',
  'words-in-common': 'share of the words in its passage, each counted alike',
  'passage-length': 'length of its passage',
  'sentence-with-context': 'part of the question in the sentence, title and headings',
  'sentence-nearness': 'words in the sentence like those of the question, near ones alone',
  'sentence-likeness': 'words in the sentence like those of the question, however far',
  'sentence-pairs': 'neighbouring words in the same order in the sentence',
  'sentence-theme': 'the sentence is about the same matter',
  'missing-names': 'names of the question that the sentence lacks',
  'missing-numbers': 'numbers of the question that the sentence lacks',
  'missing-verbs': 'what is done in the question and not said in the sentence',
  'answer-type-missing': 'the sentence does not show what is asked for',
  'near-type': 'number or date asked for, close to words of the question',
  unknown: 'part of the question that no source has',
  'unknown-names': 'names and numbers of the question that no source has',
  'unknown-words': 'how many words no source has',
  'asked-words': 'how many words the question has',
  'found-weight': 'how much the words that were found tell, by their rarity',
  'found-words': 'how many words were found that are rare in the library',
  'library-size': 'size of the library',
  chance: 'the sentence stands out among all others',
  lead: 'how far the best sentence is ahead of the next',
} as const satisfies Record<SignalName, string>

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
