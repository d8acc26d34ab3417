import { Collection, ComponentType } from 'discord.js'
import { expect, test } from 'vitest'
import { messageText } from '../../../src/surfaces/discord/plan-command.ts'

type Read = Parameters<typeof messageText>[0]

const message = (
  content: string,
  parts: readonly object[] = [],
  forwarded: readonly Read[] = [],
  embeds: Read['embeds'] = [],
): Read => ({
  content,
  embeds,
  components: parts.map((part) => ({ toJSON: () => part })) as unknown as Read['components'],
  messageSnapshots: new Collection(forwarded.map((each, at) => [String(at), each])),
})

test('the words of a message are what was written, what a bot laid out at any depth, and what it forwards', () => {
  const text = (content: string) => ({ type: ComponentType.TextDisplay, content })
  const laidOut = [
    { type: ComponentType.Container, components: [text('laid out'), { type: 9, components: [text('deep')] }] },
  ]
  expect(messageText(message('written', laidOut))).toBe('written\nlaid out\ndeep')
  expect(messageText(message('', [], [message('forwarded')]))).toBe('forwarded')
  expect(messageText(message(''))).toBe('')
})

test('the words of a card are words too, also of one that is forwarded', () => {
  const fields = [{ name: 'Where', value: 'Leith', inline: true }]
  const card = message('see', [], [], [{ title: 'The ice', description: 'The harbour froze.', fields }])
  expect(messageText(card)).toBe('see\nThe ice\nThe harbour froze.\nWhere\nLeith')
  expect(messageText(card, false)).toBe('see')
  const bare = message('', [], [], [{ title: null, description: 'Only this.', fields: [] }])
  expect(messageText(message('', [], [bare]))).toBe('Only this.')
})

test('no more is looked at than anybody can write', () => {
  expect(messageText(message('x'.repeat(9000)))).toHaveLength(6000)
})

test('of what a bot laid out, texts alone are words', () => {
  const parts = [
    { type: ComponentType.Button, content: 'a label' },
    { type: ComponentType.TextDisplay, content: 7 },
    { type: ComponentType.TextDisplay },
    { type: ComponentType.Separator },
  ]
  expect(messageText(message('written', parts))).toBe('written')
})
