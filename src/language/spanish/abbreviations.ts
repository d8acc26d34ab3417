import { foldedWords } from '../language-rules.ts'
import { type StopTable, sharedTitles } from '../stop-table.ts'
import { spanishStopWords } from './stop-words.ts'

/** `EE. UU.`, `FF. AA.`: a plural by doubled letters. */
const doubled = /^(\p{Lu})\1$/u

export const spanishStops: StopTable = {
  titles: foldedWords(
    `${sharedTitles} sr sra srta sres sras srtas dr dra dres d dª dña dñas prof profa ing lic arq lcda lcdo ud uds vd
    vds st sto sta stos av avda c aprox ej p.ej pza plza pl ctra excmo excma ilmo ilma rvdo rvda mons fr gral
    cap cnel tte cmdte pdte pdta vicepdte gob dip sgto alf alm cdte pbro hno hna hnos vs atte dpto depto p.e cf
    cfr mtro mtra cbo insp comte dir secr alcde mgtr abog téc card`,
  ),
  alsoWords: foldedWords('cap'),
  references: foldedWords(
    `art arts núm núms n nº n.º pág págs p pp fig figs cap caps tel tfno vol vols ed párr párrs inc ap apdo aptdo tab
    t s tom lib fol fols disp secc sec lám ene feb abr may jun jul ago sept sep oct nov dic`,
  ),
  shortForms: foldedWords(`inc ltd corp cía co hnos ltda s.a s.l jr`),
  behindNames: new Set(),
  openers: new Set([...spanishStopWords].filter((word) => !['de', 'del', 'd'].includes(word))),
  labelledNouns: new Set(),
  parts: foldedWords('artículo capítulo título sección parte anexo párrafo apartado'),
  daysAndZones: new Set(),
  onlyTime: null,
  opensGlued: () => true,
  goesOn: ({ before, next, following }) => doubled.test(before) && doubled.test(next) && following === '.',
}
