import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sourceId } from '../../src/domain/source.ts'
import { openState } from '../../src/state/open-state.ts'
import type { Feedback } from '../../src/state/port.ts'
import { runTerminal } from '../../src/surfaces/terminal/run-terminal.ts'
import { readCollection } from '../../src/tools/collection.ts'
import { evalTool } from '../../src/tools/eval.ts'
import { feedbackTool } from '../../src/tools/feedback.ts'
import { type Engine, engineOver } from '../support/engine.ts'
import { verdict } from '../support/kept-state.ts'
import { type LibraryFolder, libraryFolder } from '../support/library-folder.ts'
import { screen } from '../support/terminal-quoth.ts'

let inUse: Engine
let scratch: LibraryFolder
beforeAll(async () => {
  inUse = await engineOver({
    'old ferries 100%.md':
      '# Ferries\n\nThe ferry to Cape Wren sails twice a day. Its captain is Ingrid Moe.\n\n## Fares\n\nA ticket costs four crowns for everyone.',
    'bakery.txt': 'The bakery on Mill Lane opens at six. Its rye bread won a medal in 1990.',
  })
})
beforeEach(async () => {
  scratch = await libraryFolder()
})
afterEach(() => scratch.discard())

const captain = { id: 'q1', source: sourceId('old ferries 100%'), exact: 'Its captain is Ingrid Moe.' }
const bread = { id: 'q2', source: sourceId('bakery'), exact: 'Its rye bread won a medal in 1990.' }
const who = 'Who is the captain of the ferry?'

const record = async (...feedback: readonly Feedback[]): Promise<void> => {
  const state = await openState({ folder: join(scratch.path, 'data'), onNotice: expect.unreachable })
  for (const each of feedback) await state.feedback.put(each)
  await state.close()
}

const quoth = async (...argv: readonly string[]) => {
  const [out, err] = [screen(), screen()]
  const openLibrary = async () => ({ quoth: inUse.quoth, close: async () => {} })
  const code = await runTerminal(
    argv,
    {
      commands: [],
      tools: [evalTool(async () => undefined), feedbackTool(openLibrary)],
      open: openLibrary,
      version: '1',
    },
    {
      stdin: Object.assign(Readable.from([]), { isTTY: false }),
      stdout: out.stream,
      stderr: err.stream,
      env: { QUOTH_DATA: join(scratch.path, 'data') },
    },
  )
  await new Promise((resolve) => setImmediate(resolve))
  return { code, stdout: out.text(), stderr: err.text() }
}
const collection = () => join(scratch.path, 'collection')

describe('quoth feedback DIR', () => {
  it('writes a collection that eval measures answers by', async () => {
    await record(
      verdict('a', { question: who, quotes: [captain, bread], at: 1 }),
      verdict('b', { question: `${who} `, quotes: [bread], isHelpful: false, at: 2 }),
      verdict('c', { question: who, quotes: [bread], isHelpful: false, at: 3 }),
      verdict('d', { question: 'When does the harbour open?', quotes: [bread], isHelpful: false, at: 4 }),
      verdict('e', { question: 'Why?', source: sourceId('bakery'), quotes: [bread], at: 5 }),
    )
    const wrote = await quoth('feedback', collection(), '--json')
    expect([wrote.code, wrote.stderr]).toEqual([0, ''])
    expect(JSON.parse(wrote.stdout)).toEqual({
      documents: 2,
      helpful: 1,
      unhelpful: 1,
      leftOut: { ofOneSource: 1, followUps: 0, gone: 0, undecided: 0 },
    })
    const { documents, questions } = readCollection(collection())
    expect(documents).toEqual([
      { id: 'bakery', title: '', text: expect.stringContaining('rye bread') },
      {
        id: 'old%20ferries%20100%25',
        title: 'Ferries',
        text: 'The ferry to Cape Wren sails twice a day. Its captain is Ingrid Moe.\n\nFares\n\nA ticket costs four crowns for everyone.',
      },
    ])
    expect(questions).toMatchObject([{ id: 'q1', text: who, answers: [captain.exact] }])
    expect(questions[0]?.relevant).toEqual(new Map([['old%20ferries%20100%25', 1]]))
    expect(await readFile(join(collection(), 'qrels', 'test.tsv'), 'utf8')).toBe(
      'query-id\tcorpus-id\tscore\nq1\told%20ferries%20100%25\t1\nq1\tbakery\t0\n',
    )
    const measured = await quoth('eval', collection(), '--json')
    expect(JSON.parse(measured.stdout)).toMatchObject({ questions: 1, hit1: 1, contains: 1, falseSilent: 0 })
    const unhelpful = await quoth('eval', collection(), '--split', 'unhelpful', '--json')
    expect(JSON.parse(unhelpful.stdout)).toMatchObject({ questions: 1 })
  })

  it('says what it wrote, and what to do with it', async () => {
    await record(
      verdict('a', { question: who, quotes: [captain] }),
      verdict('b', { question: who, earlier: ['Where?'] }),
    )
    const { stdout } = await quoth('feedback', collection())
    expect(stdout).toMatch(
      /^Wrote 2 sources and their feedback to .+:\n {5}1 {2}questions with a helpful source: quoth eval /,
    )
    expect(stdout).toContain('     1  judgements left out: the question was a follow-up\n')
    expect(stdout).not.toContain('  0  ')
  })

  it('replaces no file', async () => {
    await record(verdict('a', { question: who, quotes: [captain] }))
    await mkdir(collection())
    await writeFile(join(collection(), 'queries.jsonl'), 'mine')
    const refused = await quoth('feedback', collection())
    expect([refused.code, refused.stdout]).toEqual([64, ''])
    expect(refused.stderr).toMatch(/^quoth: “.+” is not empty, and no file is overwritten\. Choose another folder\./)
    expect(await readdir(collection())).toEqual(['queries.jsonl'])
    const file = await quoth('feedback', join(collection(), 'queries.jsonl'))
    expect([file.code, file.stderr]).toEqual([64, expect.stringContaining('queries.jsonl cannot be written: ')])
  })

  it('says so when there is nothing to write', async () => {
    const none = await quoth('feedback', collection())
    expect([none.code, none.stderr]).toEqual([1, expect.stringMatching(/^quoth: There is no feedback in “.+” yet\./)])
    await record(verdict('a', { question: who }))
    const gone = await quoth('feedback', collection())
    expect([gone.code, gone.stdout]).toEqual([1, ''])
    expect(gone.stderr).toMatch(/^quoth: None of the feedback can be used: its quotes are not in this library/)
    expect(await readdir(scratch.path)).toEqual(['collection', 'data'])
  })
})
