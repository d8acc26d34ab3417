import { readdirSync, writeFileSync } from 'node:fs'
import { portraitOf, readSeed, seeds } from './portrait.ts'

// Run by `npm run record-golden` after a rule was changed on purpose; look at the difference before it is committed.
for (const name of readdirSync(seeds).filter((name) => name.endsWith('.txt'))) {
  const number = name.slice(0, 3)
  const file = new URL(`./${number}.json`, import.meta.url)
  writeFileSync(file, `${JSON.stringify(portraitOf(readSeed(number)), null, 2)}\n`)
}
