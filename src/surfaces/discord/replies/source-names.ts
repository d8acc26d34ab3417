import { saysSomething } from '../../../domain/bibliography.ts'
import { type SourceId, sourceKey } from '../../../domain/source.ts'
import { limits } from '../message/budget.ts'
import { oneLine } from '../message/neutralise.ts'

/** Characters of a name and of a value, of a choice as of an option of a menu. */
const longest = Math.min(limits.choices.text, limits.menu.optionLabel, limits.menu.value)
/** Characters of an id that tells sources apart. */
const longestId = 60

/** What does not come back from Discord as it was sent: what shows nothing, halves of characters, other spaces than one. */
const changedOnTheWay = /^$|^\s|\s$|\s\s|[^\S ]|[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}]/u

/** What Discord sends back of a chosen source: its id, or its key where the id is too long or would not arrive as it is. */
export const sentName = (id: SourceId): string =>
  id.length <= longest && !changedOnTheWay.test(id) ? id : sourceKey(id)

/** A source as it is to be told from others by a name. */
type Listed = {
  readonly id: SourceId
  readonly title: string
  /** What stands behind the title: short, and one line. */
  readonly behind?: string
}

/** `text`, cut where that is needed for what stands behind it. */
const withBehind = (text: string, behind: string): string => `${oneLine(text, longest - behind.length)}${behind}`.trim()

/** Title and what stands behind it; nothing where the title shows nothing. */
const described = ({ title, behind = '' }: Listed): string => (saysSomething(title) ? withBehind(title, behind) : '')

const withKey = (source: Listed): string => withBehind(described(source), ` (${sourceKey(source.id)})`)

/** The id in brackets; of a long one its end, in which ids of one folder differ. */
const withId = (source: Listed): string => {
  const shown = oneLine(source.id, Number.POSITIVE_INFINITY)
  const cut = shown.length <= longestId ? shown : `…${oneLine(shown.slice(1 - longestId), longestId - 1)}`
  return saysSomething(cut) ? withBehind(described(source), ` (${cut})`) : withKey(source)
}

/**
 * A name of at most 100 characters for each of some sources, all different: title and what stands behind it, with the id where
 * that reads alike or shows nothing, or with the key where even the id does not tell them apart.
 */
export const namesApart = (sources: readonly Listed[]): readonly string[] => {
  let names = sources.map(described)
  // The key twice: what the first round made may read like a name that was alone before.
  for (const longer of [withId, withKey, withKey]) {
    const looks = names.map((name) => name.normalize('NFKC'))
    names = names.map((name, at) => {
      const source = sources[at]
      const isAlone = name !== '' && looks.filter((look) => look === looks[at]).length === 1
      return isAlone || source === undefined ? name : longer(source)
    })
  }
  return names
}
