import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Loopback } from '../../packages/preview/src/loopback/loopback.ts'
import { connect } from '../../src/state/connection.ts'
import { openState } from '../../src/state/open-state.ts'
import { shownText } from '../support/discord-bot.ts'
import { eventually, patience } from '../support/eventually.ts'
import { freePort } from '../support/free-port.ts'
import { type LibraryFolder, libraryFolder } from '../support/library-folder.ts'
import { startPatientLoopback } from '../support/patient-loopback.ts'
import { type Ended, type Environment, type Running, startScript } from '../support/program.ts'

const running: Running[] = []
const loopbacks: Loopback[] = []
const folders: LibraryFolder[] = []
const endAll = async (): Promise<void> => {
  await Promise.all(running.splice(0).map((each) => each.kill()))
  await Promise.all(loopbacks.splice(0).map((each) => each.close()))
  await Promise.all(folders.splice(0).map((each) => each.discard()))
}

const startMain = (env: Environment): Running => {
  const main = startScript('main', [], env)
  running.push(main)
  return main
}
const openFolder = async (documents: Parameters<typeof libraryFolder>[0]): Promise<LibraryFolder> => {
  const folder = await libraryFolder(documents)
  folders.push(folder)
  return folder
}

/** How a process ends by itself; null when it does not. */
const endOf = (main: Running): Promise<Ended | null> =>
  Promise.race([main.ended, sleep(patience, null, { ref: false })])

// A start takes seconds, so that the tests of a describe that says so share one; the last of them ends it.
describe('the preview over the seeds', () => {
  let main: Running
  let opsPort: number
  let line: string
  let url: string
  beforeAll(async () => {
    opsPort = await freePort()
    main = startMain({ QUOTH_OPS_PORT: String(opsPort) })
    ;[line = '', url = ''] = await main.writes(/^.*preview: (http:\/\/127\.0\.0\.1:\d+\/).*$/m)
  })
  afterAll(endAll)

  it('is served without a token, and says how to go online', async () => {
    expect(line).toMatch(/Indexed \d sources? from seeds/)
    for (const step of ['(1)', '(2)', '(3)', 'DISCORD_TOKEN']) expect(line).toContain(step)
    const page = await fetch(url)
    expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')])
    expect(await page.text()).toContain('Quoth')
  })

  it('says where it is asked that it is ready, once it has read them all', async () => {
    const get = (path: string): Promise<Response> => fetch(`http://127.0.0.1:${opsPort}/${path}`)
    // A busy machine is online before it has read them.
    await eventually(async () => expect((await get('readyz')).status).toBe(200))
    expect(await (await get('readyz')).json()).toEqual({ status: 'ok', checks: { gateway: 'ok', library: 'ok' } })
    expect(await (await get('metrics')).text()).toMatch(/^quoth_sources 5$/m)
  })

  it('ends with 0 at SIGTERM, and listens nowhere any more', async () => {
    main.child.kill('SIGTERM')
    expect((await endOf(main))?.code).toBe(0)
    for (const port of [opsPort, new URL(url).port]) await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow()
  })
})

describe('without a token', () => {
  afterEach(endAll)

  it('a name that would drive the terminal is shown with visible marks', async () => {
    const name = 'shelf \u001b[2J\u202e'
    const folder = await openFolder({ [`${name}/\u001b]0;owned\u0007.txt`]: '', [`${name}/ice.txt`]: 'Ice is cold.' })
    const main = startMain({ QUOTH_LIBRARY: join(folder.path, name) })
    await main.writes(/Indexed \d sources? from .*shelf ␛\[2J⟨U\+202E⟩/)
    await main.writes(/owned/)
    expect(main.written()).not.toMatch(/(?!\n)\p{Cc}|\u202e/u)
  })

  it('an error that ends it names its files with visible marks', async () => {
    const folder = await openFolder({})
    const data = join(folder.path, 'data \u001b]0;owned\u0007\u202e')
    await (await openState({ folder: join(data, 'preview'), onNotice: () => {} })).close()
    const connection = await connect(join(data, 'preview', 'quoth.db'))
    await connection.exec('PRAGMA user_version = 99')
    connection.close()
    const { stderr, code } = await startMain({ QUOTH_DATA: data }).ended
    expect(code).not.toBe(0)
    expect(stderr).toContain('data ␛]0;owned␇⟨U+202E⟩')
    expect(stderr).not.toMatch(/(?!\n)\p{Cc}|\u202e/u)
  })

  it('a folder that holds nothing is said, and the preview is served all the same', async () => {
    const folder = await openFolder({})
    const main = startMain({ QUOTH_LIBRARY: folder.path })
    await main.writes(/Indexed 0 sources/)
    await main.writes(/has no documents/)
  })

  it('production is refused with 78, and so are bad settings, each in one line', async () => {
    const ends = await Promise.all(
      [
        { NODE_ENV: 'production' },
        { QUOTH_PREVIEW_PORT: 'canary-port', QUOTH_ASK_LIMIT: 'canary-limit', DISCORD_GUILD_ID: 'canary-guild' },
      ].map((env) => startMain(env).ended),
    )
    for (const { code, stdout, stderr } of ends) {
      expect([code, stdout]).toEqual([78, ''])
      expect(stderr).toMatch(/^quoth: .+\n$/)
      expect(stderr).not.toContain('canary')
    }
    expect(ends[0]?.stderr).toContain('DISCORD_TOKEN')
    for (const name of ['QUOTH_PREVIEW_PORT', 'QUOTH_ASK_LIMIT', 'DISCORD_GUILD_ID'])
      expect(ends[1]?.stderr).toContain(name)
  })
})

const token = 'canary-token.of-the-loopback'

/** The program on a loopback Discord of its own, which `prepare` readies before the first request. */
const startBot = async (env: Environment = {}, prepare: (loopback: Loopback) => void = () => {}) => {
  const loopback = await startPatientLoopback({ token })
  loopbacks.push(loopback)
  prepare(loopback)
  return { loopback, main: startMain({ DISCORD_TOKEN: token, QUOTH_DISCORD_API: loopback.api, ...env }) }
}

describe('with a token', () => {
  afterEach(endAll)

  it('that Discord does not know ends it with 78, what to do, and no word of the token', async () => {
    const { main } = await startBot({ DISCORD_TOKEN: 'wrong.canary-token' })
    const { code, stdout, stderr } = await main.ended
    expect(code).toBe(78)
    expect(stderr).toContain('Reset Token')
    expect(stdout + stderr).not.toContain('canary')
  })

  it('that cannot be tried because Discord is out of reach ends it with 1 and one line', async () => {
    const main = startMain({ DISCORD_TOKEN: token, QUOTH_DISCORD_API: 'http://127.0.0.1:9/api' })
    const { code, stderr } = await main.ended
    expect(code).toBe(1)
    expect(stderr).toMatch(/^quoth: Discord cannot be reached \(.+\)\. Check the network.*\n$/)
  })
})

describe('a start that Discord lets wait', () => {
  let started: Awaited<ReturnType<typeof startBot>>
  let opsPort: number
  beforeAll(async () => {
    opsPort = await freePort()
    started = await startBot({ QUOTH_OPS_PORT: String(opsPort) }, (loopback) =>
      loopback.failNext({ route: 'gateway', status: 'hang', times: 100 }),
    )
    await eventually(() => expect(started.loopback.requests.length).toBeGreaterThan(0))
  })
  afterAll(endAll)

  it('tells that it is alive, and not ready', async () => {
    expect((await fetch(`http://127.0.0.1:${opsPort}/healthz`)).status).toBe(200)
    const ready = await fetch(`http://127.0.0.1:${opsPort}/readyz`)
    expect(ready.status).toBe(503)
    expect(await ready.text()).toBe('{"status":"failing","checks":{"start":"Quoth is starting."}}\n')
  })

  it('ends with 0 at once at SIGTERM', async () => {
    started.main.child.kill('SIGTERM')
    const ended = await endOf(started.main)
    expect([ended?.code, ended?.stderr]).toEqual([0, ''])
  })
})

describe('a bot that is online', () => {
  let started: Awaited<ReturnType<typeof startBot>>
  let folder: LibraryFolder
  beforeAll(async () => {
    folder = await openFolder({ 'ferry.txt': 'The ferry to Sorvik sank in a storm off the point.' })
    started = await startBot({
      QUOTH_LIBRARY: folder.path,
      QUOTH_ASK_LIMIT: '10000/1',
      QUOTH_LOG_LEVEL: 'debug',
    })
    await started.main.writes(/Quoth is online/)
  })
  afterAll(endAll)
  const ask = async (question: string): Promise<string> =>
    shownText(await started.loopback.invoke({ command: 'ask', options: { question } }).answered())

  it('has registered its commands, and says how to invite it', async () => {
    await started.main.writes(/client_id=\d+&scope=bot\+applications\.commands/)
    expect(started.loopback.commands().map(({ name }) => name)).toContain('ask')
  })

  it('answers, and follows its folder', async () => {
    await eventually(async () => expect(await ask('Which ferry sank in a storm?')).toContain('The ferry to Sorvik'))
    await folder.write('papers/mill.md', '# The Mill\n\nThe miller grinds rye on Thursdays.')
    await eventually(async () => expect(await ask('What does the miller grind?')).toContain('grinds rye'))
    await folder.write('papers/mill.md', '# The Mill\n\nThe miller grinds oats on Mondays.')
    await eventually(async () => expect(await ask('What does the miller grind?')).toContain('grinds oats'))
    await folder.remove('papers/mill.md')
    await eventually(async () => expect(await ask('What does the miller grind?')).not.toContain('grinds'))
  })

  it('ends with 0 at SIGTERM, which Discord sees, and has written no word of its token', async () => {
    const { loopback, main } = started
    const left = new Promise<void>((resolve) => {
      loopback.onEvent(({ kind }) => kind === 'bot-offline' && resolve())
    })
    main.child.kill('SIGTERM')
    expect((await endOf(main))?.code).toBe(0)
    await left
    expect(main.written()).not.toContain('canary')
  })
})
