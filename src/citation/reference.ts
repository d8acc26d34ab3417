import type { Citation, ReferenceStyle } from '../domain/citation.ts'
import type { Source } from '../domain/source.ts'
import { apa } from './apa.ts'
import { bibtex } from './bibtex.ts'
import { chicago } from './chicago.ts'
import { cslJson } from './csl-json.ts'
import { mla } from './mla.ts'
import { referenceItem } from './reference-item.ts'
import { ris } from './ris.ts'

/**
 * One reference to the source of a citation: an entry of a reference list (APA 7, MLA 9, Chicago 18 author-date), a
 * record for a program (BibTeX, RIS, CSL-JSON), or the reader's line with its paragraph (`plain`). A field that the
 * document does not state follows the style's rule for it; none is invented.
 */
export const formatReference = (citation: Citation, source: Source, style: ReferenceStyle): string => {
  const item = referenceItem(citation, source)
  switch (style) {
    case 'plain':
      return citation.text
    case 'apa':
      return apa(item)
    case 'mla':
      return mla(item)
    case 'chicago':
      return chicago(item)
    case 'bibtex':
      return bibtex(item)
    case 'ris':
      return ris(item)
    case 'csl-json':
      return cslJson(item)
  }
}
