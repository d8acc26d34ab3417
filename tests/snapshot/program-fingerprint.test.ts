import { cp, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { programFingerprint } from '../../src/snapshot/program-fingerprint.ts'

const project = join(import.meta.dirname, '..', '..')
let copy: string
beforeEach(async () => {
  copy = await mkdtemp(join(tmpdir(), 'quoth-program-'))
  await cp(join(project, 'src'), join(copy, 'src'), { recursive: true })
  await cp(join(project, 'package-lock.json'), join(copy, 'package-lock.json'))
})
afterEach(() => rm(copy, { recursive: true, force: true }))

const ofCopy = (): Promise<string> => programFingerprint(pathToFileURL(`${join(copy, 'src')}/`))

it('a program is known wherever it stands', async () => {
  expect(await ofCopy()).toBe(await programFingerprint())
})

it.each([
  ['how sentences are cut', 'src/text/sentences.ts'],
  ['how documents are read', 'src/ingest/interpret.ts'],
  ['which packages it has', 'package-lock.json'],
])('a program that differs in %s is another one', async (_, file) => {
  await writeFile(join(copy, file), '\n', { flag: 'a' })
  expect(await ofCopy()).not.toBe(await programFingerprint())
})

it('a program of which a file was renamed is another one, and one that shows things otherwise is not', async () => {
  await writeFile(join(copy, 'src/surfaces/terminal/wrap.ts'), '\n', { flag: 'a' })
  expect(await ofCopy()).toBe(await programFingerprint())
  await rename(join(copy, 'src/text/sentences.ts'), join(copy, 'src/text/sentence.ts'))
  expect(await ofCopy()).not.toBe(await programFingerprint())
})
