import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Source, sourceId } from '../../src/domain/source.ts'
import { readDocument } from '../../src/ingest/read-document.ts'
import { passagesOf } from '../../src/language/passages.ts'
import { createMeaningIndex } from '../../src/meaning/meaning-index.ts'
import { createTextVectors } from '../../src/meaning/text-vectors.ts'
import { wordEncoder } from '../support/word-encoder.ts'

const sourceOf = (name: string, text: string): Source =>
  readDocument({ id: sourceId(name), path: `${name}.md`, bytes: Buffer.from(text) })

const filler = 'It was all written down in the book that the office keeps for the whole of the house. '.repeat(3)
/** Paragraphs of which documents are put together: long, so that most are passages of their own. */
const paragraphs = [
  `The owner bears the cost of the heating. ${filler}`,
  `The tenant may keep one cat, and no dog at all. ${filler}`,
  `The harbour was closed in March. Nobody objected to that. ${filler}`,
  `The owner mends the boiler within two days. ${filler}`,
  `Der Mieter darf in der Wohnung eine Katze halten, aber keinen Hund. ${'Das steht so in der Ordnung für das Haus. '.repeat(5)}`,
  `Die Heizung wird im Oktober für alle Mieter im Haus angestellt und bleibt bis zum Mai an. ${'Das gilt auch für die Wohnungen unter dem Dach. '.repeat(4)}`,
]
const questions = ['The landlord pays for the boiler?', 'May I keep a dog?', 'Who closed the harbour?']

const documentOf = (name: string, chosen: readonly number[]): Source =>
  sourceOf(name, `# Paper\n\n${chosen.map((n) => paragraphs[n]).join('\n\n')}\n`)

/** An index over sources that can be changed while it works. */
const openOver = (vectors = createTextVectors(1)) => {
  const held = new Map<string, Source>()
  const encoder = wordEncoder()
  const index = createMeaningIndex(encoder, async (id) => held.get(id), null, { minRun: 0, vectors })
  const put = (source: Source): void => {
    held.set(source.id, source)
    index.put(source.id)
  }
  const remove = (name: string): void => {
    held.delete(name)
    index.remove(sourceId(name))
  }
  return { index, held, put, remove, vectors, encoder }
}

/** Everything that an index tells about these sources. */
const toldBy = async ({ index, held }: ReturnType<typeof openOver>) => {
  await index.settled()
  const comparisons = await Promise.all(questions.map((question) => index.compare(question, { limit: 50 })))
  const keys = [...held.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((source) =>
      passagesOf(source).map((_, ordinal) => ({ source: source.id, version: source.version, ordinal })),
    )
  return {
    encoded: index.encoded(),
    leftOut: index.leftOut(),
    comparisons: comparisons.map((comparison) => ({
      nearest: comparison?.nearest.map(({ source, ordinal }) => `${source} ${ordinal}`),
      likenesses: comparison && keys.map((key) => comparison.likenessOf(key)),
    })),
  }
}

const textsIn = (sources: Iterable<Source>): number =>
  [...sources].reduce(
    (sum, source) => sum + passagesOf(source).reduce((all, each) => all + 1 + each.sentences.length, 0),
    0,
  )

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      put: fc.constantFrom('a', 'b', 'c'),
      of: fc.array(fc.nat(5), { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ remove: fc.constantFrom('a', 'b', 'c') }) },
  { weight: 1, arbitrary: fc.constant({ wait: true as const }) },
)

describe('a meaning index over sources that come, go and change', () => {
  it('tells what a new one over the same sources tells, and holds no vector for a text that is gone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const changed = openOver()
        for (const each of steps)
          if ('put' in each) changed.put(documentOf(each.put, each.of))
          else if ('remove' in each) changed.remove(each.remove)
          else await changed.index.settled()
        const fresh = openOver()
        for (const source of changed.held.values()) fresh.put(source)
        expect(await toldBy(changed)).toEqual(await toldBy(fresh))
        expect(changed.vectors.used()).toBe(fresh.vectors.used())
        expect(changed.vectors.used()).toBeLessThanOrEqual(textsIn(changed.held.values()))
        await Promise.all([changed.index.close(), fresh.index.close()])
      }),
      { numRuns: 60 },
    )
  })

  it('keeps its size however often a source changes', async () => {
    const { index, put, vectors } = openOver()
    for (let n = 0; n < 50; n++) {
      put(
        sourceOf(
          'log',
          `# Log\n\nEntry ${n} was made at the desk. ${filler}\n\nNumber ${n} is the last of them. ${filler}\n`,
        ),
      )
      await index.settled()
    }
    expect(vectors.size()).toBeLessThan(20)
    await index.close()
  })

  it('encodes only what is new of a source that changed or came back under another name', async () => {
    const { index, put, remove, encoder } = openOver(createTextVectors(100))
    put(documentOf('a', [0, 1, 2]))
    await index.settled()
    const before = encoder.encoded.length
    put(documentOf('a', [0, 1, 2, 3]))
    await index.settled()
    const added = encoder.encoded.slice(before).map(([text]) => text)
    expect(added.length).toBeGreaterThan(0)
    expect(added.filter((text) => !text.includes('mends the boiler'))).toEqual([])
    remove('a')
    put(documentOf('b', [0, 1, 2, 3]))
    await index.settled()
    expect(encoder.encoded.length).toBe(before + added.length)
    await index.close()
  })
})

describe('a source in a language that the encoder does not know', () => {
  it('is never encoded, which is told apart from not being encoded yet', async () => {
    const { index, put, remove, encoder } = openOver()
    const [english, german] = [documentOf('english', [0]), documentOf('german', [4, 5])]
    put(english)
    put(german)
    await index.settled()
    expect(encoder.encoded.filter(([text]) => text.includes('Mieter'))).toEqual([])
    expect([index.encoded(), index.leftOut()]).toEqual([1, 2])
    const comparison = await index.compare('May I keep a cat?', { limit: 5 })
    const likenessIn = ({ id, version }: Source) => comparison?.likenessOf({ source: id, version, ordinal: 0 })
    expect(comparison?.nearest.map(({ source }) => source)).toEqual(['english'])
    expect(likenessIn(german)).toBeNull()
    expect(likenessIn(documentOf('german', [4]))).toBeUndefined()
    remove('german')
    expect(index.leftOut()).toBe(0)
    await index.close()
  })

  it('is encoded when it has become English, and no longer when it has become German', async () => {
    const { index, put } = openOver()
    put(documentOf('a', [4]))
    put(documentOf('b', [0]))
    await index.settled()
    put(documentOf('a', [1]))
    put(documentOf('b', [5]))
    await index.settled()
    expect([index.encoded(), index.leftOut()]).toEqual([1, 1])
    const comparison = await index.compare('May I keep a cat?', { limit: 5 })
    expect(comparison?.nearest.map(({ source }) => source)).toEqual(['a'])
    await index.close()
  })

  it('is set aside before anything is encoded', async () => {
    const { index, put, encoder } = openOver()
    let leftOut = -1
    const { encode } = encoder
    Object.assign(encoder, {
      encode: (...args: Parameters<typeof encode>) => {
        if (leftOut < 0) leftOut = index.leftOut()
        return encode(...args)
      },
    })
    put(documentOf('a', [0]))
    put(documentOf('z', [4, 5]))
    await index.settled()
    expect(leftOut).toBe(2)
    await index.close()
  })
})
