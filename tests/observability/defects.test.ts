import { afterEach, expect, test } from 'vitest'
import { type Running, start } from '../support/program.ts'

const running: Running[] = []
afterEach(async () => void (await Promise.all(running.splice(0).map((each) => each.kill()))))

/** A process that watches for defects while it runs `program`; `tick` moves its clock. */
const run = (program: string): Running => {
  const started = start(process.execPath, [
    ...['--import', 'tsx', '--input-type=module', '--eval'],
    `import { createLog } from './src/observability/log.ts'
    import { watchForDefects } from './src/observability/defects.ts'
    import { setTimeout as sleep } from 'node:timers/promises'
    let time = 0
    const tick = (milliseconds) => void (time += milliseconds)
    const throwLater = (message) => void setTimeout(() => { throw new Error(message) })
    watchForDefects(createLog({ secrets: ['hush'] }), (code) => process.exit(code), () => time)
    const alive = setTimeout(() => {}, 60_000)
    ${program}
    process.stdout.write('alive')
    clearTimeout(alive)`,
  ])
  running.push(started)
  return started
}

const logged = (stderr: string) =>
  stderr
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly level: number; readonly incident: string; readonly msg: string })

test('a promise whose failure nobody handles is logged with an incident id, and the process lives', async () => {
  const { code, stdout, stderr } = await run(`
    for (let i = 0; i < 3; i++) Promise.reject(i === 0 ? 'no error, but the word hush' : new Error('near hush'))
    await sleep(50)`).ended
  expect([code, stdout]).toEqual([0, 'alive'])
  const lines = logged(stderr)
  expect(lines).toHaveLength(3)
  expect(new Set(lines.map(({ incident }) => incident)).size).toBe(3)
  expect(lines[0]).toMatchObject({ level: 50, incident: expect.stringMatching(/^[\da-f]{8}$/) })
  expect(stderr).toContain('near [redacted]')
  expect(stderr).not.toContain('hush')
})

test('an exception that nobody caught is survived once a minute', async () => {
  const { code, stdout, stderr } = await run(`
    for (const pause of [60_001, 0]) {
      throwLater('slip')
      await sleep(50)
      tick(pause)
    }`).ended
  expect([code, stdout]).toEqual([0, 'alive'])
  expect(logged(stderr).map(({ level }) => level)).toEqual([50, 50])
})

test('the second within a minute ends the process with 1, after it was written down', async () => {
  const { code, stdout, stderr } = await run(`
    throwLater('first')
    await sleep(50)
    tick(59_000)
    throwLater('second')
    await sleep(50)`).ended
  expect([code, stdout]).toEqual([1, ''])
  expect(logged(stderr)).toMatchObject([
    { level: 50, err: { message: 'first' } },
    { level: 60, err: { message: 'second' } },
  ])
})
