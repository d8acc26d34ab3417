import type { SourceSuggestion } from '../../../quoth.ts'
import { limits } from '../messages/budget.ts'
import { oneLine } from '../messages/neutralise.ts'
import { namesApart, sentName } from '../views/source-names.ts'

/** Characters of a publisher. */
const longestPublisher = 30

/** How many choices Discord shows. */
export const mostChoices = limits.choices.most

/** Publisher and year, as far as they are known: ` · Harbour Post · 1987`. */
const detailsOf = ({ publisher, issued }: SourceSuggestion): string =>
  [oneLine(publisher ?? '', longestPublisher), oneLine(issued?.slice(0, 4) ?? '', 4)]
    .flatMap((each) => (each === '' ? [] : [` · ${each}`]))
    .join('')

/**
 * Suggested sources as choices of autocomplete: title, publisher and year to read, ids or keys to send. Each is within Discord's
 * limits and unlike the others.
 */
export const sourceChoices = (
  suggestions: readonly SourceSuggestion[],
): readonly { readonly name: string; readonly value: string }[] => {
  // Two sources of one value are one choice.
  const shown = [...new Map(suggestions.map((each) => [sentName(each.id), each])).entries()].slice(0, mostChoices)
  const names = namesApart(shown.map(([, each]) => ({ id: each.id, title: each.title, behind: detailsOf(each) })))
  return shown.map(([value], at) => ({ name: names[at] ?? value, value }))
}
