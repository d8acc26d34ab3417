import { andList, inMarks, type Message, msg, plural } from '../domain/message.ts'
import { monthNames } from '../language/english/calendar-words.ts'
import type { Concept, Interpretation } from './query.ts'

/** Weight of a word of an earlier question, relative to one of the current question. */
const carriedShare = 0.5

/** The kind of date that a concept names; a newer date replaces one of the same kind. */
const dateKindOf = ({ surface }: Concept): 'year' | 'month' | null => {
  if (/^\d{4}$/.test(surface)) return 'year'
  return monthNames.includes(surface.toLowerCase()) ? 'month' : null
}

/**
 * Adds an earlier question to a query; its words count half. If the two have different years or months, or name one
 * thing in different words, the query's stay; if the query has a name, earlier names count as plain words.
 */
export const following = (query: Interpretation, earlier: Interpretation): Interpretation => {
  const known = new Set(query.concepts.flatMap(({ alternatives }) => alternatives.map((terms) => terms.join(' '))))
  const dates = new Set(query.concepts.map(dateKindOf))
  const isNamed = query.concepts.some(({ isName }) => isName)
  const carried = earlier.concepts
    .filter(({ alternatives }) => !alternatives.some((terms) => known.has(terms.join(' '))))
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

/** Characters of an earlier question in a note. */
const maxShownLength = 80

const shown = (question: string): string => {
  const characters = [...question.trim()]
  if (characters.length <= maxShownLength) return characters.join('')
  const opening = characters.slice(0, maxShownLength - 1).join('')
  return `${opening.trimEnd()}…`
}

/** Tells the asker which questions, oldest first, a question was read with. */
export const followingNote = (earlier: readonly string[]): Message => {
  const questions = andList(inMarks(earlier.map(shown)))
  return plural(earlier.length, msg`Read with your question ${questions}.`, msg`Read with your questions ${questions}.`)
}
