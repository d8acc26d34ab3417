import { logger, plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import type { RawEntry } from './bibliography.ts'
import { type BibtexEntry, bibtexText } from './bibtex-entries.ts'
import { readCslItem } from './json-items.ts'
import { type RisRecord, risText } from './ris-records.ts'

// It would print what it does not know.
logger.level = 'silent'

/** An entry of a bibliography. */
export type Entry = {
  /** Its fields in their order, as written but for LaTeX. */
  readonly fields: readonly { readonly name: string; readonly text: string }[]
  /** What it says in sentences: abstract, notes. */
  readonly texts: readonly string[]
  /** The same as CSL-JSON, as far as it can be read. */
  readonly item: Readonly<Record<string, unknown>>
  readonly isDamaged: boolean
}

/** Fields that programs write for themselves. */
const ofPrograms =
  /^(?:file|date-(?:added|modified)|bdsk-.*|timestamp|biburl|bibsource|owner|_.*|groups|crossref|xref|xdata|local-url|rating|read|citeulike-.*|mendeley-.*|ids|uuid|langid|creationdate|modificationdate|priority|ranking|abstract)$/
/** Fields that are read character by character. */
const verbatim = /^(?:url|doi|eprint|isbn|issn|urldate|pmid)$/

const longNote = 120

const parsed = (text: string, forceType: string): Readonly<Record<string, unknown>> | null => {
  try {
    return plugins.input.chain(text, { forceType, generateGraph: false })[0] ?? null
  } catch {
    return null
  }
}

/** Formatting and protected capitals as the parser writes them. */
const withoutTags = (text: string): string => text.replace(/<\/?(?:i|b|sc|sup|sub|span)(?:\s[^<>]{0,60})?>/g, '')

const misc = (field: string, value: string): string =>
  bibtexText({ type: 'misc', key: 'x', fields: [[field, value]], isDamaged: false })

/** The characters that LaTeX stands for. What cannot be read stays without its braces. */
const decoded = (value: string): string => {
  const text = value.replace(/\s+/g, ' ').trim()
  if (!/[\\{}$~]|--|``|''/.test(text)) return text
  const note = parsed(misc('note', text), '@biblatex/text')?.['note']
  return withoutTags(typeof note === 'string' ? note : text.replace(/[{}]/g, ''))
}

const onlyReadable = (fields: BibtexEntry['fields']): BibtexEntry['fields'] =>
  fields.filter(([name, value]) => parsed(misc(name, value), '@biblatex/text') !== null)

/** A name in braces is that of a body; `and others` names nobody. */
const nameOrNone = (name: unknown): readonly unknown[] => {
  const { family, ...rest } = (name ?? {}) as Readonly<Record<string, unknown>>
  if (typeof family !== 'string' || Object.keys(rest).length > 0) return [name]
  if (family === 'others') return []
  return [/\s/.test(family) ? { literal: family } : name]
}

const withoutOthers = (item: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(item).flatMap(([key, value]) => {
      if (typeof value === 'string') return [[key, withoutTags(value)]]
      if (!Array.isArray(value)) return [[key, value]]
      return [[key, value.flatMap(nameOrNone)]]
    }),
  )

/** Without what stands in the text anyway, and dates that state nothing. */
const itemOf = (item: Readonly<Record<string, unknown>> | null): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(withoutOthers(item ?? {})).filter(
      ([key, value]) =>
        !/^(?:abstract|note|annote|keyword|file)$/.test(key) &&
        !(typeof value === 'object' && value !== null && Object.keys(value).length === 0),
    ),
  )

/** What an entry of BibTeX says; a field that cannot be read is left out of the item. */
const entryOfBibtex = (entry: BibtexEntry): Entry => {
  const { fields, isDamaged } = entry
  const used = fields.filter(([name]) => name === 'abstract' || !ofPrograms.test(name))
  const whole = parsed(bibtexText({ ...entry, key: 'x', fields: used }), '@biblatex/text')
  const item = whole ?? parsed(bibtexText({ ...entry, key: 'x', fields: onlyReadable(used) }), '@biblatex/text')
  const shown = used.map(([name, value]) => ({
    name,
    text: verbatim.test(name) ? value.replace(/\\([_%&#~])/g, '$1').trim() : decoded(value),
  }))
  const isText = ({ name, text }: { readonly name: string; readonly text: string }): boolean =>
    name === 'abstract' || (/^(?:note|annote|annotation|comment)$/.test(name) && text.length > longNote)
  return {
    fields: shown.filter((field) => field.text !== '' && !isText(field)),
    texts: shown.filter(isText).map(({ text }) => text),
    item: itemOf(item),
    isDamaged: isDamaged || whole === null,
  }
}

/** What the tags of RIS are called. */
const risNames: Readonly<Record<string, string>> = {
  TI: 'title',
  T1: 'title',
  CT: 'title',
  BT: 'title',
  AU: 'author',
  A1: 'author',
  A2: 'editor',
  ED: 'editor',
  PY: 'year',
  Y1: 'year',
  DA: 'date',
  T2: 'journal',
  JO: 'journal',
  JF: 'journal',
  JA: 'journal',
  T3: 'series',
  VL: 'volume',
  IS: 'number',
  SP: 'pages',
  PB: 'publisher',
  CY: 'address',
  KW: 'keywords',
  SN: 'isbn',
  DO: 'doi',
  UR: 'url',
}

const entryOfRis = (record: RisRecord): Entry => {
  const values = new Map<string, string[]>()
  const end = record.find(([tag]) => tag === 'EP')?.[1]
  for (const [tag, value] of record) {
    const name = risNames[tag]
    const shown = tag === 'SP' && end ? `${value}-${end}` : value
    const known = name === undefined ? undefined : values.get(name)
    if (name === undefined || shown === '' || known?.includes(shown)) continue
    if (known) known.push(shown)
    else values.set(name, [shown])
  }
  return {
    fields: [...values].map(([name, all]) => ({ name, text: all.join('; ') })),
    texts: [...new Set(record.flatMap(([tag, value]) => (/^(?:AB|N1|N2)$/.test(tag) && value !== '' ? [value] : [])))],
    item: itemOf(parsed(risText(record), '@ris/file')),
    isDamaged: false,
  }
}

const nameIn = (name: unknown): string => {
  const { family, given, literal } = (name ?? {}) as Readonly<Record<string, unknown>>
  return [given, family, literal].filter((part) => typeof part === 'string' && part !== '').join(' ')
}

const shownOf = (value: unknown): string => {
  if (typeof value === 'string' || typeof value === 'number')
    return withoutTags(String(value)).replace(/\s+/g, ' ').trim()
  if (Array.isArray(value))
    return value.map((each: unknown) => (typeof each === 'object' ? nameIn(each) : shownOf(each))).join('; ')
  const { 'date-parts': parts, raw, literal } = (value ?? {}) as Readonly<Record<string, unknown>>
  const [first] = Array.isArray(parts) ? (parts as readonly unknown[]) : []
  if (Array.isArray(first)) return first.map((part) => String(part).padStart(2, '0')).join('-')
  return shownOf(raw ?? literal ?? '')
}

const entryOfCsl = (item: Readonly<Record<string, unknown>>): Entry => ({
  fields: Object.entries(item)
    .filter(
      ([key]) =>
        !/^(?:id|type|abstract|citation-key|citation-label|categories|custom|library|accessed|source|_.*)$/.test(key),
    )
    .map(([name, value]) => ({ name, text: shownOf(value) }))
    .filter(({ name, text }) => text !== '' && !(name === 'note' && text.length > longNote)),
  texts: ['abstract', 'note'].flatMap((key) => {
    const text = shownOf(item[key] ?? '')
    return text !== '' && (key === 'abstract' || text.length > longNote) ? [text] : []
  }),
  item: itemOf(item),
  isDamaged: false,
})

/**
 * @param raw an entry as its file has it
 * @returns what it says; null for what is no entry
 */
export const entryOf = (raw: RawEntry): Entry | null => {
  switch (raw.form) {
    case 'bibtex':
      return entryOfBibtex(raw.entry)
    case 'ris':
      return entryOfRis(raw.record)
    case 'csl': {
      const item = readCslItem(raw.json)
      return item && entryOfCsl(item)
    }
  }
}

/**
 * @param raw an entry
 * @returns its title and its DOI as written but for LaTeX, without reading the rest of it; null for what it lacks
 */
export const knownBy = (raw: RawEntry): { readonly title: string | null; readonly doi: string | null } => {
  const value = (...names: readonly string[]): string | null => {
    if (raw.form === 'bibtex') return raw.entry.fields.find(([name]) => names.includes(name))?.[1] ?? null
    if (raw.form === 'ris') return raw.record.find(([tag]) => names.includes(tag))?.[1] ?? null
    const found = Object.entries(readCslItem(raw.json) ?? {}).find(([name]) => names.includes(name))?.[1]
    return found === undefined ? null : shownOf(found)
  }
  const title = value('title', 'TI', 'T1')
  return { title: title && raw.form === 'bibtex' ? decoded(title) : title, doi: value('doi', 'DO', 'DOI') }
}
