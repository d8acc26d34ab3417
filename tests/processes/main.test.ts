import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import type { Loopback } from '../../packages/preview/src/loopback/loopback.ts'
import { connect } from '../../src/state/connection.ts'
import { openState } from '../../src/state/open-state.ts'
import { shownText } from '../support/discord-bot.ts'
import { eventually } from '../support/eventually.ts'
import { type LibraryFolder, libraryFolder } from '../support/library-folder.ts'
import { startPatientLoopback } from '../support/patient-loopback.ts'
import { type Environment, type Running, startScript } from '../support/program.ts'

const running: Running[] = []
const loopbacks: Loopback[] = []
const folders: LibraryFolder[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((each) => each.kill()))
  await Promise.all(loopbacks.splice(0).map((each) => each.close()))
  await Promise.all(folders.splice(0).map((each) => each.discard()))
})

const startMain = (env: Environment): Running => {
  const main = startScript('src/main.ts', [], env)
  running.push(main)
  return main
}
const openFolder = async (documents: Parameters<typeof libraryFolder>[0]): Promise<LibraryFolder> => {
  const folder = await libraryFolder(documents)
  folders.push(folder)
  return folder
}

describe('without a token', () => {
  it('the preview is served over the seeds, and SIGTERM ends it with 0', async () => {
    const main = startMain({})
    const [line, url = ''] = await main.writes(/^.*preview: (http:\/\/127\.0\.0\.1:\d+\/).*$/m)
    expect(line).toContain('Indexed 5 sources from seeds')
    for (const step of ['(1)', '(2)', '(3)', 'DISCORD_TOKEN']) expect(line).toContain(step)
    const page = await fetch(url)
    expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')])
    expect(await page.text()).toContain('Quoth')

    main.child.kill('SIGTERM')
    // A process that does not end by itself is killed by the one who waits, ten seconds later as a rule.
    const ended = await Promise.race([main.ended, sleep(8000, null, { ref: false })])
    expect(ended?.code).toBe(0)
  })

  it('a name that would drive the terminal is shown with visible marks', async () => {
    const name = 'shelf \u001b[2J\u202e'
    const folder = await openFolder({ [`${name}/\u001b]0;owned\u0007.txt`]: '', [`${name}/ice.txt`]: 'Ice is cold.' })
    const main = startMain({ QUOTH_LIBRARY: join(folder.path, name) })
    await main.writes(/Indexed 1 source from .*shelf ␛\[2J⟨U\+202E⟩/)
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
    await main.writes(/no \.txt or \.md file/)
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

describe('with a token', () => {
  const token = 'canary-token.of-the-loopback'

  const online = async (documents: Parameters<typeof libraryFolder>[0]) => {
    const [folder, loopback] = await Promise.all([openFolder(documents), startPatientLoopback({ token })])
    loopbacks.push(loopback)
    const main = startMain({
      DISCORD_TOKEN: token,
      QUOTH_DISCORD_API: loopback.api,
      QUOTH_LIBRARY: folder.path,
      QUOTH_ASK_LIMIT: '10000/1',
      QUOTH_LOG_LEVEL: 'debug',
    })
    await main.writes(/Quoth is online/)
    const ask = async (question: string): Promise<string> =>
      shownText(await loopback.invoke({ command: 'ask', options: { question } }).answered())
    return { folder, loopback, main, ask }
  }

  it('that Discord does not know ends it with 78, what to do, and no word of the token', async () => {
    const loopback = await startPatientLoopback()
    loopbacks.push(loopback)
    const main = startMain({ DISCORD_TOKEN: 'wrong.canary-token', QUOTH_DISCORD_API: loopback.api })
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

  it('the bot answers, follows its folder, and ends with 78 once the token is taken back', async () => {
    const { folder, loopback, main, ask } = await online({
      'ferry.txt': 'The ferry to Sorvik sank in a storm off the point.',
    })
    await main.writes(/client_id=\d+&scope=bot\+applications\.commands/)
    expect(loopback.commands().map(({ name }) => name)).toContain('ask')
    expect(await ask('Which ferry sank in a storm?')).toContain('The ferry to Sorvik sank in a storm')

    await folder.write('papers/mill.md', '# The Mill\n\nThe miller grinds rye on Thursdays.')
    await eventually(async () => expect(await ask('What does the miller grind?')).toContain('grinds rye'))
    await folder.write('papers/mill.md', '# The Mill\n\nThe miller grinds oats on Mondays.')
    await eventually(async () => expect(await ask('What does the miller grind?')).toContain('grinds oats'))
    await folder.remove('papers/mill.md')
    await eventually(async () => expect(await ask('What does the miller grind?')).not.toContain('grinds'))

    loopback.gateway.dropSockets(4004)
    const ended = await main.ended
    expect(ended.code).toBe(78)
    expect(ended.stderr).toContain('4004')
    expect(ended.stdout + ended.stderr).not.toContain('canary')
  })

  it('SIGTERM ends with 0 at once while Discord lets the start wait', async () => {
    const loopback = await startPatientLoopback({ token })
    loopbacks.push(loopback)
    loopback.failNext({ route: 'gateway', status: 'hang', times: 100 })
    const main = startMain({ DISCORD_TOKEN: token, QUOTH_DISCORD_API: loopback.api })
    await eventually(() => expect(loopback.requests.length).toBeGreaterThan(0))
    main.child.kill('SIGTERM')
    const ended = await Promise.race([main.ended, sleep(60_000, null, { ref: false })])
    expect([ended?.code, ended?.stderr]).toEqual([0, ''])
  })

  it('SIGTERM ends the bot with 0, and Discord sees it leave', async () => {
    const { loopback, main } = await online({ 'ferry.txt': 'The ferry to Sorvik sank in a storm off the point.' })
    const left = new Promise<void>((resolve) => {
      loopback.onEvent(({ kind }) => kind === 'bot-offline' && resolve())
    })
    main.child.kill('SIGTERM')
    const ended = await Promise.race([main.ended, sleep(60_000, null, { ref: false })])
    expect(ended?.code).toBe(0)
    await left
  })
})
