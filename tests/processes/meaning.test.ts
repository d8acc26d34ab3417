import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startScript } from '../support/program.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quoth-meaning-'))
  await writeFile(
    join(folder, 'lease.md'),
    '# Lease of the flat\n\nThe landlord bears the cost of repairing heating equipment.\n\nThe tenant may keep one cat.\n',
  )
  await writeFile(join(folder, 'minutes.md'), '# Minutes\n\nThe committee met in March and approved the budget.\n')
})
afterEach(() => rm(folder, { recursive: true }))

const ask = async (question: string, env: { readonly [name: string]: string }) => {
  const { stdout, stderr } = await startScript('cli', ['ask', question, '--json', '--library', folder], env).ended
  const answer = JSON.parse(stdout)
  const shown = [...answer.quotes, ...answer.nearest].map(({ exact }: { exact: string }) => exact)
  return { answer, shown, stderr }
}

test('a question that shares no word with its answer is shown it, and the vectors are kept for the next one', async () => {
  const data = join(folder, '..', `${folder.split('/').at(-1)}-data`)
  const env = { QUOTH_MEANING: 'on', QUOTH_DATA: data }
  try {
    const question = 'Who pays when the boiler dies?'
    const first = await ask(question, env)
    expect(first.stderr).not.toContain('words only')
    expect(first.shown[0]).toContain('repairing heating equipment')
    expect(first.answer.byMeaning).toBe(true)
    expect(await readdir(data)).toContainEqual(expect.stringMatching(/\.vectors$/))
    expect({ ...(await ask(question, env)).answer, elapsedMs: 0 }).toEqual({ ...first.answer, elapsedMs: 0 })
  } finally {
    await rm(data, { recursive: true, force: true })
  }
})

test('with QUOTH_MEANING=off, words alone decide', async () => {
  const { answer, shown } = await ask('Who pays when the boiler dies?', { QUOTH_MEANING: 'off' })
  expect(answer).toMatchObject({ kind: 'silent' })
  expect(answer.byMeaning).toBeUndefined()
  expect(shown).not.toContainEqual(expect.stringContaining('heating'))
})
