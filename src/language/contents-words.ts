import { anyOf } from './english/any-of.ts'

/** The heading of a table of contents, in English, German, French and Spanish. */
export const contentsHeading = new RegExp(
  `^(?:\\d{1,2}\\.? )?${anyOf(
    '(?:table of )?contents|list of (?:figures|tables|illustrations|witnesses)|inhalt|inhaltsverzeichnis|inhaltsübersicht',
    'abbildungsverzeichnis|tabellenverzeichnis|sommaire|table des matières|liste des (?:figures|tableaux)|índice(?: general)?',
    'tabla de contenidos?|contenidos?',
  )}\\s*[:.]?(?:\\s+(?:page|seite|página))?$`,
  'iu',
)

/** What stands above the page numbers. */
export const pageLabel = /^(?:pages?|page no\.?|seiten?|páginas?)$/iu
