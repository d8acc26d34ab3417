import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { type Loopback, type LoopbackOptions, startLoopback } from '../../packages/preview/src/loopback/loopback.ts'
import type { MonitorRequest, ProcessFigures } from './monitor.ts'

const checkout = join(import.meta.dirname, '..', '..')
const monitor = pathToFileURL(join(import.meta.dirname, 'monitor.ts')).href

/** The bot as a host runs it, in its own process, logged in to a loopback Discord in this one. */
export type BotUnderTest = {
  readonly loopback: Loopback
  /** The folder of its documents: a copy of the seeds. */
  readonly library: string
  figures(): Promise<ProcessFigures>
  /** Measures stalls from now on. */
  resetStalls(): void
  /** Everything that it has written so far. */
  written(): string
  /** Stops it as a host does. Resolves with its exit code. */
  close(): Promise<number | null>
}

/** The number of people; each asks too seldom to reach the limit for one person. */
const crowd = 1000
const people = Array.from({ length: crowd }, (_, at) => ({
  id: `2${String(at).padStart(18, '0')}`,
  name: `Person ${at}`,
}))

/** The time within which the bot must be online, in milliseconds. */
const timeout = 60_000

/**
 * Starts the bot with the seeds.
 * @throws Error with what the bot wrote if it does not come online
 */
export const startBotUnderTest = async (options: LoopbackOptions = {}): Promise<BotUnderTest> => {
  const folder = await mkdtemp(join(tmpdir(), 'quoth-bench-'))
  const library = join(folder, 'library')
  await cp(join(checkout, 'seeds'), library, { recursive: true })
  const loopback = await startLoopback({ users: people, ...options })
  const child = spawn(
    process.execPath,
    [
      '--expose-gc',
      '--import',
      './build.mjs',
      '--import',
      'tsx',
      '--import',
      monitor,
      join(checkout, 'dist', 'main.js'),
    ],
    {
      cwd: checkout,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        ...process.env,
        DISCORD_TOKEN: loopback.token,
        DISCORD_CLIENT_ID: '',
        DISCORD_GUILD_ID: '',
        QUOTH_DISCORD_API: loopback.api,
        QUOTH_LIBRARY: library,
        QUOTH_DATA: join(folder, 'data'),
        QUOTH_ASK_LIMIT: '',
        QUOTH_OPS_PORT: '',
        QUOTH_LOG_LEVEL: 'warn',
        NODE_ENV: '',
      },
    },
  )
  let written = ''
  const keep = (chunk: Buffer) => {
    written = (written + String(chunk)).slice(-100_000)
  }
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  const ask = (request: MonitorRequest) => child.send(request)
  const close = async () => {
    child.kill('SIGTERM')
    const code = await ended
    await loopback.close()
    await rm(folder, { recursive: true, force: true })
    return code
  }
  const deadline = Date.now() + timeout
  while (!written.includes('Quoth is online')) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await close()
      throw new Error(`The bot did not come online: ${written}`)
    }
    await sleep(50)
  }
  return {
    loopback,
    library,
    figures: async () => {
      const answer = once(child, 'message')
      ask('figures')
      const [figures] = await answer
      ask('reset')
      return figures as ProcessFigures
    },
    resetStalls: () => void ask('reset'),
    written: () => written,
    close,
  }
}
