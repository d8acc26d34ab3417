import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { RunKind, Source } from '../../src/domain/source.ts'
import { expectLaws } from '../ingest/support/laws.ts'
import { portraitOf, readSeed } from './portrait.ts'

const numbers = ['000', '001', '002', '003', '004'] as const

describe.each(numbers)('seed %s', (number) => {
  it('is read as recorded (npm run record-golden records anew)', () => {
    const golden: unknown = JSON.parse(readFileSync(new URL(`./${number}.json`, import.meta.url), 'utf8'))
    expect(JSON.parse(JSON.stringify(portraitOf(readSeed(number))))).toEqual(golden)
  })

  it('keeps the laws', () => {
    expectLaws(readSeed(number))
  })
})

type Place = readonly [start: number, end: number]

const textAt = (source: Source, [start, end]: Place): string => source.text.slice(start, end)
const sentencesOf = (source: Source): readonly Place[] =>
  source.paragraphs.flatMap(({ sentences }) => sentences.map(({ start, end }): Place => [start, end]))
const runsOf = (source: Source, kind: RunKind): readonly Place[] =>
  source.runs.filter((run) => run.kind === kind).map(({ start, end }): Place => [start, end])

/** The table of what perfect extraction of the seeds is, row by row, with its offsets. */
const table = [
  {
    number: '000',
    length: 2606,
    title: [0, 47],
    author: [{ family: 'Patranobis', given: 'Sutirtho' }],
    publisher: 'Hindustan Times',
    issued: '2014-09-23',
    issuedKind: 'updated',
    date: [130, 161],
    dateline: 'Beijing',
    sentences: 13,
    first: [163, 412],
    last: [2267, 2526],
  },
  {
    number: '001',
    length: 2334,
    title: null,
    author: [],
    publisher: null,
    issued: null,
    issuedKind: null,
    date: null,
    // The lower-case place at the start is marked off by nothing, so it stays with its sentence.
    dateline: null,
    sentences: 15,
    first: [0, 153],
    last: [2189, 2334],
  },
  {
    number: '002',
    length: 2675,
    title: null,
    author: [],
    publisher: null,
    issued: null,
    issuedKind: null,
    date: null,
    dateline: null,
    sentences: 16,
    first: [0, 191],
    last: [2521, 2675],
  },
  {
    number: '003',
    length: 2465,
    title: [109, 146],
    author: [{ family: 'Ridgwell', given: 'Henry' }],
    publisher: null,
    issued: '2015-12-17',
    issuedKind: null,
    date: [166, 183],
    dateline: null,
    sentences: 17,
    first: [185, 321],
    last: [2215, 2442],
  },
  {
    number: '004',
    length: 4746,
    title: [0, 48],
    author: [],
    publisher: null,
    issued: null,
    issuedKind: null,
    date: null,
    dateline: null,
    sentences: 14,
    first: [88, 283],
    last: [2420, 2564],
  },
] as const

describe.each(table)('the row of seed $number', (row) => {
  const source = readSeed(row.number)

  it('has the length, record and dateline', () => {
    expect(source.text).toHaveLength(row.length)
    expect(source.record).toMatchObject({
      title: row.title && textAt(source, row.title),
      author: row.author,
      publisher: row.publisher,
      issued: row.issued,
      issuedKind: row.issuedKind,
    })
    expect(source.titleIsDerived).toBe(row.title === null)
    expect(source.dateline).toBe(row.dateline)
  })

  it('has title and date where they stand', () => {
    expect(runsOf(source, 'title')).toEqual(row.title ? [row.title] : [])
    expect(runsOf(source, 'date')).toEqual(row.date ? [row.date] : [])
  })

  it('has the body sentences, the first and the last at their places', () => {
    const sentences = sentencesOf(source)
    expect(sentences).toHaveLength(row.sentences)
    expect([sentences[0], sentences.at(-1)]).toEqual([row.first, row.last])
  })
})

describe('what must be left out of body and index', () => {
  it.each([
    ['000', [2528, 2537], 'also read'],
    ['000', [2539, 2592], 'Trump as healthy as the horse Putin rides on: Clinton'],
    ['000', [2593, 2606], 'Show comments'],
    ['003', [0, 88], 'The Largest Security-Cleared Career Network for Defense and Intelligence Jobs - JOIN NOW'],
    ['003', [90, 107], 'Homeland Security'],
    ['003', [2444, 2465], 'Join the mailing list'],
    ['004', [50, 54], 'ISIS'],
    ['004', [55, 86], 'Islamic State militants\u00a0Reuters'],
    ['004', [3538, 3608], 'Massacres in Syria: Over 1,000 dead, including Christians and Alawites'],
  ] as const)('in %s at %s is `%s`', (number, place, text) => {
    const source = readSeed(number)
    expect(textAt(source, place)).toBe(text)
    expect(runsOf(source, 'boilerplate').some(([start, end]) => start <= place[0] && place[1] <= end)).toBe(true)
  })

  it('in 004 is everything from the list of other stories to the end', () => {
    const source = readSeed('004')
    expect(source.text.slice(2566).trimStart().startsWith('Most Popular')).toBe(true)
    expect(sentencesOf(source).every(([, end]) => end <= 2564)).toBe(true)
  })

  it('is nothing in 001', () => {
    expect(runsOf(readSeed('001'), 'boilerplate')).toEqual([])
  })

  it('has the remark on inputs, the name and the paper of 000 as its byline, the town as its dateline', () => {
    const source = readSeed('000')
    const [start, end] = runsOf(source, 'byline')[0] ?? [0, 0]
    expect([start <= 53, end >= 116, textAt(source, [53, 72]), textAt(source, [101, 116])]).toEqual([
      true,
      true,
      'Sutirtho Patranobis',
      'Hindustan Times',
    ])
    expect(runsOf(source, 'dateline')).toEqual([[118, 125]])
  })
})

describe('tricky sentences', () => {
  it.each([
    [
      '001',
      [640, 755],
      'as countries around the world have realized the dangers of is ... we will work with others to stop it at its source',
    ],
    ['001', [1661, 1896], "exiled uyghur activists have long disputed the chinese government 's assertions"],
    ['001', [758, 925], 'a spate of violent attacks in xinjiang'],
    ['002', [631, 755], 'the organisation has a huge international influence'],
    ['002', [758, 852], 'we have also found that some who fought'],
    ['002', [855, 1045], 'chinese has previously expressed concerns'],
    [
      '003',
      [471, 579],
      '\'In the face of terrorism, no country can stand on its own," Foreign Ministry spokeswoman Hua Chunying said.',
    ],
    [
      '004',
      [1102, 1305],
      'Guo said China\'s intelligence information platform had stopped "most violent terrorist activity"',
    ],
  ] as const)('%s %s is one sentence, without stray marks', (number, place, opening) => {
    const source = readSeed(number)
    expect(sentencesOf(source)).toContainEqual(place)
    expect(textAt(source, place).startsWith(opening)).toBe(true)
  })
})
