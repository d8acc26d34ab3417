import { writeTree } from '../dom-blocks.ts'
import type { FormatReader } from '../format.ts'
import { textWriter } from '../text-writer.ts'
import { articleIn } from './article.ts'
import { pageCharacters } from './characters.ts'
import { pageOf } from './page.ts'
import { takeOutFurniture } from './unseen.ts'

/** Reads saved web pages. */
export const htmlReader: FormatReader = {
  extract: async ({ path, bytes }) => {
    const { text, warnings } = pageCharacters(bytes)
    const isXml = /\.xhtml$/i.test(path) || /^\ufeff?\s*<\?xml/.test(text)
    const page = pageOf(text, isXml)
    const writer = textWriter()
    takeOutFurniture(page)
    const article = articleIn(page.root)
    writeTree(article ?? page.body, writer)
    return { ...writer.written(), stated: {}, warnings, reader: '@mozilla/readability 0.6.0' }
  },
}
