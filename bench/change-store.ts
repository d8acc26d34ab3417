// Changes the store of a data folder without end, and says what it is about to do and what was acknowledged, so that
// whoever kills it knows what must be there. See kill-store.ts.
//
//   node change-store.mjs FOLDER SEED
import { mkdirSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { sourceId } from '../src/domain/source.ts'
import { documentId } from '../src/domain/stored-document.ts'
import { openData } from '../src/state/open-state.ts'
import { backUp } from '../src/store/backup.ts'
import { openStore } from '../src/store/open-store.ts'
import { seeded } from './seeded.ts'

const [folder = '', seed = '1'] = process.argv.slice(2)
const random = seeded(Number(seed))
const say = (line: string): void => void writeSync(1, `${line}\n`)

mkdirSync(folder, { recursive: true })
const { database } = await openData({ folder, onNotice: (notice) => say(`notice ${notice}`) })
if (database === null) throw new Error('the file cannot be used')
const store = await openStore(database, join(folder, 'originals'))
const library = 'server:1'
const quota = { documents: 1e9, bytes: 1e12 }
say('open')

/** What is known of each document: the version and the edit that it has, and whether it is removed. */
const known = new Map<string, { version: number; title: string; isRemoved: boolean }>()
for (const document of [...(await store.documents(library)), ...(await store.removed(library))])
  known.set(document.id, {
    version: document.version.number,
    title: document.edits.title ?? '',
    isRemoved: document.removedAt !== null,
  })

const bytesOf = (id: string, version: number): Uint8Array =>
  new TextEncoder().encode(`${id} in version ${version} ${'x'.repeat(Math.floor(random() * 20_000))}`)

for (let step = 0; ; step += 1) {
  const attribution = { by: '1', at: step }
  const ids = [...known.keys()]
  const id = ids[Math.floor(random() * ids.length)]
  const state = id === undefined ? undefined : known.get(id)
  const dice = random()
  const readAs = (of: string, version: number) => [{ source: sourceId(of), version: `v${version}` }]
  const change = async (name: string, of: string, work: () => Promise<{ readonly kind: string }>) => {
    say(`doing ${name} ${of} ${step}`)
    const { kind } = await work()
    if (kind !== 'changed') throw new Error(`${name} of ${of}: ${kind}`)
    say(`done ${name} ${of} ${step}`)
  }
  if (id === undefined || state === undefined || (dice < 0.3 && known.size < 12)) {
    const added = `${seed}-${step}`
    const document = { id: documentId(added), name: `${added}.txt`, bytes: bytesOf(added, 1), title: added, edits: {} }
    const visibility = { channels: [], roles: [] }
    await change('add', added, () =>
      store.add(library, { ...document, visibility, readAs: readAs(added, 1) }, attribution, quota),
    )
    known.set(added, { version: 1, title: '', isRemoved: false })
  } else if (state.isRemoved) {
    if (dice < 0.7) await change('restore', id, () => store.restore(library, documentId(id), attribution, quota))
    else await change('erase', id, () => store.erase(library, documentId(id), attribution))
    if (dice < 0.7) state.isRemoved = false
    else known.delete(id)
  } else if (dice < 0.5) {
    const version = { bytes: bytesOf(id, state.version + 1), title: id, readAs: readAs(id, 2), after: state.version }
    await change('version', id, () => store.addVersion(library, documentId(id), version, attribution, quota))
    state.version += 1
  } else if (dice < 0.7) {
    await change('edit', id, () => store.edit(library, documentId(id), { title: `t${step}` }, '', attribution))
    state.title = `t${step}`
  } else if (dice < 0.95) {
    await change('remove', id, () => store.remove(library, documentId(id), attribution))
    state.isRemoved = true
  } else {
    say(`doing backup ${seed}-${step} ${step}`)
    await backUp(folder, join(folder, `backup-${seed}-${step}`))
    say(`done backup ${seed}-${step} ${step}`)
  }
}
