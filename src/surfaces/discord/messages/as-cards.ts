import { type APIComponentInContainer, type APITextDisplayComponent, ComponentType } from 'discord.js'
import { buttonOf, rowOf } from './controls.ts'
import type { Message } from './message.ts'
import { neutraliseLine } from './neutralise.ts'
import type { Part, ShownItem } from './part.ts'
import type { View } from './view.ts'

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
          ...(view.layout === 'cards' && controls.length > 0 ? [line] : []),
          ...controls,
        ],
      },
    ],
    files: file === null ? [] : [file],
    shown,
  }
}
