import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { shownText } from '../support/discord-bot.ts'
import { patience } from '../support/eventually.ts'
import { inTheWay } from '../support/in-the-way.ts'
import { startPatientLoopback } from '../support/patient-loopback.ts'
import { startScript } from '../support/program.ts'

const token = 'token.of-the-loopback'
const endings: (() => unknown)[] = []
let root: string
let library: string
let data: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'quoth-disk-'))
  ;[library, data] = [join(root, 'library'), join(root, 'data')]
  await mkdir(library)
  await mkdir(data)
})
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
  await rm(root, { recursive: true, force: true })
})

const startBot = async () => {
  const loopback = await startPatientLoopback({ token })
  const main = startScript('main', [], {
    DISCORD_TOKEN: token,
    QUOTH_DISCORD_API: loopback.api,
    QUOTH_LIBRARY: library,
    QUOTH_DATA: data,
    QUOTH_ASK_LIMIT: '10000/1',
  })
  endings.push(loopback.close, main.kill)
  const ask = async (question: string): Promise<string> =>
    shownText(await loopback.invoke({ command: 'ask', options: { question } }).answered(patience))
  return { main, ask }
}

/** Another program, which goes on writing to a large file; it has begun when this resolves. */
const keepAppending = async (name: string): Promise<void> => {
  await writeFile(join(library, name), 'The tide came in at noon.\n\n'.repeat(740_000))
  const program = `setInterval(() => require('node:fs').appendFileSync(process.argv[1], 'And so on.\\n'), 10)
    setTimeout(() => console.log('begun'), 20)`
  const writer = spawn(process.execPath, ['-e', program, join(library, name)])
  endings.push(() => writer.kill('SIGKILL'))
  await once(writer.stdout, 'data')
}

describe('a library folder that holds all that is bad for one', () => {
  it('is answered from, each bad file is named with the reason, and SIGTERM ends the bot', async () => {
    await writeFile(join(library, 'ferry.txt'), 'The ferry to Sorvik sank in a storm off the point.')
    await keepAppending('log.txt')
    for (const [name, make] of inTheWay) await make(join(library, `${name.split(' ')[1]}.txt`))
    await writeFile(join(library, 'folder.txt', 'mill.md'), 'The miller grinds rye on Thursdays.')
    await writeFile(Buffer.from(join(library, 'caf\xe9.txt'), 'latin1'), 'The café opens at nine.')
    await writeFile(join(library, 'odd\n"name\u202e.txt'), 'The baker bakes buns on Mondays.')
    await symlink('loop.txt', join(library, 'loop.txt'))
    for (const name of ['quoth.db', 'quoth.db-wal']) await inTheWay[1]?.[1](join(data, name))

    const { main, ask } = await startBot()
    await main.writes(/Quoth is online/)
    // A busy machine is online before it has read them.
    await expect.poll(() => ask('Which ferry sank in a storm?')).toContain('The ferry to Sorvik sank in a storm')
    await expect.poll(() => ask('What does the miller grind?')).toContain('grinds rye')
    await expect.poll(() => ask('What does the baker bake?')).toContain('bakes buns')
    for (const line of [
      /^quoth: log\.txt: It keeps changing, /m,
      /^quoth: caf\\xe9\.txt: Its name is not valid UTF-8\. Rename it\.$/m,
      /^quoth: pipe\.txt: It is not a regular file\.$/m,
      /^quoth: device\.txt: It is a link that points outside/m,
      /^quoth: loop\.txt: It is a link that points to itself\.$/m,
      /^quoth: .+quoth\.db cannot be used \(quoth\.db is not a regular file\), so /m,
    ])
      await main.writes(line)
    await writeFile(join(library, 'boat.txt'), 'The boat to Tarn sails on Fridays.')
    await expect.poll(() => ask('When does the boat to Tarn sail?')).toContain('on Fridays')

    main.child.kill('SIGTERM')
    const ended = await Promise.race([main.ended, sleep(patience, null, { ref: false })])
    expect(ended?.code).toBe(0)
  })
})

describe('a lock that cannot be taken', () => {
  const locks: typeof inTheWay = [
    ['garbage', (path) => writeFile(path, 'garbage '.repeat(1000))],
    ...inTheWay.slice(0, 2),
  ]
  it.each(locks)('since it is %s ends the start with 75, and one line says what to do', async (_, make) => {
    await make(join(data, 'lock.db'))
    const { main } = await startBot()
    const { code, stdout, stderr } = await main.ended
    expect([code, stdout]).toEqual([75, ''])
    expect(stderr).toMatch(
      /^quoth: .+lock\.db cannot be locked, because .+, move the file away and start again, or .+\n$/,
    )
  })
})
