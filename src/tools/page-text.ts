import type { Run, Source } from '../domain/source.ts'

const apart: ReadonlySet<string> = new Set(['title', 'byline', 'date', 'boilerplate'])

/** Whether a run is not the text of an article: what is said about it, and marks of lists and tables. */
const isApart = ({ kind, rule }: Run): boolean => apart.has(kind) || (kind === 'markup' && rule === undefined)

/**
 * @param source of a page
 * @returns its text as an article: without title, byline, date, boilerplate and marks
 */
export const articleText = ({ text, runs }: Source): string => {
  const parts: string[] = []
  let from = 0
  for (const run of runs) {
    if (!isApart(run)) continue
    parts.push(text.slice(from, run.start))
    from = run.end
  }
  parts.push(text.slice(from))
  return parts.join(' ')
}
