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

const openIndex = (
  sources: readonly Source[],
  keeps = false,
  options: { readonly minRun?: number; readonly isPatient?: boolean } = {},
) => {
  const encoder = wordEncoder()
  const held = new Map(sources.map((source) => [source.id, source]))
  const file = keeps ? openVectorFile(join(folder, 'vectors'), encoder.model) : null
  const notices: string[] = []
  const index = createMeaningIndex(encoder, async (id) => held.get(id), file, {
    ...options,
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
    expect(index.encoded()).toBe(2)
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
    expect(index.encoded()).toBe(1)
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

  /** How many vectors the file has. */
  const kept = async (): Promise<number> => {
    let count = 0
    const file = openVectorFile(join(folder, 'vectors'), wordEncoder().model)
    await file.read(() => {
      count++
    })
    await file.close()
    return count
  }

  it('drops vectors that no source uses any more once they are the larger part, and all sources were seen', async () => {
    const first = openIndex([minutes, lease], true)
    await first.index.settled()
    first.index.remove(lease.id)
    await first.index.close()
    const all = await kept()
    const hasty = openIndex([sourceOf('other', '# Other\n\nNothing else here.\n')], true)
    await hasty.index.settled()
    await hasty.index.close()
    expect(await kept()).toBeGreaterThan(all)
    const second = openIndex([sourceOf('other', '# Other\n\nNothing else here.\n')], true, { minRun: 0 })
    await second.index.settled()
    await second.index.close()
    expect(await kept()).toBe(2)
  })

  it('keeps every vector when it is closed before it has seen all sources', async () => {
    const first = openIndex([minutes, lease], true)
    await first.index.settled()
    await first.index.close()
    const all = await kept()
    const second = openIndex([lease, minutes], true, { minRun: 0 })
    await second.index.close()
    expect(await kept()).toBe(all)
  })

  it('adds to a file that another process adds to, and loses nothing of either', async () => {
    const [one, other] = [openIndex([minutes], true), openIndex([lease], true)]
    await Promise.all([one.index.settled(), other.index.settled()])
    await Promise.all([one.index.close(), other.index.close()])
    const third = openIndex([minutes, lease], true)
    await third.index.settled()
    await third.index.close()
    expect(third.encoder.encoded).toEqual([])
  })

  it('encodes nothing before the first question when it is patient, and then everything', async () => {
    const { index, encoder } = openIndex([minutes, lease], false, { isPatient: true })
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(encoder.encoded).toEqual([])
    expect((await index.compare(question, { limit: 5 }))?.nearest).toHaveLength(2)
    await index.close()
  })

  it('gives others their turn between the passages of a large source', async () => {
    const paragraphs = Array.from({ length: 150 }, (_, n) => `${'So many words stand here. '.repeat(9)} Number ${n}.`)
    const large = sourceOf('large', `# Large\n\n${paragraphs.join('\n\n')}\n`)
    const { index, encoder } = openIndex([large, lease])
    await index.settled()
    const order = encoder.encoded.map(([text]) => text.split('.')[0])
    expect(order.indexOf('Lease')).toBeGreaterThan(0)
    expect(order.indexOf('Lease')).toBeLessThan(order.lastIndexOf('Large'))
    expect(index.encoded()).toBeGreaterThan(100)
    await index.close()
  })

  it('does not come back to a source that was removed while it was read', async () => {
    const encoder = wordEncoder()
    let give = (_: Source): void => {}
    const reading = new Promise<Source>((resolve) => {
      give = resolve
    })
    const index = createMeaningIndex(encoder, () => reading, null)
    index.put(lease.id)
    await new Promise((resolve) => setTimeout(resolve, 10))
    index.remove(lease.id)
    give(lease)
    await index.settled()
    expect(index.encoded()).toBe(0)
    await index.close()
  })

  it('tells of a source that cannot be read, and goes on with the others', async () => {
    const notices: string[] = []
    const read = async (id: string): Promise<Source> => {
      if (id === 'lease') throw new Error('EIO')
      return minutes
    }
    const index = createMeaningIndex(wordEncoder(), read, null, { onNotice: (notice) => notices.push(notice) })
    index.put(lease.id)
    index.put(minutes.id)
    await index.settled()
    expect(index.encoded()).toBe(1)
    expect(notices).toEqual([expect.stringContaining('EIO')])
    await index.close()
  })

  it('encodes again what failed, when its source is put again', async () => {
    const encoder = wordEncoder()
    let fails = true
    const unsteady = {
      ...encoder,
      encode: async (text: string, kind: 'question' | 'passage') =>
        fails && text.includes('cat') ? null : encoder.encode(text, kind),
    }
    const index = createMeaningIndex(unsteady, async () => lease, null)
    index.put(lease.id)
    await index.settled()
    expect(index.encoded()).toBe(0)
    fails = false
    index.put(lease.id)
    await index.settled()
    expect(index.encoded()).toBe(1)
    await index.close()
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
