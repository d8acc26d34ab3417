// Runs the tests several times in a row while every core is kept busy with something else, and stops at the first failure.
// Usage: npm run test:busy -- [times] [what vitest takes], such as `npm run test:busy -- 20 tests/ingest`; 5 times, all tests
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'

const [first = '5', ...others] = process.argv.slice(2)
const [times, rest] = /^\d+$/.test(first) ? [Number(first), others] : [5, [first, ...others]]
const vitest = join(import.meta.dirname, '..', 'node_modules', 'vitest', 'vitest.mjs')

/** Ends with this process, however that ends. */
const busyLoop = 'const { ppid } = process; while (process.ppid === ppid);'
const loops: readonly ChildProcess[] = Array.from({ length: availableParallelism() }, () =>
  spawn(process.execPath, ['-e', busyLoop], { stdio: 'ignore' }),
)
const end = (): void => {
  for (const loop of loops) loop.kill('SIGKILL')
}
process.on('exit', end)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1))

for (let run = 1; run <= times; run += 1) {
  const begun = performance.now()
  const tests = spawn(process.execPath, [vitest, 'run', '--reporter=dot', ...rest], { stdio: 'inherit' })
  const [code] = await once(tests, 'close')
  const seconds = Math.round((performance.now() - begun) / 1000)
  const load = `load average ${loadavg()[0]?.toFixed(1)} on ${loops.length} cores`
  console.log(`Run ${run} of ${times}: ${code === 0 ? 'passed' : 'failed'} in ${seconds} s, ${load}`)
  if (code !== 0) process.exit(1)
}
process.exit()
