import { createHash } from 'node:crypto'
import lunr from 'lunr'
import { readLanguages } from '../language/languages.ts'
import type { Analyser } from './port.ts'

/** To be raised with every change to what is indexed of a source, unless it changes how words are read. */
const indexVersion = 2

/**
 * Text that exercises the rules of an analyser: inflections, spellings, clitics, names, numbers, scripts. None without
 * spaces: the platform segments those, which its version covers, and loading that takes a tenth of a second.
 */
const probe = `The mice fled; she was fleeing, he flees. Colours of the organisations, catalogues and centres were analysed.
O'Brien's U.S. troops, the IS and the US (who?) paid 1,000.50 in 2014 – they ca n't, don't, won't; she'd, we'll. Straße,
Zürich, naïve, ﬁne ½ Ⅳ. Uyghurs, Qaeda, Kyiv. C++, F# and
.NET; B-12, an X-ray and e-mails of Crew A in World War I, once I saw it. Привет мир, مرحبا بالعالم, नमस्ते.
Die Kündigungsfristen der Häuser, l'eau des chevaux, las habitaciones.`

/**
 * Identifies what an index depends on besides its documents: how this analyser reads words, lunr, and the platform's
 * Unicode data and byte order. A saved index with another fingerprint is not used.
 */
export const fingerprintOf = (analyser: Analyser): string => {
  const tokens = readLanguages.map((language) => {
    const { tokenise, termOf } = analyser.in(language)
    return tokenise(probe).map(({ start, end, folded }) => [start, end, folded, termOf(folded)])
  })
  const bigEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 0
  const dependencies = [
    indexVersion,
    lunr.version,
    process.versions['unicode'],
    process.versions['icu'],
    bigEndian,
    tokens,
  ]
  return createHash('sha256').update(JSON.stringify(dependencies)).digest('hex')
}
