import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { QuothError } from '../domain/error.ts'

const names = z.union([z.string(), z.array(z.string())]).nullish()

/** What is true of a page, as article-extraction-benchmark writes it down, with more fields where they are known. */
const truthOf = z.looseObject({
  articleBody: z.string(),
  url: z.string().nullish(),
  headline: z.string().nullish(),
  title: z.string().nullish(),
  author: names,
  datePublished: z.string().nullish(),
})

/** A page of a set, and what is true of it. */
export type TruePage = { readonly id: string; readonly bytes: Uint8Array; readonly truth: z.output<typeof truthOf> }

const bytesOf = (folder: string, id: string): Uint8Array => {
  const file = join(folder, `${id}.html`)
  if (existsSync(file)) return readFileSync(file)
  try {
    return gunzipSync(readFileSync(`${file}.gz`))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new QuothError('bad-document', `${file}.gz cannot be read: ${reason}`)
  }
}

const parsedTruths = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new QuothError('bad-document', `${file} cannot be read: ${reason}`)
  }
}

/**
 * @param folder with `ground-truth.json` and `{id}.html` or `{id}.html.gz`
 * @returns its pages, in the order of the file
 * @throws QuothError `bad-document` for a file that is missing or has another form
 */
export const readPageSet = (folder: string): readonly TruePage[] => {
  const file = join(folder, 'ground-truth.json')
  const parsed = z.record(z.string().regex(/^[^/\\]+$/), truthOf).safeParse(parsedTruths(file))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new QuothError('bad-document', `${file}: ${issue?.path.join('.') || 'the value'}: ${issue?.message}.`)
  }
  return Object.entries(parsed.data).map(([id, truth]) => ({ id, bytes: bytesOf(folder, id), truth }))
}
