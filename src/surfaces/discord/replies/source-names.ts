import { saysSomething } from '../../../domain/bibliography.ts'
import { type SourceId, sourceKey } from '../../../domain/source.ts'
import { limits } from '../message/budget.ts'
import { oneLine } from '../message/neutralise.ts'

/** Characters of a name and of a value, in autocomplete and in menus. */
const maxLength = Math.min(limits.choices.text, limits.menu.optionLabel, limits.menu.value)
/** Characters of an id that tells sources apart. */
const maxId = 60

/** What Discord does not send back unchanged: invisible characters, lone surrogates, other spaces than single ones. */
const changedOnTheWay = /^$|^\s|\s$|\s\s|[^\S ]|[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}]/u

/** The value of a choice: the source's id, or its key if the id is too long or would not come back unchanged. */
export const sentName = (id: SourceId): string =>
  id.length <= maxLength && !changedOnTheWay.test(id) ? id : sourceKey(id)

/** A source to be named apart from others. */
type Listed = {
  readonly id: SourceId
  readonly title: string
  /** Shown after the title: short, and one line. */
  readonly behind?: string
}

/** `text`, cut if what comes after it needs the room. */
const withBehind = (text: string, behind: string): string =>
  `${oneLine(text, maxLength - behind.length)}${behind}`.trim()

/** The title and what comes after it; empty if the title shows nothing. */
const described = ({ title, behind = '' }: Listed): string => (saysSomething(title) ? withBehind(title, behind) : '')

const withKey = (source: Listed): string => withBehind(described(source), ` (${sourceKey(source.id)})`)

/** The id in brackets; of a long one its end, in which ids of one folder differ. */
const withId = (source: Listed): string => {
  const shown = oneLine(source.id, Number.POSITIVE_INFINITY)
  const cut = shown.length <= maxId ? shown : `…${oneLine(shown.slice(1 - maxId), maxId - 1)}`
  return saysSomething(cut) ? withBehind(described(source), ` (${cut})`) : withKey(source)
}

/**
 * A name of at most 100 characters for each source, all different: the title and what comes after it; with the id if
 * that looks like another or shows nothing, or with the key if even the id does not tell them apart.
 */
export const namesApart = (sources: readonly Listed[]): readonly string[] => {
  let names = sources.map(described)
  // The key twice: a name made in the first round may look like one that was unique before.
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
