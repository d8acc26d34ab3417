import type { Citation, ReferenceStyle } from '../domain/citation.ts'
import type { Source } from '../domain/source.ts'
import { apa } from './apa.ts'
import { bibtex } from './bibtex.ts'
import { chicago } from './chicago.ts'
import { cslJson } from './csl-json.ts'
import { mla } from './mla.ts'
import { type ReferenceItem, referenceItem } from './reference-item.ts'
import { ris } from './ris.ts'

/** One row a style, but for `plain`, which is the reader's line: the compiler names what a new style leaves out. */
const styles: { readonly [S in Exclude<ReferenceStyle, 'plain'>]: (item: ReferenceItem) => string } = {
  apa,
  mla,
  chicago,
  bibtex,
  ris,
  'csl-json': cslJson,
}

/**
 * One reference to the source of a citation: an entry of a reference list (APA 7, MLA 9, Chicago 18 author-date), a
 * record for a program (BibTeX, RIS, CSL-JSON), or the reader's line with its paragraph (`plain`). A field that the
 * document does not state follows the style's rule for it; none is invented.
 * @param citation the record and the place
 * @param source what it cites, for the kind of its document
 * @param style how to write it
 * @returns the reference, in one line or as a record of several
 */
export const formatReference = (citation: Citation, source: Source, style: ReferenceStyle): string =>
  style === 'plain' ? citation.text : styles[style](referenceItem(citation, source))
