import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLog } from '../../src/observability/log.ts'
import { startPatientLoopback } from '../support/patient-loopback.ts'
import { checkout, start } from '../support/program.ts'
import { canary, leaksIn } from './written.ts'

let folder: string
beforeEach(async () => {
  // Where the packages are, since the suites that are made up here use them.
  await mkdir(join(checkout, 'node_modules', '.cache'), { recursive: true })
  folder = await mkdtemp(join(checkout, 'node_modules', '.cache', 'secrets-'))
})
afterEach(() => rm(folder, { recursive: true }))

const kept = async (): Promise<string> =>
  readFile(join(process.env['QUOTH_TEST_WRITTEN'] ?? '', `${process.pid}.txt`), 'utf8')

test('a line with the word is a leak, in whatever file it stands', async () => {
  await writeFile(join(folder, '1.txt'), 'nothing\nhere\n')
  expect(await leaksIn(folder)).toEqual([])
  await writeFile(join(folder, '2.txt'), `well\n{"token":"${canary}-123"}\n`)
  expect(await leaksIn(folder)).toEqual([`{"token":"${canary}-123"}`])
})

test('what is logged or printed, here or by a process that a test starts, is kept', async () => {
  createLog({ write: () => {} }).info('a marker of the log')
  createLog({ level: 'error', write: () => {} }).error('a marker of the log of errors')
  process.stdout.write('a marker of standard output\n')
  await start(process.execPath, ['--eval', 'console.log("a marker of a"+" child"); console.error("its other marker")'])
    .ended
  const text = await kept()
  for (const marker of ['of the log', 'of the log of errors', 'of standard output', 'of a child'])
    expect(text).toContain(`a marker ${marker}`)
  expect(text).toContain('its other marker')
})

test('every secret that the loopback Discord gives out has the word in it', async () => {
  const loopback = await startPatientLoopback()
  expect(loopback.token).toContain(canary)
  await loopback.close()
})

/** How a suite with this body of its only test ends, under the global setup and the setup of ours. */
const runSuite = async (body: string): Promise<{ readonly code: number; readonly output: string }> => {
  const from = (path: string): string => JSON.stringify(join(checkout, path))
  const imports = `import { test } from 'vitest'
    import { createLog } from ${from('src/observability/log.ts')}
    import { start } from ${from('tests/support/program.ts')}`
  await writeFile(join(folder, 'made-up.test.ts'), `${imports}\ntest('passes', async () => { ${body} })`)
  const setup = `globalSetup: [${from('tests/secrets/run.ts')}], setupFiles: [${from('tests/secrets/keep.ts')}]`
  await writeFile(join(folder, 'vitest.config.js'), `export default { test: { include: ['*.test.ts'], ${setup} } }`)
  const vitest = join(checkout, 'node_modules', 'vitest', 'vitest.mjs')
  return new Promise((resolve) => {
    // Not started as other programs are: what this one writes is no leak of the run that it is a test of.
    execFile(process.execPath, [vitest, 'run', '--root', folder], (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), output: stdout + stderr }),
    )
  })
}

const ways: readonly (readonly [name: string, write: (word: string) => string])[] = [
  ['a terminal', (word) => `process.stdout.write(${word})`],
  ['the log', (word) => `createLog({ write: () => {} }).info({ deep: [${word}] })`],
  [
    'what a process writes that a test starts',
    (word) => `await start(process.execPath, ['--eval', 'console.error(process.argv[1])', ${word}]).ended`,
  ],
]

test.each(ways)('a secret in %s fails the run in which every test passes', async (_, write) => {
  const leaky = await runSuite(write(`'a ${canary} token'`))
  expect(leaky.output).toContain('1 passed')
  expect(leaky.output).toContain('Secrets were written, in 1 lines')
  expect(leaky.code).toBe(1)
})

test('what is written in any of these ways fails no run when there is no secret in it', async () => {
  const clean = await runSuite(ways.map(([, write]) => write(`'a sparrow'`)).join('\n'))
  expect(clean).toMatchObject({ code: 0, output: expect.stringContaining('1 passed') })
})
