import { nameShown } from '../domain/bibliography.ts'
import type { Source } from '../domain/source.ts'
import type { TruePage } from './page-set.ts'

/** How many of the pages whose truth has a field have it right, and how many state something else. */
export type FieldFigures = { readonly pages: number; readonly right: number; readonly wrong: number }

/** The fields of a page’s record that may be known. */
export type RecordFigures = {
  readonly title: FieldFigures | null
  readonly author: FieldFigures | null
  readonly date: FieldFigures | null
}

const levelled = (text: string): string => text.replace(/\s+/gu, ' ').trim().toLowerCase()

const namesOf = (written: TruePage['truth']['author']): readonly string[] =>
  (typeof written === 'string' ? written.split(/\s*;\s*/) : (written ?? [])).map(levelled).filter((name) => name !== '')

const sameNames = (found: readonly string[], truth: readonly string[]): boolean =>
  found.length === truth.length && found.every((name) => truth.includes(name))

/** A field of a page: what is true, what was found, and whether they agree. */
type Judged = { readonly hasTruth: boolean; readonly isFound: boolean; readonly isRight: boolean }

const figuresOf = (pages: readonly Judged[]): FieldFigures | null => {
  const known = pages.filter(({ hasTruth }) => hasTruth)
  if (known.length === 0) return null
  const right = known.filter(({ isRight }) => isRight).length
  return { pages: known.length, right, wrong: known.filter(({ isFound, isRight }) => isFound && !isRight).length }
}

/**
 * @param pages with what is true of them, and the source that each became; null for one that was refused
 * @returns how often the record is right: a title and the names in any order but for space and case, the date by its day
 */
export const recordFigures = (
  pages: readonly { readonly page: TruePage; readonly source: Source | null }[],
): RecordFigures => {
  const judged = pages.map(({ page: { truth }, source }) => {
    const { title = null, author = [], issued = null } = source?.record ?? {}
    const [trueTitle, trueNames, trueDay] = [truth.headline ?? truth.title, namesOf(truth.author), truth.datePublished]
    const names = author.map((name) => levelled(nameShown(name)))
    return {
      title: {
        hasTruth: Boolean(trueTitle),
        isFound: title !== null,
        isRight: levelled(title ?? '') === levelled(trueTitle ?? ''),
      },
      author: { hasTruth: trueNames.length > 0, isFound: names.length > 0, isRight: sameNames(names, trueNames) },
      date: { hasTruth: Boolean(trueDay), isFound: issued !== null, isRight: issued === trueDay?.slice(0, 10) },
    }
  })
  return {
    title: figuresOf(judged.map(({ title }) => title)),
    author: figuresOf(judged.map(({ author }) => author)),
    date: figuresOf(judged.map(({ date }) => date)),
  }
}
