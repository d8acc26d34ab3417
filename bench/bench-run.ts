import { z } from 'zod'
import { measurement } from './measurement.ts'

/** The figures of one engine, or why there are none. */
const engineFigures = z.union([
  measurement.omit({ rankings: true }).extend({
    engine: z.string(),
    /** When it was measured, if not with the others. */
    date: z.string().optional(),
    /** Means over the questions; null for generated texts, which nobody judged. */
    quality: z.object({ hit1: z.number(), hit5: z.number(), mrr10: z.number(), ndcg10: z.number() }).nullable(),
  }),
  z.object({ engine: z.string(), date: z.string().optional(), failed: z.string() }),
])
export type EngineFigures = z.infer<typeof engineFigures>
export type Measured = Exclude<EngineFigures, { readonly failed: string }>

/** A file of `bench/runs/`: everything that one run of `bench/run.ts` measured. */
export const benchRun = z.object({
  date: z.string(),
  node: z.string(),
  cores: z.number(),
  set: z.string(),
  texts: z.number(),
  questions: z.number(),
  engines: z.array(engineFigures),
  /** The same engines over as many generated texts, with fewer questions. */
  sizes: z.array(z.object({ texts: z.number(), questions: z.number(), engines: z.array(engineFigures) })),
})
export type BenchRun = z.infer<typeof benchRun>

/** The engines, by the name that `bench/measure-peer.ts` knows, as a reader knows them. */
export const engineNames = {
  quoth: 'Quoth',
  'quoth-with-meaning': 'Quoth, with meaning',
  lunr: 'lunr, as it ships',
  'lunr-pipelined': 'lunr, its pipeline on the question',
  minisearch: 'minisearch',
  flexsearch: 'flexsearch',
  fts5: 'SQLite FTS5, Porter',
} as const

export const nameShown = (engine: string): string =>
  (engineNames as { readonly [name: string]: string })[engine] ?? engine

export const isMeasured = (figures: EngineFigures): figures is Measured => !('failed' in figures)
