import { childOf, childrenOf, type XmlElement } from '../xml.ts'
import type { ListPlace } from './docx-styles.ts'
import { type Level, listCounter, type NumberForm } from './list-numbers.ts'

/** What numbers the paragraphs of a document, in their order. */
export type Numbering = {
  /** @returns the mark of the next paragraph there, as printed, and how deep it is; an empty mark for none */
  next(place: ListPlace): { readonly mark: string; readonly level: number }
}

const forms: Readonly<Record<string, NumberForm>> = {
  bullet: 'bullet',
  none: 'none',
  decimalZero: 'decimal-zero',
  ordinal: 'ordinal',
  lowerLetter: 'lower-letter',
  upperLetter: 'upper-letter',
  lowerRoman: 'lower-roman',
  upperRoman: 'upper-roman',
}

const settingOf = (element: XmlElement | undefined, name: string): string | undefined =>
  childOf(element, name)?.attributes['w:val']

const numberIn = (value: string | undefined, otherwise: number): number =>
  value !== undefined && /^\d{1,6}$/.test(value) ? Number(value) : otherwise

const levelOf = (element: XmlElement): Level => ({
  form: forms[settingOf(element, 'w:numFmt') ?? 'decimal'] ?? 'decimal',
  print: settingOf(element, 'w:lvlText') ?? '',
  start: numberIn(settingOf(element, 'w:start'), 0),
})

/** A document's own definition of a list, and where a use of it begins anew. */
type List = {
  readonly counted: string
  readonly levels: readonly (Level | undefined)[]
  readonly starts: ReadonlyMap<number, number>
}

const levelsIn = (definition: XmlElement | undefined): (Level | undefined)[] => {
  const levels: (Level | undefined)[] = []
  for (const level of childrenOf(definition, 'w:lvl'))
    levels[numberIn(level.attributes['w:ilvl'], 0) % 9] = levelOf(level)
  return levels
}

/** Makes the figures of outer levels plain where a level asks for it, as laws do: `Article IV` but `4.1`. */
const asLegal = (levels: readonly (Level | undefined)[]): readonly (Level | undefined)[] =>
  levels.map(
    (level) => level && (level.form === 'bullet' || level.form === 'none' ? level : { ...level, form: 'decimal' }),
  )

/**
 * @param root of `numbering.xml`; undefined where there is none
 * @returns what numbers its paragraphs
 */
export const numberingOf = (root: XmlElement | undefined): Numbering => {
  const definitions = childrenOf(root, 'w:abstractNum')
  const byId = new Map(definitions.map((each) => [each.attributes['w:abstractNumId'] ?? '', each]))
  const byStyle = new Map(definitions.map((each) => [settingOf(each, 'w:styleLink') ?? '', each]))
  const nums = new Map(childrenOf(root, 'w:num').map((num) => [num.attributes['w:numId'] ?? '', num]))
  const legal = new Map<string, ReadonlySet<number>>()
  const lists = new Map<string, List | null>()
  const read = (id: string): List | null => {
    const num = nums.get(id)
    const named = byId.get(settingOf(num, 'w:abstractNumId') ?? '')
    const definition = byStyle.get(settingOf(named, 'w:numStyleLink') ?? ' ') ?? named
    if (num === undefined || definition === undefined) return null
    const levels = levelsIn(definition)
    const starts = new Map<number, number>()
    for (const override of childrenOf(num, 'w:lvlOverride')) {
      const at = numberIn(override.attributes['w:ilvl'], 0) % 9
      const own = childOf(override, 'w:lvl')
      if (own !== undefined) levels[at] = levelOf(own)
      const start = settingOf(override, 'w:startOverride')
      if (start !== undefined) starts.set(at, numberIn(start, 1))
    }
    const counted = definition.attributes['w:abstractNumId'] ?? id
    legal.set(
      id,
      new Set(
        childrenOf(definition, 'w:lvl')
          .filter((level) => childOf(level, 'w:isLgl') !== undefined)
          .map((level) => numberIn(level.attributes['w:ilvl'], 0)),
      ),
    )
    return { counted, levels, starts }
  }
  const counter = listCounter()
  /** The starts of a use count when it is first met. */
  const begun = new Set<string>()
  return {
    next: ({ list: id, level }) => {
      const list = lists.get(id) ?? read(id)
      lists.set(id, list)
      const depth = level ?? 0
      if (list === null) return { mark: '', level: depth }
      const start = list.starts.get(depth)
      if (start !== undefined && !begun.has(`${id} ${depth}`)) counter.restart(list.counted, depth, start)
      begun.add(`${id} ${depth}`)
      const levels = legal.get(id)?.has(depth) ? asLegal(list.levels) : list.levels
      return { mark: counter.next(list.counted, levels, depth), level: depth }
    },
  }
}
