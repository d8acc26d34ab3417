import { expect, test } from 'vitest'
import { loadCommands } from '../../../../src/app/load-commands.ts'
import { commandsInChat, helpOf } from '../../../../src/command.ts'
import { languages, messageStyles } from '../../../../src/domain/guild-settings.ts'
import { msg } from '../../../../src/domain/message.ts'
import { sourceId } from '../../../../src/domain/source.ts'
import { cardOf } from '../../../../src/domain/source-card.ts'
import { renderReply } from '../../../../src/surfaces/discord/replies/render-reply.ts'
import { rankedQuotes } from '../../../support/fake-quoth.ts'
import { plainSource } from '../../../support/plain-source.ts'
import { frameOf, textOf } from '../../../support/shown-frame.ts'

test('a reference is a code block to copy, unless its own marks would end the block', () => {
  const source = plainSource({ text: 'Words.' })
  const [first] = rankedQuotes(source, source.paragraphs)
  if (first === undefined) throw new Error('no quote')
  const reference = (text: string) =>
    textOf(renderReply({ kind: 'reference', ...first, style: 'bibtex', reference: text, inText: null }, frameOf()))
  expect(reference('@article{a,\n  title = {T_T}}')).toContain('```\n@article{a,\n  title = {T_T}}\n```')
  expect(reference('a ``` <@1>')).toContain('a \\`\\`\\` \\<@1>')
  expect(reference('a\u202eb')).toContain('a⟨U+202E⟩b')
})

test('a reference names its style as the choices of the command do', () => {
  const source = plainSource({ text: 'Words.' })
  const [first] = rankedQuotes(source, source.paragraphs)
  if (first === undefined) throw new Error('no quote')
  const reply = { kind: 'reference', ...first, style: 'plain', reference: 'Words.', inText: null } as const
  expect(textOf(renderReply(reply, frameOf({ language: 'de' })))).toContain('Literaturangabe (einfach)')
})

test('a reference has the citation for a text in a block of its own', () => {
  const source = plainSource({ text: 'Words.' })
  const [first] = rankedQuotes(source, source.paragraphs)
  if (first === undefined) throw new Error('no quote')
  const reply = {
    kind: 'reference',
    ...first,
    style: 'apa',
    reference: 'Berg. (1987).',
    inText: '(Berg, 1987)',
  } as const
  const shown = textOf(renderReply(reply, frameOf()))
  expect(shown).toContain('In the text:\n```\n(Berg, 1987)\n```')
})

test.each(messageStyles)('help is one message (%s): every command, and what messages offer', async (style) => {
  const commands = commandsInChat(await loadCommands())
  for (const language of languages) {
    const frame = frameOf({ style, language })
    const help = renderReply({ kind: 'help', commands: commands.flatMap(helpOf) }, frame)
    expect(help.files).toEqual([])
    for (const { name } of commands) expect(textOf(help)).toContain(`**/${frame.t.nameOf(name)}`)
    expect(textOf(help)).toContain('**Apps**')
  }
})

test('the card of a source tells what is known, what is not, and what is left out by which rule', () => {
  const source = plainSource({
    id: 'tide',
    text: 'Read also: ten beaches\n\nThe tide rises.',
    record: { title: 'On tides', author: [{ given: 'Ada', family: 'Marsh' }], issued: '1987-02' },
    boilerplate: [{ text: 'Read also: ten beaches', rule: 'teaser' }],
    warnings: Array(5).fill(msg`Read as windows-1252.`),
  })
  const shown = textOf(renderReply({ kind: 'source-card', card: cardOf(source), source, relatives: [] }, frameOf()))
  expect(shown).toContain('### On tides\n**Id** `tide`\n**Author** Ada Marsh\n**Date** February 1987')
  expect(shown).toContain('**Not stated in the text** publisher')
  expect(shown).toContain('**Size** 1 paragraph, 1 sentence, 3 words')
  expect(shown).toContain('-# Read as windows-1252.\n-# More notes, not shown here: 2.')
  expect(shown).toContain('**Left out**, never searched or quoted: 1 part')
  expect(shown).toContain('> Read also: ten beaches\n-# rule “teaser”, characters 0 to 22')
})

test('of very many parts that are left out, some are listed, and the others counted', () => {
  const source = plainSource({ text: 'Words.' })
  const boilerplate = Array(50_000).fill({ start: 0, end: 5, kind: 'boilerplate', rule: 'teaser' })
  const message = renderReply(
    { kind: 'source-card', card: { ...cardOf(source), boilerplate }, source, relatives: [] },
    frameOf(),
  )
  expect(textOf(message)).toContain('never searched or quoted: 50,000 parts')
  expect(textOf(message)).toContain('2,000 of 50,000 parts are listed here. Quoth’s terminal lists all of them.')
})

test('the card of a source names what tells the same story, and what shares a passage, by title and id', () => {
  const source = plainSource({ text: 'Words.' })
  const relative = (kind: 'same-story' | 'shared-passage', id: string) =>
    ({ source: sourceId(id), title: 'The *ice*', kind, containment: 0.874 }) as const
  const relatives = [
    ...['a', 'b', 'c', 'd', 'e'].map((id) => relative('same-story', id)),
    relative('shared-passage', 'z'),
  ]
  const shown = textOf(renderReply({ kind: 'source-card', card: cardOf(source), source, relatives }, frameOf()))
  expect(shown).toContain('**Same story** “The \\*ice\\*”, a (87 %), ')
  expect(shown).toContain('c (87 %) and 2 more')
  expect(shown).toContain('**Shares a passage with** “The \\*ice\\*”, z (87 %)')
  const without = renderReply({ kind: 'source-card', card: cardOf(source), source, relatives: [] }, frameOf())
  expect(textOf(without)).not.toContain('Same story')
})
