import { appendFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The word in every secret of the tests: tokens of bots and of interactions, signatures of files. */
export const canary = 'canary'

/** Where what the run writes is kept: set for the whole run by the global setup, and inherited by its workers. */
const place = 'QUOTH_TEST_WRITTEN'
export const keepWrittenIn = (folder: string): void => {
  process.env[place] = folder
}

/** Keeps what a program under test wrote to its log or to a terminal. Nothing is kept outside a run of the suite. */
export const keepWritten = (text: string): void => {
  const folder = process.env[place]
  if (folder !== undefined) appendFileSync(join(folder, `${process.pid}.txt`), text.endsWith('\n') ? text : `${text}\n`)
}

/** The lines of `folder` that have the canary in them. */
export const leaksIn = async (folder: string): Promise<readonly string[]> => {
  const texts = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')))
  return texts.flatMap((text) => text.split('\n')).filter((line) => line.includes(canary))
}
