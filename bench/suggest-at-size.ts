// What it costs to suggest sources at each key stroke, for libraries of several sizes: in milliseconds, and how long at
// most others had to wait for a turn of the event loop.
//
//   npx tsx bench/suggest-at-size.ts [SOURCES...]      1,000, 10,000 and 100,000 sources when not said
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Source, sourceId } from '../src/domain/source.ts'
import { createSourceFinder } from '../src/library/find-source.ts'
import { memoryLibrary } from '../src/library/memory.ts'
import { percentile } from '../src/tools/report.ts'
import { seeded } from './seeded.ts'

const offered = 25
const peopleTyping = 12

const random = seeded(4)
const below = (limit: number): number => Math.floor(random() * limit)

const seeds = join(import.meta.dirname, '..', 'seeds')
const words = readdirSync(seeds)
  .filter((name) => name.endsWith('.txt'))
  .flatMap((name) => readFileSync(join(seeds, name), 'utf8').match(/\p{L}+/gu) ?? [])
/** So many words one after another from anywhere in the seeds: as common and as rare as in titles. */
const someWords = (count: number): readonly string[] => {
  const from = below(words.length - count)
  return words.slice(from, from + count)
}
const publishers = Array.from({ length: 300 }, () => someWords(1 + below(3)).join(' '))

/**
 * A source with nothing but names: a title of 4 to 11 words, a publisher, a date, an id with a number that is its own.
 */
const namedSource = (number: number): Source => {
  const title = someWords(4 + below(8)).join(' ')
  const id = `news/${2000 + below(26)}/${title.slice(0, 20).replaceAll(' ', '-').toLowerCase()}-${below(2 ** 31).toString(16)}-${number}`
  const publisher = publishers[below(publishers.length)] ?? null
  const issued = `${2000 + below(26)}-${String(1 + below(12)).padStart(2, '0')}`
  return {
    id: sourceId(id),
    text: 'Nothing.',
    version: String(number).padStart(12, '0'),
    record: { title, author: [], publisher, issued, issuedKind: null, URL: null },
    titleShown: title,
    titleIsDerived: false,
    dateline: null,
    language: null,
    paragraphs: [],
    runs: [{ start: 0, end: 8, kind: 'boilerplate', rule: 'none' }],
    places: [],
    origin: { path: `${id}.txt`, bytes: 8, sha256: '', encoding: 'utf-8', warnings: [] },
  }
}

/** `text` with two neighbouring letters in each other's place. */
const withSlip = (text: string): string => {
  const at = 1 + below(Math.max(1, text.length - 3))
  return `${text.slice(0, at)}${text.charAt(at + 1)}${text.charAt(at)}${text.slice(at + 2)}`
}

/** What people type who look for a source: the title, words of it, its publisher and year, with a slip, its id. */
const typedFor = ({ id, record, titleShown }: Source): readonly string[] => {
  const some = titleShown.split(' ').filter((word) => word.length > 3)
  return [
    titleShown.slice(0, 30),
    some.slice(-3).join(' '),
    `${record.publisher} ${record.issued?.slice(0, 4)} ${some[0] ?? ''}`,
    some.slice(0, 3).map(withSlip).join(' '),
    id,
  ]
}

const measured = async <T>(work: () => Promise<T>): Promise<{ readonly took: number; readonly result: T }> => {
  // Key strokes arrive one by one: each has a turn of the event loop of its own.
  await nextTurn()
  const begun = performance.now()
  const result = await work()
  return { took: performance.now() - begun, result }
}

/** The longest that others waited for their turn until `stop` is called. */
const watchTurns = (): { stop(): number } => {
  let last = performance.now()
  let longest = 0
  const look = (): void => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }
  const watching = setInterval(look, 1)
  return {
    stop: () => {
      look()
      clearInterval(watching)
      return longest
    },
  }
}

const measure = async (size: number): Promise<void> => {
  const library = memoryLibrary()
  const sources = Array.from({ length: size }, (_, number) => namedSource(number))
  for (const source of sources) await library.put(source)
  const uses = new Map(Array.from({ length: 500 }, () => [sources[below(size)]?.id ?? sourceId(''), 1 + below(30)]))
  const { suggest } = createSourceFinder(library)

  const turns = watchTurns()
  const first = await measured(() => suggest('', offered, uses))
  await library.put(namedSource(size))
  const changed = await measured(() => suggest('', offered, uses))
  const times: number[] = []
  let [wanted, found] = [0, 0]
  for (let person = 0; person < peopleTyping; person += 1) {
    const source = sources[below(size)] as Source
    for (const typed of typedFor(source)) {
      let shown = false
      for (let length = 0; length <= typed.length; length += 1) {
        const { took, result } = await measured(() => suggest(typed.slice(0, length), offered, uses))
        times.push(took)
        shown = result.some(({ id }) => id === source.id)
      }
      wanted += 1
      found += shown ? 1 : 0
    }
  }
  const longest = turns.stop()
  const shown = (ms: number): string => `${ms.toFixed(1)} ms`
  console.log(
    `${size.toLocaleString('en').padStart(7)} sources: first ${shown(first.took)}, after a change ${shown(changed.took)}, ` +
      `${times.length} key strokes p50 ${shown(percentile(times, 0.5))}, p99 ${shown(percentile(times, 0.99))}, ` +
      `most ${shown(Math.max(...times))}; others waited ${shown(longest)} at most; ${found} of ${wanted} shown at the end`,
  )
}

const sizes = process.argv.slice(2).map(Number)
for (const size of sizes.length > 0 ? sizes : [1000, 10_000, 100_000]) await measure(size)
