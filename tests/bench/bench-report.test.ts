import { describe, expect, it } from 'vitest'
import type { BenchRun, EngineFigures } from '../../bench/bench-run.ts'
import { benchTables } from '../../bench/bench-table.ts'
import { latencyPlot } from '../../bench/plot.ts'

const figures = (engine: string, factor: number, quality: boolean): EngineFigures => ({
  engine,
  build: 1000 * factor,
  load: engine === 'quoth' ? null : 100 * factor,
  p50: 2 * factor,
  p95: 10 * factor,
  p99: 20 * factor,
  held: 50 * factor,
  peak: 200 * factor,
  quality: quality ? { hit1: 0.84, hit5: 0.955, mrr10: 0.9, ndcg10: 0.91 } : null,
})

const engines = (quality: boolean): EngineFigures[] => [
  figures('quoth', 0.04, quality),
  figures('lunr', 1, quality),
  { engine: 'minisearch', failed: 'ran out of memory' },
]

const run: BenchRun = {
  date: '2026-01-01',
  node: '20.0.0',
  cores: 2,
  set: 'small',
  texts: 1000,
  questions: 10,
  engines: engines(true),
  sizes: [1000, 10_000].map((texts) => ({ texts, questions: 10, engines: engines(false) })),
}

describe('the tables of a run', () => {
  it('give shares as they are and costs as ratios to lunr', () => {
    const tables = benchTables(run)
    expect(tables).toContain('| Quoth | .840 | .955 | .900 | .910 | 0.040 | – | 0.040 | 0.040 | 0.040 | 0.040 |')
    expect(tables).toContain(
      '| lunr, as it ships | .840 | .955 | .900 | .910 | 1.00 | 1.00 | 1.00 | 1.00 | 1.00 | 1.00 |',
    )
    expect(tables).toContain('| Quoth | 0.040 | – | 0.040 | 0.040 | 0.040 | 0.040 | 0.080 ms |')
  })

  it('say when an engine was measured on another day, and how meaning was', () => {
    const later = { ...figures('quoth-with-meaning', 0.1, true), date: '2026-02-02' }
    const tables = benchTables({ ...run, engines: [...engines(true), later] })
    expect(tables).toContain('| Quoth, with meaning (2026-02-02) | .840 |')
    expect(tables).toContain('the vectors of passages were made before')
    expect(benchTables(run)).not.toContain('meaning')
  })

  it('say what an engine broke of', () => {
    expect(benchTables(run).match(/\| minisearch: ran out of memory \|/g)).toHaveLength(3)
  })
})

describe('the plot of latency', () => {
  it('has a line and a name for each engine that was measured, on a background of its own', () => {
    const plot = latencyPlot(run)
    expect(plot).toContain('<rect width="760" height="440" fill="#fff"/>')
    expect(plot.match(/stroke-width="[\d.]+"/g)).toHaveLength(2)
    expect(plot).toContain('>Quoth</text>')
    expect(plot).not.toContain('minisearch')
  })

  it('keeps names apart that would stand on each other', () => {
    const crowded = latencyPlot({
      ...run,
      sizes: [
        { texts: 1000, questions: 10, engines: ['quoth', 'lunr', 'fts5'].map((name) => figures(name, 1, false)) },
      ],
    })
    const places = [...crowded.matchAll(/y="([\d.]+)" fill="#/g)].map(([, y]) => Number(y))
    expect(places).toHaveLength(3)
    for (const [at, place] of places.entries())
      if (at > 0) expect(place - (places[at - 1] ?? 0)).toBeGreaterThanOrEqual(16)
  })
})
