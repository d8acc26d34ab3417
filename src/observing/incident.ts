import { randomUUID } from 'node:crypto'

/** A short random id that joins what a person was told with what the log says, such as `7f3a90cb`. */
export const createIncident = (): string => randomUUID().slice(0, 8)
