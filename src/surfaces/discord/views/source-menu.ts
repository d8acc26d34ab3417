import type { SourceId } from '../../../domain/source.ts'
import { limits } from '../messages/budget.ts'
import { oneLine } from '../messages/neutralise.ts'
import type { Control } from '../messages/view.ts'
import { titleOf } from './citation-shown.ts'
import type { Frame } from './frame.ts'
import { namesApart, sentName } from './source-names.ts'

/** What a menu says of a source. */
type Listed = {
  readonly id: SourceId
  readonly titleShown: string
  readonly titleIsDerived: boolean
  readonly publisher: string | null
}

/** A menu that opens one of these sources, the first of them at most. */
export const sourceMenu = (sources: readonly Listed[], { say, idOf }: Frame): readonly Control[] => {
  const { options: most, optionDescription } = limits.menu
  const listed = [...new Map(sources.map((each) => [sentName(each.id), each])).entries()].slice(0, most)
  if (idOf === null || listed.length === 0) return []
  const labels = namesApart(listed.map(([, source]) => ({ id: source.id, title: titleOf(source, say) })))
  const options = listed.map(([value, source], at) => {
    const publisher = oneLine(source.publisher ?? '', optionDescription)
    return { value, label: labels[at] ?? value, ...(publisher === '' ? {} : { description: publisher }) }
  })
  return [{ id: idOf('open'), placeholder: say`Open a source`, options }]
}
