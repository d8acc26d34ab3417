import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Source, sourceId } from '../../src/domain/source.ts'
import { readDocument } from '../../src/ingest/read-document.ts'
import { createMeaningIndex } from '../../src/meaning/meaning-index.ts'
import { openVectorFile } from '../../src/meaning/vector-file.ts'
import { wordEncoder } from '../support/word-encoder.ts'

const sourceOf = (name: string, text: string): Source =>
  readDocument({ id: sourceId(name), path: `${name}.md`, bytes: Buffer.from(text) })

const lease = sourceOf('lease', '# Lease\n\nThe owner bears the cost of the heating. The tenant may keep one cat.\n')
const minutes = sourceOf('minutes', '# Minutes\n\nThe harbour was closed in March. Nobody objected to that.\n')

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quoth-meaning-'))
})
afterEach(() => rm(folder, { recursive: true }))

const openIndex = (sources: readonly Source[], keeps = false) => {
  const encoder = wordEncoder()
  const held = new Map(sources.map((source) => [source.id, source]))
  const file = keeps ? openVectorFile(join(folder, 'vectors'), encoder.model) : null
  const notices: string[] = []
  const index = createMeaningIndex(encoder, async (id) => held.get(id), file, {
    onNotice: (notice) => notices.push(notice),
  })
  for (const { id } of sources) index.put(id)
  return { index, encoder, held, notices }
}

const question = 'The landlord pays for the boiler?'
const placeOf = ({ id, version }: Source, ordinal = 0) => ({ source: id, version, ordinal })

describe('the meaning index', () => {
  it('compares nothing before the first passage is encoded', async () => {
    const { index } = openIndex([])
    expect(await index.compare(question, { limit: 5 })).toBeNull()
    await index.close()
  })

  it('finds a passage that has other words, and says which of its sentences is like the question', async () => {
    const { index } = openIndex([minutes, lease])
    await index.settled()
    expect(index.progress()).toEqual({ encoded: 2, passages: 2 })
    const comparison = await index.compare(question, { limit: 5 })
    expect(comparison?.nearest.map(({ source }) => source)).toEqual(['lease', 'minutes'])
    const likeness = comparison?.likenessOf(placeOf(lease))
    expect(likeness?.sentences).toHaveLength(2)
    expect(likeness?.sentences[0]).toBeGreaterThan(2 * (likeness?.sentences[1] ?? 1))
    await index.close()
  })

  it('keeps to the sources that it is asked about, and to the limit', async () => {
    const { index } = openIndex([minutes, lease])
    await index.settled()
    const only = await index.compare(question, { limit: 5, sources: new Set([minutes.id]) })
    expect(only?.nearest.map(({ source }) => source)).toEqual(['minutes'])
    expect((await index.compare(question, { limit: 1 }))?.nearest).toHaveLength(1)
    await index.close()
  })

  it('forgets what was removed, and knows only the version that is there', async () => {
    const { index, held } = openIndex([minutes, lease])
    await index.settled()
    const changed = sourceOf('lease', '# Lease\n\nThe garden is shared by all tenants of the house.\n')
    held.set(lease.id, changed)
    index.put(lease.id)
    await index.settled()
    index.remove(minutes.id)
    const comparison = await index.compare(question, { limit: 5 })
    expect(comparison?.nearest).toEqual([expect.objectContaining({ version: changed.version })])
    expect(comparison?.likenessOf(placeOf(lease))).toBeUndefined()
    expect(index.progress()).toEqual({ encoded: 1, passages: 1 })
    await index.close()
  })

  it('encodes a text once, however often it occurs, and over restarts', async () => {
    const first = openIndex([minutes, lease], true)
    await first.index.settled()
    await first.index.close()
    expect(new Set(first.encoder.encoded.map(([text]) => text)).size).toBe(first.encoder.encoded.length)
    const second = openIndex([minutes, lease, sourceOf('copy', '# Copy\n\nThe tenant may keep one cat.\n')], true)
    await second.index.settled()
    // Only the new passage with its title: its sentence is known.
    expect(second.encoder.encoded).toEqual([['Copy. The tenant may keep one cat.', 'passage']])
    await second.index.close()
  })

  it('drops vectors that no source uses any more once they are the larger part of the file', async () => {
    const first = openIndex([minutes, lease], true)
    await first.index.settled()
    first.index.remove(lease.id)
    await first.index.close()
    const second = openIndex([minutes], true)
    await second.index.settled()
    await second.index.close()
    expect(second.encoder.encoded).toEqual([])
  })

  it('goes on in memory when the file cannot be used, and says so once', async () => {
    const encoder = wordEncoder()
    const notices: string[] = []
    const index = createMeaningIndex(encoder, async () => lease, openVectorFile(folder, 'm'), {
      onNotice: (notice) => notices.push(notice),
    })
    index.put(lease.id)
    await index.settled()
    expect(await index.compare(question, { limit: 5 })).not.toBeNull()
    await index.close()
    expect(notices).toEqual([expect.stringMatching(/^Vectors of passages are not kept/)])
  })

  it('compares nothing once the encoder has failed, and waits for nothing', async () => {
    const { index, encoder, held } = openIndex([minutes])
    await index.settled()
    encoder.fail()
    held.set(lease.id, lease)
    index.put(lease.id)
    await index.settled()
    expect(await index.compare(question, { limit: 5 })).toBeNull()
    await index.close()
  })
})
