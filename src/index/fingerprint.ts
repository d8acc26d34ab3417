import { createHash } from 'node:crypto'
import lunr from 'lunr'
import type { Analyser } from './port.ts'

/** To be raised by whoever changes what is indexed of a source without changing how its words are read. */
const indexing = 1

/**
 * Text that comes by the rules of an analyser: inflections, spellings, clitics, names, numbers, scripts. None without spaces:
 * the platform cuts those, whose version counts, and takes a tenth of a second to begin.
 */
const probe = `The mice fled; she was fleeing, he flees. Colours of the organisations, catalogues and centres were analysed.
O'Brien's U.S. troops, the IS and the US (who?) paid 1,000.50 in 2014 – they ca n't, don't, won't; she'd, we'll. Straße,
Zürich, naïve, ﬁne ½ Ⅳ. Uyghurs, Qaeda, Kyiv. Привет мир, مرحبا بالعالم, नमस्ते.`

/**
 * Names what an index depends on besides its documents: how this analyser reads words, lunr, the platform's Unicode data and
 * its order of bytes. Where it differs, an index that was saved is of no use.
 */
export const fingerprintOf = (analyser: Analyser): string => {
  const read = analyser.tokenise(probe).map(({ start, end, folded }) => [start, end, folded, analyser.termOf(folded)])
  const bigEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 0
  const depends = [indexing, lunr.version, process.versions['unicode'], process.versions['icu'], bigEndian, read]
  return createHash('sha256').update(JSON.stringify(depends)).digest('hex')
}
