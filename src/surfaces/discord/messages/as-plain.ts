import type { APIMessageTopLevelComponent } from 'discord.js'
import { limits } from './budget.ts'
import { rowOf } from './controls.ts'
import type { Message } from './message.ts'
import { neutraliseLine } from './neutralise.ts'
import type { Part } from './part.ts'
import type { Button, View } from './view.ts'

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
