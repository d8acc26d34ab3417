import type { SourceId } from '../../domain/source.ts'
import type { Acronym, AnalysedAcronym, Analyser } from '../port.ts'

/** The acronyms that the sources of an index spell out. */
export type AcronymTable = {
  /** Those of one source, in the place of what it had; none takes it out. */
  set(source: SourceId, acronyms: readonly AnalysedAcronym[]): void
  /** See `PassageIndex.acronyms`. */
  about(terms: readonly string[]): readonly AnalysedAcronym[]
}

/** Acronyms looked at for one word: those that most sources spell out. What stands for more things stands for none. */
const maxPerWord = 8

type Counted = { readonly acronym: AnalysedAcronym; readonly key: string; sources: number }

const longOf = ({ long }: AnalysedAcronym): string => long.join(' ')

/** What an acronym is looked up by: its short name, the first word of its long one, and the long one whole. */
const handlesOf = (acronym: AnalysedAcronym): readonly string[] => [
  `word ${acronym.short}`,
  `word ${acronym.long[0] ?? ''}`,
  `long ${longOf(acronym)}`,
]

/** Acronyms as terms; one that is no single term, or stands for a single one, is left out. */
export const analysedAcronyms = (acronyms: readonly Acronym[], { analyse }: Analyser): readonly AnalysedAcronym[] =>
  acronyms.flatMap(({ short, long }): readonly AnalysedAcronym[] => {
    // After its article, even a name that is a common word (`IS`) is read as a name.
    const [shortTerm, ...rest] = analyse(`the ${short}`).map(({ term }) => term)
    const longTerms = analyse(long).map(({ term }) => term)
    return shortTerm !== undefined && rest.length === 0 && longTerms.length > 1
      ? [{ short: shortTerm, long: longTerms }]
      : []
  })

export const createAcronymTable = (): AcronymTable => {
  const ofSource = new Map<SourceId, readonly AnalysedAcronym[]>()
  const byHandle = new Map<string, Map<string, Counted>>()

  const count = (acronym: AnalysedAcronym, step: 1 | -1): void => {
    const key = `${acronym.short}=${longOf(acronym)}`
    for (const handle of new Set(handlesOf(acronym))) {
      const held = byHandle.get(handle) ?? new Map<string, Counted>()
      const known = held.get(key) ?? { acronym, key, sources: 0 }
      known.sources += step
      if (known.sources > 0) byHandle.set(handle, held.set(key, known))
      else if (held.delete(key) && held.size === 0) byHandle.delete(handle)
    }
  }

  const byUse = (a: Counted, b: Counted): number => b.sources - a.sources || (a.key < b.key ? -1 : 1)

  const lookUp = (handles: readonly string[]): readonly Counted[] =>
    [...new Set(handles)].flatMap((handle) =>
      [...(byHandle.get(handle)?.values() ?? [])].sort(byUse).slice(0, maxPerWord),
    )

  return {
    set: (source, own) => {
      for (const acronym of ofSource.get(source) ?? []) count(acronym, -1)
      for (const acronym of own) count(acronym, 1)
      if (own.length > 0) ofSource.set(source, own)
      else ofSource.delete(source)
    },
    about: (terms) => {
      const direct = lookUp(terms.map((term) => `word ${term}`))
      // What shares a long name with one of them is another short name of the same thing.
      const siblings = lookUp(direct.map(({ acronym }) => `long ${longOf(acronym)}`))
      return [...new Map([...direct, ...siblings].map((counted) => [counted.key, counted])).values()]
        .sort((a, b) => (a.key < b.key ? -1 : 1))
        .map(({ acronym }) => acronym)
    },
  }
}
