import type { SourceSuggestion } from '../../../quoth.ts'
import { oneLine } from '../messages/neutralise.ts'

/** Characters of a choice's name and of its value. */
const longest = 100

/** How many choices Discord shows. */
export const mostChoices = 25

/**
 * Suggested sources as choices of autocomplete: titles to read, ids to send. Sources of one title show their ids as well. A
 * source whose id is too long to be sent is named by its title, which finds it too; where that is too long, it is left out.
 */
export const sourceChoices = (
  suggestions: readonly SourceSuggestion[],
): readonly { readonly name: string; readonly value: string }[] => {
  const titles = suggestions.map(({ title }) => oneLine(title, longest))
  return suggestions.slice(0, mostChoices).flatMap(({ id, title }, index) => {
    const value = [id, title].find((candidate) => candidate.length <= longest)
    const shown = titles[index] ?? ''
    const isAlone = titles.filter((other) => other === shown).length === 1
    const suffix = isAlone && shown !== '' ? '' : ` (${oneLine(id, 40)})`
    return value === undefined ? [] : [{ name: `${oneLine(title, longest - suffix.length)}${suffix}`.trim(), value }]
  })
}
