import type { CslName } from '../../../src/domain/bibliography.ts'

/** What a reference manager makes of a record: just as much of each format as Quoth writes. */
export type ParsedRecord = { readonly [field: string]: unknown }

const commands: readonly (readonly [RegExp, string])[] = [
  [/\\textbraceleft\{\}/g, '⟦'],
  [/\\textbraceright\{\}/g, '⟧'],
  [/\\textbackslash\{\}/g, '⟍'],
  [/\\textasciitilde\{\}/g, '~'],
  [/\\textasciicircum\{\}/g, '^'],
  [/\\([$&#_%])/g, '$1'],
  [/[{}]/g, ''],
  [/⟦/g, '{'],
  [/⟧/g, '}'],
  [/⟍/g, '\\'],
]
const plain = (tex: string): string => commands.reduce((text, [pattern, by]) => text.replace(pattern, by), tex)

/** Splits at a separator that no brace protects. */
const splitOutside = (tex: string, separator: RegExp): readonly string[] => {
  const parts: string[] = []
  let [depth, from] = [0, 0]
  for (let at = 0; at < tex.length; at += 1) {
    if (tex[at] === '{') depth += 1
    if (tex[at] === '}') depth -= 1
    const found = depth === 0 ? separator.exec(tex.slice(at)) : null
    if (found?.index !== 0) continue
    parts.push(tex.slice(from, at))
    from = at + found[0].length
    at = from - 1
  }
  return [...parts, tex.slice(from)]
}

const bibtexName = (tex: string): CslName => {
  if (/^\{.*\}$/.test(tex)) return { literal: plain(tex) }
  const parts = splitOutside(tex, /^, /).map(plain)
  const [family = '', ...rest] = parts
  const given = rest.at(-1)
  return { family, ...(given === undefined ? {} : { given }), ...(rest.length > 1 ? { suffix: rest[0] ?? '' } : {}) }
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

export const parseBibtex = (entry: string): ParsedRecord => {
  const fields = new Map(
    [...entry.matchAll(/^ {2}(\w+) = (.*),$/gm)].map(([, name = '', value = '']) => [
      name,
      value.replace(/^\{(.*)\}$/, '$1'),
    ]),
  )
  const author = fields.get('author')
  const text = (name: string): string => plain(fields.get(name) ?? '')
  return {
    type: entry.startsWith('@article{') ? 'article-journal' : 'other',
    title: text('title'),
    author: author === undefined ? [] : splitOutside(author, /^ and /).map(bibtexName),
    publisher: text('publisher'),
    'container-title': text('journal'),
    volume: text('volume'),
    issue: text('number'),
    page: text('pages').replace('--', '-'),
    date: [Number(text('year')), months.indexOf(text('month')) + 1, Number(text('day'))],
  }
}

export const parseRis = (entry: string): ParsedRecord => {
  const lines = entry.split('\n').map((line) => [line.slice(0, 2), line.slice(6)] as const)
  const text = (tag: string): string => lines.find(([name]) => name === tag)?.[1] ?? ''
  const name = (written: string): CslName => {
    const [family = '', given, suffix] = written.split(', ')
    if (given === undefined) return { literal: family }
    return { family, given, ...(suffix === undefined ? {} : { suffix }) }
  }
  return {
    type: text('TY') === 'JOUR' ? 'article-journal' : 'other',
    title: text('TI'),
    author: lines.filter(([tag]) => tag === 'AU').map(([, value]) => name(value)),
    publisher: text('PB'),
    'container-title': text('T2'),
    volume: text('VL'),
    issue: text('IS'),
    page: `${text('SP')}-${text('EP')}`,
    date: text('DA').split('/').slice(0, 3).map(Number),
  }
}
