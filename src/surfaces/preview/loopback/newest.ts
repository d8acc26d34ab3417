/** How many messages, interactions, requests and frames a preview that runs for weeks keeps of each: the newest. */
export const mostKept = 500

/** Forgets the oldest entries until `mostKept` are left, and says which. */
export const forgetOldest = <K>(entries: Map<K, unknown> | Set<K>): readonly K[] => {
  const forgotten: K[] = []
  for (const key of entries.keys()) {
    if (entries.size <= mostKept) break
    entries.delete(key)
    forgotten.push(key)
  }
  return forgotten
}
