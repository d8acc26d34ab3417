import { describe, expect, it } from 'vitest'
import { QuothError } from '../../src/domain/error.ts'
import { sourceId } from '../../src/domain/source.ts'
import type { FormatReader } from '../../src/ingest/formats/format.ts'
import { readAnyDocument } from '../../src/ingest/read-document.ts'

/** A whole file of a format, and words that a reader sees in it, in their order. */
export type SampleFile = { readonly path: string; readonly bytes: Uint8Array; readonly words: readonly string[] }

const refusalOf = async (reading: Promise<unknown>): Promise<QuothError | null> => {
  try {
    await reading
    return null
  } catch (error) {
    if (error instanceof QuothError) return error
    throw error
  }
}

/** Damage at a few places: cut off, overwritten, doubled. */
const damagedCopies = (bytes: Uint8Array): readonly Uint8Array[] =>
  [0.02, 0.3, 0.6, 0.95].flatMap((share) => {
    const at = Math.floor(bytes.length * share)
    const overwritten = Uint8Array.from(bytes)
    overwritten.fill(0xff, at, Math.min(bytes.length, at + 16))
    const doubled = Buffer.concat([bytes.subarray(0, at), bytes.subarray(0, at), bytes.subarray(at)])
    return [bytes.subarray(0, at), overwritten, doubled]
  })

/**
 * What the reader of every format keeps to.
 * @param name of the format
 * @param load of the format
 * @param sample a whole file
 * @param options `damage`: damaged copies of a file, where reading many takes too long
 */
export const formatContract = (
  name: string,
  load: () => Promise<FormatReader>,
  sample: () => Promise<SampleFile> | SampleFile,
  { damage = damagedCopies }: { readonly damage?: (bytes: Uint8Array) => readonly Uint8Array[] } = {},
): void => {
  const read = ({ path, bytes }: SampleFile) =>
    readAnyDocument({ id: sourceId(path.replace(/\.[^.]+$/, '')), path, bytes })

  describe(`the reader of ${name}`, () => {
    it('finds the words in their order, each in a paragraph, a heading or the header', async () => {
      const file = await sample()
      const { text, runs } = await read(file)
      let from = 0
      for (const words of file.words) {
        const at = text.replace(/\s/g, ' ').indexOf(words, from)
        expect(at, words).toBeGreaterThanOrEqual(0)
        const run = runs.find(({ start, end }) => start <= at && at < end)
        expect(run?.kind, words).not.toBe('boilerplate')
        from = at
      }
    })

    it('gives blocks, furniture and places in order and within the text', async () => {
      const file = await sample()
      const { extract } = await load()
      const { text, blocks, furniture, places } = await extract({ ...file, ocr: true })
      for (const spans of [blocks, furniture, places.map(({ start }) => ({ start, end: start }))]) {
        let before = 0
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(before)
          expect(end).toBeGreaterThanOrEqual(start)
          before = end
        }
        expect(before).toBeLessThanOrEqual(text.length)
      }
      for (const { pieces, text: joined } of blocks)
        for (const { start, end, offset } of pieces)
          expect(joined.slice(offset, offset + end - start)).toBe(text.slice(start, end))
    })

    it('gives every character that is not white space to one run', async () => {
      const { text, runs } = await read(await sample())
      let from = 0
      for (const { start, end } of runs) {
        expect(text.slice(from, start).trim()).toBe('')
        from = end
      }
      expect(text.slice(from).trim()).toBe('')
    })

    it('reads the same bytes alike, and names itself', async () => {
      const file = await sample()
      const [first, second] = [await read(file), await read(file)]
      expect(second.text).toBe(first.text)
      expect(second.runs).toEqual(first.runs)
      expect(first.origin.reader).toMatch(/^[@\w./ -]+ \d+\.\d+\.\d+/)
    })

    it('reads or refuses a damaged file, and says why', async () => {
      const file = await sample()
      for (const bytes of damage(file.bytes)) {
        const refusal = await refusalOf(read({ ...file, bytes }))
        if (refusal !== null) expect(refusal).toMatchObject({ code: 'bad-document' })
        expect(refusal?.message ?? 'read').not.toMatch(/undefined|\[object|Error:/)
      }
    })

    it('refuses an empty file, and one that is something else', async () => {
      const file = await sample()
      const others = [new Uint8Array(0), Uint8Array.from({ length: 4096 }, (_, at) => (at * 37) % 256)]
      for (const bytes of others)
        expect(await refusalOf(read({ ...file, bytes }))).toMatchObject({ code: 'bad-document' })
    })
  })
}
