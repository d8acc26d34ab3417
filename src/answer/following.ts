import { andList, inMarks, type Message, msg, plural } from '../domain/message.ts'
import type { Concept, Interpretation } from './query.ts'

/** What a word of an earlier question counts against one of the question that follows it. */
const carriedShare = 0.5

const months = 'january february march april may june july august september october november december'.split(' ')

/** Which kind of date a concept names; one of a kind takes the place of another. */
const dateKindOf = ({ surface }: Concept): 'year' | 'month' | null => {
  if (/^\d{4}$/.test(surface)) return 'year'
  return months.includes(surface.toLowerCase()) ? 'month' : null
}

/**
 * A question read with the one that it follows, whose words count half. Where the two name different years or months, or
 * one thing in different words, those of the question itself stand; a name of its own makes the earlier ones plain words.
 */
export const following = (query: Interpretation, earlier: Interpretation): Interpretation => {
  const own = new Set(query.concepts.flatMap(({ alternatives }) => alternatives.map((terms) => terms.join(' '))))
  const dates = new Set(query.concepts.map(dateKindOf))
  const isNamed = query.concepts.some(({ isName }) => isName)
  const carried = earlier.concepts
    .filter(({ alternatives }) => !alternatives.some((terms) => own.has(terms.join(' '))))
    .filter((concept) => {
      const kind = dateKindOf(concept)
      return kind === null || !dates.has(kind)
    })
    .map(
      (concept): Concept => ({
        ...concept,
        weight: concept.weight * carriedShare,
        terms: concept.terms.map(({ term, weight }) => ({ term, weight: weight * carriedShare })),
        isName: concept.isName && !isNamed,
      }),
    )
  const concepts = [...query.concepts, ...carried]
  return {
    ...query,
    concepts,
    terms: concepts.flatMap(({ terms }) => terms),
    words: [...earlier.words, ...query.words],
    expects: query.expects ?? earlier.expects,
    replacements: [...query.replacements, ...earlier.replacements],
  }
}

/** Characters of an earlier question that a note shows. */
const mostShown = 80

const shown = (question: string): string => {
  const characters = [...question.trim()]
  if (characters.length <= mostShown) return characters.join('')
  const opening = characters.slice(0, mostShown - 1).join('')
  return `${opening.trimEnd()}…`
}

/** Tells the asker which questions, oldest first, a question was read with. */
export const followingNote = (earlier: readonly string[]): Message => {
  const questions = andList(inMarks(earlier.map(shown)))
  return plural(earlier.length, msg`Read with your question ${questions}.`, msg`Read with your questions ${questions}.`)
}
