import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runTerminal } from '../../src/surfaces/terminal/run-terminal.ts'
import { evalSummariesTool } from '../../src/tools/eval-summaries.ts'
import { type LibraryFolder, libraryFolder } from '../support/library-folder.ts'
import { fakeQuoth, screen } from '../support/terminal-quoth.ts'

const quoth = async (...argv: readonly string[]) => {
  const [out, err] = [screen(), screen()]
  const open = async () => ({ quoth: fakeQuoth(), close: async () => {} })
  const code = await runTerminal(
    argv,
    { commands: [], tools: [evalSummariesTool], open, version: '1' },
    { stdin: Object.assign(Readable.from([]), { isTTY: false }), stdout: out.stream, stderr: err.stream, env: {} },
  )
  await new Promise((resolve) => setImmediate(resolve))
  return { code, stdout: out.text(), stderr: err.text() }
}

const ferry = `The ferry Aurora ran aground off Sorvik on Monday, the coast guard said.

Photo: Anna Berg

A pilot had warned of the new sandbank in a letter to the harbour board in June.

Who is to blame? The board said on Tuesday that it would look into the letter.`
const documents = [
  { _id: 'ferry', text: ferry, reference: ['The ferry Aurora ran aground.'] },
  { _id: 7, text: 'A first line.\r\nThe ferry sails again on Friday. It is full. Nobody minds. The ice has gone.' },
  { _id: 'empty', text: '' },
]
const lines = (values: readonly object[]): string => values.map((value) => JSON.stringify(value)).join('\n')

let folder: LibraryFolder
beforeAll(async () => {
  folder = await libraryFolder({
    'docs.jsonl': lines(documents),
    'bad.jsonl': '{"_id": "a", "text": "A."}\n{"_id": "b"}',
    'twice.jsonl': '{"_id": "a", "text": "A."}\n{"_id": "a", "text": "B."}',
    'empty.jsonl': '\n',
  })
})
afterAll(() => folder.discard())
const file = (name: string): string => join(folder.path, name)

describe('quoth eval-summaries', () => {
  it('writes a verbatim summary of each document, in its order, and prints counts', async () => {
    const out = file('out.jsonl')
    const { code, stdout, stderr } = await quoth(
      ...['eval-summaries', file('docs.jsonl'), '--sentences', '2', '--out', out, '--json'],
    )
    expect([code, stderr]).toEqual([0, ''])
    const summaries = (await readFile(out, 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(summaries.map(({ id }) => id)).toEqual(['ferry', '7', 'empty'])
    for (const [at, { sentences }] of summaries.entries())
      for (const { exact, start, end } of sentences) expect(documents[at]?.text.slice(start, end)).toBe(exact)
    const openings = summaries[0].sentences.map(({ exact }: { exact: string }) => exact.slice(0, 9))
    expect(openings).toEqual(['The ferry', 'A pilot h'])
    expect(summaries[2].sentences).toEqual([])
    const counts = JSON.parse(stdout)
    expect(counts).toMatchObject({ documents: 3, empty: 1, references: 1 })
    expect(counts.words).toBeGreaterThan(20)
  })

  it('prints counts for a person, and writes nothing without --out', async () => {
    const { stdout } = await quoth('eval-summaries', file('docs.jsonl'), '--sentences', '1')
    expect(stdout).toMatch(/docs\.jsonl: 3 documents\n {2}Sentences +0\.7 {2}per summary, on average\n {2}Words +\d/)
  })

  it('says what is wrong with its input', async () => {
    const messageOf = async (...argv: readonly string[]) => {
      const { code, stderr } = await quoth('eval-summaries', ...argv)
      return `${code} ${stderr}`
    }
    expect(await messageOf(file('nowhere.jsonl'))).toMatch(/^1 quoth: .*nowhere\.jsonl cannot be read: /)
    expect(await messageOf(file('bad.jsonl'))).toMatch(/^1 quoth: .*bad\.jsonl, line 2: text: /)
    expect(await messageOf(file('twice.jsonl'))).toMatch(/line 2: the id “a” is already used/)
    expect(await messageOf(file('empty.jsonl'))).toMatch(/empty\.jsonl is empty\./)
    expect(await messageOf(file('docs.jsonl'), '--out', folder.path)).toMatch(/cannot be written/)
    expect(await messageOf(file('docs.jsonl'), '--sentences', '0')).toMatch(/^64 /)
    expect(await messageOf()).toMatch(/^64 quoth: “docs” is missing.*\nUsage: quoth eval-summaries DOCS \[--sentences/)
  })
})
