import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runTerminal } from '../../src/surfaces/terminal/run-terminal.ts'
import { evalExtractTool } from '../../src/tools/eval-extract.ts'
import { type LibraryFolder, libraryFolder } from '../support/library-folder.ts'
import { fakeQuoth, screen } from '../support/terminal-quoth.ts'

const quoth = async (...argv: readonly string[]) => {
  const [out, err] = [screen(), screen()]
  const open = async () => ({ quoth: fakeQuoth(), close: async () => {} })
  const code = await runTerminal(
    argv,
    { commands: [], tools: [evalExtractTool], open, version: '1' },
    { stdin: Object.assign(Readable.from([]), { isTTY: false }), stdout: out.stream, stderr: err.stream, env: {} },
  )
  await new Promise((resolve) => setImmediate(resolve))
  return { code, stdout: out.text(), stderr: err.text() }
}

const body = 'The ferry Aurora ran aground off Sorvik on Monday, the coast guard said, and nobody was hurt on board.'
const page = (text: string): string =>
  `<html><head><title>Aground</title><meta name="author" content="Anna Berg"><meta name="date" content="2019-05-20"></head>
  <body><h1>Aground</h1><p>${text}</p></body></html>`

let set: LibraryFolder
let bad: LibraryFolder
let lacking: LibraryFolder
beforeAll(async () => {
  set = await libraryFolder({
    'one.html': page(body),
    'none.html': '<html><body></body></html>',
    'ground-truth.json': JSON.stringify({
      one: {
        articleBody: body,
        url: 'https://example.com',
        title: ' aground ',
        author: 'anna berg',
        datePublished: '2019-05-20T09:00',
      },
      two: { articleBody: `${body} Another three words.`, headline: 'Afloat', author: ['Anna Berg', 'John Doe'] },
      none: { articleBody: body, title: 'Nothing' },
    }),
  })
  await writeFile(join(set.path, 'two.html.gz'), gzipSync(page(body)))
  bad = await libraryFolder({ 'ground-truth.json': '{"one": {"url": "x"}}' })
  lacking = await libraryFolder({ 'ground-truth.json': '{"one": {"articleBody": "x"}}' })
})
afterAll(async () => {
  for (const folder of [set, bad, lacking]) await folder.discard()
})

describe('quoth eval-extract', () => {
  it('prints figures of the text and of the fields that are known', async () => {
    const { code, stdout, stderr } = await quoth('eval-extract', set.path, '--json')
    expect([code, stderr]).toEqual([0, ''])
    const figures = JSON.parse(stdout)
    // 16 shingles of one, 16 of 19 of two, none of the third.
    expect(figures.precision).toBe(1)
    expect(figures.recall).toBeCloseTo((1 + 16 / 19 + 0) / 3)
    expect(figures.f1).toBeCloseTo((2 * figures.recall) / (1 + figures.recall))
    expect(figures).toMatchObject({
      pages: 3,
      refused: 1,
      accuracy: 1 / 3,
      title: { pages: 3, right: 1, wrong: 1 },
      author: { pages: 2, right: 1, wrong: 1 },
      date: { pages: 1, right: 1, wrong: 0 },
    })
  })

  it('prints them for a person, without fields that no truth has', async () => {
    const { stdout } = await quoth('eval-extract', set.path)
    expect(stdout).toMatch(/: 3 pages\n {2}F1 +\.\d{4} {2}± \.\d{4} standard error/)
    expect(stdout).toMatch(/Author +\.5000 {2}of 2 pages; 1 states something else/)
  })

  it('names what is wrong with a folder', async () => {
    const messageOf = async (...argv: readonly string[]): Promise<string> => {
      const { code, stderr } = await quoth('eval-extract', ...argv)
      return `${code} ${stderr}`
    }
    expect(await messageOf(bad.path)).toMatch(/^1 quoth: .*ground-truth\.json: one\.articleBody: /)
    expect(await messageOf(lacking.path)).toMatch(/^1 quoth: .*one\.html\.gz cannot be read: /)
    expect(await messageOf(join(bad.path, 'nowhere'))).toMatch(/^1 quoth: .*ground-truth\.json cannot be read: /)
    expect(await messageOf()).toMatch(/^64 quoth: “dir” is missing/)
  })
})
