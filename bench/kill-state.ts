// What is lost when the process that keeps the state is killed: while it writes, and while it migrates.
//
//   npx tsx bench/kill-state.ts [KILLS]      100 of each when not said; about 0.6 s each
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { connect } from '../src/state/connection.ts'
import { openState } from '../src/state/open-state.ts'
import { seeded } from './seeded.ts'

const kills = Number(process.argv[2] ?? '100')
const random = seeded(20_261_122)

/**
 * Runs a script of this folder, kills it up to `longest` milliseconds after it first says something, and gives what it
 * said.
 */
const killed = async (script: string, argument: string, longest: number): Promise<string> => {
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, script), argument])
  let msg = ''
  child.stdout?.on('data', (chunk) => {
    msg += chunk
  })
  const closed = once(child, 'close')
  if (child.stdout) await once(child.stdout, 'data')
  await wait(random() * longest)
  child.kill('SIGKILL')
  await closed
  return msg
}

const inFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'quoth-state-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The state that a process leaves when it is killed is what the next one opens. */
const killWriters = (): Promise<string> =>
  inFolder(async (folder) => {
    const notices: string[] = []
    let [acknowledged, lost] = [0, 0]
    for (let kill = 0; kill < kills; kill += 1) {
      const ids = (await killed('put-replies.ts', folder, 60)).match(/(?<=^kept )\S+(?=\n)/gm) ?? []
      const state = await openState({ folder, onNotice: (notice) => void notices.push(notice) })
      const found = await Promise.all(ids.map((id) => state.replies.get(id)))
      await state.close()
      acknowledged += ids.length
      lost += found.filter((reply) => reply === undefined).length
    }
    return `writing:   ${kills} kills, ${acknowledged} replies acknowledged, ${lost} lost, ${notices.length} files that did not open`
  })

/** What a file must hold at each version. */
const whole: readonly string[] = ['0 null null', '60000 heron 1 null', '60000 HERON 1 60000', '30000 HERON 1 null']

const killMigrations = async (): Promise<string> => {
  const ended = [0, 0, 0, 0]
  let half = 0
  for (let kill = 0; kill < kills; kill += 1)
    await inFolder(async (folder) => {
      const file = join(folder, 'a.db')
      await killed('migrate-slowly.ts', file, 120)
      const connection = await connect(file)
      const version = Number(await connection.pragma('user_version'))
      const has = async (table: string): Promise<boolean> => {
        const found = await connection.prepare('SELECT 1 AS found FROM sqlite_schema WHERE name = ?')
        return found.get([table]) !== undefined
      }
      const first = async (sql: string): Promise<string> => {
        const row = (await connection.prepare(sql)).get([]) as { readonly value: string }
        return String(row.value)
      }
      const birds = (await has('birds'))
        ? await first("SELECT count(*) || ' ' || min(CASE WHEN id = 1 THEN name END) AS value FROM birds")
        : '0 null'
      const nests = (await has('nests')) ? await first('SELECT count(*) AS value FROM nests') : 'null'
      connection.close()
      ended[version] = (ended[version] ?? 0) + 1
      if (whole[version] !== `${birds} ${nests}`) half += 1
    })
  return `migrating: ${kills} kills, left at version ${ended.map((count, version) => `${version}: ${count}`).join(', ')}; ${half} half done`
}

console.log(await killWriters())
console.log(await killMigrations())
