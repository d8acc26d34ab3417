import { afterEach, expect, test } from 'vitest'
import { defaultSettings } from '../../../src/domain/guild-settings.ts'
import { createLog } from '../../../src/observability/log.ts'
import type { State } from '../../../src/state/port.ts'
import { createSettingsReader } from '../../../src/surfaces/discord/settings-reader.ts'
import { fakeQuoth } from '../../support/fake-quoth.ts'
import { memoryState } from '../../support/memory-state.ts'
import { plainSource } from '../../support/plain-source.ts'
import { ada, type Conversation, startConversation } from '../../support/pressing.ts'

let talk: Conversation | undefined
afterEach(async () => {
  await talk?.close()
  talk = undefined
})

/** A state whose settings can be read or not. */
const withSettings = async () => {
  const state = await memoryState()
  const disk = { isReadable: true, reads: 0 }
  const get: State['settings']['get'] = async (guild) => {
    disk.reads += 1
    if (!disk.isReadable) throw new Error('the disk')
    return state.settings.get(guild)
  }
  return { disk, state: { ...state, settings: { ...state.settings, get } } }
}

test('while the settings of a server cannot be read, an answer is for the asker alone; then it is as the server wants', async () => {
  const { disk, state } = await withSettings()
  disk.isReadable = false
  talk = await startConversation({ state, quoth: fakeQuoth({ sources: [plainSource({ text: 'The tide is high.' })] }) })
  expect((await talk.use('ask', { question: 'When is the tide high?' })).visibleTo).toBe(ada.id)
  expect((await talk.use('ask', { question: 'quantum warranty?' })).visibleTo).toBe(ada.id)
  expect((await talk.use('summarise', { source: 'plain' })).visibleTo).toBe(ada.id)
  disk.isReadable = true
  expect((await talk.use('ask', { question: 'When is the tide high?' })).visibleTo).toBeNull()
})

test('settings that could not be read are read again; those that could are kept at hand, also while the disk fails', async () => {
  const { disk, state } = await withSettings()
  const reader = createSettingsReader(state.settings, createLog({ level: 'silent' }))
  disk.isReadable = false
  expect(await reader.of('guild')).toEqual({ ...defaultSettings, answers: 'private' })
  disk.isReadable = true
  expect(await reader.of('guild')).toEqual(defaultSettings)
  disk.isReadable = false
  expect(await reader.of('guild')).toEqual(defaultSettings)
  expect(disk.reads).toBe(2)
  // A direct message has no server that could want anything else.
  expect(await reader.of(null)).toEqual(defaultSettings)
  expect(await reader.of('other')).toMatchObject({ answers: 'private' })
})

test('a change holds at once and for its own server alone; one that cannot be kept changes nothing', async () => {
  const { state } = await withSettings()
  const reader = createSettingsReader(state.settings, createLog({ level: 'silent' }))
  await reader.of('guild')
  await reader.change('guild', { answers: 'private' })
  expect(await reader.of('guild')).toMatchObject({ answers: 'private', quotes: defaultSettings.quotes })
  expect(await reader.of('other')).toEqual(defaultSettings)
  const full = createSettingsReader(
    { ...state.settings, change: () => Promise.reject(new Error('full')) },
    createLog({ level: 'silent' }),
  )
  await expect(full.change('other', { answers: 'private' })).rejects.toThrow('full')
  expect(await full.of('other')).toEqual(defaultSettings)
})

test('the settings of a thousand servers are kept at hand, of those that were asked for last', async () => {
  const { disk, state } = await withSettings()
  const reader = createSettingsReader(state.settings, createLog({ level: 'silent' }))
  for (let guild = 0; guild < 1000; guild++) await reader.of(`${guild}`)
  await reader.of('0')
  expect(disk.reads).toBe(1000)
  await reader.of('one more')
  await reader.of('0')
  expect(disk.reads).toBe(1001)
  await reader.of('1')
  expect(disk.reads).toBe(1002)
})
