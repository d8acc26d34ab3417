// What is lost when a process that changes the store is killed: at random points of add, version, edit, remove, restore,
// erase and backup; or when the disk takes no more: no file may grow over a random size. After each time, what was
// acknowledged must be there, whole, and nothing half done; and who was refused was told why.
//
//   npx tsx bench/kill-store.ts [TIMES [kill|full]]      1,000 kills when not said; about 0.3 s each
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { openData } from '../src/state/open-state.ts'
import { verify } from '../src/store/backup.ts'
import { openStore } from '../src/store/open-store.ts'
import { seeded } from './seeded.ts'

/** What was found after so many faults; all but the first three must be 0. */
export type KillReport = {
  readonly faults: number
  readonly acknowledged: number
  /** Processes that ended because a change was refused. */
  readonly refused: number
  /** Changes that were acknowledged and are not there. */
  readonly lost: number
  /** Documents without their original, originals without their document, changes that are there in part. */
  readonly half: number
  /** Files that did not open, or were set aside. */
  readonly repairs: number
  /** Backups that are there and not whole. */
  readonly brokenBackups: number
  /** Processes that ended without a message for a person. */
  readonly unclear: number
}

/** What happens to the processes. */
export type Fault = 'kill' | 'full'

/** The largest file on a disk that takes no more, in blocks of 512 bytes: less than a database has, or a log grows to. */
const largestFile = { from: 20, to: 3000 }
/** Milliseconds after which a process is killed that nothing has refused. */
const longest = 1500

/** Ends when the process was killed, or ended because it was refused. */
const untilFault = async (child: ChildProcess, fault: Fault, random: () => number): Promise<void> => {
  const closed = once(child, 'close')
  if (fault === 'full') await Promise.race([closed, wait(longest)])
  else {
    await Promise.race([once(child.stdout as Readable, 'data'), closed])
    await wait(random() * 150)
  }
  child.kill('SIGKILL')
  await closed
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
 * Ends so many processes that change one store.
 * @param root where the bundle can find the packages: a folder below the repository
 */
export const killStore = async (
  faults: number,
  root: string,
  { fault = 'kill', seed = 20_261_201 }: { readonly fault?: Fault; readonly seed?: number } = {},
): Promise<KillReport> => {
  const random = seeded(seed)
  const folder = await mkdtemp(join(tmpdir(), 'quoth-store-'))
  const programs = await mkdtemp(join(root, '.kill-store-'))
  const known = new Map<string, Known>()
  const report = { faults, acknowledged: 0, refused: 0, lost: 0, half: 0, repairs: 0, brokenBackups: 0, unclear: 0 }
  try {
    const program = await bundled(programs)
    for (let time = 1; time <= faults; time += 1) {
      const blocks = Math.round(largestFile.from + random() * (largestFile.to - largestFile.from))
      const limit = fault === 'full' ? `ulimit -f ${blocks}; ` : ''
      const child = spawn('sh', ['-c', `${limit}exec "$@"`, 'sh', process.execPath, program, folder, String(time)])
      let [written, reasons] = ['', '']
      child.stdout.on('data', (chunk) => {
        written += chunk
      })
      child.stderr.on('data', (chunk) => {
        reasons += chunk
      })
      await untilFault(child, fault, random)
      if (child.exitCode !== null) {
        report.refused += 1
        if (!/QuothError|cannot be (?:used|written)/.test(reasons + written)) report.unclear += 1
      }

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
      const needsRepair = fault === 'full' ? /^notice .*(?:damaged|aside)/gm : /^notice /gm
      report.repairs += [...written.matchAll(needsRepair)].length

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
  console.log(
    await killStore(Number(process.argv[2] ?? '1000'), join(import.meta.dirname, '..'), {
      fault: process.argv[3] === 'full' ? 'full' : 'kill',
    }),
  )
