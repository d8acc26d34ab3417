import { expect, test } from 'vitest'
import { readSettings } from '../../src/app/settings.ts'

const problemsOf = (env: NodeJS.ProcessEnv): string => {
  try {
    readSettings(env)
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
  throw new Error('the settings were taken')
}

test.each(['debug', 'info', 'warn', 'error', 'silent'])('the log may be as loud as “%s”', (level) => {
  expect(readSettings({ QUOTH_LOG_LEVEL: level }).logLevel).toBe(level)
})

test('questions are logged where the host says so, and not where it says the contrary', () => {
  expect(readSettings({ QUOTH_LOG_QUESTIONS: 'true' }).logQuestions).toBe(true)
  expect(readSettings({ QUOTH_LOG_QUESTIONS: 'false' }).logQuestions).toBe(false)
})

test('blanks around a token, an id and a limit are no part of them', () => {
  const { discord, askLimit } = readSettings({
    DISCORD_TOKEN: ' abc.def\n',
    DISCORD_CLIENT_ID: ' 123456789012345 ',
    DISCORD_GUILD_ID: '123456789012345678901\t',
    QUOTH_ASK_LIMIT: ' 5/60 ',
  })
  expect(discord).toMatchObject({ token: 'abc.def', clientId: '123456789012345', guildId: '123456789012345678901' })
  expect(askLimit).toEqual({ count: 5, seconds: 60 })
})

test.each([
  ['DISCORD_CLIENT_ID', 'id 123456789012345678'],
  ['DISCORD_CLIENT_ID', '123456789012345678 is it'],
  ['DISCORD_GUILD_ID', '12345678901234'],
  ['DISCORD_GUILD_ID', '1234567890123456789012'],
  ['QUOTH_DISCORD_API', 'xhttp://127.0.0.1/api'],
  ['QUOTH_DISCORD_API', 'httpsx://127.0.0.1/api'],
  ['QUOTH_ASK_LIMIT', '123456'],
  ['QUOTH_ASK_LIMIT', '1/123456'],
  ['QUOTH_ASK_LIMIT', '5//5'],
  ['QUOTH_ASK_LIMIT', 'x5'],
  ['QUOTH_ASK_LIMIT', '5/5x'],
])('%s=%s is refused', (name, value) => {
  expect(problemsOf({ [name]: value })).toContain(name)
})

test('limits of five digits are taken, and the API over https', () => {
  expect(readSettings({ QUOTH_ASK_LIMIT: '12345/67890' }).askLimit).toEqual({ count: 12_345, seconds: 67_890 })
  expect(readSettings({ QUOTH_DISCORD_API: 'https://x.example/api' }).discord.api).toBe('https://x.example/api')
})

test('every port there is is taken, and what is no port is told as such at either end', () => {
  for (const port of [1, 65_535]) {
    expect(readSettings({ QUOTH_PREVIEW_PORT: `${port}` }).previewPort).toBe(port)
    expect(readSettings({ QUOTH_OPS_PORT: `${port}` }).opsPort).toBe(port)
  }
  expect(problemsOf({ QUOTH_OPS_PORT: '65536' })).toContain('65535')
})

test('problems are told apart, and one that two rules find is told once', () => {
  const message = problemsOf({ QUOTH_LOG_LEVEL: 'loud', QUOTH_LOG_QUESTIONS: 'yes' })
  expect(message).toMatch(/silent\. QUOTH_LOG_QUESTIONS /)
})
