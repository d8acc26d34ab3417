import { QuothError } from '../../../domain/error.ts'
import { msg } from '../../../domain/message.ts'

/** An entry as BibTeX writes it. Values have their LaTeX, without the outer braces. */
export type BibtexEntry = {
  readonly type: string
  readonly key: string
  readonly fields: readonly (readonly [name: string, value: string])[]
  /** Whether something of it cannot be read. */
  readonly isDamaged: boolean
}

/** In characters: longer values are none, but abbreviations of abbreviations. */
const maxValue = 200_000
/** Fields that an entry can have from another one. */
const maxInherited = 40
/** The largest bibliographies of people have some ten thousand. */
const maxEntries = 50_000

type Macros = ReadonlyMap<string, string>

/** The months that every style of BibTeX defines. */
const months: Macros = new Map(
  'january february march april may june july august september october november december'
    .split(' ')
    .map((name) => [name.slice(0, 3), name.charAt(0).toUpperCase() + name.slice(1)]),
)

const opening =
  /(?:^[ \t]{0,40}@[ \t]*|(?<=\}[ \t]{0,8})@(?=[A-Za-z_][\w-]{0,40}[{(][^\s,{}()]{1,200},))([A-Za-z_][\w-]{0,40})\s{0,20}([{(])/gm

/** An entry and where it stands: from its brace to where the next begins. */
type Stretch = { readonly type: string; readonly start: number; readonly end: number }

/** Entries begin lines or follow a brace, so that one that is not closed costs no other. */
const stretchesIn = (text: string): readonly Stretch[] => {
  const found: { type: string; at: number; start: number }[] = []
  for (const { index, 0: written, 1: type = '' } of text.matchAll(opening)) {
    if (found.length >= maxEntries)
      throw new QuothError('bad-document', msg`It has more than ${maxEntries} entries. Split it into smaller files.`)
    found.push({ type: type.toLowerCase(), at: index, start: index + written.length })
  }
  return found.map(({ type, start }, at) => ({ type, start, end: found[at + 1]?.at ?? text.length }))
}

/** Where a value in braces or quotation marks ends, behind its last character; -1 if nothing closes it. */
const closing = (text: string, from: number, end: number, close: string): number => {
  let depth = 0
  for (let at = from; at < end; at += 1) {
    const character = text.charAt(at)
    if (character === '\\') at += 1
    else if (character === close && depth === 0) return at
    else if (character === '{') depth += 1
    else if (character === '}') {
      if (depth === 0) return -1
      depth -= 1
    }
  }
  return -1
}

const blank = /(?:\s|%[^\n]*)*/y
const name = /[^\s={}(),"#%'\\]{1,100}/y

/** Reads fields from a place on, until something is none. */
const readFields = (
  text: string,
  { start, end }: Pick<Stretch, 'start' | 'end'>,
  macros: Macros,
): Pick<BibtexEntry, 'fields' | 'isDamaged'> => {
  const fields: (readonly [string, string])[] = []
  let at = start
  const matched = (pattern: RegExp): string => {
    pattern.lastIndex = at
    const match = pattern.exec(text)?.[0] ?? ''
    at = Math.min(end, at + match.length)
    return match
  }
  const next = (): string => {
    matched(blank)
    return at < end ? text.charAt(at) : ''
  }
  const damaged = { fields, isDamaged: true }
  for (;;) {
    while (next() === ',') at += 1
    if (next() === '}' || next() === ')') return { fields, isDamaged: false }
    const field = matched(name).toLowerCase()
    if (field === '' || next() !== '=') return damaged
    at += 1
    let value = ''
    for (;;) {
      const open = next()
      if (open === '{' || open === '"') {
        const close = closing(text, at + 1, end, open === '{' ? '}' : '"')
        if (close === -1) return damaged
        value += text.slice(at + 1, close)
        at = close + 1
      } else {
        const word = matched(name)
        if (word === '') return damaged
        value += /^\d+$/.test(word) ? word : (macros.get(word.toLowerCase()) ?? months.get(word.toLowerCase()) ?? word)
      }
      if (value.length > maxValue) return damaged
      if (next() !== '#') break
      at += 1
    }
    fields.push([field, value])
  }
}

const label = /\s*([^,\s{}()"]{0,200})\s*,?/y

/**
 * @param text of a file of BibTeX or BibLaTeX
 * @returns its entries, each read when it is asked for; fields of one that it refers to as `crossref` count as its own
 * @throws QuothError `bad-document`, when the first is asked for, if they are too many
 */
export function* bibtexEntries(text: string): Generator<BibtexEntry> {
  const macros = new Map<string, string>()
  const entries: (Stretch & { readonly key: string })[] = []
  const parents = new Map<Stretch, BibtexEntry['fields']>()
  for (const stretch of stretchesIn(text)) {
    if (stretch.type === 'string')
      for (const [macro, value] of readFields(text, stretch, macros).fields) macros.set(macro, value)
    if (/^(?:string|preamble|comment)$/.test(stretch.type)) continue
    label.lastIndex = stretch.start
    const match = label.exec(text)
    entries.push({ ...stretch, key: match?.[1] ?? '', start: stretch.start + (match?.[0].length ?? 0) })
  }
  const byKey = new Map(entries.map((entry) => [entry.key.toLowerCase(), entry]))
  for (const entry of entries) {
    const { fields, isDamaged } = readFields(text, entry, macros)
    const own = new Map(fields)
    const parent = byKey.get((own.get('crossref') ?? '').trim().toLowerCase())
    if (parent !== undefined && !parents.has(parent))
      parents.set(parent, readFields(text, parent, macros).fields.slice(0, maxInherited))
    const inherited = (parent === undefined || parent === entry ? undefined : parents.get(parent)) ?? []
    const isPart = /^in/.test(entry.type)
    yield {
      type: entry.type,
      key: entry.key,
      isDamaged,
      fields: [
        ...fields,
        ...inherited
          // The title of the whole is where the part stands.
          .map(([field, value]) => [isPart && field === 'title' ? 'booktitle' : field, value] as const)
          .filter(([field]) => !own.has(field) && !/^(?:abstract|file|doi|url|pages|note|keywords)$/.test(field)),
      ],
    }
  }
}

/**
 * @param entry an entry
 * @returns it as text that `bibtexEntries` reads the same
 */
export const bibtexText = ({ type, key, fields }: BibtexEntry): string =>
  `@${type}{${key},\n${fields.map(([field, value]) => `  ${field} = {${value}},\n`).join('')}}\n`
