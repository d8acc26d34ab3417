import type { BibliographicRecord, CslName } from '../domain/bibliography.ts'
import { cslName, splitNames } from './names.ts'

/** A line such as `Author: Jane Doe` above the body. `valueStart` counts in the line. */
export type Metadata = {
  readonly kind: 'title' | 'byline' | 'other'
  readonly record: Partial<BibliographicRecord>
  readonly valueStart: number
}

const labelled = /^(\p{L}[\p{L} -]{0,18}):\s+(?=\S)/u

const authors = (value: string): readonly CslName[] => splitNames(value).flatMap((name) => cslName(name) ?? [])

/** What a labelled line above the body states; null when its label is none of the usual ones. Dates are read elsewhere. */
export const readMetadata = (line: string): Metadata | null => {
  const match = labelled.exec(line)
  if (!match || line.length > 240) return null
  const valueStart = match[0].length
  const value = line.slice(valueStart)
  switch (match[1]?.toLowerCase()) {
    case 'title':
    case 'subject':
    case 'headline':
      return { kind: 'title', record: { title: value }, valueStart }
    case 'author':
    case 'authors':
    case 'from':
      return { kind: 'byline', record: { author: authors(value) }, valueStart }
    case 'publisher':
    case 'publication':
    case 'newspaper':
    case 'source':
      return { kind: 'byline', record: /^https?:/.test(value) ? { URL: value } : { publisher: value }, valueStart }
    case 'url':
    case 'link':
      return { kind: 'byline', record: /^https?:\/\/\S+$/.test(value) ? { URL: value } : {}, valueStart }
    case 'to':
    case 'cc':
    case 'bcc':
    case 'reply-to':
    case 'sent':
    case 'message-id':
      return { kind: 'other', record: {}, valueStart }
    case undefined:
      return null
  }
  return null
}
