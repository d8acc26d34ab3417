import { afterAll, beforeAll, expect, test } from 'vitest'
import { startResponder } from '../../../../tests/support/loopback-api.ts'
import {
  button,
  container,
  layout,
  link,
  option,
  row,
  section,
  select,
  text,
  times,
  x,
} from '../../../../tests/support/loopback-message.ts'

const image = { media: { url: 'https://example.org/a.png' } }
const buttonWith = (more: object) => layout(row(button(0, more)))
const linkWith = (more: object) => layout(row(link(more)))
const menu = (more: object = {}) => ({ components: [row(select(more))] })
const menuOf = (more: object) => menu({ options: [option(0, more)] })
const channels = (more: object) => ({ components: [row({ type: 8, custom_id: 'where', ...more })] })
const chosen = (count: number) => times(count, (at) => ({ id: `${at}`, type: 'channel' }))
const inRow = 'components.0.components'
const inOption = `${inRow}.0.options.0`

/** As many are taken; one more is refused, and the field is blamed. */
const most: readonly (readonly [title: string, most: number, make: (count: number) => object, field: string])[] = [
  ['rows of a legacy message', 5, (n) => ({ components: times(n, (at) => row(button(at))) }), 'components'],
  ['buttons of a row', 5, (n) => layout(row(...times(n, (at) => button(at)))), inRow],
  ['characters of a button label', 80, (n) => buttonWith({ label: x(n) }), `${inRow}.0.label`],
  ['characters of a custom id', 100, (n) => buttonWith({ custom_id: x(n) }), `${inRow}.0.custom_id`],
  ['characters of a url', 512, (n) => linkWith({ url: `https://e.org/${x(n - 14)}` }), `${inRow}.0.url`],
  ['options of a select', 25, (n) => menu({ options: times(n, (at) => option(at)) }), `${inRow}.0.options`],
  ['characters of an option label', 100, (n) => menuOf({ label: x(n) }), `${inOption}.label`],
  ['characters of an option value', 100, (n) => menuOf({ value: x(n) }), `${inOption}.value`],
  ['characters of an option description', 100, (n) => menuOf({ description: x(n) }), `${inOption}.description`],
  ['characters of a placeholder', 150, (n) => menu({ placeholder: x(n) }), `${inRow}.0.placeholder`],
  [
    'channels chosen before',
    25,
    (n) => channels({ max_values: 25, default_values: chosen(n) }),
    `${inRow}.0.default_values`,
  ],
  [
    'channels chosen before, of those to choose',
    1,
    (n) => channels({ default_values: chosen(n) }),
    `${inRow}.0.default_values`,
  ],
  ['values to choose at least', 1, (n) => menu({ min_values: n }), `${inRow}.0.min_values`],
  ['values to choose at most, of one option', 1, (n) => menu({ max_values: n }), `${inRow}.0.max_values`],
  ['characters of all text displays', 4000, (n) => layout(text(x(2000)), section([text(x(n - 2000))])), 'components'],
  [
    'components, nested ones too',
    40,
    (n) => layout(...times(9, (at) => section([text(), text()], button(at))), container(times(n - 37, () => text()))),
    'components',
  ],
  ['texts of a section', 3, (n) => layout(section(times(n, () => text()))), inRow],
  ['items of a gallery', 10, (n) => layout({ type: 12, items: times(n, () => image) }), 'components.0.items'],
  ['spacing of a separator', 2, (n) => layout(text(), { type: 14, spacing: n }), 'components.1.spacing'],
  ['accent colour', 0xffffff, (n) => layout(container([text()], { accent_color: n })), 'components.0.accent_color'],
]

/** What is taken, and what is refused for the field that is blamed. */
const shapes: readonly (readonly [title: string, accepted: object, refused: object, field: string])[] = [
  ['a legacy message has only rows', menu(), { content: 'x', components: [text()] }, 'components.0.type'],
  ['a row is not empty', layout(row(button())), layout(row()), inRow],
  ['a row has one select', menu(), { components: [row(select(), button())] }, inRow],
  ['a row has no text', layout(row(button())), layout(row(text())), `${inRow}.0.type`],
  ['a button stands in a row', layout(row(button())), layout(button()), 'components.0.type'],
  [
    'a button has a label or an emoji',
    buttonWith({ label: undefined, emoji: { name: '👍' } }),
    buttonWith({ label: undefined }),
    `${inRow}.0.label`,
  ],
  ['a button has a custom id', buttonWith({}), buttonWith({ custom_id: undefined }), `${inRow}.0.custom_id`],
  ['a custom id is not empty', buttonWith({ custom_id: 'x' }), buttonWith({ custom_id: '' }), `${inRow}.0.custom_id`],
  [
    'custom ids are unique',
    layout(row(button(0), button(1))),
    layout(row(button(0)), section([text()], button(0))),
    'components.1.accessory.custom_id',
  ],
  [
    'component numbers are unique',
    layout({ ...text(), id: 1 }, { ...text(), id: 2 }),
    layout({ ...text(), id: 1 }, { ...text(), id: 1 }),
    'components.1.id',
  ],
  ['a url is one of the web', linkWith({}), linkWith({ url: 'javascript:alert(1)' }), `${inRow}.0.url`],
  ['a link has no custom id', linkWith({}), linkWith({ custom_id: 'x' }), `${inRow}.0.custom_id`],
  ['only a link has a url', buttonWith({}), buttonWith({ url: 'https://example.org' }), `${inRow}.0.url`],
  ['a select has an option', menu(), menu({ options: [] }), `${inRow}.0.options`],
  [
    'option values are unique',
    menu({ options: [option(0), option(1)] }),
    menu({ options: [option(0), option(1, { value: '0' })] }),
    `${inRow}.0.options.1.value`,
  ],
  [
    'a channel is a channel',
    channels({ default_values: chosen(1) }),
    channels({ default_values: [{ id: '1', type: 'user' }] }),
    `${inRow}.0.default_values.0.type`,
  ],
  [
    'a type of channels is known',
    channels({ channel_types: [0, 5] }),
    channels({ channel_types: [99] }),
    `${inRow}.0.channel_types.0`,
  ],
  [
    'no more options are chosen before than may be',
    menu({ options: [option(0, { default: true }), option(1)] }),
    menu({ options: [option(0, { default: true }), option(1, { default: true })] }),
    `${inRow}.0.options`,
  ],
  [
    'custom ids are unique in and out of containers',
    layout(container([row(button(0))]), section([text()], button(1))),
    layout(container([row(button(0))]), section([text()], button(0))),
    'components.1.accessory.custom_id',
  ],
  ['a text is not blank', layout(text('x')), layout(text(' \n')), 'components.0.content'],
  ['a section has a text', layout(section()), layout(section([])), inRow],
  ['a section has only texts', layout(section()), layout(section([{ type: 14 }])), `${inRow}.0.type`],
  [
    'a section has an accessory',
    layout(section([text()], { type: 11, ...image })),
    layout({ type: 9, components: [text()] }),
    'components.0.accessory',
  ],
  [
    'an accessory is a button or a thumbnail',
    layout(section()),
    layout(section([text()], select())),
    'components.0.accessory.type',
  ],
  ['a container holds no container', layout(container()), layout(container([container()])), `${inRow}.0.type`],
  [
    'a container holds no bare button',
    layout(container([row(button())])),
    layout(container([button()])),
    `${inRow}.0.type`,
  ],
  ['a container is not empty', layout(container()), layout(container([])), inRow],
  [
    'a file that is shown comes with the message',
    layout(text()),
    layout({ type: 13, file: { url: 'attachment://no.txt' } }),
    'components',
  ],
]

let responder: Awaited<ReturnType<typeof startResponder>>
beforeAll(async () => {
  responder = await startResponder()
})
afterAll(() => responder.close())

const expectRefusal = async (data: object, field: string) => {
  const answer = await responder.respond(data)
  expect(answer).toMatchObject({ status: 400, code: 50035 })
  expect(answer.errors.map((error) => error.split(' ')[0])).toContain(`data.${field}`)
}

test.each(most)('the limit of %s is %i', async (_, limit, make, field) => {
  expect(await responder.respond(make(limit))).toMatchObject({ status: 204, errors: [] })
  await expectRefusal(make(limit + 1), field)
})

test.each(shapes)('%s', async (_, accepted, refused, field) => {
  expect(await responder.respond(accepted)).toMatchObject({ status: 204, errors: [] })
  await expectRefusal(refused, field)
})

test('more than 10170 bytes of text, 12 counted for each display, fail as they do on Discord', async () => {
  const wide = (bytes: number) => layout(text('語'.repeat(Math.floor(bytes / 3)) + x(bytes % 3)))
  expect(await responder.respond(wide(10_158))).toMatchObject({ status: 204 })
  expect(await responder.respond(wide(10_159))).toMatchObject({ status: 500 })
})
