import { readdir, readFile } from 'node:fs/promises'
import { extname, sep } from 'node:path'

/** The types of file that the page is made of; nothing else in its folder is handed out. */
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

export type PageFile = { readonly contentType: string; readonly body: Buffer }

/**
 * The page's files by their path on the server. They are looked up and never opened by a request, so no path leads out.
 */
export const loadPage = async (folder: URL): Promise<ReadonlyMap<string, PageFile>> => {
  const files = new Map<string, PageFile>()
  for (const found of await readdir(folder, { recursive: true })) {
    const contentType = contentTypes[extname(found)]
    if (contentType === undefined) continue
    const name = found.split(sep).join('/')
    const file = { contentType, body: await readFile(new URL(name, folder)) }
    files.set(name === 'index.html' ? '/' : `/${name}`, file)
  }
  return files
}
