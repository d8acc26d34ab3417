import type { SourceSuggestion } from '../../../quoth.ts'
import { limits } from '../messages/budget.ts'
import { oneLine } from '../messages/neutralise.ts'

/** Characters of a publisher, and of an id that tells sources apart. */
const longestPublisher = 30
const longestId = 60

/** How many choices Discord shows. */
export const mostChoices = limits.choices.most
/** Characters of a choice's name and of its value. */
const longest = limits.choices.text

/** `title`, cut where that is needed for what stands behind it. */
const withBehind = (title: string, behind: string): string =>
  `${oneLine(title, longest - behind.length)}${behind}`.trim()

/** Title, publisher and year, as far as they are known: `On tides · Harbour Post · 1987`. */
const described = ({ title, publisher, issued }: SourceSuggestion): string => {
  const details = [oneLine(publisher ?? '', longestPublisher), issued?.slice(0, 4) ?? ''].filter((each) => each !== '')
  return withBehind(title, details.map((each) => ` · ${each}`).join(''))
}

/** The id in brackets; of a long one its end, in which ids of one folder differ. */
const bracketed = (id: string): string => {
  const shown = oneLine(id, Number.POSITIVE_INFINITY)
  const cut = shown.length <= longestId ? shown : `…${oneLine(shown.slice(1 - longestId), longestId - 1)}`
  return ` (${cut})`
}

/**
 * Suggested sources as choices of autocomplete: title, publisher and year to read, ids to send. Sources that read alike show
 * their ids as well. A source whose id is too long to be sent is named by its title, which finds it too; where that is too
 * long, it is left out.
 */
export const sourceChoices = (
  suggestions: readonly SourceSuggestion[],
): readonly { readonly name: string; readonly value: string }[] => {
  const shown = suggestions.slice(0, mostChoices)
  const names = shown.map(described)
  return shown.flatMap((suggestion, index) => {
    const { id, title } = suggestion
    const value = [id, title].find((candidate) => candidate.length <= longest)
    const name = names[index] ?? ''
    const isAlone = oneLine(title, longest) !== '' && names.filter((other) => other === name).length === 1
    return value === undefined ? [] : [{ name: isAlone ? name : withBehind(name, bracketed(id)), value }]
  })
}
