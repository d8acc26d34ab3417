import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { answerContract } from '../../support/contract.ts'
import { fakeQuoth, hostile, runQuoth, winter } from '../../support/terminal-quoth.ts'

const name = z.union([
  z.strictObject({ family: z.string(), given: z.string().optional() }),
  z.strictObject({ literal: z.string() }),
])
const issued = z.nullable(z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/))
const citation = z.object({
  id: z.string().min(1),
  source: z.string(),
  title: z.nullable(z.string()),
  titleShown: z.string(),
  author: z.array(name),
  publisher: z.nullable(z.string()),
  issued,
  locator: z.strictObject({ label: z.literal('paragraph'), value: z.string().regex(/^[1-9]\d*$/) }),
  text: z.string(),
})
const quote = z.object({
  rank: z.int().min(1),
  exact: z.string().min(1),
  prefix: z.string(),
  suffix: z.string(),
  start: z.int(),
  end: z.int(),
  score: z.number(),
  citation,
})
const answer = z.object({
  question: z.string(),
  kind: z.enum(['quoted', 'silent']),
  confidence: z.number().min(0).max(1),
  quotes: z.array(quote),
  nearest: z.array(citation.extend({ exact: z.string(), start: z.int(), end: z.int() })),
  unknownTerms: z.array(z.string()),
  elapsedMs: z.number().min(0),
})
const source = z.object({
  id: z.string(),
  title: z.nullable(z.string()),
  titleShown: z.string(),
  titleIsDerived: z.boolean(),
  author: z.array(name),
  publisher: z.nullable(z.string()),
  issued,
  paragraphs: z.int(),
  sentences: z.int(),
  words: z.int(),
  dateline: z.nullable(z.string()),
  language: z.nullable(z.string()),
  missing: z.array(z.enum(['title', 'author', 'publisher', 'issued'])),
  boilerplate: z.array(z.strictObject({ start: z.int(), end: z.int(), rule: z.string() })),
})
const summary = z.object({
  source: z.string(),
  sentences: z.array(z.object({ exact: z.string(), start: z.int(), end: z.int(), citation })),
  of: z.int(),
})

const linesOf = async (...argv: string[]): Promise<unknown[]> => {
  const { stdout } = await runQuoth([...argv, '--json'])
  expect(stdout.endsWith('\n')).toBe(true)
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

describe('ask --json', () => {
  it('prints one object as the contract has it, fields in its order', async () => {
    const [given, ...more] = await linesOf('ask', 'harbour', 'zebra')
    expect(more).toEqual([])
    const { quotes, kind } = answer.parse(given)
    expect(kind).toBe('quoted')
    for (const { exact, start, end } of quotes) expect(exact).toBe(winter.text.slice(start, end))
    const order = ['question', 'kind', 'confidence', 'quotes', 'nearest', 'unknownTerms', 'elapsedMs']
    expect(Object.keys(given as object).filter((key) => order.includes(key))).toEqual(order)
    const first = (given as { quotes: { citation: object }[] }).quotes[0]
    expect(Object.keys(first ?? {})).toEqual(Object.keys(quote.shape))
    expect(Object.keys(first?.citation ?? {}).slice(0, 8)).toEqual([
      'id',
      'source',
      'title',
      'author',
      'publisher',
      'issued',
      'locator',
      'text',
    ])
  })

  it('prints a silence with the nearest and the unknown words', async () => {
    const given = answer.parse((await linesOf('ask', 'zebra'))[0])
    expect(given).toMatchObject({ kind: 'silent', quotes: [], unknownTerms: ['zebra'] })
    expect(given.nearest).toMatchObject([{ source: 'papers/winter', exact: 'It thawed in May.' }])
    for (const { exact, start, end } of given.nearest) expect(exact).toBe(winter.text.slice(start, end))
    expect(Object.keys(given.nearest[0] ?? {}).slice(0, 3)).toEqual(['id', 'source', 'title'])
  })

  it('says of a weak match and of one by meaning alone that it is one, and nothing of others', async () => {
    const quoth = fakeQuoth()
    const facts = { isWeak: true, byMeaning: true } as const
    const ask: typeof quoth.ask = async (...asked) => ({ ...(await quoth.ask(...asked)), ...facts })
    const { stdout } = await runQuoth(['ask', 'harbour', '--json'], { quoth: { ...quoth, ask } })
    expect(answerContract.parse(JSON.parse(stdout))).toMatchObject(facts)
    const [plain] = await linesOf('ask', 'harbour')
    for (const fact of Object.keys(facts)) expect(plain).not.toHaveProperty(fact)
  })

  it('gives the id that cite takes', async () => {
    const given = answer.parse((await linesOf('ask', 'harbour'))[0])
    const [reference] = await linesOf('cite', given.quotes[0]?.citation.id ?? '', '--style', 'apa')
    expect(reference).toMatchObject({
      style: 'apa',
      reference: 'Berg, A. (1987, February 26). A Hard Winter. Harbour Post.',
      exact: 'The harbour froze in March.',
      start: 0,
      end: 27,
    })
  })

  it('keeps the words of a hostile text, with nothing in them that a terminal obeys', async () => {
    const { stdout } = await runQuoth(['ask', 'cold', '--json'])
    expect(stdout.slice(0, -1)).not.toMatch(/\p{Cc}|\p{Cf}/u)
    const { quotes } = answer.parse(JSON.parse(stdout))
    expect(quotes[0]?.exact).toBe(hostile.text.slice(quotes[0]?.start, quotes[0]?.end))
    expect(quotes[0]?.exact).toContain('\u001b[2J')
  })
})

describe('sources --json', () => {
  it('prints a source a line as the contract has it, and refusals on standard error', async () => {
    const { stdout, stderr } = await runQuoth(['sources', '--json'])
    const cards = stdout
      .trimEnd()
      .split('\n')
      .map((line) => source.parse(JSON.parse(line)))
    expect(cards.map(({ id }) => id)).toEqual(['papers/winter', 'hostile'])
    expect(cards[0]).toMatchObject({ dateline: 'Oslo', missing: [], paragraphs: 2, sentences: 3 })
    expect(cards[0]?.boilerplate.map(({ start, end, rule }) => [winter.text.slice(start, end), rule])).toEqual([
      ['Read more', 'call-to-action'],
    ])
    expect(stderr).toBe('quoth: broken.txt: It is no text.\n')
  })

  it('adds the runs of a single source', async () => {
    const [card] = await linesOf('sources', 'show', 'papers/winter')
    expect(source.parse(card).id).toBe('papers/winter')
    expect(card).toMatchObject({ runs: [{ kind: 'boilerplate', rule: 'call-to-action' }] })
  })
})

describe('summarise --json', () => {
  it('prints one object as the contract has it', async () => {
    const [given] = await linesOf('summarise', 'papers/winter', '--sentences', '2')
    const { sentences, of } = summary.parse(given)
    expect([sentences.length, of]).toEqual([2, 3])
    for (const { exact, start, end } of sentences) expect(exact).toBe(winter.text.slice(start, end))
  })
})

describe('help --json', () => {
  it('prints the commands', async () => {
    const [given] = await linesOf('help')
    const names = [
      'ask',
      'summarise',
      'sources list',
      'sources show',
      'cite',
      'context',
      'find-sources',
      'check-quotes',
    ]
    expect(given).toMatchObject({ commands: [...names, 'help'].map((name) => ({ name })) })
  })
})
