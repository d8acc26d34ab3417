// Load and faults: runs the real bot in its own process, with the loopback Discord in this one. Prints the figures, and
// exits with 1 if one misses its limit.
//
//   npm run bench:discord -- drops [--drops 500] [--questions 1000]   dropped connections: about 6 minutes
//   npm run bench:discord -- chaos [--minutes 10] [--rate 5]          errors, rate limits and silence from Discord
//   npm run bench:discord -- load [--rate 20] [--seconds 300]         while a document of 10 MB is read
//   npm run bench:discord -- burst [--questions 100] [--rounds 3]     all at once
//   npm run bench:discord -- soak [--questions 50000] [--rate 90]     the questions of a day: about 10 minutes
import { availableParallelism, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { type BotUnderTest, startBotUnderTest } from './bot-under-test.ts'
import { burst } from './burst.ts'
import { chaos } from './chaos.ts'
import { drops } from './drops.ts'
import { type Figure, figureLine, isWithinLimits } from './figure.ts'
import { load } from './load.ts'
import { soak } from './soak.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    drops: { type: 'string' },
    questions: { type: 'string' },
    minutes: { type: 'string' },
    rate: { type: 'string' },
    seconds: { type: 'string' },
    rounds: { type: 'string' },
  },
})
const given = (name: keyof typeof values, otherwise: number): number => Number(values[name] ?? otherwise)

const benches: ReadonlyMap<string, (bot: BotUnderTest) => Promise<readonly Figure[]>> = new Map([
  ['drops', (bot) => drops(bot, { drops: given('drops', 500), questions: given('questions', 1000) })],
  ['chaos', (bot) => chaos(bot, { minutes: given('minutes', 10), perSecond: given('rate', 5) })],
  ['load', (bot) => load(bot, { perSecond: given('rate', 20), seconds: given('seconds', 300) })],
  ['burst', (bot) => burst(bot, { questions: given('questions', 100), rounds: given('rounds', 3) })],
  ['soak', (bot) => soak(bot, { questions: given('questions', 50_000), perSecond: given('rate', 90) })],
] as const)

const [name = ''] = positionals
const bench = benches.get(name)
if (bench === undefined) {
  process.stderr.write(`Usage: run.ts NAME, one of ${[...benches.keys()].join(', ')}.\n`)
  process.exit(2)
}
/** The load of the machine. Above the number of cores, the figures are not the bot’s alone. */
const loadShown = (): string => `load average ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} cores`
process.stdout.write(`${name}, at the start with a ${loadShown()}\n`)
const bot = await startBotUnderTest()
const figures = await bench(bot).finally(() => bot.close())
for (const figure of figures) process.stdout.write(`${figureLine(figure)}\n`)
process.stdout.write(`at the end with a ${loadShown()}\n`)
process.exitCode = figures.every(isWithinLimits) ? 0 : 1
