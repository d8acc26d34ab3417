import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startResponder } from '../../../../tests/support/loopback-api.ts'
import { button, container, layout, row, text, times, x } from '../../../../tests/support/loopback-message.ts'

const embed = (more: object) => ({ embeds: [more] })
const field = (more: object) => embed({ fields: [{ name: 'n', value: 'v', ...more }] })
const mentioning = (allowed: object) => ({ content: 'x', allowed_mentions: allowed })

/** As many are taken; one more is refused, and the field is blamed. */
const most: readonly (readonly [title: string, most: number, make: (count: number) => object, field: string])[] = [
  ['characters of content', 2000, (n) => ({ content: x(n) }), 'content'],
  ['embeds', 10, (n) => ({ embeds: times(n, () => ({ title: 'x' })) }), 'embeds'],
  ['characters of an embed title', 256, (n) => embed({ title: x(n) }), 'embeds.0.title'],
  ['characters of an embed description', 4096, (n) => embed({ description: x(n) }), 'embeds.0.description'],
  ['fields of an embed', 25, (n) => embed({ fields: times(n, () => ({ name: 'n', value: 'v' })) }), 'embeds.0.fields'],
  ['characters of a field name', 256, (n) => field({ name: x(n) }), 'embeds.0.fields.0.name'],
  ['characters of a field value', 1024, (n) => field({ value: x(n) }), 'embeds.0.fields.0.value'],
  ['characters of a footer', 2048, (n) => embed({ footer: { text: x(n) } }), 'embeds.0.footer.text'],
  ['characters of an author', 256, (n) => embed({ author: { name: x(n) } }), 'embeds.0.author.name'],
  [
    'characters of all embeds',
    6000,
    (n) => ({ embeds: [{ description: x(4000) }, { title: x(200), description: x(n - 4200) }] }),
    'embeds',
  ],
  ['users that may be pinged', 100, (n) => mentioning({ users: times(n, String) }), 'allowed_mentions.users'],
]

/** What is taken, and what is refused for the field that is blamed. */
const shapes: readonly (readonly [title: string, accepted: object, refused: object, field: string])[] = [
  ['a field value is not blank', field({}), field({ value: ' ' }), 'embeds.0.fields.0.value'],
  ['a layout has no content', layout(text()), { ...layout(text()), content: 'x' }, 'content'],
  [
    'a layout has no embeds',
    { ...layout(text()), embeds: [] },
    { ...layout(text()), ...embed({ title: 'x' }) },
    'embeds',
  ],
  ['flags are those of a response', { content: 'x', flags: 4 }, { content: 'x', flags: 1 }, 'flags'],
  [
    'mentions are of three kinds',
    mentioning({ parse: ['users', 'roles', 'everyone'] }),
    mentioning({ parse: ['all'] }),
    'allowed_mentions.parse.0',
  ],
  [
    'a kind of mention is parsed or listed',
    mentioning({ parse: ['roles'], users: ['1'] }),
    mentioning({ parse: ['users'], users: ['1'] }),
    'allowed_mentions.users',
  ],
  [
    'an attachment is uploaded or there',
    { content: 'x', attachments: [] },
    { content: 'x', attachments: [{ id: '0' }] },
    'attachments.0',
  ],
]

let responder: Awaited<ReturnType<typeof startResponder>>
beforeAll(async () => {
  responder = await startResponder()
})
afterAll(() => responder.close())

describe('a first response', () => {
  const expectRefusal = async (data: object, blamed: string) => {
    const answer = await responder.respond(data)
    expect(answer).toMatchObject({ status: 400, code: 50035 })
    expect(answer.errors.map((error) => error.split(' ')[0])).toContain(`data.${blamed}`)
  }

  test.each(most)('has a limit of %s: %i', async (_, limit, make, blamed) => {
    expect(await responder.respond(make(limit))).toMatchObject({ status: 204, errors: [] })
    await expectRefusal(make(limit + 1), blamed)
  })

  test.each(shapes)('is refused unless %s', async (_, accepted, refused, blamed) => {
    expect(await responder.respond(accepted)).toMatchObject({ status: 204, errors: [] })
    await expectRefusal(refused, blamed)
  })

  test('with nothing to see is refused as empty', async () => {
    for (const data of [{}, { content: ' ' }, layout()])
      expect(await responder.respond(data)).toMatchObject({ status: 400, code: 50006 })
  })

  test('with half a character is refused', async () => {
    expect(await responder.respond({ content: '👍'.slice(0, 1) })).toMatchObject({ status: 400, code: 50109 })
  })

  test('that is refused can be sent again, corrected', async () => {
    const secrets = await responder.ask()
    const send = (content: string) => responder.callback(secrets, { type: 4, data: { content } })
    expect(await send(x(2001))).toMatchObject({ status: 400 })
    expect(await send(x(2000))).toMatchObject({ status: 204 })
  })
})

describe('an edit', () => {
  test('may set the layout flag, but not keep the content under it', async () => {
    expect(await responder.edit({ content: 'x' }, { ...layout(text()), content: null })).toMatchObject({ status: 200 })
    expect(await responder.edit({ content: 'x' }, layout(text()))).toMatchObject({ status: 400, code: 50035 })
  })

  test('cannot unset the layout flag, and is held to the layout without naming it', async () => {
    expect(await responder.edit(layout(text()), { components: [text('new')] })).toMatchObject({ status: 200 })
    expect((await responder.edit(layout(text()), { flags: 0, components: [row(button())] })).errors).toEqual([
      'flags MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG',
    ])
    expect((await responder.edit(layout(text()), { content: 'x' })).errors).toEqual([
      'content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ])
  })

  test('cannot make a message private', async () => {
    expect((await responder.edit({ content: 'x' }, { content: 'y', flags: 64 })).errors).toEqual([
      'flags MESSAGE_FLAGS_INVALID',
    ])
  })

  test('is held to the limits of a message', async () => {
    expect(await responder.edit({ content: 'x' }, { content: x(2001) })).toMatchObject({ status: 400, code: 50035 })
    expect(await responder.edit({ content: 'x' }, { content: '' })).toMatchObject({ status: 400, code: 50006 })
  })
})

describe('a mention', () => {
  const mentions = 'of <@1>, <@!2>, <@&3>, @everyone and @here'
  const pingsWith = async (data: object) => {
    await responder.respond(data)
    return responder.loopback.messages().at(-1)?.pings
  }

  test('pings no one when it is not allowed', async () => {
    expect(await pingsWith({ content: mentions, allowed_mentions: { parse: [] } })).toEqual([])
  })

  test('pings users alone when nothing is said', async () => {
    expect(await pingsWith({ content: mentions })).toEqual(['<@1>', '<@!2>'])
    expect(await pingsWith(layout(container([text(mentions)])))).toEqual(['<@1>', '<@!2>'])
  })

  test('pings whom it may', async () => {
    const allowed = { parse: ['everyone'], users: ['2'] }
    expect(await pingsWith({ content: mentions, allowed_mentions: allowed })).toEqual(['<@!2>', '@everyone', '@here'])
    expect(await pingsWith({ content: mentions, allowed_mentions: { roles: ['3'] } })).toEqual(['<@&3>'])
  })

  test('in an edit pings as well', async () => {
    await responder.edit({ content: 'x' }, { content: mentions })
    expect(responder.loopback.messages().at(-1)?.pings).toEqual(['<@1>', '<@!2>'])
  })
})
