import { type APIComponentInContainer, type APIContainerComponent, ComponentType } from 'discord.js'
import { counted, type Item, type View } from '../views/view.ts'
import { budget, fits } from './budget.ts'
import { headOf } from './cut.ts'
import type { Attachment, Message } from './message.ts'
import { neutraliseLine } from './neutralise.ts'

const fileName = 'quoth.txt'
/** UTF-16 units: at three bytes each, still below the 10 MiB that Discord takes. */
const longestFile = 3_000_000
const longestHeading = 200

const text = (content: string): APIComponentInContainer => ({ type: ComponentType.TextDisplay, content })
const line: APIComponentInContainer = { type: ComponentType.Separator }

const body = (view: View, shown: readonly string[]): readonly APIComponentInContainer[] => {
  switch (view.layout) {
    case 'cards':
      return shown.flatMap((item, index) => (index === 0 ? [text(item)] : [line, text(item)]))
    case 'paragraphs':
      return shown.map(text)
    case 'rows':
      return shown.length === 0 ? [] : [text(shown.join('\n'))]
  }
}

/** The container that shows these items, the notes, and the file where there is one. */
const containerOf = (
  view: View,
  shown: readonly string[],
  { notes, file }: { readonly notes: readonly string[]; readonly file: Attachment | null },
): APIContainerComponent => {
  const head = [`### ${neutraliseLine(view.heading, longestHeading)}`, ...view.intro].join('\n')
  const end = [...notes, ...view.closing].join('\n')
  return {
    type: ComponentType.Container,
    accent_color: view.accent,
    components: [
      text(head),
      ...body(view, shown),
      ...(end === '' ? [] : [text(end)]),
      ...(file === null ? [] : [{ type: ComponentType.File, file: { url: `attachment://${file.name}` } } as const]),
    ],
  }
}

const fileOf = (view: View): Attachment => {
  const whole = `${[view.heading, ...view.items.map(({ plain }) => plain)].join('\n\n')}\n`
  const kept = headOf(whole, longestFile)
  const left = whole.length - kept.length
  const note = `\n\n… (${left.toLocaleString('en')} more characters do not fit into this file; Quoth's terminal shows them)\n`
  return { name: fileName, text: left === 0 ? whole : kept + note }
}

const cards = (container: APIContainerComponent, files: readonly Attachment[], shown: number): Message => ({
  style: 'cards',
  content: '',
  components: [container],
  files,
  shown,
})

/** The items that could fit, as markdown: no more of them are escaped than a message could hold. */
const shownInFull = (items: readonly Item[]): readonly string[] => {
  const shown: string[] = []
  let length = 0
  for (const item of items) {
    if (item.words.length > budget.characters) break
    const markdown = item.markdown(item.words, '')
    length += markdown.length
    if (length > budget.characters) break
    shown.push(markdown)
  }
  return shown
}

/** The longest head of an item that fits into the message that `build` makes of it. */
const headThatFits = (item: Item, build: (item: string) => APIContainerComponent): APIContainerComponent => {
  const cutTo = (length: number): APIContainerComponent => {
    const words = headOf(item.words, length)
    const left = (item.words.length - words.length).toLocaleString('en')
    return build(item.markdown(words, `-# … (${left} more characters; the whole is in the attached file ${fileName})`))
  }
  let fitting = 0
  let tooLong = Math.min(item.words.length, budget.characters) + 1
  while (tooLong - fitting > 1) {
    const middle = (fitting + tooLong) >> 1
    if (fits(cutTo(middle))) fitting = middle
    else tooLong = middle
  }
  return cutTo(fitting)
}

/**
 * The message that shows a view: whole where it fits. Where it does not, as many items as fit, from the first on, with a line
 * that says how many are held back; an item that alone is too long is shown by its head, with the number of characters
 * held back. Either way everything, whole and unescaped, is in a text file attached to the message.
 */
export const layOut = (view: View): Message => {
  const shown = shownInFull(view.items)
  if (shown.length === view.items.length) {
    const whole = containerOf(view, shown, { notes: [], file: null })
    if (fits(whole)) return cards(whole, [], shown.length)
  }
  const file = fileOf(view)
  const part = (items: readonly string[]): APIContainerComponent => {
    const held = view.items.length - items.length
    const note = `-# ${counted(held, view.noun)} more, whole, in the attached file ${file.name}.`
    return containerOf(view, items, { notes: held > 0 ? [note] : [], file })
  }
  for (let count = shown.length; count > 0; count--) {
    const some = part(shown.slice(0, count))
    if (fits(some)) return cards(some, [file], count)
  }
  const [first] = view.items
  return cards(first === undefined ? part([]) : headThatFits(first, (item) => part([item])), [file], 0)
}
