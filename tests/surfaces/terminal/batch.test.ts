import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable, Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { readBatch, runBatch } from '../../../src/surfaces/terminal/batch.ts'
import { outputTo } from '../../../src/surfaces/terminal/output.ts'
import { pageFor } from '../../../src/surfaces/terminal/page.ts'
import { fakeQuoth, runQuoth, screen } from '../../support/terminal-quoth.ts'

const batch = [
  '{"id":"a","question":"harbour?","note":"ignored"}',
  '',
  '{"id":7,"question":"zebra?"}',
  'no json',
  '{"id":"c"}',
  '{"question":""}',
  '{"id":"d","question":"defect"}',
  '{"question":"thawed"}',
].join('\n')

const linesOf = (stdout: string): unknown[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('ask --batch', () => {
  it('answers each line in order, says what is wrong with the others, and exits 0', async () => {
    const { code, stdout, stderr, opened } = await runQuoth(['ask', '--batch', '-', '--json'], {
      stdin: `\uFEFF${batch}`,
    })
    expect(code).toBe(0)
    expect(linesOf(stdout)).toMatchObject([
      { id: 'a', question: 'harbour?', kind: 'quoted' },
      { id: 7, question: 'zebra?', kind: 'silent' },
      { line: 4, error: expect.stringContaining('"question"') },
      { id: 'c', line: 5, error: expect.stringContaining('"question"') },
      { line: 6, error: expect.stringContaining('empty') },
      { id: 'd', line: 7, error: expect.stringContaining('defect') },
      { question: 'thawed', kind: 'quoted' },
    ])
    expect(linesOf(stdout)[6]).not.toHaveProperty('id')
    expect(stderr).toContain('TypeError: a defect in the fake')
    expect(opened).toHaveLength(1)
  })

  it('reads a file, with the other options for every line', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'quoth-batch-'))
    try {
      const file = join(folder, 'questions.jsonl')
      await writeFile(file, '{"question":"harbour"}\r\n{"question":"harbour"}')
      const { stdout } = await runQuoth(['ask', '--batch', file, '--json', '--quotes', '1'])
      expect(linesOf(stdout)).toMatchObject([{ quotes: [{ rank: 1 }] }, { quotes: [{ rank: 1 }] }])
      expect(linesOf(stdout).map((given) => (given as { quotes: unknown[] }).quotes.length)).toEqual([1, 1])
      expect((await runQuoth(['ask', '--batch', folder, '--json'])).code).toBe(1)
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  it('prints text for a person without --json', async () => {
    const { stdout } = await runQuoth(['ask', '--batch', '-'], { stdin: batch })
    expect(stdout).toContain('The harbour froze in March.')
    expect(stdout).toContain('Line 4: This line is not a JSON object')
  })

  it.each([
    [['ask', 'harbour', '--batch', '-'], 64],
    [['ask', '--batch', '-', '--quotes', '99'], 64],
    [['summarise', 'papers/winter', '--batch', '-'], 64],
    [['ask', '--batch', 'no-such-file.jsonl'], 1],
  ])('refuses %j with %i before a library is read', async (argv, code) => {
    const finished = await runQuoth(argv)
    expect([finished.code, finished.opened]).toEqual([code, []])
  })

  it('answers a line before the next one comes', async () => {
    const stdin = new PassThrough()
    const out = screen()
    const done = runBatch({
      entries: readBatch(stdin),
      ask: async (question) => ({ kind: 'answer', answer: await fakeQuoth().ask(question) }),
      json: true,
      out: outputTo(out.stream),
      page: pageFor(out.stream, {}),
      stderr: screen().stream,
    })
    stdin.write('{"id":1,"question":"harbour"}\n')
    await expect.poll(() => out.text()).toMatch(/^{"id":1.*\n$/)
    stdin.end('{"id":2,"question":"zebra"}')
    await done
    expect(linesOf(out.text())).toHaveLength(2)
  })

  const asking = (limit: number, stdout: Writable) => {
    const asked: string[] = []
    const lines = Array.from({ length: limit }, (_, at) => `{"id":${at},"question":"harbour"}\n`)
    const done = runBatch({
      entries: readBatch(Readable.from(lines)),
      ask: async (question) => {
        asked.push(question)
        return { kind: 'answer', answer: await fakeQuoth().ask(question) }
      },
      json: true,
      out: outputTo(stdout),
      page: pageFor(stdout, {}),
      stderr: screen().stream,
    })
    return { asked, done }
  }

  it('waits for a slow reader', async () => {
    const held: (() => void)[] = []
    const slow = new Writable({ highWaterMark: 1, write: (_chunk, _encoding, next) => void held.push(next) })
    const { asked, done } = asking(3, slow)
    await expect.poll(() => held.length).toBe(1)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(asked).toHaveLength(1)
    for (let at = 0; at < 3; at += 1) {
      await expect.poll(() => held.length).toBe(at + 1)
      held[at]?.()
    }
    await done
    expect(asked).toHaveLength(3)
  })

  it('ends quietly when nobody reads on', async () => {
    const gone = new Writable({
      highWaterMark: 1,
      write: (_chunk, _encoding, next) => next(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })),
    })
    const { asked, done } = asking(1000, gone)
    await done
    expect(asked.length).toBeLessThan(5)
  })
})
