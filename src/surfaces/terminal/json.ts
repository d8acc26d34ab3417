import type { RankedQuote } from '../../domain/answer.ts'
import { missingFields } from '../../domain/bibliography.ts'
import type { Citation, CitedQuote } from '../../domain/citation.ts'
import { inEnglish } from '../../domain/message.ts'
import type { CheckedQuote } from '../../domain/quote-check.ts'
import type { Reply, ReplyKind, ReplyOf } from '../../domain/reply.ts'
import type { Run } from '../../domain/source.ts'
import type { SourceCard } from '../../domain/source-card.ts'
import { additionJson, auditJson, entryJson } from './render-library.ts'

/** What a run adds to a reply: the time it took in milliseconds and, in a batch, the id of its line. */
export type RunFacts = { readonly id?: string | number; readonly elapsedMs: number }

/** The fields of the contract come first. Where CSL has a name for a field, it is used. */
const citationJson = (citation: Citation) => ({
  id: citation.id,
  source: citation.source,
  title: citation.title,
  author: citation.author,
  publisher: citation.publisher,
  issued: citation.issued,
  locator: {
    label: citation.locator.label,
    value: citation.locator.value,
    ...(citation.locator.place === undefined ? {} : { place: citation.locator.place }),
  },
  text: citation.text,
  titleShown: citation.titleShown,
  titleIsDerived: citation.titleIsDerived,
  URL: citation.URL,
  section: citation.locator.section,
  speaker: citation.speaker,
  ...(citation.disambiguation === undefined ? {} : { disambiguation: citation.disambiguation }),
})

const runJson = ({ start, end, kind, rule }: Run) => ({ start, end, kind, ...(rule === undefined ? {} : { rule }) })

const cardJson = (card: SourceCard) => ({
  id: card.id,
  title: card.record.title,
  titleShown: card.titleShown,
  titleIsDerived: card.titleIsDerived,
  author: card.record.author,
  publisher: card.record.publisher,
  issued: card.record.issued,
  paragraphs: card.paragraphs,
  sentences: card.sentences,
  words: card.words,
  dateline: card.dateline,
  language: card.language,
  missing: missingFields(card.record),
  boilerplate: card.boilerplate.map(({ start, end, rule }) => ({ start, end, rule })),
  issuedKind: card.record.issuedKind,
  URL: card.record.URL,
  ...(card.record.publication === undefined ? {} : { publication: card.record.publication }),
  path: card.path,
  warnings: card.warnings.map(inEnglish),
})

const rankedJson = ({ rank, quote, score, citation, alsoIn }: RankedQuote) => ({
  rank,
  exact: quote.exact,
  prefix: quote.prefix,
  suffix: quote.suffix,
  start: quote.start,
  end: quote.end,
  score,
  citation: citationJson(citation),
  ...(alsoIn === undefined ? {} : { alsoIn: alsoIn.map((place) => ({ ...placeJson(place), isSame: place.isSame })) }),
})

/** A quote without its surrounding text. */
const placeJson = ({ quote: { exact, start, end }, citation }: CitedQuote) => ({
  exact,
  start,
  end,
  citation: citationJson(citation),
})

const checkedJson = ({ written, verdict }: CheckedQuote) => ({
  written,
  verdict: verdict.kind,
  places: ('places' in verdict ? verdict.places : []).map(placeJson),
  ...('differences' in verdict ? { differences: verdict.differences.map(({ kind, text }) => ({ kind, text })) } : {}),
  ...('hidden' in verdict ? { hidden: verdict.hidden } : {}),
})

/** The citation comes first: `nearest` had only that once. */
const nearestJson = ({ quote: { exact, start, end }, citation }: CitedQuote) => ({
  ...citationJson(citation),
  exact,
  start,
  end,
})

const answerJson = ({ answer }: ReplyOf<'answer'>, { id, elapsedMs }: RunFacts) => {
  const { question, kind, confidence, isWeak, byMeaning, quotes, nearest, unknownTerms, notes, searched } = answer
  const { explanation } = answer
  return {
    ...(id === undefined ? {} : { id }),
    question,
    kind,
    confidence,
    ...(isWeak ? { isWeak } : {}),
    ...(byMeaning ? { byMeaning } : {}),
    quotes: quotes.map(rankedJson),
    ...(answer.kind === 'quoted' && answer.origins !== undefined ? { origins: answer.origins } : {}),
    nearest: nearest.map(nearestJson),
    unknownTerms,
    notes: notes.map(inEnglish),
    searched,
    ...(explanation === undefined ? {} : { explanation }),
    elapsedMs,
  }
}

/** For each kind of reply, the objects that `--json` prints, one per line. */
const objects: { readonly [K in ReplyKind]: (reply: ReplyOf<K>, run: RunFacts) => readonly object[] } = {
  answer: (reply, run) => [answerJson(reply, run)],
  summary: ({ summary: { source, sentences, of } }) => [{ source, sentences: sentences.map(placeJson), of }],
  'source-list': ({ cards }) => cards.map(cardJson),
  'source-card': ({ card, source, relatives }) => [
    { ...cardJson(card), runs: source.runs.filter(({ kind }) => kind !== 'body').map(runJson), relatives },
  ],
  reference: ({ quote: { exact, prefix, suffix, start, end }, citation, style, reference, inText, newer }) => [
    {
      ...{ id: citation.id, style, reference, inText, exact, prefix, suffix, start, end },
      citation: citationJson(citation),
      ...(newer === undefined ? {} : { newer }),
    },
  ],
  context: ({ context: { quote, citation, paragraphs, of, newer } }) => [
    {
      id: citation.id,
      exact: quote.exact,
      paragraphs: paragraphs.map(({ number, holdsQuote, ...place }) => ({ number, holdsQuote, ...placeJson(place) })),
      of,
      ...(newer === undefined ? {} : { newer }),
    },
  ],
  findings: ({ findings: { statements, left, searched } }, { elapsedMs }) => [
    {
      statements: statements.map(({ statement, quotes, isWeak }) => ({
        statement,
        isWeak,
        quotes: quotes.map(rankedJson),
      })),
      left,
      searched,
      elapsedMs,
    },
  ],
  'quote-check': ({ check: { quotes, left, searched } }, { elapsedMs }) => [
    { quotes: quotes.map(checkedJson), left, searched, elapsedMs },
  ],
  settings: ({ settings }) => [settings],
  help: ({ commands }) => [{ commands: commands.map(({ group: _, ...command }) => command) }],
  additions: ({ additions }) => additions.map(additionJson),
  catalogue: ({ entries }) => entries.map(entryJson),
  document: ({ versions, erasedAt, ...entry }) => [{ ...entryJson(entry), versions, erasedAt }],
  'document-change': ({ action, erasedAt, ...entry }) => [{ ...entryJson(entry), action, erasedAt }],
  audit: ({ entries }) => entries.map(auditJson),
  'personal-data': ({ data, isErased }) => [{ ...data, isErased }],
  'library-settings': ({ settings }) => [settings],
  export: ({ documents }) => [{ documents }],
}

/**
 * @param reply of any kind
 * @param run the time it took and, in a batch, the id of its line
 * @returns the objects that `--json` prints for the reply, one per line
 */
export const jsonOf = (reply: Reply, run: RunFacts): readonly object[] => {
  const objectsOf = objects[reply.kind] as (reply: Reply, run: RunFacts) => readonly object[]
  return objectsOf(reply, run)
}
