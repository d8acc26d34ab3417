import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Question } from '../src/tools/collection.ts'
import { measureRanking, type RankingMeasures } from '../src/tools/judgement.ts'
import type { EngineFigures } from './bench-run.ts'
import { type Measurement, measurement } from './measurement.ts'

/** What an engine may take before it counts as one that breaks at that size. */
const limits = { minutes: 60, mebibytes: 12_288 } as const

const round = (value: number, places: number): number => Number(value.toFixed(places))

const qualityOf = (rankings: Measurement['rankings'], questions: readonly Question[]) => {
  const judged = questions.filter(({ relevant }) => relevant.size > 0)
  const measures = judged.map(({ id, relevant }) => measureRanking(rankings[id] ?? [], relevant))
  const mean = (measure: keyof RankingMeasures): number =>
    round(measures.reduce((sum, each) => sum + each[measure], 0) / measures.length, 4)
  return { hit1: mean('hit1'), hit5: mean('hit5'), mrr10: mean('mrr10'), ndcg10: mean('ndcg10') }
}

/**
 * Measures an engine in a process of its own over `size` generated texts, or over the collection for 0. Quality is that
 * of the `judged` questions; none for none.
 */
export const measureInProcess = async (
  engine: string,
  folder: string,
  questions: number,
  size: number,
  judged: readonly Question[],
): Promise<EngineFigures> => {
  const script = join(import.meta.dirname, 'measure-peer.ts')
  const node = ['--import', 'tsx', '--expose-gc', `--max-old-space-size=${limits.mebibytes}`]
  const child = spawn(process.execPath, [...node, script, engine, folder, String(questions), String(size)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: limits.minutes * 60_000,
  })
  const [output, errors, [code, signal]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ])
  if (code === 0) {
    const { rankings, ...costs } = measurement.parse(JSON.parse(output))
    const rounded = Object.entries(costs).map(([cost, value]) => [cost, value === null ? null : round(value, 3)])
    return {
      engine,
      ...(Object.fromEntries(rounded) as typeof costs),
      quality: judged.length === 0 ? null : qualityOf(rankings, judged),
    }
  }
  if (/heap out of memory|Array buffer allocation failed/.test(errors)) return { engine, failed: 'ran out of memory' }
  if (signal === 'SIGTERM') return { engine, failed: `took more than ${limits.minutes} minutes` }
  // What was measured of the others took long, and is worth keeping.
  return { engine, failed: /^\w*Error.*/m.exec(errors)?.[0] ?? `ended with ${code ?? signal}` }
}
