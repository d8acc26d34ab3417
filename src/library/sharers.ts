import type { SourceId } from '../domain/source.ts'

/** Which sources share a key. Nearly always it is one, which then is kept without a set around it. */
export type Sharers = {
  add(key: number, id: SourceId): void
  remove(key: number, id: SourceId): void
  /** Those of a key, in no particular order. */
  of(key: number): readonly SourceId[]
}

/** @returns an empty register; each call takes a time that depends on the sharers of one key alone */
export const createSharers = (): Sharers => {
  const byKey = new Map<number, SourceId | Set<SourceId>>()
  return {
    add(key, id) {
      const held = byKey.get(key)
      if (held === undefined || held === id) byKey.set(key, id)
      else if (typeof held === 'string') byKey.set(key, new Set([held, id]))
      else held.add(id)
    },
    remove(key, id) {
      const held = byKey.get(key)
      if (held === id) byKey.delete(key)
      if (!(held instanceof Set)) return
      held.delete(id)
      if (held.size === 0) byKey.delete(key)
    },
    of(key) {
      const held = byKey.get(key)
      if (held === undefined) return []
      return typeof held === 'string' ? [held] : [...held]
    },
  }
}
