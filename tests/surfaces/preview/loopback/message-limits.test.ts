import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Loopback, startLoopback } from '../../../../src/surfaces/preview/loopback/loopback.ts'
import { callApi, secretsOf } from '../../../support/loopback-api.ts'
import { loggedIn } from '../../../support/loopback-bot.ts'

const layout = 1 << 15
const x = (length: number) => 'x'.repeat(length)
const times = <T>(count: number, make: (place: number) => T): T[] =>
  Array.from({ length: count }, (_, place) => make(place))

const text = (content = 'text') => ({ type: 10, content })
const button = (place = 0, more = {}) => ({ type: 2, style: 1, label: 'Go', custom_id: `go-${place}`, ...more })
const link = (more = {}) => ({ type: 2, style: 5, label: 'Open', url: 'https://example.org', ...more })
const row = (...components: object[]) => ({ type: 1, components })
const section = (components: object[] = [text()], accessory: object | undefined = button()) => ({
  type: 9,
  components,
  accessory,
})
const container = (components: object[] = [text()], more = {}) => ({ type: 17, components, ...more })
const option = (place = 0, more = {}) => ({ label: `Label ${place}`, value: `${place}`, ...more })
const select = (more = {}) => ({ type: 3, custom_id: 'pick', options: [option()], ...more })
const menu = (more = {}) => ({ components: [row(select(more))] })
const image = { media: { url: 'https://example.org/a.png' } }
const v2 = (...components: object[]) => ({ flags: layout, components })
const embed = (more: object) => ({ embeds: [more] })

/** What Discord takes, what it refuses, and the field that it blames. */
const limits: readonly (readonly [title: string, accepted: object, refused: object, field: string])[] = [
  ['content has 2000 characters', { content: x(2000) }, { content: x(2001) }, 'content'],
  [
    'a message has 10 embeds',
    { embeds: times(10, () => ({ title: 'x' })) },
    { embeds: times(11, () => ({ title: 'x' })) },
    'embeds',
  ],
  ['an embed title has 256', embed({ title: x(256) }), embed({ title: x(257) }), 'embeds.0.title'],
  [
    'an embed description has 4096',
    embed({ description: x(4096) }),
    embed({ description: x(4097) }),
    'embeds.0.description',
  ],
  [
    'an embed has 25 fields',
    embed({ fields: times(25, () => ({ name: 'n', value: 'v' })) }),
    embed({ fields: times(26, () => ({ name: 'n', value: 'v' })) }),
    'embeds.0.fields',
  ],
  [
    'a field name has 256',
    embed({ fields: [{ name: x(256), value: 'v' }] }),
    embed({ fields: [{ name: x(257), value: 'v' }] }),
    'embeds.0.fields.0.name',
  ],
  [
    'a field value has 1024',
    embed({ fields: [{ name: 'n', value: x(1024) }] }),
    embed({ fields: [{ name: 'n', value: x(1025) }] }),
    'embeds.0.fields.0.value',
  ],
  [
    'a field value is not blank',
    embed({ fields: [{ name: 'n', value: 'v' }] }),
    embed({ fields: [{ name: 'n', value: ' ' }] }),
    'embeds.0.fields.0.value',
  ],
  [
    'an embed footer has 2048',
    embed({ footer: { text: x(2048) } }),
    embed({ footer: { text: x(2049) } }),
    'embeds.0.footer.text',
  ],
  [
    'an embed author has 256',
    embed({ author: { name: x(256) } }),
    embed({ author: { name: x(257) } }),
    'embeds.0.author.name',
  ],
  [
    'embeds have 6000 characters in all',
    { embeds: [{ description: x(4000) }, { description: x(1990), title: x(10) }] },
    { embeds: [{ description: x(4000) }, { description: x(1990), title: x(11) }] },
    'embeds',
  ],
  [
    'a legacy message has 5 rows',
    { components: times(5, (n) => row(button(n))) },
    { components: times(6, (n) => row(button(n))) },
    'components',
  ],
  [
    'a legacy message has only rows',
    { content: 'x', components: [row(button())] },
    { content: 'x', components: [text()] },
    'components.0.type',
  ],
  [
    'a row has 5 buttons',
    { components: [row(...times(5, (n) => button(n)))] },
    { components: [row(...times(6, (n) => button(n)))] },
    'components.0.components',
  ],
  [
    'a row has at least one component',
    { components: [row(button())] },
    { components: [row()] },
    'components.0.components',
  ],
  [
    'a row has one select',
    { components: [row(select())] },
    { components: [row(select(), button())] },
    'components.0.components',
  ],
  [
    'a row has no text',
    { components: [row(button())] },
    { components: [row(text())] },
    'components.0.components.0.type',
  ],
  [
    'a button label has 80',
    v2(row(button(0, { label: x(80) }))),
    v2(row(button(0, { label: x(81) }))),
    'components.0.components.0.label',
  ],
  [
    'a button has a label or an emoji',
    v2(row(button(0, { label: undefined, emoji: { name: '👍' } }))),
    v2(row(button(0, { label: undefined }))),
    'components.0.components.0.label',
  ],
  [
    'a custom id has 100',
    v2(row(button(0, { custom_id: x(100) }))),
    v2(row(button(0, { custom_id: x(101) }))),
    'components.0.components.0.custom_id',
  ],
  [
    'a custom id is not empty',
    v2(row(button(0, { custom_id: 'x' }))),
    v2(row(button(0, { custom_id: '' }))),
    'components.0.components.0.custom_id',
  ],
  [
    'a button has a custom id',
    v2(row(button())),
    v2(row(button(0, { custom_id: undefined }))),
    'components.0.components.0.custom_id',
  ],
  [
    'custom ids are unique',
    v2(row(button(0), button(1))),
    v2(row(button(0)), section([text()], button(0))),
    'components.1.accessory.custom_id',
  ],
  [
    'component numbers are unique',
    v2({ ...text(), id: 1 }, { ...text(), id: 2 }),
    v2({ ...text(), id: 1 }, { ...text(), id: 1 }),
    'components.1.id',
  ],
  [
    'a url has 512',
    v2(row(link({ url: `https://e.org/${x(498)}` }))),
    v2(row(link({ url: `https://e.org/${x(499)}` }))),
    'components.0.components.0.url',
  ],
  [
    'a url is one of the web',
    v2(row(link())),
    v2(row(link({ url: 'javascript:alert(1)' }))),
    'components.0.components.0.url',
  ],
  [
    'a link has no custom id',
    v2(row(link())),
    v2(row(link({ custom_id: 'x' }))),
    'components.0.components.0.custom_id',
  ],
  [
    'a button that is no link has no url',
    v2(row(button())),
    v2(row(button(0, { url: 'https://example.org' }))),
    'components.0.components.0.url',
  ],
  [
    'a select has 25 options',
    menu({ options: times(25, (n) => option(n)) }),
    menu({ options: times(26, (n) => option(n)) }),
    'components.0.components.0.options',
  ],
  ['a select has an option', menu(), menu({ options: [] }), 'components.0.components.0.options'],
  [
    'an option label has 100',
    menu({ options: [option(0, { label: x(100) })] }),
    menu({ options: [option(0, { label: x(101) })] }),
    'components.0.components.0.options.0.label',
  ],
  [
    'an option value has 100',
    menu({ options: [option(0, { value: x(100) })] }),
    menu({ options: [option(0, { value: x(101) })] }),
    'components.0.components.0.options.0.value',
  ],
  [
    'an option description has 100',
    menu({ options: [option(0, { description: x(100) })] }),
    menu({ options: [option(0, { description: x(101) })] }),
    'components.0.components.0.options.0.description',
  ],
  [
    'option values are unique',
    menu({ options: [option(0), option(1)] }),
    menu({ options: [option(0), option(1, { value: '0' })] }),
    'components.0.components.0.options.1.value',
  ],
  [
    'a placeholder has 150',
    menu({ placeholder: x(150) }),
    menu({ placeholder: x(151) }),
    'components.0.components.0.placeholder',
  ],
  [
    'min_values is at most max_values',
    menu({ min_values: 1 }),
    menu({ min_values: 2 }),
    'components.0.components.0.min_values',
  ],
  [
    'max_values is at most the options',
    menu({ max_values: 1 }),
    menu({ max_values: 2 }),
    'components.0.components.0.max_values',
  ],
  [
    'text displays have 4000 characters in all',
    v2(text(x(2000)), section([text(x(2000))])),
    v2(text(x(2000)), section([text(x(2001))])),
    'components',
  ],
  ['a text display is not blank', v2(text('x')), v2(text(' \n')), 'components.0.content'],
  [
    'a message has 40 components, nested ones too',
    v2(...times(9, (n) => section([text(), text()], button(n))), container([text(), text(), text()])),
    v2(...times(9, (n) => section([text(), text()], button(n))), container([text(), text(), text(), text()])),
    'components',
  ],
  [
    'a section has 3 texts',
    v2(section(times(3, () => text()))),
    v2(section(times(4, () => text()))),
    'components.0.components',
  ],
  ['a section has a text', v2(section()), v2(section([])), 'components.0.components'],
  ['a section has only texts', v2(section()), v2(section([{ type: 14 }])), 'components.0.components.0.type'],
  [
    'a section has an accessory',
    v2(section([text()], { type: 11, ...image })),
    v2({ type: 9, components: [text()] }),
    'components.0.accessory',
  ],
  [
    'an accessory is a button or a thumbnail',
    v2(section()),
    v2(section([text()], select())),
    'components.0.accessory.type',
  ],
  ['a container holds no container', v2(container()), v2(container([container()])), 'components.0.components.0.type'],
  [
    'a container holds no bare button',
    v2(container([row(button())])),
    v2(container([button()])),
    'components.0.components.0.type',
  ],
  ['a container is not empty', v2(container()), v2(container([])), 'components.0.components'],
  [
    'an accent colour has 24 bits',
    v2(container([text()], { accent_color: 0xffffff })),
    v2(container([text()], { accent_color: 0x1000000 })),
    'components.0.accent_color',
  ],
  [
    'a gallery has 10 items',
    v2({ type: 12, items: times(10, () => image) }),
    v2({ type: 12, items: times(11, () => image) }),
    'components.0.items',
  ],
  [
    'a separator has two sizes',
    v2(text(), { type: 14, spacing: 2 }),
    v2(text(), { type: 14, spacing: 3 }),
    'components.1.spacing',
  ],
  ['a button stands in a row', v2(row(button())), v2(button()), 'components.0.type'],
  [
    'a file shown comes with the message',
    v2(text()),
    v2({ type: 13, file: { url: 'attachment://no.txt' } }),
    'components',
  ],
  ['a layout has no content', v2(text()), { ...v2(text()), content: 'x' }, 'content'],
  ['a layout has no embeds', { ...v2(text()), embeds: [] }, { ...v2(text()), embeds: [{ title: 'x' }] }, 'embeds'],
  ['a message cannot be set to crossposted', { content: 'x', flags: 4 }, { content: 'x', flags: 1 }, 'flags'],
  [
    'mentions are of three kinds',
    { content: 'x', allowed_mentions: { parse: ['users', 'roles', 'everyone'] } },
    { content: 'x', allowed_mentions: { parse: ['all'] } },
    'allowed_mentions.parse.0',
  ],
  [
    '100 users are mentioned',
    { content: 'x', allowed_mentions: { users: times(100, String) } },
    { content: 'x', allowed_mentions: { users: times(101, String) } },
    'allowed_mentions.users',
  ],
  [
    'a kind of mention is parsed or listed',
    { content: 'x', allowed_mentions: { parse: ['roles'], users: ['1'] } },
    { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
    'allowed_mentions.users',
  ],
  [
    'an attachment is uploaded or there',
    { content: 'x', attachments: [] },
    { content: 'x', attachments: [{ id: '0' }] },
    'attachments.0',
  ],
]

let loopback: Loopback
let bot: Awaited<ReturnType<typeof loggedIn>>
beforeAll(async () => {
  loopback = await startLoopback()
  bot = await loggedIn(loopback)
  await callApi(loopback, 'PUT', `/applications/${loopback.applicationId}/commands`, [
    { name: 'ask', description: 'Ask' },
  ])
})
afterAll(async () => {
  await bot.client.destroy()
  await loopback.close()
})

/** Answers a new command with one message. */
const respond = async (data: object) => {
  const { id, token } = await secretsOf(bot, () => loopback.invoke({ command: 'ask' }))
  return callApi(loopback, 'POST', `/interactions/${id}/${token}/callback`, { type: 4, data })
}

describe('a first response', () => {
  test.each(limits)('%s', async (_, accepted, refused, field) => {
    expect(await respond(accepted)).toMatchObject({ status: 204, errors: [] })
    const answer = await respond(refused)
    expect(answer).toMatchObject({ status: 400, code: 50035 })
    expect(answer.errors.map((error) => error.split(' ')[0])).toContain(`data.${field}`)
  })

  test('with nothing to see is refused as empty', async () => {
    for (const data of [{}, { content: ' ' }, { flags: layout, components: [] }])
      expect(await respond(data)).toMatchObject({ status: 400, code: 50006 })
  })

  test('with more than 10170 bytes of text, 12 for each display, fails as it does on Discord', async () => {
    const wide = (bytes: number) => v2(text('語'.repeat(Math.floor(bytes / 3)) + x(bytes % 3)))
    expect(await respond(wide(10_158))).toMatchObject({ status: 204 })
    expect(await respond(wide(10_159))).toMatchObject({ status: 500 })
  })

  test('with half a character is refused', async () => {
    expect(await respond({ content: '👍'.slice(0, 1) })).toMatchObject({ status: 400, code: 50109 })
  })

  test('that is refused can be sent again, corrected', async () => {
    const { id, token } = await secretsOf(bot, () => loopback.invoke({ command: 'ask' }))
    const callback = (content: string) =>
      callApi(loopback, 'POST', `/interactions/${id}/${token}/callback`, { type: 4, data: { content } })
    expect(await callback(x(2001))).toMatchObject({ status: 400 })
    expect(await callback(x(2000))).toMatchObject({ status: 204 })
  })
})

describe('an edit', () => {
  const edits = async (first: object, edit: object) => {
    const { id, token } = await secretsOf(bot, () => loopback.invoke({ command: 'ask' }))
    await callApi(loopback, 'POST', `/interactions/${id}/${token}/callback`, { type: 4, data: first })
    return callApi(loopback, 'PATCH', `/webhooks/${loopback.applicationId}/${token}/messages/@original`, edit)
  }

  test('may set the layout flag, but not keep the content under it', async () => {
    expect(await edits({ content: 'x' }, { ...v2(text()), content: null })).toMatchObject({ status: 200 })
    expect(await edits({ content: 'x' }, v2(text()))).toMatchObject({ status: 400, code: 50035 })
  })

  test('cannot unset the layout flag, and is held to the layout without naming it', async () => {
    expect(await edits(v2(text()), { components: [text('new')] })).toMatchObject({ status: 200 })
    expect(await edits(v2(text()), { flags: 0, components: [row(button())] })).toMatchObject({ status: 400 })
    expect((await edits(v2(text()), { content: 'x' })).errors).toEqual([
      'content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ])
  })

  test('cannot make a message private', async () => {
    expect(await edits({ content: 'x' }, { content: 'y', flags: 64 })).toMatchObject({ status: 400, code: 50035 })
  })

  test('is held to the limits of a message', async () => {
    expect(await edits({ content: 'x' }, { content: x(2001) })).toMatchObject({ status: 400, code: 50035 })
    expect(await edits({ content: 'x' }, { content: '' })).toMatchObject({ status: 400, code: 50006 })
  })
})

describe('a mention', () => {
  const mentions = 'of <@1>, <@!2>, <@&3>, @everyone and @here'
  const pingsWith = async (data: object) => {
    await respond(data)
    return loopback.messages().at(-1)?.pings
  }

  test('pings no one when it is not allowed', async () => {
    expect(await pingsWith({ content: mentions, allowed_mentions: { parse: [] } })).toEqual([])
  })

  test('pings users alone when nothing is said', async () => {
    expect(await pingsWith({ content: mentions })).toEqual(['<@1>', '<@!2>'])
    expect(await pingsWith(v2(container([text(mentions)])))).toEqual(['<@1>', '<@!2>'])
  })

  test('pings whom it may', async () => {
    expect(await pingsWith({ content: mentions, allowed_mentions: { parse: ['everyone'], users: ['2'] } })).toEqual([
      '<@!2>',
      '@everyone',
      '@here',
    ])
    expect(await pingsWith({ content: mentions, allowed_mentions: { roles: ['3'] } })).toEqual(['<@&3>'])
  })
})
