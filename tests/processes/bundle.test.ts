import { execFile } from 'node:child_process'
import { appendFile, chmod, cp, mkdtemp, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkout } from '../support/program.ts'

const run = promisify(execFile)

describe('the bundle', () => {
  let copy: string
  beforeAll(async () => {
    copy = await mkdtemp(join(tmpdir(), 'quoth-bundle-'))
    const isSmall = (path: string): boolean => !/\.(?:bin|onnx)$/.test(path)
    for (const path of ['src', 'commands', 'packages', 'package.json', 'package-lock.json', 'build.mjs'])
      await cp(join(checkout, path), join(copy, path), { recursive: true, filter: isSmall })
    await symlink(join(checkout, 'node_modules'), join(copy, 'node_modules'))
  })
  afterAll(() => rm(copy, { recursive: true, force: true }))

  const quoth = (...argv: readonly string[]) =>
    run(process.execPath, ['--import', './build.mjs', 'dist/cli.js', ...argv], { cwd: copy })
  const echo = () => join(copy, 'commands', 'echo.ts')

  it('is made by the first start, also by two at once', async () => {
    const [one, two] = await Promise.all([quoth('--version'), quoth('--version')])
    expect(one.stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
    expect(two.stdout).toBe(one.stdout)
  })

  it('has a command that was added since, and not one that was removed', async () => {
    await writeFile(
      echo(),
      `export default { name: 'echo', private: true, action: { description: 'Says it again', options: {},
         run: async () => ({ kind: 'help', commands: [] }) } }`,
    )
    // What is no TypeScript is none.
    await writeFile(join(copy, 'commands', 'README.md'), '# Commands')
    expect((await quoth('--help')).stdout).toContain('Says it again')
    await rm(echo())
    expect((await quoth('--help')).stdout).not.toContain('Says it again')
  })

  it('is as good when its sources were copied or touched, and not made anew', async () => {
    await quoth('--version')
    const made = async () => (await stat(join(copy, 'dist', 'cli.js'))).mtimeMs
    const before = await made()
    const now = new Date()
    await utimes(join(copy, 'src', 'quoth.ts'), now, now)
    await quoth('--version')
    expect(await made()).toBe(before)
    await appendFile(join(copy, 'src', 'quoth.ts'), '\n')
    await quoth('--version')
    expect(await made()).toBeGreaterThan(before)
  })

  // Root may write everywhere.
  it.skipIf(process.getuid?.() === 0)('says what to do when it is old and cannot be written', async () => {
    await writeFile(echo(), 'export default {')
    await chmod(join(copy, 'dist'), 0o555)
    try {
      await expect(quoth('--version')).rejects.toMatchObject({
        code: 1,
        stderr: expect.stringContaining('npm run build'),
      })
    } finally {
      await chmod(join(copy, 'dist'), 0o755)
      await rm(echo())
    }
  })
})
