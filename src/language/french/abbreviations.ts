import { foldedWords } from '../language-rules.ts'
import { type StopTable, sharedTitles } from '../stop-table.ts'
import { frenchStopWords } from './stop-words.ts'

export const frenchStops: StopTable = {
  titles: foldedWords(
    `${sharedTitles} m mm mme mmes mlle mlles me mes dr drs pr st ste sts cf env p.ex ex av bd apr éd mgr gén col cap
    cdt cne lt adj sgt cdr vve pl fg rte imp boul auj anc c.-à-d r.-v gal dir prés insp vte cte card prof lieut`,
  ),
  alsoWords: foldedWords('col cap me mes ex imp'),
  references: foldedWords(
    `art arts al n no nos n° nº p pp pag fig figs chap ch tél t ts réf h vol vols liv ann annexe doc par § l r d fol
    f ff col v janv févr avr juil juill sept oct nov déc env sect tit tab pl éd règl civ crim cass`,
  ),
  shortForms: foldedWords(`inc ltd corp cie co ets sté jr`),
  behindNames: new Set(),
  openers: new Set([...frenchStopWords].filter((word) => !['de', 'du', 'd', 'l'].includes(word))),
  labelledNouns: new Set(),
  parts: foldedWords('article chapitre titre section partie annexe alinéa paragraphe'),
  daysAndZones: new Set(),
  onlyTime: null,
  opensGlued: () => true,
  // `p. ex.`
  goesOn: ({ lead, before }) => before === 'ex' && /(?:^|[\s(])p\.\s?$/.test(lead),
}
