import { describe, expect, it } from 'vitest'
import { readSettings } from '../../src/app/settings.ts'
import { QuothError } from '../../src/domain/error.ts'

const failure = (env: NodeJS.ProcessEnv): QuothError => {
  try {
    readSettings(env)
  } catch (error) {
    if (error instanceof QuothError) return error
    throw error
  }
  throw new Error('the settings were taken')
}

describe('settings', () => {
  it('have a default for everything but the token', () => {
    expect(readSettings({})).toEqual({
      library: 'seeds',
      data: '.quoth',
      discord: { token: null, clientId: undefined, guildId: undefined, api: undefined },
      isLibraryShared: true,
      quota: { documents: 2000, bytes: 1000 * 1024 * 1024 },
      askLimit: { count: 10, seconds: 10 },
      previewPort: 0,
      opsPort: null,
      isMeaningOn: true,
      isAddressAllowed: false,
      isOcrOn: true,
      logQuestions: false,
      logLevel: 'info',
      isProduction: false,
    })
  })

  it('take no folder with a character that no path has', () => {
    for (const name of ['QUOTH_LIBRARY', 'QUOTH_DATA'])
      expect(failure({ [name]: 'a\0b' }).message).toBe(
        `Please correct the settings: ${name} must be a folder; a path cannot contain the character U+0000.`,
      )
  })

  it('are all taken from the environment', () => {
    expect(
      readSettings({
        DISCORD_TOKEN: 'abc.def',
        DISCORD_CLIENT_ID: '123456789012345678',
        DISCORD_GUILD_ID: '223456789012345678',
        QUOTH_DISCORD_API: 'http://127.0.0.1:4000/api',
        QUOTH_LIBRARY: '/srv/papers',
        QUOTH_DATA: '/var/lib/quoth',
        QUOTH_SHARED: 'false',
        QUOTH_MAX_DOCUMENTS: '50',
        QUOTH_MAX_MEGABYTES: '5',
        QUOTH_ASK_LIMIT: '5/60',
        QUOTH_PREVIEW_PORT: '8080',
        QUOTH_OPS_PORT: '9464',
        QUOTH_MEANING: 'off',
        QUOTH_ADDRESSES: 'true',
        QUOTH_OCR: 'false',
        QUOTH_LOG_QUESTIONS: 'true',
        QUOTH_LOG_LEVEL: 'debug',
        NODE_ENV: 'production',
      }),
    ).toEqual({
      library: '/srv/papers',
      data: '/var/lib/quoth',
      discord: {
        token: 'abc.def',
        clientId: '123456789012345678',
        guildId: '223456789012345678',
        api: 'http://127.0.0.1:4000/api',
      },
      isLibraryShared: false,
      quota: { documents: 50, bytes: 5 * 1024 * 1024 },
      askLimit: { count: 5, seconds: 60 },
      previewPort: 8080,
      opsPort: 9464,
      isMeaningOn: false,
      isAddressAllowed: true,
      isOcrOn: false,
      logQuestions: true,
      logLevel: 'debug',
      isProduction: true,
    })
  })

  it('that are empty lines of a file are not set', () => {
    const names = ['DISCORD_TOKEN', 'DISCORD_CLIENT_ID', 'DISCORD_GUILD_ID', 'QUOTH_DISCORD_API', 'QUOTH_LIBRARY']
    const more = ['QUOTH_DATA', 'QUOTH_ASK_LIMIT', 'QUOTH_PREVIEW_PORT', 'QUOTH_OPS_PORT', 'QUOTH_LOG_QUESTIONS']
    const last = ['QUOTH_LOG_LEVEL', 'NODE_ENV']
    for (const empty of ['', '  '])
      expect(readSettings(Object.fromEntries([...names, ...more, ...last].map((name) => [name, empty])))).toEqual(
        readSettings({}),
      )
  })

  it('take a number of questions alone, in ten seconds', () => {
    expect(readSettings({ QUOTH_ASK_LIMIT: '3' }).askLimit).toEqual({ count: 3, seconds: 10 })
  })

  it('serve health and metrics nowhere unless a port is set', () => {
    for (const port of ['', '0']) expect(readSettings({ QUOTH_OPS_PORT: port }).opsPort).toBeNull()
  })

  it('do not judge the shape of a token', () => {
    for (const token of ['x', 'Bot x', 'a b c', 'ü'.repeat(200)])
      expect(readSettings({ DISCORD_TOKEN: token }).discord.token).toBe(token)
  })

  it('take the address of the API with or without a slash at its end', () => {
    expect(readSettings({ QUOTH_DISCORD_API: 'http://127.0.0.1:1/api//' }).discord.api).toBe('http://127.0.0.1:1/api')
  })

  it.each([
    ['DISCORD_CLIENT_ID', 'my bot'],
    ['DISCORD_GUILD_ID', '12'],
    ['QUOTH_DISCORD_API', 'discord.com/api'],
    ['QUOTH_DISCORD_API', 'file:///etc/passwd'],
    ['QUOTH_ASK_LIMIT', '0'],
    ['QUOTH_ASK_LIMIT', '10/0'],
    ['QUOTH_ASK_LIMIT', '-5'],
    ['QUOTH_ASK_LIMIT', 'many'],
    ['QUOTH_ASK_LIMIT', '10/10/10'],
    ['QUOTH_PREVIEW_PORT', '65536'],
    ['QUOTH_PREVIEW_PORT', '-1'],
    ['QUOTH_PREVIEW_PORT', '80.5'],
    ['QUOTH_PREVIEW_PORT', 'http'],
    ['QUOTH_OPS_PORT', 'metrics'],
    ['QUOTH_LOG_QUESTIONS', 'yes'],
    ['QUOTH_LOG_LEVEL', 'verbose'],
  ])('refuse %s=%s, naming it and what it takes', (name, value) => {
    const { code, message } = failure({ [name]: value })
    expect(code).toBe('bad-settings')
    expect(message).toMatch(new RegExp(`${name} must be .{8,}\\.$`))
  })

  it('name every problem in one message, and no value, since one may be a secret', () => {
    const { message } = failure({
      DISCORD_CLIENT_ID: 'canary-id',
      QUOTH_PREVIEW_PORT: 'canary-port',
      QUOTH_LOG_LEVEL: 'canary-level',
      DISCORD_TOKEN: 'canary-token',
    })
    for (const name of ['DISCORD_CLIENT_ID', 'QUOTH_PREVIEW_PORT', 'QUOTH_LOG_LEVEL']) expect(message).toContain(name)
    expect(message).not.toContain('canary')
    expect(message).not.toContain('\n')
  })
})
