import { type Said, said } from '../domain/said.ts'
import type { SourceId } from '../domain/source.ts'
import type { Library } from '../library/port.ts'
import { compareDates } from './partial-date.ts'

/** The days that a source must be from; null for any. */
export type Dates = { readonly before: string | null; readonly after: string | null }

/** The sources that a question is asked of. */
export type Asked = {
  /** Undefined for all of them. */
  readonly sources: ReadonlySet<SourceId> | undefined
  readonly count: number
  /** What the asker should know, in whole sentences. */
  readonly notes: readonly Said[]
}

const isWithin = (issued: string, { before, after }: Dates): boolean =>
  (before === null || compareDates(issued, before) < 0) && (after === null || compareDates(issued, after) > 0)

const noneWithin = ({ before, after }: Dates): Said => {
  if (before === null) return said`No source that is asked has a date after ${after ?? ''}.`
  if (after === null) return said`No source that is asked has a date before ${before}.`
  return said`No source that is asked has a date after ${after} and before ${before}.`
}

const undatedLeftOut = (count: number): Said =>
  count === 1 ? said`1 source has no date and was left out.` : said`${count} sources have no date and were left out.`

/** The sources of `library`, or the one that is named, whose date is known and within `dates`. */
export const datedSources = async (dates: Dates, named: SourceId | undefined, library: Library): Promise<Asked> => {
  if (dates.before === null && dates.after === null) {
    if (named !== undefined) return { sources: new Set([named]), count: 1, notes: [] }
    const count = await library.size()
    const notes = count === 0 ? [said`The library has no sources yet: put .txt or .md files into its folder.`] : []
    return { sources: undefined, count, notes }
  }
  const all = (await library.names()).filter(({ id }) => named === undefined || id === named)
  const within = all.filter(({ issued }) => issued !== null && isWithin(issued, dates))
  const undated = all.filter(({ issued }) => issued === null).length
  return {
    sources: new Set(within.map(({ id }) => id)),
    count: within.length,
    notes: [...(within.length === 0 ? [noneWithin(dates)] : []), ...(undated > 0 ? [undatedLeftOut(undated)] : [])],
  }
}
