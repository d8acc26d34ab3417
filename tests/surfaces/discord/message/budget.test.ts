import { expect, test } from 'vitest'
import { excesses, fits } from '../../../../src/surfaces/discord/message/budget.ts'
import type { OutgoingMessage } from '../../../../src/surfaces/discord/message/view.ts'
import {
  button,
  container,
  link,
  option,
  row,
  section,
  select,
  text,
  times,
  x,
} from '../../../support/loopback-message.ts'

const layout = (...components: object[]): OutgoingMessage => ({
  style: 'cards',
  content: '',
  components: components as unknown as OutgoingMessage['components'],
  files: [],
  shown: 0,
})
const plain = (content: string, ...components: object[]): OutgoingMessage => ({
  ...layout(...components),
  style: 'plain',
  content,
})
const inRow = (...components: object[]) => layout(container([row(...components)]))

test.each<readonly [string, OutgoingMessage, OutgoingMessage]>([
  // A container, a text, and thirteen sections of three parts each.
  [
    'components: 41 of 40',
    layout(container([text(), ...times(13, () => section())])),
    layout(container([text(), text(), ...times(12, (n) => section([text()], button(n)))])),
  ],
  ['characters: 3801 of 3800', layout(text(x(3800)), section([text('y')])), layout(text(x(3799)), text('y'))],
  [
    'bytes: 10036 of 10000',
    layout(text('漢'.repeat(1700)), text('漢'.repeat(1633)), text('y')),
    layout(text('漢'.repeat(3300))),
  ],
  ['characters: 2001 of 2000', plain(x(2001)), plain(x(2000))],
  ['rows: 6 of 5', plain('', ...times(6, (n) => row(button(n)))), plain('', ...times(5, (n) => row(button(n))))],
  ['buttons in a row: 6 of 5', inRow(...times(6, (n) => button(n))), inRow(...times(5, (n) => button(n)))],
  ['texts in a section: 4 of 3', layout(section(times(4, () => text()))), layout(section(times(3, () => text())))],
  [
    'characters of a custom id: 101 of 100',
    inRow(button(0, { custom_id: x(101) })),
    inRow(button(0, { custom_id: x(100) })),
  ],
  [
    'characters of a label: 81 of 80',
    layout(section([text()], button(0, { label: x(81) }))),
    inRow(button(0, { label: x(80) })),
  ],
  ['characters of an address: 513 of 512', inRow(link({ url: x(513) })), inRow(link({ url: x(512) }))],
  [
    'options of a menu: 26 of 25',
    inRow(select({ options: times(26, (n) => option(n)) })),
    inRow(select({ options: times(25, (n) => option(n)) })),
  ],
  [
    'characters of an option: 101 of 100',
    inRow(select({ options: [option(0, { label: x(101) })] })),
    inRow(select({ options: [option(0, { label: x(100) })] })),
  ],
  [
    'characters of a value: 101 of 100',
    inRow(select({ options: [option(0, { value: x(101) })] })),
    inRow(select({ options: [option(0, { value: x(100) })] })),
  ],
  [
    "characters of an option's description: 101 of 100",
    inRow(select({ options: [option(0, { description: x(101) })] })),
    inRow(select({ options: [option(0, { description: x(100) })] })),
  ],
  [
    'characters of a placeholder: 151 of 150',
    inRow(select({ placeholder: x(151) })),
    inRow(select({ placeholder: x(150) })),
  ],
  [
    'chosen channels: 26 of 25',
    inRow({ type: 8, custom_id: 'c', default_values: times(26, (n) => ({ id: `${n}` })) }),
    inRow({ type: 8, custom_id: 'c' }),
  ],
])('%s is one too many', (excess, beyond, within) => {
  expect(excesses(beyond)).toContain(excess)
  expect(fits(beyond)).toBe(false)
  expect(excesses(within)).toEqual([])
})
