import { mkdir, open, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { QuothError } from './domain/error.ts'
import type { Source } from './domain/source.ts'
import { documentLine, questionFiles } from './evaluating/collection-lines.ts'
import type { JudgedQuestion } from './evaluating/judged-questions.ts'

/** Makes a folder, unless there is something in it. @throws QuothError `bad-argument` */
export const makeEmptyFolder = async (folder: string): Promise<void> => {
  const inside = await mkdir(folder, { recursive: true })
    .then(() => readdir(folder))
    .catch((error: Error) => {
      throw new QuothError('bad-argument', `${folder} cannot be written: ${error.message}`)
    })
  if (inside.length > 0)
    throw new QuothError(
      'bad-argument',
      `There are files in “${folder}” already, and none is replaced. Name another folder.`,
    )
}

/** Writes a collection in BEIR layout into an empty folder, a source at a time; gives how many sources there are. */
export const writeCollection = async (
  folder: string,
  sources: AsyncIterable<Source>,
  questions: readonly JudgedQuestion[],
): Promise<number> => {
  for (const [name, content] of questionFiles(questions)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content, { flag: 'wx' })
  }
  const corpus = await open(join(folder, 'corpus.jsonl'), 'wx')
  try {
    let count = 0
    for await (const source of sources) {
      await corpus.appendFile(documentLine(source))
      count += 1
    }
    return count
  } finally {
    await corpus.close()
  }
}
