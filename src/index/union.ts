import type { Hit, Passage } from '../domain/passage.ts'
import { compareIds } from '../domain/source.ts'
import { rulesOf } from '../language/languages.ts'
import type { AnalysedAcronym, Correction, IndexStatistics, PassageSearch, TermKnowledge } from './port.ts'

/** Corrections and compounds of a word: as many as one index gives. */
const maxCorrections = 3
const maxCompounds = 12

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)

const united = (statistics: readonly IndexStatistics[]): IndexStatistics => {
  const passages = sum(statistics.map((each) => each.passages))
  const terms = sum(statistics.map((each) => each.passages * each.meanLength))
  return { passages, meanLength: passages === 0 ? 0 : terms / passages }
}

const distinct = (lists: readonly (readonly string[])[]): readonly string[] => [...new Set(lists.flat())].sort()

const byPlace = (a: Passage, b: Passage): number => compareIds(a.source, b.source) || a.start - b.start

const byScore = (a: Hit, b: Hit): number => b.score - a.score || byPlace(a.passage, b.passage)

/** The likeliest first: of equally many slips, those that begin alike, then those of most passages. */
const correctionsIn = (lists: readonly (readonly Correction[])[], folded: string): readonly Correction[] => {
  const byForm = new Map<string, Correction>()
  for (const correction of lists.flat()) {
    const known = byForm.get(correction.form)
    byForm.set(correction.form, { ...correction, passages: correction.passages + (known?.passages ?? 0) })
  }
  const startsDifferently = ({ form }: Correction): number => Number(form[0] !== folded[0])
  return [...byForm.values()]
    .sort(
      (a, b) =>
        a.slips - b.slips ||
        startsDifferently(a) - startsDifferently(b) ||
        b.passages - a.passages ||
        (a.form < b.form ? -1 : 1),
    )
    .slice(0, maxCorrections)
}

const keyOf = ({ short, long }: AnalysedAcronym): string => `${short}=${long.join(' ')}`

/** The first that a part has of each, in order. */
const firstOfEach = async <Part, T>(
  parts: readonly Part[],
  length: number,
  of: (part: Part) => Promise<readonly (T | undefined)[]>,
): Promise<readonly (T | undefined)[]> => {
  const lists = await Promise.all(parts.map(of))
  return Array.from({ length }, (_, at) => lists.find((list) => list[at] !== undefined)?.[at])
}

/**
 * Several indexes as one: scores use the statistics of all of them, so that the ranking is that of one index with the
 * same sources, and what a word may have meant is told from all of them. No index learns anything of another.
 * @param parts with different sources
 * @returns the only part itself, if there is one
 */
export const unionIndex = (parts: readonly PassageSearch[]): PassageSearch => {
  const [only] = parts
  if (only !== undefined && parts.length === 1) return only

  const documentFrequencies = async (terms: readonly string[]): Promise<readonly number[]> => {
    const lists = await Promise.all(parts.map((part) => part.documentFrequencies(terms)))
    return terms.map((_, at) => sum(lists.map((list) => list[at] ?? 0)))
  }
  const statistics = async (): Promise<IndexStatistics> =>
    united(await Promise.all(parts.map((part) => part.statistics())))

  /** What all parts together know of a word. */
  const together = async (
    known: readonly TermKnowledge[],
    folded: string,
    hasLexicon: boolean,
  ): Promise<TermKnowledge> => {
    const passages = sum(known.map((each) => each.passages))
    const variants = distinct(known.map((each) => each.variants))
    const compounds = distinct(known.map((each) => each.compounds))
    const frequencies = await documentFrequencies(compounds)
    const isKnown = passages > 0 || (variants.length > 0 && !hasLexicon)
    return {
      passages,
      variants,
      relatives: passages > 0 || variants.length > 0 ? [] : distinct(known.map((each) => each.relatives)),
      corrections: isKnown
        ? []
        : correctionsIn(
            known.map((each) => each.corrections),
            folded,
          ),
      compounds: compounds
        .map((term, at) => ({ term, passages: frequencies[at] ?? 0 }))
        .sort((a, b) => b.passages - a.passages || (a.term < b.term ? -1 : 1))
        .slice(0, maxCompounds)
        .map(({ term }) => term),
      parts: isKnown ? [] : (known.toSorted((a, b) => b.parts.length - a.parts.length)[0]?.parts ?? []),
    }
  }

  return {
    search: async (terms, options, given) => {
      const frequencies = given === undefined ? await documentFrequencies(terms.map(({ term }) => term)) : []
      const by = given ?? {
        ...(await statistics()),
        documentFrequencies: new Map(terms.map(({ term }, at) => [term, frequencies[at] ?? 0])),
      }
      const rankings = await Promise.all(parts.map((part) => part.search(terms, options, by)))
      return rankings.flat().sort(byScore).slice(0, options.limit)
    },
    passages: (keys) => firstOfEach(parts, keys.length, (part) => part.passages(keys)),
    findRun: async (words, options) => {
      const found = await Promise.all(parts.map((part) => part.findRun(words, options)))
      return found.flat().sort(byPlace).slice(0, options.limit)
    },
    read: (passages) => firstOfEach(parts, passages.length, (part) => part.read(passages)),
    lookUp: async (tokens, language = null) => {
      const lists = await Promise.all(parts.map((part) => part.lookUp(tokens, language)))
      const hasLexicon = rulesOf(language) === null
      return Promise.all(
        tokens.map(({ folded }, at) =>
          together(
            lists.flatMap((list) => list[at] ?? []),
            folded,
            hasLexicon,
          ),
        ),
      )
    },
    documentFrequencies,
    acronyms: async (terms) => {
      const all = (await Promise.all(parts.map((part) => part.acronyms(terms)))).flat()
      const byKey = new Map(all.map((acronym) => [keyOf(acronym), acronym]))
      return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, acronym]) => acronym)
    },
    statistics,
    languages: async () => {
      const counted = new Map<string | null, number>()
      for (const part of await Promise.all(parts.map((each) => each.languages())))
        for (const [language, count] of part) counted.set(language, (counted.get(language) ?? 0) + count)
      return counted
    },
  }
}
