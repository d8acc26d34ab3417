import type { CslName } from '../domain/bibliography.ts'
import { noteOf, type ReferenceItem } from './reference-item.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** BibTeX counts braces even after a backslash, so a brace in the text becomes a command. */
const commands: { readonly [character: string]: string } = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

const escaped = (text: string): string =>
  text.replace(/[\\{}~^$&#_%]/g, (character) => commands[character] ?? `\\${character}`)

/** A URL stays as it is, except for what would end the field. */
const escapedUrl = (URL: string): string => URL.replace(/[\\{}]/g, encodeURIComponent)

/** Braces keep BibTeX from splitting a name at a comma or `and`. */
const part = (text: string): string => (/,|(^|\s)and(\s|$)/i.test(text) ? `{${escaped(text)}}` : escaped(text))

const author = (name: CslName): string =>
  'literal' in name
    ? `{${escaped(name.literal)}}`
    : [part(name.family), name.given === undefined ? '' : part(name.given)].filter(Boolean).join(', ')

/** The lower-case ASCII letters and digits of a text, without accents. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

/** First author, year and first longer word of the title; the source's id if author and year are unknown. */
const keyOf = ({ author: [first], issued, title, id }: ReferenceItem): string => {
  const name = first === undefined ? '' : plain('literal' in first ? first.literal : first.family).slice(0, 30)
  if (name === '' && issued === null) return plain(id) || 'source'
  const word = (title ?? '')
    .split(' ')
    .map(plain)
    .find((candidate) => candidate.length > 3)
  return [name, issued?.year, word?.slice(0, 30)].filter(Boolean).join('')
}

/**
 * A BibTeX entry: `@misc`, or `@online` with a URL. BibTeX has no type for news, and `@article` is for journals.
 */
export const bibtex = (item: ReferenceItem): string => {
  const { issued } = item
  const note = noteOf(item)
  const fields = [
    ['author', item.author.length === 0 ? null : `{${item.author.map(author).join(' and ')}}`],
    ['title', item.title === null ? null : `{{${escaped(item.title)}}}`],
    [
      item.URL === null ? 'howpublished' : 'organization',
      item.publisher === null ? null : `{${escaped(item.publisher)}}`,
    ],
    ['year', issued === null ? null : `${issued.year}`],
    ['month', issued?.month === undefined ? null : (months[issued.month - 1] ?? null)],
    ['day', issued?.day === undefined ? null : `${issued.day}`],
    ['url', item.URL === null ? null : `{${escapedUrl(item.URL)}}`],
    ['note', note === null ? null : `{${escaped(note)}}`],
  ] as const
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = ${value},`]))
  return [`@${item.URL === null ? 'misc' : 'online'}{${keyOf(item)},`, ...lines, '}'].join('\n')
}
