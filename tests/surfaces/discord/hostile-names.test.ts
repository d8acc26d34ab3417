import { afterAll, beforeAll, expect, test } from 'vitest'
import { sourceId, sourceKey } from '../../../src/domain/source.ts'
import { createSourceFinder } from '../../../src/library/find-source.ts'
import { memoryLibrary } from '../../../src/library/memory.ts'
import { shownText } from '../../support/discord-bot.ts'
import { fakeQuoth } from '../../support/fake-quoth.ts'
import { plainSource } from '../../support/plain-source.ts'
import { type Conversation, startConversation } from '../../support/pressing.ts'

const folder = `minutes/${'of the long winter/'.repeat(8)}`
const sources = [
  plainSource({ id: `${folder}a`, text: 'The tide rises.', record: { title: 'Half \ud800' } }),
  plainSource({ id: `${folder}b`, text: 'The tide falls.', record: { title: 'Half \ud800' } }),
  plainSource({ id: 'c\0\u202e', text: 'The tide stands.', record: { title: '\u200b' } }),
  plainSource({ id: 'plain', text: 'The tide is plain.', record: { title: 'Plain' } }),
]
let talk: Conversation
beforeAll(async () => {
  const library = memoryLibrary()
  for (const source of sources) await library.put(source)
  const { find, suggest } = createSourceFinder(library)
  const fake = fakeQuoth({ sources })
  const suggestSources: typeof fake.suggestSources = async (typed, limit, uses) =>
    (await suggest(typed, limit, uses)).map((name) => ({ ...name, title: name.titleShown }))
  talk = await startConversation({
    quoth: { ...fake, suggestSources, source: async (name) => fake.source((await find(name)).id) },
  })
})
afterAll(() => talk.close())

const suggest = (typed: string) =>
  talk.loopback.autocomplete({ command: 'ask', options: { question: 'x', source: typed }, focused: 'source' })

test('a title with half a surrogate pair and ids too long to send cost nobody the other choices', async () => {
  const choices = await suggest('')
  expect(choices).toHaveLength(sources.length)
  expect(choices.map(({ value }) => value).toSorted()).toEqual(
    [...sources.slice(0, 3).map(({ id }) => sourceKey(id)), 'plain'].toSorted(),
  )
  expect(JSON.stringify(choices)).not.toMatch(/\\ud[89ab]/)
})

test('a chosen key shows its source, by the option and by the menu', async () => {
  for (const { id, text } of sources.slice(0, 2)) {
    const [choice] = (await suggest(id)).filter(({ value }) => value === sourceKey(id))
    const shown = await talk.use('sources', { source: String(choice?.value) }, { subcommand: 'show' })
    expect(shownText(shown)).toContain(text.length > 0 ? sourceKey(id) : '')
  }
  const list = await talk.use('sources', {}, { subcommand: 'list' })
  const opened = await talk.choose(list, 'open', [sourceKey(sources[1]?.id ?? sourceId(''))]).answered()
  expect(shownText(opened)).toContain(sourceKey(sources[1]?.id ?? sourceId('')))
})

test('a question with half a surrogate pair can be asked in other words', async () => {
  const form = await talk.press(await talk.use('ask', { question: 'zebra \ud800' }), 'rephrase').opened()
  expect(JSON.stringify(form)).toContain('zebra \ufffd')
})

test('names and questions with U+0000 or half a surrogate pair are answered, and are no incident', async () => {
  for (const name of ['\0', 'a\0b', 'c\0\u202e', '\ud800', '../../\0etc']) {
    const asked = [
      await talk.use('ask', { question: `tide ${name}`, source: name }),
      await talk.use('ask', { question: `zebra ${name}` }),
      await talk.use('sources', { source: name }, { subcommand: 'show' }),
      await talk.use('cite', { 'quote-id': name }),
    ]
    for (const message of asked) expect(shownText(message)).not.toContain('Something went wrong')
    await suggest(name)
  }
  expect(talk.logged().join('')).not.toMatch(/ERR_INVALID_ARG_VALUE|incident/)
})
