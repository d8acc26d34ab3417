import { expect, test } from 'vitest'
import { defaultSettings } from '../../../../src/domain/guild-settings.ts'
import type { Frame } from '../../../../src/surfaces/discord/replies/buttons.ts'
import { renderReply } from '../../../../src/surfaces/discord/replies/render-reply.ts'
import { controlsOf, frameOf, textOf } from '../../../support/shown-frame.ts'

const panel = (changes: Partial<typeof defaultSettings> = {}, frame: Partial<Frame> = {}) =>
  renderReply({ kind: 'settings', settings: { ...defaultSettings, ...changes } }, frameOf(frame))

/** The chosen options of all menus, as Discord is told. */
const chosen = (message: ReturnType<typeof panel>): readonly string[] =>
  [...JSON.stringify(message.components).matchAll(/"value":"([^"]+)"[^}]*?"default":true/g)].map(
    ([, value = '']) => value,
  )

test('each setting says what it is about, with a menu that shows what holds now', () => {
  const message = panel({ answers: 'private', quotes: 5, style: 'plain', language: 'de' })
  expect(textOf(message)).toContain('**Answers**\n-# Who sees answers, unless the asker chooses otherwise.')
  expect(chosen(message)).toEqual(['private', '5', 'plain', 'de'])
})

test('the chosen channels are in their menu, which takes none as well', () => {
  const message = panel({ channels: ['11', '22'] })
  const shown = JSON.stringify(message.components)
  expect(shown).toContain('"min_values":0,"max_values":25')
  expect(shown).toContain('"default_values":[{"id":"11","type":"channel"},{"id":"22","type":"channel"}]')
  expect(panel({ channels: ['11', '22'] }, { style: 'plain' }).content).toContain('**Channels** · <#11> <#22>')
  expect(panel({}, { style: 'plain' }).content).toContain('**Channels** · all channels')
})

test('a plain panel explains each setting in its text, above five menus', () => {
  const message = panel({}, { style: 'plain' })
  expect(message.content.match(/^\*\*\w+\*\* · /gm)).toHaveLength(5)
  expect(message.components).toHaveLength(5)
})

test('where nothing can be kept, it still says what holds', () => {
  const message = panel({ quotes: 1 }, { idOf: null })
  expect(textOf(message)).toContain('**Quotes** · 1 quote\n')
  expect(controlsOf(message)).toEqual([])
})
