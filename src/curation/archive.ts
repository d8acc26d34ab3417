import { type AsyncZippable, zip } from 'fflate'
import type { Export } from '../domain/curation.ts'

/** `minutes.pdf`, then `minutes-2.pdf`: names differ, capitals aside, as every file system wants. */
export const distinctNames = (names: readonly string[]): readonly string[] => {
  const taken = new Set<string>()
  return names.map((name) => {
    let distinct = name
    for (let count = 2; taken.has(distinct.toLowerCase()); count += 1)
      distinct = name.replace(/(\.[^./]+)?$/, (ending) => `-${count}${ending}`)
    taken.add(distinct.toLowerCase())
    return distinct
  })
}

/** @returns a zip of the files, made off the event loop */
export const archiveOf = async ({ files }: Export): Promise<Uint8Array> => {
  const names = distinctNames(files.map(({ name }) => name))
  const entries: AsyncZippable = {}
  for (const [at, { name, bytes }] of files.entries()) entries[names[at] ?? name] = await bytes()
  return new Promise((resolve, reject) => {
    zip(entries, { level: 6, consume: true }, (error, archive) => (error ? reject(error) : resolve(archive)))
  })
}
