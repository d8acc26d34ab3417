import { type Loopback, type LoopbackOptions, startLoopback } from '../../packages/preview/src/loopback/loopback.ts'
import { patience } from './eventually.ts'

/** A loopback Discord that waits for a response, unless told otherwise, as long as a busy machine takes for it. */
export const startPatientLoopback = (options: LoopbackOptions = {}): Promise<Loopback> =>
  startLoopback({ ...options, limits: { respondWithin: patience, ...options.limits } })
