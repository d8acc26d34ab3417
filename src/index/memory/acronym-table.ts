import type { SourceId } from '../../domain/source.ts'
import type { Acronym, AnalysedAcronym, Analyser } from '../port.ts'

/** The acronyms that the sources of an index define. */
export type AcronymTable = {
  /** Replaces those of one source; an empty list removes it. */
  set(source: SourceId, acronyms: readonly AnalysedAcronym[]): void
  /** See `PassageIndex.acronyms`. */
  about(terms: readonly string[]): readonly AnalysedAcronym[]
}

/** Acronyms per word: those that most sources define. What stands for more things stands for none. */
const maxPerWord = 8

type Counted = { readonly acronym: AnalysedAcronym; readonly key: string; sources: number }

const longOf = ({ long }: AnalysedAcronym): string => long.join(' ')

/**
 * The keys that an acronym is looked up by: its short form, the first word of its long form, and the whole long form.
 */
const keysOf = (acronym: AnalysedAcronym): readonly string[] => [
  `word ${acronym.short}`,
  `word ${acronym.long[0] ?? ''}`,
  `long ${longOf(acronym)}`,
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
  const byKey = new Map<string, Map<string, Counted>>()

  const count = (acronym: AnalysedAcronym, step: 1 | -1): void => {
    const key = `${acronym.short}=${longOf(acronym)}`
    for (const handle of new Set(keysOf(acronym))) {
      const held = byKey.get(handle) ?? new Map<string, Counted>()
      const known = held.get(key) ?? { acronym, key, sources: 0 }
      known.sources += step
      if (known.sources > 0) byKey.set(handle, held.set(key, known))
      else if (held.delete(key) && held.size === 0) byKey.delete(handle)
    }
  }

  const byUse = (a: Counted, b: Counted): number => b.sources - a.sources || (a.key < b.key ? -1 : 1)

  const lookUp = (keys: readonly string[]): readonly Counted[] =>
    [...new Set(keys)].flatMap((handle) => [...(byKey.get(handle)?.values() ?? [])].sort(byUse).slice(0, maxPerWord))

  return {
    set: (source, acronyms) => {
      for (const acronym of ofSource.get(source) ?? []) count(acronym, -1)
      for (const acronym of acronyms) count(acronym, 1)
      if (acronyms.length > 0) ofSource.set(source, acronyms)
      else ofSource.delete(source)
    },
    about: (terms) => {
      const direct = lookUp(terms.map((term) => `word ${term}`))
      // Acronyms with the same long form are other short forms of the same thing.
      const siblings = lookUp(direct.map(({ acronym }) => `long ${longOf(acronym)}`))
      return [...new Map([...direct, ...siblings].map((counted) => [counted.key, counted])).values()]
        .sort((a, b) => (a.key < b.key ? -1 : 1))
        .map(({ acronym }) => acronym)
    },
  }
}
