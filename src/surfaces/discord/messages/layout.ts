import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  type APITextDisplayComponent,
  ComponentType,
} from 'discord.js'
import type { Button, View } from '../views/view.ts'
import { limits } from './budget.ts'
import { buttonOf, rowOf } from './controls.ts'
import type { Attachment, Message } from './message.ts'
import { neutraliseLine } from './neutralise.ts'

/** An item as it is shown, with what stands beside it. */
export type ShownItem = { readonly text: string; readonly button: Button | null }

/** What of a view is shown: some of its items, what is said of the others, and the file that they are in. */
export type Part = {
  readonly items: readonly ShownItem[]
  readonly notes: readonly string[]
  readonly file: Attachment | null
  /** How many items are shown whole. */
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
    case 'cards':
      return items.flatMap((item, index) => (index === 0 ? [beside(item)] : [line, beside(item)]))
    case 'paragraphs':
      return items.map(beside)
    case 'rows':
      return items.length === 0 ? [] : [text(items.map((item) => item.text).join('\n'))]
  }
}

/** A view as one container of Components V2, each item with its button beside it. */
export const asCards = (view: View, part: Part): Message => {
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
          ...controls,
        ],
      },
    ],
    files: file === null ? [] : [file],
    shown,
  }
}

/** Buttons in rows as full as they may be. */
const inRows = (buttons: readonly Button[]): readonly (readonly Button[])[] => {
  const { buttons: most } = limits.row
  return buttons.flatMap((_, index) => (index % most === 0 ? [buttons.slice(index, index + most)] : []))
}

/** A view as text that every client, exporter and bot can read, with rows of buttons and menus beneath. */
export const asPlain = (view: View, { items, notes, file, shown }: Part): Message => {
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
