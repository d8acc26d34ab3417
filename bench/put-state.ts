// What keeping a reply costs at 50 a second: until it is on disk, and how long the event loop is held at most
// meanwhile.
//
//   npx tsx bench/put-state.ts [FOLDER] [SECONDS]      a temporary folder, 10 seconds
//
// A slow disk: put this before it, where every sync takes 60 ms more.
//
//   strace -f -qq -o /dev/null -e trace=fsync,fdatasync -e inject=fsync,fdatasync:delay_enter=60000
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { openState } from '../src/state/open-state.ts'
import { percentile } from '../src/tools/report.ts'

const everyMs = 20
const [given, seconds = '10'] = process.argv.slice(2)
const folder = given ?? (await mkdtemp(join(tmpdir(), 'quoth-state-')))
const state = await openState({ folder, onNotice: console.error })
const content = 'x'.repeat(4_000)

let last = performance.now()
let held = 0
const watching = setInterval(() => {
  held = Math.max(held, performance.now() - last)
  last = performance.now()
}, 1)

const times: { readonly put: number[]; readonly get: number[] } = { put: [], get: [] }
const measured = async (into: number[], work: () => Promise<unknown>): Promise<void> => {
  const begun = performance.now()
  await work()
  into.push(performance.now() - begun)
}
const puts: Promise<void>[] = []
for (let put = 0; put < (Number(seconds) * 1_000) / everyMs; put += 1) {
  const id = `${process.pid}-${put}`
  const reply = { id, user: 'user', guild: null, channel: 'channel', at: Date.now(), content }
  puts.push(measured(times.put, () => state.replies.put(reply)))
  await measured(times.get, () => state.replies.get(`${process.pid}-${put >> 1}`))
  await wait(everyMs)
}
await Promise.all(puts)
clearInterval(watching)
await state.close()
if (given === undefined) await rm(folder, { recursive: true, force: true })

for (const [name, values] of Object.entries(times)) {
  const [p50, p99, most] = [percentile(values, 0.5), percentile(values, 0.99), Math.max(...values)]
  console.log(
    `${name}: ${values.length}, p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms, most ${most.toFixed(1)} ms`,
  )
}
console.log(`the event loop was held for ${held.toFixed(1)} ms at most`)
