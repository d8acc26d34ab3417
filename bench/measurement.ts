import { z } from 'zod'

/** What one engine took in its own process; times in milliseconds, memory in mebibytes. */
export const measurement = z.object({
  build: z.number(),
  /** From its own file to the first answer; null where it has none. */
  load: z.number().nullable(),
  p50: z.number(),
  p95: z.number(),
  p99: z.number(),
  /** Heap and buffers that the index holds, beyond the texts themselves. */
  held: z.number(),
  /** The largest resident set that the process had, texts and code too. */
  peak: z.number(),
  /** Ids by question, best first. */
  rankings: z.record(z.string(), z.array(z.string())),
})
export type Measurement = z.infer<typeof measurement>
