import { asCards } from './as-cards.ts'
import { asPlain } from './as-plain.ts'
import { excesses, fits, limits } from './budget.ts'
import { headOf } from './cut.ts'
import { heldBack } from './held-back.ts'
import { type Manner, smallPrint } from './manner.ts'
import { type Attachment, fileName, type Message } from './message.ts'
import type { Part, ShownItem } from './part.ts'
import type { Item, View } from './view.ts'

const fileOf = (view: View, { say }: Manner): Attachment => {
  const whole = `${[view.heading, ...view.items.map(({ plain }) => plain)].join('\n\n')}\n`
  const kept = headOf(whole, limits.file)
  const left = whole.length - kept.length
  const note = say`… (${left} more characters do not fit into this file; Quoth's terminal shows them)`
  return { name: fileName, text: left === 0 ? whole : `${kept}\n\n${note}\n` }
}

const shownWith = ({ button }: Item, text: string): ShownItem => ({ text, button: button ?? null })

/** The items that could fit, from the first on: no more of them are escaped than a message could hold. */
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

/** Characters by which a head may be shorter than the longest that fits: finding that one exactly takes twice as long. */
const nearEnough = 30

/** The longest head of an item, or nearly so, that fits into the message that `build` makes of it. */
const headThatFits = (item: Item, build: (item: ShownItem) => Message, manner: Manner): Message => {
  const cutTo = (length: number): Message => {
    const words = headOf(item.words, length)
    const left = item.words.length - words.length
    const rest = manner.say`… (${left} more characters; the whole is in the attached file ${fileName})`
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
 * Fewer and fewer of the items, as long as the main one is among them: first without those behind it, then those before.
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

const layOutWithin = (view: View, manner: Manner): Message => {
  const { items, main = 0 } = view
  const build = (part: Part): Message => (manner.style === 'plain' ? asPlain(view, part) : asCards(view, part))
  const all = shownInFull(items, view, manner)
  if (all.length === items.length) {
    const whole = build({ items: all, notes: [], file: null, shown: all.length })
    if (fits(whole)) return whole
  }
  const file = fileOf(view, manner)
  const partOf = (shown: readonly ShownItem[], isWhole: boolean): Message => {
    const held = items.length - shown.length
    const notes = held === 0 ? [] : [smallPrint(heldBack(held, view.noun, fileName, manner.say), manner)]
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
 * The message that shows a view: whole where it fits. Where it does not, as many items as fit, from the first on, with a line
 * that says how many are held back; an item that alone is too long is shown by its head, with the number of characters
 * held back. Either way everything, whole and unescaped, is in a text file attached to the message.
 * @throws RangeError when even the parts that are never cut do not fit: such a view is a bug.
 */
export const layOut = (view: View, manner: Manner): Message => {
  const message = layOutWithin(view, manner)
  const beyond = excesses(message)
  if (beyond.length > 0) throw new RangeError(`“${view.heading.slice(0, 100)}” does not fit: ${beyond.join(', ')}`)
  return message
}
