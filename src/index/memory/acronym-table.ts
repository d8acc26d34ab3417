import type { SourceId } from '../../domain/source.ts'
import type { Acronym, AnalysedAcronym, Analyser, CountedAcronym, Vocabulary } from '../port.ts'

/** The acronyms that the sources of an index define. */
export type AcronymTable = {
  /** Replaces those of one source; an empty list removes it. */
  set(source: SourceId, acronyms: readonly AnalysedAcronym[]): void
  /** See `Vocabulary.acronymsOf`. */
  of(term: string): readonly CountedAcronym[]
  /** See `Vocabulary.acronymsFor`. */
  for(long: readonly string[]): readonly CountedAcronym[]
}

/** Acronyms per word: those that most sources define. What stands for more things stands for none. */
const maxPerWord = 8

/** Tells acronyms apart. */
const acronymKey = ({ short, long }: AnalysedAcronym): string => `${short}=${long.join(' ')}`

/**
 * The keys that an acronym is looked up by: its short form, the first word of its long form, and the whole long form.
 */
const keysOf = ({ short, long }: AnalysedAcronym): readonly string[] => [
  `word ${short}`,
  `word ${long[0] ?? ''}`,
  `long ${long.join(' ')}`,
]

/** Acronyms as terms; those with several short terms or a single long one are left out. */
export const analysedAcronyms = (acronyms: readonly Acronym[], { analyse }: Analyser): readonly AnalysedAcronym[] =>
  acronyms.flatMap(({ short, long }): readonly AnalysedAcronym[] => {
    // After an article, even a name that is a common word (`IS`) is read as a name.
    const [shortTerm, ...rest] = analyse(`the ${short}`).flatMap(({ start, term }) => (start < 4 ? [] : [term]))
    const longTerms = analyse(long).map(({ term }) => term)
    return shortTerm !== undefined && rest.length === 0 && longTerms.length > 1
      ? [{ short: shortTerm, long: longTerms }]
      : []
  })

export const createAcronymTable = (): AcronymTable => {
  const ofSource = new Map<SourceId, readonly AnalysedAcronym[]>()
  const byKey = new Map<string, Map<string, { readonly acronym: AnalysedAcronym; sources: number }>>()

  const count = (acronym: AnalysedAcronym, step: 1 | -1): void => {
    const key = acronymKey(acronym)
    for (const handle of new Set(keysOf(acronym))) {
      const held = byKey.get(handle) ?? new Map()
      const known = held.get(key) ?? { acronym, sources: 0 }
      known.sources += step
      if (known.sources > 0) byKey.set(handle, held.set(key, known))
      else if (held.delete(key) && held.size === 0) byKey.delete(handle)
    }
  }

  const lookUp = (handle: string): readonly CountedAcronym[] => [...(byKey.get(handle)?.values() ?? [])]

  return {
    set: (source, acronyms) => {
      for (const acronym of ofSource.get(source) ?? []) count(acronym, -1)
      for (const acronym of acronyms) count(acronym, 1)
      if (acronyms.length > 0) ofSource.set(source, acronyms)
      else ofSource.delete(source)
    },
    of: (term) => lookUp(`word ${term}`),
    for: (long) => lookUp(`long ${long.join(' ')}`),
  }
}

const commonest = (counted: readonly CountedAcronym[]): readonly AnalysedAcronym[] =>
  counted
    .map(({ acronym, sources }) => ({ acronym, sources, key: acronymKey(acronym) }))
    .sort((a, b) => b.sources - a.sources || (a.key < b.key ? -1 : 1))
    .slice(0, maxPerWord)
    .map(({ acronym }) => acronym)

/** See `PassageSearch.acronyms`. */
export const acronymsAbout = (
  terms: readonly string[],
  { acronymsOf, acronymsFor }: Pick<Vocabulary, 'acronymsOf' | 'acronymsFor'>,
): readonly AnalysedAcronym[] => {
  const direct = [...new Set(terms)].flatMap((term) => commonest(acronymsOf(term)))
  // Acronyms with the same long form are other short forms of the same thing.
  const longs = new Map(direct.map(({ long }) => [long.join(' '), long]))
  const siblings = [...longs.values()].flatMap((long) => commonest(acronymsFor(long)))
  return [...new Map([...direct, ...siblings].map((acronym) => [acronymKey(acronym), acronym]))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, acronym]) => acronym)
}
