import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Source, sourceId } from '../../src/domain/source.ts'
import { passagesOf } from '../../src/language/passages.ts'
import type { Encoder } from '../../src/meaning/encoder.ts'
import { createMeaningIndex } from '../../src/meaning/meaning-index.ts'
import type { Meaning } from '../../src/meaning/port.ts'
import { rememberQuestions } from '../../src/meaning/question-vectors.ts'
import { unionMeaning } from '../../src/meaning/union.ts'
import { sourceOf } from '../support/engine.ts'
import { wordEncoder } from '../support/word-encoder.ts'

const filler = 'It was all written down in the book that the office keeps for the whole of the house. '.repeat(3)
/** Long, so that most are passages of their own; some in a language that the encoder does not know. */
const english = [
  `The owner bears the cost of the heating. ${filler}`,
  `The tenant may keep one cat, and no dog at all. ${filler}`,
  `The harbour was closed in March. Nobody objected to that. ${filler}`,
  `The owner mends the boiler within two days. ${filler}`,
]
const ordered = 'Das steht so in der Ordnung für das Haus. '.repeat(5)
const german = [
  `Der Mieter darf in der Wohnung eine Katze halten, aber keinen Hund. ${ordered}`,
  `Die Heizung wird im Oktober für alle Mieter im Haus angestellt. ${ordered}`,
]
const questions = ['The landlord pays for the boiler?', 'May I keep a dog?', 'Who closed the harbour?', 'zebra']

const paper = (name: string, paragraphs: readonly string[]): Source =>
  sourceOf(`${name}.md`, `# Paper\n\n${paragraphs.join('\n\n')}\n`)

const anySource = (name: string): fc.Arbitrary<Source> =>
  fc
    .constantFrom(english, german)
    .chain((paragraphs) => fc.array(fc.constantFrom(...paragraphs), { minLength: 1, maxLength: 4 }))
    .map((paragraphs) => paper(name, paragraphs))

const names = ['a', 'b', 'B', 'c', 'd', 'e']
const anySources = fc
  .subarray(names, { minLength: 1 })
  .chain((some) => fc.tuple(...some.map((name) => fc.tuple(anySource(name), fc.nat(2)))))

const meaningOf = async (sources: readonly Source[], encoder: Encoder = wordEncoder()): Promise<Meaning> => {
  const held = new Map(sources.map((source) => [source.id, source]))
  const index = createMeaningIndex(encoder, async (id) => held.get(id), null)
  for (const { id } of sources) index.put(id)
  await index.settled()
  return index
}

const keysOf = (source: Source) =>
  passagesOf(source).map((_, ordinal) => ({ source: source.id, version: source.version, ordinal }))

/** Everything that a meaning tells about sources. */
const toldBy = async (meaning: Meaning, sources: readonly Source[], limit: number) => {
  const keys = [...sources.flatMap(keysOf), { source: sourceId('nobody'), version: 'v', ordinal: 0 }]
  const among = [undefined, new Set(sources.slice(1).map(({ id }) => id))]
  const comparisons = await Promise.all(
    questions.flatMap((question) => among.map((some) => meaning.compare(question, { limit, sources: some }))),
  )
  return {
    encoded: meaning.encoded(),
    leftOut: meaning.leftOut(),
    areLeftOut: keys.map(meaning.isLeftOut),
    comparisons: comparisons.map((comparison) => ({
      nearest: comparison?.nearest.map(({ source, version, ordinal }) => [source, version, ordinal]),
      likenesses: comparison && keys.map(comparison.likenessOf),
    })),
  }
}

describe('a union of meanings', () => {
  it('tells of any sources, however they are spread, exactly what one of them tells', async () => {
    await fc.assert(
      fc.asyncProperty(anySources, fc.constantFrom(0, 1, 3, 50), async (spread, limit) => {
        const sources = spread.map(([source]) => source)
        const one = await meaningOf(sources)
        const parts = [0, 1, 2].map((at) => spread.flatMap(([source, part]) => (part === at ? [source] : [])))
        const union = unionMeaning(await Promise.all(parts.map((some) => meaningOf(some))))
        expect(await toldBy(union, sources, limit)).toStrictEqual(await toldBy(one, sources, limit))
      }),
      { numRuns: 100 },
    )
  })

  const lease = paper('lease', [english[0] as string])
  const order = paper('order', [german[0] as string])

  it('has a question encoded once, however many parts it has', async () => {
    const encoder = wordEncoder()
    const remembering = rememberQuestions(encoder)
    const open = (source: Source) => meaningOf([source], remembering)
    const union = unionMeaning(await Promise.all([open(lease), open(paper('other', [english[1] as string]))]))
    for (let times = 0; times < 2; times++) await union.compare('Who pays?', { limit: 5 })
    expect(encoder.encoded.filter(([, kind]) => kind === 'question')).toEqual([['Who pays?', 'question']])
  })

  it('compares nothing while no part does', async () => {
    const union = unionMeaning([await meaningOf([]), await meaningOf([order])])
    expect(await union.compare('Who pays?', { limit: 5 })).toBeNull()
  })

  it('knows nothing yet of a part that compares nothing yet, but for what is never encoded', async () => {
    const later = paper('later', [english[1] as string])
    const waiting: Meaning = { ...(await meaningOf([])), compare: async () => null }
    const union = unionMeaning([waiting, await meaningOf([order]), await meaningOf([lease])])
    const comparison = await union.compare('Who pays?', { limit: 5 })
    const likenesses = [later, order, lease].flatMap(keysOf).map((key) => comparison?.likenessOf(key))
    expect(likenesses).toEqual([undefined, null, expect.objectContaining({ passage: expect.any(Number) })])
  })

  it('names a passage once that two parts have', async () => {
    const union = unionMeaning([await meaningOf([lease]), await meaningOf([lease])])
    expect((await union.compare('Who pays?', { limit: 5 }))?.nearest).toHaveLength(1)
  })

  it('is its part, where there is one alone', async () => {
    const part = await meaningOf([lease])
    expect(unionMeaning([part])).toBe(part)
  })
})
