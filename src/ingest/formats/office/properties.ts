import type { BibliographicRecord } from '../../../domain/bibliography.ts'
import { namesIn } from '../../name-list.ts'

/** What a program noted of a document, as it stands in the file. */
export type Properties = {
  readonly title?: string
  readonly author?: string
  /** ISO 8601 times. */
  readonly created?: string
  readonly modified?: string
}

/** Titles that programs put in, or that name the file: `Microsoft Word - letter.doc`, `Untitled`, `[Title]`. */
const noTitle = [
  /^(?:untitled|unbenannt|ohne titel|sans titre|sin título)(?:[ -]?\d+)?$/i,
  /^(?:(?:word |new |neues |nouveau |nuevo )?(?:microsoft word[ -])?(?:document|dokument|documento)e?)(?:[ _-]?\d*)$/i,
  /^(?:title|titel|titre|título|slide|presentation|template|vorlage|modèle|plantilla)(?:[ _-]?\d*)$/i,
  /^microsoft word\b/i,
  /\.(?:docx?|dotx?|docm|odt|ott|rtf|pdf|txt|html?|pages|wpd|tex|md)$/i,
  /^[[<{«][^[\]<>{}»]*[\]>}»]$/,
  /^\S*[_\d]\S*$/,
]

/** Names of programs, and those that computers come with. */
const noAuthor =
  /^(?:.{0,3}|(?:the )?(?:admin(?:istrator)?|user|benutzer|utilisateur|usuario|owner|author|autor|auteur|unknown|unbekannt|inconnu|anonymous|guest|default|student|office|windows|home|pc|laptop|computer)s?(?:[ _-]?\d+)?|microsoft.*|.*\boffice (?:user|365)|un-?named|python-docx|pandoc|apache poi|openxml.*|aspose.*|libreoffice.*|openoffice.*|google.*|docx4j.*|calibre.*|\S+[\\@]\S+|\S*\d\S*)$/i

/** Days on which the clocks of programs begin, and what templates of libraries were made on. */
const noDay = /^(?:0|19[0-8]|1601|1900|2013-12-23T23:15:00Z)/
/** A document that was worked on for longer was made out of another one, or says too little of when it came out. */
const longestWork = 365 * 24 * 60 * 60 * 1000

const titleIn = (written: string | undefined): string | null => {
  const title = written?.replace(/\s+/g, ' ').trim() ?? ''
  return title.length < 3 || title.length > 300 || noTitle.some((pattern) => pattern.test(title)) ? null : title
}

const dayIn = (created: string | undefined, modified: string | undefined): string | null => {
  const day = /^\d{4}-\d\d-\d\d(?=T|$)/.exec(created ?? '')?.[0]
  if (day === undefined || created === undefined || noDay.test(created)) return null
  const [from, to] = [Date.parse(created), Date.parse(modified ?? created)]
  return Number.isNaN(from) || Number.isNaN(to) || to - from > longestWork || from > to + 86_400_000 ? null : day
}

/**
 * What a document's properties say of it. They may be left over from a template or another document, so they count
 * only where the text prints nothing else.
 * @param properties as they stand in the file
 * @returns the fields that can be believed
 */
export const believed = ({ title, author, created, modified }: Properties): Partial<BibliographicRecord> => {
  // One word in small letters is an account of a computer.
  const isOfProgram = noAuthor.test(author?.trim() ?? '') || /^\p{Ll}+$/u.test(author?.trim() ?? '')
  const names = author === undefined || isOfProgram ? [] : namesIn(author)
  return {
    title: titleIn(title),
    ...(names.length > 0 ? { author: names } : {}),
    issued: dayIn(created, modified),
    issuedKind: null,
  }
}
