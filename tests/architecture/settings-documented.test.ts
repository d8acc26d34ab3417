import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'dotenv'
import { expect, it } from 'vitest'
import { readSettings } from '../../src/app/settings.ts'

const read = (file: string): Promise<string> => readFile(join(import.meta.dirname, '..', '..', file), 'utf8')

/** The environment variables that the settings are made of: those that reading them looks at. */
const variables = (): readonly string[] => {
  const seen = new Set<string>()
  const look = (name: string | symbol): undefined => {
    if (typeof name === 'string') seen.add(name)
  }
  readSettings(new Proxy<NodeJS.ProcessEnv>({}, { get: (_, name) => look(name) }))
  return [...seen].sort()
}

it('.env.example has every setting, and none that is not read', async () => {
  expect(variables()).toContain('DISCORD_TOKEN')
  expect(Object.keys(parse(await read('.env.example'))).sort()).toEqual(variables())
})

it('.env.example as it stands changes nothing', async () => {
  expect(readSettings(parse(await read('.env.example')))).toEqual(readSettings({}))
})

it('README names every setting in its table', async () => {
  const readme = await read('README.md')
  const named = [...readme.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name)
  expect(named.sort()).toEqual(variables())
})
