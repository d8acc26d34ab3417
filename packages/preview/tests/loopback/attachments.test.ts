import { Events, type Interaction } from 'discord.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { callApi } from '../../../../tests/support/loopback-api.ts'
import { loggedIn } from '../../../../tests/support/loopback-bot.ts'
import { startPatientLoopback } from '../../../../tests/support/patient-loopback.ts'
import { twoPeople } from '../../../../tests/support/two-people.ts'
import type { Loopback } from '../../src/loopback/loopback.ts'

let loopback: Loopback
let bot: Awaited<ReturnType<typeof loggedIn>>
beforeEach(async () => {
  loopback = await startPatientLoopback({ ...twoPeople, attachmentSizeLimit: 100 })
  bot = await loggedIn(loopback)
  const file = { type: 11, description: 'A file' }
  await callApi(loopback, 'PUT', `/applications/${loopback.applicationId}/commands`, [
    {
      ...{ name: 'add', description: 'Add' },
      options: [
        { ...file, name: 'file', required: true },
        { ...file, name: 'file-2' },
        { type: 3, name: 'title', description: 'Its title', autocomplete: true },
      ],
    },
    { name: 'upload', description: 'Upload' },
    { name: 'Keep', type: 3 },
  ])
})
afterEach(async () => {
  await bot.client.destroy()
  await loopback.close()
})

const tides = { name: 'On tides.txt', bytes: Buffer.from('The tide rises.'), contentType: 'text/plain' }
const map = { name: 'map.bin', bytes: Uint8Array.of(0, 255, 13, 10) }
const large = { name: 'large.txt', bytes: new Uint8Array(101) }

/** What the bot makes of the next interaction. */
const heard = <T>(read: (interaction: Interaction) => T | Promise<T>) =>
  new Promise<T>((resolve, reject) =>
    bot.client.once(Events.InteractionCreate, (interaction) =>
      Promise.resolve(read(interaction)).then(resolve, reject),
    ),
  )
const fetched = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer())

describe('a file given to a command', () => {
  test('is told to the bot, which fetches it', async () => {
    const received = heard(async (interaction) => {
      if (!interaction.isChatInputCommand()) return []
      return Promise.all(
        interaction.options.data.map(async ({ name, value, attachment }) => {
          if (!attachment) throw new Error(`“${name}” has no attachment.`)
          const response = await fetch(attachment.url)
          return {
            name: [name, attachment.name, attachment.size, attachment.contentType, attachment.ephemeral],
            isValue: attachment.id === value,
            type: response.headers.get('content-type'),
            bytes: Buffer.from(await response.arrayBuffer()),
          }
        }),
      )
    })
    loopback.invoke({ command: 'add', options: { file: tides, 'file-2': map } })
    const unknown = 'application/octet-stream'
    expect(await received).toEqual([
      {
        name: ['file', 'On tides.txt', 15, 'text/plain', true],
        isValue: true,
        type: 'text/plain',
        bytes: tides.bytes,
      },
      { name: ['file-2', 'map.bin', 4, unknown, true], isValue: true, type: unknown, bytes: Buffer.from(map.bytes) },
    ])
  })

  test('is a file, is not too large, and comes when it has to', () => {
    const add = (options: Parameters<Loopback['invoke']>[0]['options']) => loopback.invoke({ command: 'add', options })
    expect(() => add({ file: 'tides.txt' })).toThrow('takes a file')
    expect(() => add({ file: large })).toThrow('“large.txt” is larger than 100 bytes')
    expect(() => add({ file: { ...tides, name: '' } })).toThrow('needs a name')
    expect(() => add({ 'file-2': tides })).toThrow('needs file')
    expect(() => add({ file: tides, title: tides })).toThrow('takes text')
  })

  test('is not uploaded while another option is typed', async () => {
    const received = heard((interaction) => {
      if (!interaction.isAutocomplete()) return []
      void interaction.respond([])
      return interaction.options.data.map(({ name }) => name)
    })
    await loopback.autocomplete({ command: 'add', options: { file: tides, title: 'On' }, focused: 'title' })
    expect(await received).toEqual(['title'])
  })

  test('is kept while it is among the newest', async () => {
    const urls: string[] = []
    bot.client.on(Events.InteractionCreate, (interaction) => {
      if (interaction.isChatInputCommand()) urls.push(interaction.options.getAttachment('file', true).url)
    })
    for (let count = 0; count < 51; count += 1) loopback.invoke({ command: 'add', options: { file: tides } })
    await expect.poll(() => urls.length).toBe(51)
    expect((await fetch(urls[0] ?? '')).status).toBe(404)
    expect(await fetched(urls[1] ?? '')).toEqual(tides.bytes)
  })
})

describe('a form for files', () => {
  const field = { type: 19, custom_id: 'files', min_values: 1, max_values: 2 }
  /** Opens a form with a field for files, and returns how to send it. */
  const opened = async (more: object = {}) => {
    const opening = heard(({ id, token }) =>
      callApi(loopback, 'POST', `/interactions/${id}/${token}/callback`, {
        type: 9,
        data: {
          ...{ custom_id: 'form', title: 'Add' },
          components: [{ type: 18, label: 'Files', component: { ...field, ...more } }],
        },
      }),
    )
    const { id } = loopback.invoke({ command: 'upload' })
    expect(await opening).toMatchObject({ status: 204 })
    return (fields: Parameters<Loopback['submitModal']>[1]) => loopback.submitModal(id, fields)
  }
  const filesHeard = () =>
    heard(async (interaction) => {
      if (!interaction.isModalSubmit()) return null
      const files = [...(interaction.fields.getUploadedFiles('files')?.values() ?? [])]
      return Promise.all(files.map(async ({ name, url }) => [name, String(await fetched(url))]))
    })

  test('sends them to the bot', async () => {
    const submit = await opened()
    const received = filesHeard()
    submit({ files: [tides, { name: 'b.txt', bytes: Buffer.from('b') }] })
    expect(await received).toEqual([
      ['On tides.txt', 'The tide rises.'],
      ['b.txt', 'b'],
    ])
  })

  test('takes as many as it says, and none that are too large', async () => {
    const submit = await opened()
    expect(() => submit({})).toThrow('“files” is required')
    expect(() => submit({ files: [tides, tides, tides] })).toThrow('takes 1 to 2 files')
    expect(() => submit({ files: [large] })).toThrow('larger than 100 bytes')
    expect(() => submit({ files: 'tides.txt' })).toThrow('takes files')
    expect(() => submit({ files: ['tides.txt'] })).toThrow('takes files')
  })

  test('is sent without any where it asks for none', async () => {
    const submit = await opened({ required: false })
    const received = filesHeard()
    submit({})
    expect(await received).toEqual([])
  })
})

describe('a message of somebody', () => {
  test('may be a file alone, which a command of the message gets', async () => {
    const message = loopback.say({ files: [tides, map] })
    expect(message.content).toBe('')
    const received = heard(async (interaction) => {
      if (!interaction.isMessageContextMenuCommand()) return []
      const files = [...interaction.targetMessage.attachments.values()]
      return Promise.all(files.map(async ({ name, size, url }) => [name, size, await fetched(url)]))
    })
    loopback.applyTo({ command: 'Keep', message: message.id })
    expect(await received).toEqual([
      ['On tides.txt', 15, tides.bytes],
      ['map.bin', 4, Buffer.from(map.bytes)],
    ])
  })

  test('that is deleted hands out no file any more', async () => {
    const { id, attachments } = loopback.say({ content: 'Look', files: [tides] })
    const url = attachments[0]?.url ?? ''
    expect(await fetched(url)).toEqual(tides.bytes)
    loopback.deleteMessage(id)
    expect((await fetch(url)).status).toBe(404)
  })

  test('has ten files at most, none too large, and none without the right to attach them', () => {
    expect(() => loopback.say({ files: [large] })).toThrow('larger than 100 bytes')
    expect(() => loopback.say({ files: Array.from({ length: 11 }, () => tides) })).toThrow('At most 10 files')
    loopback.allowPerson('12', String((1n << 10n) | (1n << 11n)))
    expect(() => loopback.say({ user: '12', files: [tides] })).toThrow('may not attach files')
    expect(loopback.say({ user: '12', content: 'Look' }).attachments).toEqual([])
  })
})
