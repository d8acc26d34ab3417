import type { Citation, ReferenceStyle } from '../domain/citation.ts'
import type { Source } from '../domain/source.ts'
import { apa } from './apa.ts'
import { bibtex } from './bibtex.ts'
import { chicago } from './chicago.ts'
import { cslJson } from './csl-json.ts'
import { mla } from './mla.ts'
import { type ReferenceItem, referenceItem } from './reference-item.ts'
import { ris } from './ris.ts'

/** One row per style; `plain` is the reader's line. The compiler reports a style without a row. */
const styles: { readonly [S in Exclude<ReferenceStyle, 'plain'>]: (item: ReferenceItem) => string } = {
  apa,
  mla,
  chicago,
  bibtex,
  ris,
  'csl-json': cslJson,
}

/**
 * Formats a reference to the source of a citation: a reference list entry (APA 7, MLA 9, Chicago 18 author-date), a
 * machine-readable record (BibTeX, RIS, CSL-JSON), or the reader's line with its paragraph (`plain`). Unknown fields
 * follow the style's rules; none is invented.
 * @param source the source cited, for its type
 * @param yearSuffix `a`, `b` … where the library has other works of the same author and year
 * @returns the reference in one line, or as a record of several lines
 */
export const formatReference = (citation: Citation, source: Source, style: ReferenceStyle, yearSuffix = ''): string =>
  style === 'plain' ? citation.text : styles[style](referenceItem(citation, source, yearSuffix))
