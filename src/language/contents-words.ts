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

/** A title of a part that documents have, or its number: `Chapter 3`, `4.2 Staff`, `Anhang`. */
export const namesPart = new RegExp(
  `^(?:\\d{1,2}\\.\\d|[IVX]{1,5}\\.? |[A-Z]\\.\\s|${anyOf(
    'chapter|part|section|article|appendix|annex|foreword|preface|introduction|summary|executive summary|conclusions?',
    'acknowledge?ments|bibliography|references|glossary|index|statements?|testimony|exhibits?',
    'kapitel|teil|abschnitt|anhang|anlagen?|vorwort|einleitung|zusammenfassung|literatur(?:verzeichnis)?|glossar|register',
    'chapitre|partie|annexes?|avant-propos|préface|résumé|conclusion|bibliographie|glossaire|remerciements',
    'capítulo|parte|sección|anexos?|prólogo|prefacio|introducción|resumen|conclusiones|bibliografía|glosario',
  )}(?![\\p{L}]))`,
  'iu',
)
