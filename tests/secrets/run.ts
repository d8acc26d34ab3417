import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keepWrittenIn, leaksIn } from './written.ts'

/**
 * The global setup of a run of the suite: what its tests and the processes that they start write is kept until its
 * end, and a secret in it fails the run.
 */
export default async (): Promise<() => Promise<void>> => {
  const folder = await mkdtemp(join(tmpdir(), 'quoth-written-'))
  keepWrittenIn(folder)
  return async () => {
    const leaks = await leaksIn(folder)
    await rm(folder, { recursive: true })
    if (leaks.length === 0) return
    // Vitest only prints what a teardown throws.
    process.exitCode = 1
    throw new Error(`Secrets were written, in ${leaks.length} lines such as these:\n${leaks.slice(0, 5).join('\n')}`)
  }
}
