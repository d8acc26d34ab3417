import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerContract, sourceContract, summaryContract } from '../support/contract.ts'
import { engineOver } from '../support/engine.ts'
import { type LibraryFolder, libraryFolder } from '../support/library-folder.ts'
import { ownDocuments } from '../support/own-documents.ts'
import { checkout, type Ended, quoth, start, startScript } from '../support/program.ts'
import { runQuoth } from '../support/terminal-quoth.ts'

const question = 'What did Ellen Marsh say about the lido?'

let folder: LibraryFolder
let library: readonly string[]
// A process takes a second or two, so that the tests share this one.
let answered: Ended
beforeAll(async () => {
  folder = await libraryFolder({ ...ownDocuments, 'broken.txt': '' })
  library = ['--library', folder.path]
  answered = await quoth(['ask', question, '--json', ...library])
})
afterAll(() => folder.discard())

/** The one object that a process printed. */
const objectOf = ({ stdout }: Ended): unknown => {
  expect(stdout.trimEnd()).not.toContain('\n')
  return JSON.parse(stdout)
}
const linesOf = ({ stdout }: Ended): readonly unknown[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
const file = (id: string): Promise<string> => {
  const path = Object.keys(ownDocuments).find((each) => each.replace(/\.\w+$/, '') === id) ?? ''
  return readFile(join(folder.path, path), 'utf8')
}
const withoutTime = (json: string): string => json.replace(/"elapsedMs":[\d.]+/, '')

describe('ask --json', () => {
  it('prints one object by the contract, whose quotes stand in the files', async () => {
    expect([answered.code, answered.stderr]).toEqual([0, ''])
    const answer = answerContract.parse(objectOf(answered))
    expect(answer).toMatchObject({ question, kind: 'quoted', nearest: [] })
    expect(answer).not.toHaveProperty('id')
    for (const { exact, start, end, citation } of answer.quotes)
      expect(exact).toBe((await file(citation.source)).slice(start, end))
  })

  it('prints a silence by the contract and exits with 2', async () => {
    const silent = await quoth(['ask', 'Who won the chess championship in 1972?', '--json', ...library])
    expect([silent.code, silent.stderr]).toEqual([2, ''])
    const silence = answerContract.parse(objectOf(silent))
    expect(silence).toMatchObject({ kind: 'silent', quotes: [] })
    expect(silence.unknownTerms).toEqual(expect.arrayContaining(['chess', 'championship', '1972']))
  })

  it('prints the same bytes as any other process over the same library, the time apart', async () => {
    // The other process is this one, where the documents come in another order.
    const turned = Object.fromEntries(Object.entries(ownDocuments).toReversed())
    const engine = await engineOver(turned)
    const here = await runQuoth(['ask', question, '--json'], { quoth: engine.quoth })
    expect(withoutTime(answered.stdout)).toBe(withoutTime(here.stdout))
  })

  it('gives ids that cite takes in another process', async () => {
    const { quotes } = answerContract.parse(objectOf(answered))
    const first = quotes[0]
    if (first === undefined) throw new Error('no quote')
    const cited = await quoth(['cite', first.citation.id, '--style', 'bibtex', ...library])
    expect([cited.code, cited.stderr]).toEqual([0, ''])
    expect(cited.stdout).toMatch(/^@\w+\{/)
    expect(cited.stdout).toContain('Council Votes to Close the Lido')
  })
})

describe('ask --batch', () => {
  const lines = [
    '{"id":"a","question":"Who retired in November?","gold":"Otto Brandt"}',
    'no JSON',
    '',
    '{"id":7,"question":"What is the price of Bitcoin?"}',
    '{"id":"c"}',
    '{"question":"Who had the church bells rung?"}',
    `{"id":"long","question":"${'a'.repeat(6001)}"}`,
  ].join('\n')

  it('answers the lines of standard input in their order, and says which are none', async () => {
    const ended = await quoth(['ask', '--batch', '-', '--json', ...library], { stdin: `\uFEFF${lines}\r\n` })
    expect([ended.code, ended.stderr]).toEqual([0, ''])
    const printed = linesOf(ended)
    expect(printed).toMatchObject([
      { id: 'a', kind: 'quoted', question: 'Who retired in November?' },
      { line: 2, error: expect.any(String) },
      { id: 7, kind: 'silent' },
      { id: 'c', line: 5, error: expect.any(String) },
      { kind: 'quoted' },
      { id: 'long', error: expect.stringContaining('6,000') },
    ])
    for (const at of [0, 2, 4]) answerContract.parse(printed[at])
    expect(printed[4]).not.toHaveProperty('id')
  })

  it('answers as it goes, from a library that is read once', async () => {
    const own = await libraryFolder({ 'ferry.txt': 'The ferry to Sorvik sank in a storm off the point.' })
    const running = startScript('cli', ['ask', '--batch', '-', '--json', '--library', own.path])
    running.child.stdin.write('{"id":1,"question":"Which ferry sank in a storm?"}\n')
    await running.writes(/"id":1.*\n/)
    await own.discard()
    running.child.stdin.end('{"id":2,"question":"Which ferry sank in a storm?"}\n')
    const ended = await running.ended
    expect(ended.code).toBe(0)
    expect(linesOf(ended)).toMatchObject([
      { id: 1, kind: 'quoted' },
      { id: 2, kind: 'quoted' },
    ])
  })
})

describe('sources', () => {
  it('are printed by the contract, refusals on standard error', async () => {
    const listed = await quoth(['sources', '--json', ...library])
    expect(listed.code).toBe(0)
    expect(listed.stderr).toBe('quoth: broken.txt: It is empty.\n')
    const sources = linesOf(listed).map((line) => sourceContract.parse(line))
    expect(sources.map(({ id }) => id)).toEqual(
      Object.keys(ownDocuments)
        .map((path) => path.replace(/\.\w+$/, ''))
        .toSorted(),
    )
    const lido = sources.find(({ id }) => id === 'press/lido')
    const text = await file('press/lido')
    expect(lido).toMatchObject({ title: 'Council Votes to Close the Lido', issued: '2018-06-14' })
    expect(lido?.boilerplate.map(({ start, end }) => text.slice(start, end))).toContain('Show comments')
  })
})

// What the program prints is told by the arguments and the library alone: no process is needed for these.
describe('over the same library', () => {
  let here: (argv: readonly string[]) => ReturnType<typeof runQuoth>
  beforeAll(async () => {
    const { quoth: library } = await engineOver(ownDocuments)
    here = (argv) => runQuoth(argv, { quoth: library })
  })

  it('a source is printed as its file is', async () => {
    const shown = await here(['sources', 'show', 'press/lido', '--text'])
    expect([shown.code, shown.stdout]).toEqual([0, await file('press/lido')])
  })

  it('a summary is printed by the contract', async () => {
    const { code, stdout } = await here(['summarize', 'press/lido', '--sentences', '2', '--json'])
    expect(code).toBe(0)
    const { source, sentences, of } = summaryContract.parse(JSON.parse(stdout))
    expect([source, sentences.length]).toEqual(['press/lido', 2])
    const [listed] = (await here(['sources', '--json'])).stdout
      .trimEnd()
      .split('\n')
      .map((line) => sourceContract.parse(JSON.parse(line)))
      .filter(({ id }) => id === 'press/lido')
    expect(of).toBe(listed?.sentences)
    const text = await file('press/lido')
    for (const { exact, start, end } of sentences) expect(exact).toBe(text.slice(start, end))
  })

  it.each([
    ['an id that is none', ['cite', 'q0000000000000000'], 'quote id'],
    ['a source that is none', ['ask', 'Who retired?', '--source', 'orchad'], 'orchard'],
  ])('%s ends with 1, in few lines on standard error alone', async (_, argv, named) => {
    const { code, stdout, stderr } = await here(argv)
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^quoth: .+\n(?:.+\n)?$/)
    expect(stderr).toContain(named)
  })
})

it('wrong usage exits with 64, in few lines on standard error alone', async () => {
  const { code, stdout, stderr } = await quoth(['ask', 'Who?', '--colour', ...library])
  expect([code, stdout]).toEqual([64, ''])
  expect(stderr).toMatch(/^quoth: .+\n(?:.+\n)?$/)
})

describe('the library', () => {
  it('is the one of QUOTH_LIBRARY, unless --library names another; one without documents is said', async () => {
    const empty = await libraryFolder()
    const [ofSetting, ofOption] = await Promise.all([
      quoth(['sources', '--json'], { env: { QUOTH_LIBRARY: empty.path } }),
      quoth(['ask', question, '--library', join(empty.path, 'nowhere')], { env: { QUOTH_LIBRARY: folder.path } }),
    ])
    expect([ofSetting.code, ofSetting.stdout]).toEqual([0, ''])
    expect(ofSetting.stderr).toContain('no documents (PDF, Word, HTML, text, mail and others)')
    expect([ofOption.code, ofOption.stdout]).toEqual([1, ''])
    expect(ofOption.stderr).toContain('There is no library folder')
    await empty.discard()
  })

  it('is the seeds by default, through npm, with nothing but what was asked for on standard output', async () => {
    const [seed = ''] = await readdir(join(checkout, 'seeds'))
    const running = start('npm', [
      'run',
      '--silent',
      'quoth',
      '--',
      'sources',
      'show',
      seed.replace('.txt', ''),
      '--text',
    ])
    running.child.stdin.end()
    const { code, stdout } = await running.ended
    expect([code, stdout]).toEqual([0, await readFile(join(checkout, 'seeds', seed), 'utf8')])
  })
})
