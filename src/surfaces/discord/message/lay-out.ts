import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  type APITextDisplayComponent,
  ComponentType,
} from 'discord.js'
import type { MessageStyle } from '../../../domain/guild-settings.ts'
import { plural } from '../../../domain/message.ts'
import type { Translator } from '../../../i18n/say.ts'
import { excesses, fits, headOf, limits } from './budget.ts'
import { buttonOf, rowOf } from './controls.ts'
import { neutraliseLine } from './neutralise.ts'
import type { Button, Item, Noun, View } from './view.ts'
import { type Attachment, fileName, type Manner, type OutgoingMessage, smallPrint } from './view.ts'

/** An item as it is shown, with its button. */
type ShownItem = { readonly text: string; readonly button: Button | null }

/** The part of a view that is shown: some of its items, notes about the others, and the file that has them all. */
type Part = {
  readonly items: readonly ShownItem[]
  readonly notes: readonly string[]
  readonly file: Attachment | null
  /** How many items are shown in full. */
  readonly shown: number
}

const text = (content: string): APITextDisplayComponent => ({ type: ComponentType.TextDisplay, content })
const line: APIComponentInContainer = { type: ComponentType.Separator }

const beside = ({ text: content, button }: ShownItem): APIComponentInContainer =>
  button === null
    ? text(content)
    : { type: ComponentType.Section, components: [text(content)], accessory: buttonOf(button) }

const bodyOf = ({ layout }: View, { items }: Part): readonly APIComponentInContainer[] => {
  switch (layout) {
    case 'separated':
      return items.flatMap((item, index) => (index === 0 ? [beside(item)] : [line, beside(item)]))
    case 'paragraphs':
      return items.map(beside)
    case 'rows':
      return items.length === 0 ? [] : [text(items.map((item) => item.text).join('\n'))]
  }
}

/** A view as one container of Components V2, each item with its button beside it. */
const asCards = (view: View, part: Part): OutgoingMessage => {
  const head = [`### ${neutraliseLine(view.heading, 200)}`, ...view.intro].join('\n')
  const end = [...part.notes, ...view.closing].join('\n')
  const controls = (view.controls ?? []).flatMap((control): APIComponentInContainer[] =>
    'about' in control ? [text(control.about), rowOf(control)] : [rowOf(control)],
  )
  const { file, shown } = part
  return {
    style: 'cards',
    content: '',
    components: [
      {
        type: ComponentType.Container,
        accent_color: view.accent,
        components: [
          text(head),
          ...bodyOf(view, part),
          ...(end === '' ? [] : [text(end)]),
          ...(file === null ? [] : [{ type: ComponentType.File, file: { url: `attachment://${file.name}` } } as const]),
          ...(view.layout === 'separated' && controls.length > 0 ? [line] : []),
          ...controls,
        ],
      },
    ],
    files: file === null ? [] : [file],
    shown,
  }
}

/** Buttons in rows, as many in each as fit. */
const inRows = (buttons: readonly Button[]): readonly (readonly Button[])[] => {
  const { buttons: most } = limits.row
  return buttons.flatMap((_, index) => (index % most === 0 ? [buttons.slice(index, index + most)] : []))
}

/** A view as text that every client, exporter and bot can read, with rows of buttons and menus beneath. */
const asPlain = (view: View, { items, notes, file, shown }: Part): OutgoingMessage => {
  const controls = view.controls ?? []
  const body = items.map((item) => item.text).join(view.layout === 'rows' ? '\n' : '\n\n')
  const abouts = controls.flatMap((control) => ('about' in control ? [control.about] : []))
  const head = [`**${neutraliseLine(view.heading, 150)}**`, ...view.intro].join('\n')
  const content = [head, body, [...notes, ...view.closing].join('\n'), ...abouts]
    .filter((each) => each !== '')
    .join('\n\n')
  const buttons = items.flatMap(({ button }) => (button === null ? [] : [button]))
  const components: readonly APIMessageTopLevelComponent[] = [...inRows(buttons), ...controls].map(rowOf)
  return { style: 'plain', content, components, files: file === null ? [] : [file], shown }
}

/** One row a style: the compiler names what a new style leaves out. */
const builders: { readonly [S in MessageStyle]: (view: View, part: Part) => OutgoingMessage } = {
  cards: asCards,
  plain: asPlain,
}

/** Says how many items of a view are only in the attached file. */
const heldBack = (count: number, noun: Noun, file: string, t: Translator): string => {
  switch (noun) {
    case 'quote':
      return plural(
        count,
        t`1 more quote, in full, in the attached file ${file}.`,
        t`${count} more quotes, in full, in the attached file ${file}.`,
      )
    case 'sentence':
      return plural(
        count,
        t`1 more sentence, in full, in the attached file ${file}.`,
        t`${count} more sentences, in full, in the attached file ${file}.`,
      )
    case 'source':
      return plural(
        count,
        t`1 more source in the attached file ${file}.`,
        t`${count} more sources in the attached file ${file}.`,
      )
    case 'paragraph':
      return plural(
        count,
        t`1 more paragraph, in full, in the attached file ${file}.`,
        t`${count} more paragraphs, in full, in the attached file ${file}.`,
      )
    case 'part':
      return plural(
        count,
        t`1 more part, in full, in the attached file ${file}.`,
        t`${count} more parts, in full, in the attached file ${file}.`,
      )
    case 'command':
      return plural(
        count,
        t`1 more command in the attached file ${file}.`,
        t`${count} more commands in the attached file ${file}.`,
      )
    case 'line':
      return plural(
        count,
        t`1 more line in the attached file ${file}.`,
        t`${count} more lines in the attached file ${file}.`,
      )
  }
}

const fileOf = (view: View, { t }: Manner): Attachment => {
  const whole = `${[view.heading, ...view.items.map(({ plain }) => plain)].join('\n\n')}\n`
  const kept = headOf(whole, limits.file)
  const left = whole.length - kept.length
  const note = t`… (${left} more characters do not fit in this file; Quoth’s terminal shows them)`
  return { name: fileName, text: left === 0 ? whole : `${kept}\n\n${note}\n` }
}

const shownWith = ({ button }: Item, text: string): ShownItem => ({ text, button: button ?? null })

/** The items that could fit, from the first on: it does not escape more than a message can hold. */
const shownInFull = (items: readonly Item[], { layout }: View, { style }: Manner): readonly ShownItem[] => {
  const { characters } = limits[style]
  const most = style === 'cards' && layout !== 'rows' ? limits.cards.components : items.length
  const shown: ShownItem[] = []
  let length = 0
  for (const item of items.slice(0, most)) {
    if (item.words.length > characters) break
    const text = item.markdown(item.words, '')
    length += text.length
    if (length > characters) break
    shown.push(shownWith(item, text))
  }
  return shown
}

/** Characters by which a head may be shorter than the longest that fits: finding it exactly takes twice as long. */
const nearEnough = 30

/** The longest head of an item, or nearly so, that fits in the message that `build` makes of it. */
const headThatFits = (item: Item, build: (item: ShownItem) => OutgoingMessage, manner: Manner): OutgoingMessage => {
  const cutTo = (length: number): OutgoingMessage => {
    const words = headOf(item.words, length)
    const left = item.words.length - words.length
    const rest = manner.t`… (${left} more characters; the full text is in the attached file ${fileName})`
    return build(shownWith(item, item.markdown(words, smallPrint(rest, manner))))
  }
  let fitting = 0
  let tooLong = Math.min(item.words.length, limits[manner.style].characters) + 1
  while (tooLong - fitting > nearEnough) {
    const middle = (fitting + tooLong) >> 1
    if (fits(cutTo(middle))) fitting = middle
    else tooLong = middle
  }
  return cutTo(fitting)
}

/**
 * Fewer and fewer of the items, always with the main one: first without those after it, then without those before.
 * @param all those that could fit, from the first on
 */
const fewer = function* (all: readonly ShownItem[], view: View, manner: Manner): Generator<readonly ShownItem[]> {
  const { items, main = 0 } = view
  for (let count = all.length; count > main; count--) yield all.slice(0, count)
  for (let first = 1; first <= main; first++) {
    const wanted = items.slice(first, main + 1)
    const shown = shownInFull(wanted, view, manner)
    if (shown.length === wanted.length) yield shown
  }
}

const layOutWithin = (view: View, manner: Manner): OutgoingMessage => {
  const { items, main = 0 } = view
  const build = (part: Part): OutgoingMessage => builders[manner.style](view, part)
  const all = shownInFull(items, view, manner)
  if (all.length === items.length) {
    const whole = build({ items: all, notes: [], file: null, shown: all.length })
    if (fits(whole)) return whole
  }
  const file = fileOf(view, manner)
  const partOf = (shown: readonly ShownItem[], isWhole: boolean): OutgoingMessage => {
    const held = items.length - shown.length
    const notes = held === 0 ? [] : [smallPrint(heldBack(held, view.noun, fileName, manner.t), manner)]
    return build({ items: shown, notes, file, shown: isWhole ? shown.length : 0 })
  }
  for (const some of fewer(all, view, manner)) {
    const message = partOf(some, true)
    if (fits(message)) return message
  }
  const item = items[main]
  return item === undefined ? partOf([], true) : headThatFits(item, (head) => partOf([head], false), manner)
}

/**
 * The message that shows a view: in full if it fits. If not, as many items as fit, from the first on, with a line
 * that says how many are held back; of an item that is too long by itself, the head, with the number of characters
 * held back. In both cases everything, in full and unescaped, is in a text file attached to the message.
 * @throws RangeError when even the parts that are never cut do not fit: such a view is a bug
 */
export const layOut = (view: View, manner: Manner): OutgoingMessage => {
  const message = layOutWithin(view, manner)
  const beyond = excesses(message)
  if (beyond.length > 0) throw new RangeError(`“${view.heading.slice(0, 100)}” does not fit: ${beyond.join(', ')}`)
  return message
}
