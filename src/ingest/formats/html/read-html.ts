import { nameShown } from '../../../domain/bibliography.ts'
import { languageOf } from '../../../language/languages.ts'
import { plainForm } from '../../../language/letters.ts'
import { nameOf, walk } from '../dom/node.ts'
import { type Page, type PageElement, pageOf } from '../dom/page.ts'
import type { Extraction, FormattedFile } from '../format.ts'
import { packageNamed } from '../package-named.ts'
import { textWriter } from '../text-writer.ts'
import { mainText } from './article.ts'
import { pageCharacters } from './characters.ts'
import { pageRecord } from './page-record.ts'
import { plainText, statedFields } from './stated-fields.ts'
import { takeOutFurniture } from './unseen.ts'
import { writePage } from './write-page.ts'

/** Characters by which it is told whether a page is in the language that it states. */
const maxSample = 4000

/** The language that a page states, unless its words are another’s: themes of sites often state English. */
const ownLanguage = (stated: readonly string[], text: string): string | null => {
  const tag = stated
    .map((language) => language.replace('_', '-'))
    .find((language) => /^[a-z]{2,3}(?:-[\w-]{1,20})?$/i.test(language))
  const told = languageOf(text.slice(0, maxSample))
  return tag === undefined || (told !== null && told.slice(0, 2) !== tag.slice(0, 2).toLowerCase()) ? null : tag
}

/** The text of an element, with a space where a line is broken. */
const shownText = (element: PageElement): string => {
  const parts: string[] = []
  walk(element, {
    enter: (inner) => {
      if (nameOf(inner) === 'br') parts.push(' ')
      return true
    },
    leave: () => {},
    text: (text) => parts.push(text),
  })
  return parts.join('')
}

const textsOf = (page: Page, selector: string): readonly string[] =>
  [...page.root.querySelectorAll(selector)]
    .slice(0, 20)
    .map((element) => plainText(shownText(element).slice(0, 5000)))
    .filter((text) => text !== '' && text.length <= 400)

/** A sign at the end of a heading that leads to itself. */
const permalink = /\s*[¶#§🔗]+$/u

const headingsOf = (page: Page, name: string): readonly string[] =>
  textsOf(page, name).map((text) => text.replace(permalink, ''))

const folded = (text: string): string => plainForm(text).replace(/[^\p{L}\p{N}]+/gu, '')

/**
 * Reads a saved web page. Menus, advertisements and comments of readers are no text of it.
 * @param file the file
 * @returns its text, and what it states of itself
 * @throws QuothError `bad-document`, with the reason
 */
export const extract = async ({ path, bytes }: FormattedFile): Promise<Extraction> => {
  const { text: html, warnings } = pageCharacters(bytes)
  const isXml = /\.xhtml$/i.test(path) || /^\ufeff?\s*<\?xml/.test(html)
  const page = pageOf(html, isXml)
  const fields = statedFields(page, html)
  const headings = {
    window: textsOf(page, 'title')[0] ?? null,
    headlines: headingsOf(page, 'h1'),
    subheads: headingsOf(page, 'h2'),
  }
  takeOutFurniture(page)
  const { stated, fallback } = pageRecord(page, fields, headings)
  const { blocks, isArticle } = mainText(page)
  const title = stated.title ?? null
  const isSeen =
    title !== null &&
    [...headings.headlines, ...headings.subheads].some((headline) => folded(headline) === folded(title))
  const writer = textWriter()
  const authors = (stated.author ?? []).map(nameShown)
  writePage(blocks, writer, { title: isSeen ? title : null, isArticle, isDated: Boolean(stated.issued), authors })
  const written = writer.written()
  return {
    ...written,
    stated,
    fallback,
    language: ownLanguage(fields.languages, written.text),
    warnings,
    reader: packageNamed('@mozilla/readability'),
  }
}
