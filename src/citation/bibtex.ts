import type { CslName } from '../domain/bibliography.ts'
import type { CslType } from '../domain/publication.ts'
import { bibtexName } from './names.ts'
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

/** The lower-case ASCII letters and digits of a text, without accents. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

/** First author, year and first longer word of the title; the source's id if author and year are unknown. */
export const bibtexKey = ({ author: [first], issued, title, id, yearSuffix }: ReferenceItem): string => {
  const name = first === undefined ? '' : plain('literal' in first ? first.literal : first.family).slice(0, 30)
  if (name === '' && issued === null) return plain(id) || 'source'
  const word = (title ?? '')
    .split(' ')
    .map(plain)
    .find((candidate) => candidate.length > 3)
  return [name, issued?.year, word?.slice(0, 30), yearSuffix].filter(Boolean).join('')
}

/** BibTeX's types by CSL's, each with its field for what a text is part of and for the publisher. */
const types: {
  readonly [T in CslType]?: { readonly type: string; readonly container: string | null; readonly publisher: string }
} = {
  article: { type: 'article', container: 'journal', publisher: 'publisher' },
  'article-journal': { type: 'article', container: 'journal', publisher: 'publisher' },
  'article-magazine': { type: 'article', container: 'journal', publisher: 'publisher' },
  book: { type: 'book', container: null, publisher: 'publisher' },
  chapter: { type: 'incollection', container: 'booktitle', publisher: 'publisher' },
  'paper-conference': { type: 'inproceedings', container: 'booktitle', publisher: 'publisher' },
  report: { type: 'techreport', container: null, publisher: 'institution' },
  thesis: { type: 'phdthesis', container: null, publisher: 'school' },
}

/**
 * A BibTeX entry; of a type that BibTeX lacks, such as news, `@misc`, or `@online` with a URL.
 */
export const bibtex = (item: ReferenceItem): string => {
  const { issued, publication, container, publisher } = item
  const note = noteOf(item)
  const other = {
    type: item.URL === null ? 'misc' : 'online',
    container: 'howpublished',
    publisher: item.URL === null && container === null ? 'howpublished' : 'organization',
  }
  const form = types[item.type] ?? other
  const outlet = container ?? (form !== other && form.container !== null ? publisher : null)
  const braced = (text: string | null | undefined): string | null => (text ? `{${escaped(text)}}` : null)
  const names = (list: readonly CslName[] = []): string | null =>
    list.length === 0 ? null : `{${list.map((name) => bibtexName(name, escaped)).join(' and ')}}`
  const fields = [
    ['author', names(item.author)],
    ['editor', names(publication.editor)],
    ['translator', names(publication.translator)],
    ['title', item.title === null ? null : `{${braced(item.title)}}`],
    [form.container ?? 'howpublished', braced(outlet)],
    [form.publisher, outlet === publisher ? null : braced(publisher)],
    ['address', braced(publication['publisher-place'])],
    ['series', braced(publication['collection-title'])],
    ['edition', braced(publication.edition)],
    ['volume', braced(publication.volume)],
    ['number', braced(publication.issue ?? publication.number)],
    ['pages', braced(publication.page?.replace(/\s*(?:-{1,2}|–|—)\s*/g, '--'))],
    ['year', issued === null ? null : `${issued.year}`],
    ['month', issued?.month === undefined ? null : (months[issued.month - 1] ?? null)],
    ['day', issued?.day === undefined ? null : `${issued.day}`],
    ['doi', braced(publication.DOI)],
    ['isbn', braced(publication.ISBN)],
    ['issn', braced(publication.ISSN)],
    ['url', item.URL === null ? null : `{${escapedUrl(item.URL)}}`],
    ['abstract', braced(publication.abstract)],
    ['keywords', braced(publication.keyword)],
    ['note', braced(note)],
  ] as const
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = ${value},`]))
  return [`@${form.type}{${bibtexKey(item)},`, ...lines, '}'].join('\n')
}
