import { anyOf } from './english/any-of.ts'

/** The name of a style for headings, in English, German, French and Spanish; its number is the level. */
export const headingStyle = new RegExp(`^${anyOf('heading|überschrift|titre|título|encabezado')}[ _-]?([1-9])$`, 'iu')

/** The name of the style for the title of a document; not for that of an abstract or a table. */
export const titleStyle = new RegExp(
  `^(?:${anyOf('document|report|cover|main|paper')} )?${anyOf('title|titel|titre|título')}$`,
  'iu',
)

/** The name of a style for a table of contents: its lines, and what stands above them. */
export const contentsStyle = new RegExp(
  `^${anyOf('(?:toc|contents|verzeichnis|inhaltsverzeichnis|tm|tdc|sumario)[ _-]?(?:\\d|heading)', 'contents heading')}$`,
  'iu',
)

/** The name of a style for quotes that stand apart. */
export const quoteStyle = new RegExp(
  `^${anyOf('block text|(?:intense |block )?quot(?:e|ation)s?|blocktext|texte en bloc|texto de bloque|(?:intensives )?zitat|citation(?: intense)?|cita(?: destacada)?')}$`,
  'iu',
)

/** The name of a style for code. */
export const codeStyle = /^(?:html preformatted|preformatted text|source code|code|code block|listing)$/i
