// How a folder of many files of all formats is read while the bot goes on: the longest time that one turn of the event
// loop took, in milliseconds of its thread (on Linux; elsewhere of the whole process), the most memory, and how long it
// took. Fails over 200 ms or 600 MB, or where a file was not read.
//
//   npx tsx bench/mixed-files.ts [FILES [KILOBYTES]]      1,000 files of 50 kB when not said
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openQuoth } from '../src/app/compose.ts'
import { inEnglish } from '../src/domain/message.ts'
import { mixedFile, mixedFormats } from './mixed-file.ts'
import { seeded } from './seeded.ts'

const most = { stall: 200, megabytes: 600 }
const [files = 1000, kilobytes = 50] = process.argv.slice(2).map(Number)

/** Milliseconds of a core that the main thread has taken. */
const taken = (): number => {
  if (process.platform !== 'linux') return process.cpuUsage().user / 1000
  return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
}

const seeds = join(import.meta.dirname, '..', 'seeds')
const sentences = readdirSync(seeds)
  .filter((name) => name.endsWith('.txt'))
  .flatMap((name) => readFileSync(join(seeds, name), 'utf8').match(/[^.\n]{20,300}\./g) ?? [])

const folder = mkdtempSync(join(tmpdir(), 'quoth-mixed-'))
const random = seeded(17)
for (let at = 0; at < files; at += 1) {
  const format = mixedFormats[at % mixedFormats.length] ?? 'txt'
  writeFileSync(join(folder, `${at}.${format}`), await mixedFile(format, kilobytes * 1024, sentences, random))
}

let [longest, before] = [0, taken()]
const ticking = setInterval(() => {
  const now = taken()
  longest = Math.max(longest, now - before)
  before = now
}, 5)
const begun = performance.now()
const refused: string[] = []
const open = await openQuoth({
  folder,
  data: null,
  watch: true,
  onRefusal: ({ path, reason }) => void refused.push(`${path}: ${inEnglish(reason)}`),
})
while (open.quoth.unread() > 0) await new Promise((resolve) => setTimeout(resolve, 100))
const seconds = (performance.now() - begun) / 1000
clearInterval(ticking)
const sources = await open.quoth.size()
await open.close()
rmSync(folder, { recursive: true })

const megabytes = process.resourceUsage().maxRSS / 1024
console.log(
  `${files} files of ${kilobytes} kB (${mixedFormats.join(', ')}): ${sources} sources in ${seconds.toFixed(0)} s`,
)
console.log(`longest turn of the event loop ${longest.toFixed(0)} ms, most memory ${megabytes.toFixed(0)} MB`)
for (const line of refused.slice(0, 5)) console.log(`refused: ${line}`)
if (longest > most.stall || megabytes > most.megabytes || refused.length > 0) process.exitCode = 1
