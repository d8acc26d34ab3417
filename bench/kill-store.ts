// What is lost when a process that changes the store is killed: at random points of add, version, edit, remove, restore,
// erase and backup. After each kill, what was acknowledged must be there, whole, and nothing half done.
//
//   npx tsx bench/kill-store.ts [KILLS]      1,000 when not said; about 0.3 s each
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { openData } from '../src/state/open-state.ts'
import { verify } from '../src/store/backup.ts'
import { openStore } from '../src/store/open-store.ts'
import { seeded } from './seeded.ts'

/** What was found after so many kills; all but the first two must be 0. */
export type KillReport = {
  readonly kills: number
  readonly acknowledged: number
  /** Changes that were acknowledged and are not there. */
  readonly lost: number
  /** Documents without their original, originals without their document, changes that are there in part. */
  readonly half: number
  /** Files that did not open, or were set aside. */
  readonly repairs: number
  /** Backups that are there and not whole. */
  readonly brokenBackups: number
}

/** What is known of a document: null for one that is erased. */
type Known = { version: number; title: string; isRemoved: boolean } | null

const applied = (state: Known | undefined, change: string, step: string): Known => {
  const before = state ?? { version: 0, title: '', isRemoved: false }
  switch (change) {
    case 'add':
      return { version: 1, title: '', isRemoved: false }
    case 'version':
      return { ...before, version: before.version + 1 }
    case 'edit':
      return { ...before, title: `t${step}` }
    case 'remove':
      return { ...before, isRemoved: true }
    case 'restore':
      return { ...before, isRemoved: false }
    case 'erase':
      return null
    default:
      throw new Error(`unknown change ${change}`)
  }
}

const same = (a: Known | undefined, b: Known | undefined): boolean =>
  JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** Bundled once, a process starts in a tenth of a second. */
const bundled = async (folder: string): Promise<string> => {
  const outfile = join(folder, 'change-store.mjs')
  await build({
    entryPoints: [join(import.meta.dirname, 'change-store.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['libsql'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)" },
    logLevel: 'silent',
  })
  return outfile
}

/**
 * Kills so many processes that change one store.
 * @param root where the bundle can find the packages: a folder below the repository
 */
export const killStore = async (kills: number, root: string, seed = 20_261_201): Promise<KillReport> => {
  const random = seeded(seed)
  const folder = await mkdtemp(join(tmpdir(), 'quoth-store-'))
  const programs = await mkdtemp(join(root, '.kill-store-'))
  const known = new Map<string, Known>()
  const report = { kills, acknowledged: 0, lost: 0, half: 0, repairs: 0, brokenBackups: 0 }
  try {
    const program = await bundled(programs)
    for (let kill = 1; kill <= kills; kill += 1) {
      const child = spawn(process.execPath, [program, folder, String(kill)])
      let written = ''
      child.stdout.on('data', (chunk) => {
        written += chunk
      })
      const closed = once(child, 'close')
      await Promise.race([once(child.stdout, 'data'), closed])
      await wait(random() * 150)
      child.kill('SIGKILL')
      await closed

      /** The change that was under way: it may have been done or not. */
      let underWay: { id: string; state: Known; before: Known | undefined } | null = null
      for (const [, phase, change = '', id = '', step = ''] of written.matchAll(/^(doing|done) (\S+) (\S+) (\d+)$/gm)) {
        if (change === 'backup') {
          report.acknowledged += phase === 'done' ? 1 : 0
          continue
        }
        const state = applied(known.get(id), change, step)
        if (phase === 'doing') underWay = { id, state, before: known.get(id) }
        else {
          known.set(id, state)
          underWay = null
          report.acknowledged += 1
        }
      }
      report.repairs += [...written.matchAll(/^notice /gm)].length

      const onNotice = (): void => {
        report.repairs += 1
      }
      const { state, database } = await openData({ folder, onNotice })
      if (database === null) throw new Error('the file cannot be used')
      const store = await openStore(database, join(folder, 'originals'))
      const documents = [...(await store.documents('server:1')), ...(await store.removed('server:1'))]
      const found = new Map<string, Known>(
        documents.map((document) => [
          document.id as string,
          {
            version: document.version.number,
            title: document.edits.title ?? '',
            isRemoved: document.removedAt !== null,
          },
        ]),
      )
      if (underWay !== null && same(found.get(underWay.id), underWay.state)) known.set(underWay.id, underWay.state)
      for (const id of new Set([...known.keys(), ...found.keys()]))
        if (!same(known.get(id), found.get(id))) report.lost += 1
      for (const { id, version } of documents)
        if ((await store.versions('server:1', id)).length !== version.number) report.half += 1
      await state.close()
      const { damaged, unknown } = await verify(folder)
      report.half += damaged.length + unknown.filter((name) => !name.endsWith('.tmp')).length
      for (const name of await readdir(folder))
        if (/^backup-\d+-\d+$/.test(name)) {
          const whole = await verify(join(folder, name)).catch(() => null)
          if (whole === null || whole.damaged.length > 0) report.brokenBackups += 1
          await rm(join(folder, name), { recursive: true, force: true })
        } else if (name.includes('.partial-')) await rm(join(folder, name), { recursive: true, force: true })
    }
    return report
  } finally {
    await rm(folder, { recursive: true, force: true })
    await rm(programs, { recursive: true, force: true })
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  console.log(await killStore(Number(process.argv[2] ?? '1000'), join(import.meta.dirname, '..')))
