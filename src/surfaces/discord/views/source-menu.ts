import type { SourceId } from '../../../domain/source.ts'
import { limits } from '../messages/budget.ts'
import { oneLine } from '../messages/neutralise.ts'
import type { Control } from '../messages/view.ts'
import { titleOf } from './citation-shown.ts'
import type { Frame } from './frame.ts'

/** What a menu says of a source. */
type Listed = {
  readonly id: SourceId
  readonly titleShown: string
  readonly titleIsDerived: boolean
  readonly publisher: string | null
}

/**
 * A menu that opens one of these sources, the first of them at most. A source whose id is too long to be sent is not in it: its
 * view lists it all the same.
 */
export const sourceMenu = (sources: readonly Listed[], { say, idOf }: Frame): readonly Control[] => {
  const { options: most, value: longest, optionLabel, optionDescription } = limits.menu
  const byId = new Map(
    sources.filter(({ id }) => id.trim() !== '' && id.length <= longest).map((each) => [each.id, each]),
  )
  const listed = [...byId.values()].slice(0, most)
  if (idOf === null || listed.length === 0) return []
  const options = listed.map((source) => {
    const publisher = oneLine(source.publisher ?? '', optionDescription)
    return {
      value: source.id,
      // A title of invisible characters alone leaves nothing to read, and an id may be just so.
      label: [titleOf(source, say), source.id].map((name) => oneLine(name, optionLabel)).find(Boolean) ?? say`untitled`,
      ...(publisher === '' ? {} : { description: publisher }),
    }
  })
  return [{ id: idOf('open'), placeholder: say`Open a source`, options }]
}
