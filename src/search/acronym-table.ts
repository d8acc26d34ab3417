import type { SourceId } from '../domain/source.ts'
import type { Acronym, AnalysedAcronym, Analyser } from './port.ts'

/** The acronyms that the sources of an index spell out. */
export type AcronymTable = {
  /** Those of one source, in the place of what it had; none takes it out. */
  set(source: SourceId, acronyms: readonly Acronym[]): void
  /** See `PassageIndex.acronyms`. */
  about(terms: readonly string[]): readonly AnalysedAcronym[]
}

const keyOf = ({ short, long }: AnalysedAcronym): string => `${short}=${long.join(' ')}`

export const createAcronymTable = ({ analyse }: Analyser): AcronymTable => {
  const ofSource = new Map<SourceId, readonly AnalysedAcronym[]>()
  const byTerm = new Map<string, Map<string, { readonly acronym: AnalysedAcronym; sources: number }>>()

  const analysed = ({ short, long }: Acronym): readonly AnalysedAcronym[] => {
    // After its article, even a name that is a common word (`IS`) is read as a name.
    const [shortTerm, ...rest] = analyse(`the ${short}`).map(({ term }) => term)
    const longTerms = analyse(long).map(({ term }) => term)
    return shortTerm !== undefined && rest.length === 0 && longTerms.length > 1
      ? [{ short: shortTerm, long: longTerms }]
      : []
  }

  const count = (acronym: AnalysedAcronym, step: 1 | -1): void => {
    for (const term of new Set([acronym.short, acronym.long[0] ?? ''])) {
      const about = byTerm.get(term) ?? new Map()
      const known = about.get(keyOf(acronym)) ?? { acronym, sources: 0 }
      known.sources += step
      if (known.sources > 0) byTerm.set(term, about.set(keyOf(acronym), known))
      else if (about.delete(keyOf(acronym)) && about.size === 0) byTerm.delete(term)
    }
  }

  const lookUp = (terms: Iterable<string>): readonly AnalysedAcronym[] =>
    [...terms].flatMap((term) => [...(byTerm.get(term)?.values() ?? [])].map(({ acronym }) => acronym))

  return {
    set: (source, acronyms) => {
      for (const acronym of ofSource.get(source) ?? []) count(acronym, -1)
      const own = acronyms.flatMap(analysed)
      for (const acronym of own) count(acronym, 1)
      if (own.length > 0) ofSource.set(source, own)
      else ofSource.delete(source)
    },
    about: (terms) => {
      const direct = lookUp(new Set(terms))
      // What shares a long name with one of them is another short name of the same thing.
      const all = [...direct, ...lookUp(new Set(direct.map(({ long }) => long[0] ?? '')))]
      return [...new Map(all.map((acronym) => [keyOf(acronym), acronym])).entries()]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, acronym]) => acronym)
    },
  }
}
