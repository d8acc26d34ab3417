import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keepWritten } from '../secrets/written.ts'

/** The checkout that is tested. */
export const checkout = join(import.meta.dirname, '..', '..')

/** Settings that a developer may have in the environment or in `.env`; set but empty, they count as not set. */
const nothingSet = Object.fromEntries(
  [
    'DISCORD_TOKEN',
    'DISCORD_CLIENT_ID',
    'DISCORD_GUILD_ID',
    'QUOTH_DISCORD_API',
    'QUOTH_LIBRARY',
    'QUOTH_ASK_LIMIT',
    'QUOTH_PREVIEW_PORT',
    'QUOTH_OPS_PORT',
    'QUOTH_LOG_QUESTIONS',
    'QUOTH_LOG_LEVEL',
    'NODE_ENV',
    'NO_COLOR',
    'FORCE_COLOR',
  ].map((name) => [name, '']),
)

export type Environment = { readonly [name: string]: string }

/** How a process ended. */
export type Ended = {
  /** The exit code; null when a signal ended it. */
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A process that runs. */
export type Running = {
  readonly child: ChildProcessWithoutNullStreams
  readonly ended: Promise<Ended>
  /** Everything that it wrote so far, on both streams. */
  written(): string
  /** Resolves once what it wrote matches; rejects when it ends before that. */
  writes(pattern: RegExp): Promise<RegExpMatchArray>
  /** Ends it, however it takes that. */
  kill(): Promise<void>
}

/** Starts a command in the checkout with nothing set but `env`, and a data folder of its own until it ends. */
export const start = (command: string, argv: readonly string[], env: Environment = {}): Running => {
  const data = mkdtempSync(join(tmpdir(), 'quoth-data-'))
  const child = spawn(command, argv, {
    cwd: checkout,
    // Words alone unless a test is about meaning: each start would load the encoder.
    env: { ...process.env, ...nothingSet, QUOTH_DATA: data, QUOTH_MEANING: 'off', ...env },
  })
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk
  })
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk
  })
  // A process that ends before it has read everything closes the pipe.
  child.stdin.on('error', () => {})
  const ended = once(child, 'close').then(([code]): Ended => {
    for (const written of [stdout, stderr]) keepWritten(written)
    rmSync(data, { recursive: true, force: true })
    return { code, stdout, stderr }
  })
  const written = (): string => stdout + stderr
  return {
    child,
    ended,
    written,
    writes: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const match = written().match(pattern)
          if (match) resolve(match)
        }
        child.stdout.on('data', look)
        child.stderr.on('data', look)
        child.on('close', () => reject(new Error(`ended without ${pattern}: ${written()}`)))
        look()
      }),
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** Starts a program of the checkout as its npm scripts do. */
export const startScript = (program: 'cli' | 'main', argv: readonly string[], env?: Environment): Running =>
  start(process.execPath, ['--import', './build.mjs', `dist/${program}.js`, ...argv], env)

/** A line that says how far a long work is: a machine that is busy with something else makes any work long. */
const progress = /^(?!quoth: ).*…\n/gm

/** Runs `quoth` with these arguments to its end; what it says of its progress is left out. */
export const quoth = async (
  argv: readonly string[],
  { env, stdin = '' }: { readonly env?: Environment; readonly stdin?: string } = {},
): Promise<Ended> => {
  const running = startScript('cli', argv, env)
  running.child.stdin.end(stdin)
  const ended = await running.ended
  return { ...ended, stderr: ended.stderr.replace(progress, '') }
}
