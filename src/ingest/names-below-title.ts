import type { CslName } from '../domain/bibliography.ts'
import { isKnownWord } from '../language/english/wink.ts'
import { betweenNames } from '../language/name-words.ts'
import type { Block } from './block.ts'
import type { Part } from './header-part.ts'
import { cslName, isPersonName } from './names.ts'

/** What leads from a name to where its bearer works: figures and signs right behind it. */
const affiliation = /(?<=\p{L}\.?)[\d⁰¹²³⁴-⁹*∗†‡§¶]{1,3}(?:,[\d⁰¹²³⁴-⁹*∗†‡§¶]{1,2}(?![\d\p{L}]))*/gu

/** A longer line is a text that has names in it. */
const most = { characters: 300, names: 20 }

/** Words that English has make topics as well as names: `Climate Change and Human Rights`. */
const isSurelyName = (name: string): boolean =>
  name
    .toLowerCase()
    .split(/[\s.-]+/)
    .some((word) => word.length > 1 && !isKnownWord(word))

/**
 * @param block right below a title
 * @returns it as a byline, where it has nothing but names of persons: two or more, or with signs that lead to where they
 *   work; null for anything else
 */
export const namesBelowTitle = ({ text, kind }: Block): Part | null => {
  if (text.length > most.characters || (kind !== 'paragraph' && kind !== 'heading')) return null
  const marked = affiliation.test(text)
  affiliation.lastIndex = 0
  const names = text
    .replace(affiliation, '')
    .split(betweenNames)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  if (names.length > most.names || names.length < (marked ? 1 : 2) || !names.every(isPersonName)) return null
  if (!marked && !names.every(isSurelyName)) return null
  const author = names.map(cslName).filter((name): name is CslName => name !== null)
  return {
    kind: 'byline',
    byline: {
      author,
      publisher: null,
      place: null,
      dates: [],
      runs: [{ start: 0, end: text.length, kind: 'byline', rule: 'names' }],
    },
  }
}
