import type { Hit, Passage } from '../domain/passage.ts'
import { compareIds, type SourceId } from '../domain/source.ts'
import type { IndexStatistics, PassageSearch } from './port.ts'
import { unionVocabulary } from './union-vocabulary.ts'

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)

/** Rounded, each number of terms is whole again, so that the mean is that of one index to the last bit. */
const statisticsTogether = (statistics: readonly IndexStatistics[]): IndexStatistics => {
  const passages = sum(statistics.map((each) => each.passages))
  const terms = sum(statistics.map((each) => Math.round(each.passages * each.meanLength)))
  return { passages, meanLength: passages === 0 ? 0 : terms / passages }
}

const byPlace = (a: Passage, b: Passage): number => compareIds(a.source, b.source) || a.start - b.start

const byScore = (a: Hit, b: Hit): number => b.score - a.score || byPlace(a.passage, b.passage)

/**
 * Several indexes as one, which says what one index with the same sources would, scores and suggestions included. No
 * index learns anything of another. Where two have a source of one id, the first counts; statistics count both.
 * @param parts at least one
 * @returns the only part itself, if there is one
 */
export const unionIndex = (parts: readonly PassageSearch[]): PassageSearch => {
  const [first, ...others] = parts
  if (first === undefined) throw new Error('a union needs an index')
  if (others.length === 0) return first

  const own = unionVocabulary(parts.map((part) => part.vocabulary))
  const statistics = async (): Promise<IndexStatistics> =>
    statisticsTogether(await Promise.all(parts.map((part) => part.statistics())))

  const ownerOf = (source: SourceId): PassageSearch | undefined => parts.find((part) => part.has(source))

  /** The answer of each key's owner, in order. */
  const fromOwners = async <Key extends { readonly source: SourceId }, T>(
    keys: readonly Key[],
    ask: (part: PassageSearch, keys: readonly Key[]) => Promise<readonly T[]>,
  ): Promise<readonly (T | undefined)[]> => {
    const owners = keys.map(({ source }) => ownerOf(source))
    const askOwn = async (part: PassageSearch) => {
      const answers = await ask(
        part,
        keys.filter((_, at) => owners[at] === part),
      )
      return [part, answers.values()] as const
    }
    const answers = new Map(await Promise.all(parts.map(askOwn)))
    return owners.map((owner) => (owner === undefined ? undefined : answers.get(owner)?.next().value))
  }

  /** At least the first `limit` that each part has to give of its own sources, where it has so many. */
  const fromAll = async <T>(
    limit: number,
    sourceOf: (found: T) => SourceId,
    find: (part: PassageSearch, limit: number) => Promise<readonly T[]>,
  ): Promise<readonly T[]> => {
    const findOwn = async (part: PassageSearch, most: number): Promise<readonly T[]> => {
      const found = await find(part, most)
      const owned = found.filter((each) => ownerOf(sourceOf(each)) === part)
      return owned.length >= limit || found.length < most ? owned : findOwn(part, 2 * most)
    }
    return (await Promise.all(parts.map((part) => findOwn(part, limit)))).flat()
  }

  return {
    vocabulary: own,
    has: (source) => ownerOf(source) !== undefined,
    search: async (terms, options, given) => {
      const by = given ?? {
        ...(await statistics()),
        documentFrequencies: new Map(terms.map(({ term }) => [term, own.passagesWith(term)])),
      }
      const found = await fromAll(
        options.limit,
        ({ passage }: Hit) => passage.source,
        (part, limit) => part.search(terms, { ...options, limit }, by),
      )
      return found.toSorted(byScore).slice(0, options.limit)
    },
    passages: (keys) => fromOwners(keys, (part, some) => part.passages(some)),
    findRun: async (words, { limit, sources }) => {
      const found = await fromAll(
        limit,
        ({ source }: Passage) => source,
        (part, most) => part.findRun(words, { limit: most, sources }),
      )
      return found.toSorted(byPlace).slice(0, limit)
    },
    read: (passages) => fromOwners(passages, (part, some) => part.read(some)),
    lookUp: (tokens, language, vocabulary = own) => first.lookUp(tokens, language, vocabulary),
    documentFrequencies: async (terms) => terms.map(own.passagesWith),
    acronyms: (terms, vocabulary = own) => first.acronyms(terms, vocabulary),
    statistics,
    languages: async () => {
      const counted = new Map<string | null, number>()
      for (const languages of await Promise.all(parts.map((part) => part.languages())))
        for (const [language, count] of languages) counted.set(language, (counted.get(language) ?? 0) + count)
      return counted
    },
  }
}
