import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runTerminal } from '../../src/surfaces/terminal/run-terminal.ts'
import { evalTool } from '../../src/tools/eval.ts'
import { evalSeedsTool } from '../../src/tools/eval-seeds.ts'
import { collectionFolder } from '../support/collection-folder.ts'
import { answerContract } from '../support/contract.ts'
import { type Engine, engineOver } from '../support/engine.ts'
import { type LibraryFolder, libraryFolder } from '../support/library-folder.ts'
import { screen } from '../support/terminal-quoth.ts'

const quoth = async (...argv: readonly string[]) => {
  const [out, err] = [screen(), screen()]
  const openLibrary = async () => ({ quoth: inUse.quoth, close: async () => {} })
  const code = await runTerminal(
    argv,
    {
      commands: [],
      tools: [evalTool(async () => undefined), evalSeedsTool(openLibrary)],
      open: openLibrary,
      version: '1',
    },
    {
      stdin: Object.assign(Readable.from([]), { isTTY: false }),
      stdout: out.stream,
      stderr: err.stream,
      env: {},
    },
  )
  await new Promise((resolve) => setImmediate(resolve))
  return { code, stdout: out.text(), stderr: err.text() }
}

const lighthouse = 'The lighthouse at Cape Wren was built in 1843 by Thomas Ashby. It is 31 metres tall.'
const ferry = 'The ferry to Cape Wren sails twice a day. Its captain is Ingrid Moe.'
const bakery = 'The bakery on Mill Lane opens at six. Its rye bread won a medal in 1990.'

const spanIn = (text: string, words: string) => [text.indexOf(words), text.indexOf(words) + words.length]

let collection: LibraryFolder
let scratch: LibraryFolder
let inUse: Engine
beforeAll(async () => {
  collection = await collectionFolder({
    corpus: [
      { _id: 'lighthouse', title: 'Lighthouses', text: lighthouse },
      { _id: 'ferry', title: 'Ferries', text: ferry },
      { _id: 'bakery', title: '', text: bakery },
      { _id: 'empty', title: 'Nothing', text: '' },
    ],
    queries: [
      {
        _id: 'q1',
        text: 'Who built the lighthouse at Cape Wren?',
        metadata: { answers: ['Thomas Ashby'], spans: [spanIn(lighthouse, 'Thomas Ashby')], answerable: true },
      },
      {
        _id: 'q2',
        text: 'Who is the captain of the ferry?',
        metadata: { answers: ['Ingrid Moe'], spans: [spanIn(ferry, 'Ingrid Moe')], answerable: true },
      },
      { _id: 'q3', text: 'When did the zeppelin explode?', metadata: { answers: [], spans: [], answerable: false } },
    ],
    qrels: [
      ['q1', 'lighthouse', 1],
      ['q2', 'ferry', 1],
    ],
  })
  inUse = await engineOver({ 'ferry.txt': ferry, 'bakery.txt': bakery })
  scratch = await libraryFolder({
    'questions.jsonl': [
      {
        id: 'a',
        question: 'Who is the captain of the ferry?',
        answerable: true,
        evidence: [{ source: 'ferry', contains: 'Ingrid Moe' }],
      },
      { id: 'b', question: 'When did the zeppelin explode?', answerable: false, evidence: [] },
    ]
      .map((line) => JSON.stringify(line))
      .join('\n'),
  })
})
afterAll(() => Promise.all([collection.discard(), scratch.discard()]))

const linesIn = async (file: string): Promise<readonly string[]> => (await readFile(file, 'utf8')).trimEnd().split('\n')

describe('quoth eval DIR', () => {
  it('measures the collection, and writes run and answers of every question', async () => {
    const [run, answers] = [join(scratch.path, 'out.run'), join(scratch.path, 'out.answers')]
    const { code, stdout, stderr } = await quoth('eval', collection.path, '--run', run, '--answers', answers, '--json')
    expect([code, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout)).toMatchObject({
      split: 'test',
      documents: 4,
      questions: 3,
      queries: 2,
      ndcg10: 1,
      hit1: 1,
      answers: 2,
      sentence: 1,
      contains: 1,
      notVerbatim: 0,
      falseSilent: 0,
      unanswerable: 1,
      silent: 1,
      auroc: 1,
      decisionAccuracy: 1,
    })
    const runs = (await linesIn(run)).map((line) => line.split(' '))
    expect(runs[0]).toEqual(['q1', 'Q0', 'lighthouse', '1', '1', 'quoth'])
    expect(new Set(runs.map(([question]) => question))).toEqual(new Set(['q1', 'q2', 'q3']))
    const answered = (await linesIn(answers)).map((line) => answerContract.parse(JSON.parse(line)))
    expect(answered.map(({ id, kind }) => [id, kind])).toEqual([
      ['q1', 'quoted'],
      ['q2', 'quoted'],
      ['q3', 'silent'],
    ])
    const [first] = answered[0]?.quotes ?? []
    expect(first?.citation).toMatchObject({ source: 'lighthouse', title: 'Lighthouses' })
    expect(lighthouse.slice(first?.start, first?.end)).toBe(first?.exact)
  })

  it('prints the same for a person, of as many questions as asked for', async () => {
    const { stdout } = await quoth('eval', collection.path, '--limit', '1')
    expect(stdout).toMatch(/: 1 questions of 4 documents\n/)
    expect(stdout).toMatch(/^ {2}nDCG@10 +1\.0000$/m)
    expect(stdout).toMatch(/^ {2}p95 +\d+\.\d {2}ms$/m)
  })

  it('refuses in one line what it cannot use', async () => {
    const none = await quoth('eval', join(scratch.path, 'nowhere'))
    expect([none.code, none.stdout]).toEqual([1, ''])
    expect(none.stderr).toMatch(/^quoth: There is no folder “.*nowhere”\. Name one with corpus\.jsonl/)
    const split = await quoth('eval', collection.path, '--split', 'tset')
    expect([split.code, split.stderr]).toEqual([1, expect.stringMatching(/Did you mean “test”\?\n$/)])
    const file = await quoth('eval', collection.path, '--run', scratch.path)
    expect([file.code, file.stderr]).toEqual([
      64,
      expect.stringMatching(/cannot be written: EISDIR.*\nUsage: quoth eval/),
    ])
    expect((await quoth('eval')).stderr).toMatch(/^quoth: “dir” is missing.*\nUsage: quoth eval DIR \[--split SPLIT\]/)
    expect((await quoth('eval', collection.path, '--limit', '0')).code).toBe(64)
  })
})

describe('quoth eval seeds FILE', () => {
  const questions = () => join(scratch.path, 'questions.jsonl')

  it('measures the library by the evidence', async () => {
    const { code, stdout } = await quoth('eval', 'seeds', questions(), '--json')
    expect(code).toBe(0)
    const report = JSON.parse(stdout)
    expect(report).not.toHaveProperty('kinds')
    expect(report).toMatchObject({
      answerable: 1,
      hit1: 1,
      hit3: 1,
      shown: 1,
      weak: 1,
      mrr: 1,
      falseSilent: 0,
      unanswerable: 1,
      silent: 1,
      auroc: 1,
      notVerbatim: 0,
    })
  })

  it('gives the same figures for each kind of question', async () => {
    const lines = [
      { id: 1, kind: 'near', question: 'Who is the captain?', answerable: true },
      { id: 2, kind: 'far', question: 'When did the zeppelin explode?', answerable: false },
    ].map((line) => ({ ...line, evidence: line.answerable ? [{ source: 'ferry', contains: 'Ingrid Moe' }] : [] }))
    await scratch.write('kinds.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'))
    const file = join(scratch.path, 'kinds.jsonl')
    expect(JSON.parse((await quoth('eval', 'seeds', file, '--json')).stdout).kinds).toMatchObject([
      { kind: 'far', answerable: 0, unanswerable: 1, silent: 1, weak: 1 },
      { kind: 'near', answerable: 1, shown: 1, unanswerable: 0 },
    ])
    expect((await quoth('eval', 'seeds', file)).stdout).toMatch(/^By kind\n {2}far: silent 1,.*\n {2}near: first /m)
  })

  it.each([
    [{ question: '?', answerable: false, evidence: [] }, /line 1: id: /],
    [{ id: 1, question: '?', answerable: true, evidence: [] }, 'line 1: expected evidence for an answerable question'],
    [
      { id: 1, question: '?', answerable: true, evidence: [{ source: 'x', contains: 'y' }] },
      'line 1: the library has no source “x”.',
    ],
    [
      { id: 1, question: '?', answerable: true, evidence: [{ source: 'ferry', contains: 'y z' }] },
      'line 1: “y z” is not in ferry.',
    ],
  ])('refuses the line %j', async (line, message) => {
    await scratch.write('bad.jsonl', JSON.stringify(line))
    const { code, stderr } = await quoth('eval', 'seeds', join(scratch.path, 'bad.jsonl'))
    expect(code).toBe(1)
    expect(stderr).toMatch(message)
  })

  it('has its own help beside that of eval', async () => {
    expect((await quoth('eval', 'seeds', '--help')).stdout).toMatch(/^Usage: quoth eval seeds FILE \[--json\]/)
    expect((await quoth('help', 'eval')).stdout).toMatch(/^Usage: quoth eval DIR \[--split SPLIT\] \[--limit NUMBER\]/)
    expect((await quoth('eval', 'seeds')).code).toBe(64)
  })
})
