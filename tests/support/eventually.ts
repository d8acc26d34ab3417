import { vi } from 'vitest'

/**
 * Long enough for whatever is awaited on a machine that is busy with other work; a test that fails is all that it
 * delays.
 */
export const patience = 120_000

/**
 * Waits until `assertion` holds.
 * @throws what it throws at last, after two minutes
 */
export const eventually = <T>(assertion: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(assertion, { timeout: patience, interval: 5 })
