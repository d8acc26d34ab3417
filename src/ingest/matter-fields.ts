import { parse as parseToml, TomlDate } from 'smol-toml'
import { parseDocument } from 'yaml'
import { foldedKey } from '../language/name-words.ts'

/** How front matter is written: Jekyll's, Hugo's second and third, Pandoc's title block. */
export type MatterFormat = 'yaml' | 'toml' | 'json' | 'pandoc'

/** A field of front matter: its name as written, and its value. */
export type Field = { readonly name: string; readonly value: unknown }

/** The fields by their folded names, and the names of those that cannot be read or stand twice. */
export type Fields = {
  readonly byName: ReadonlyMap<string, Field>
  readonly unreadable: readonly string[]
  readonly repeated: readonly string[]
}

/**
 * The value of a YAML text. Aliases are refused: front matter needs none, and they can be cyclic or expand without
 * limit. The parser's errors are not shown, so it need not spend time on formatting them.
 */
const parseYaml = (yaml: string): unknown => {
  const document = parseDocument(yaml, { logLevel: 'silent', prettyErrors: false })
  if (document.errors.length > 0) throw document.errors[0]
  return document.toJS({ maxAliasCount: 0 })
}

const attempt = <T>(make: () => T): { readonly value: T } | null => {
  try {
    return { value: make() }
  } catch {
    return null
  }
}

const isMapping = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

/** A line with a key at its start, and what follows the colon (or, in TOML, the equals sign). */
const keyLine =
  /^(?:"([^"]{1,60})"|'([^']{1,60})'|([\p{L}_$][\p{L}\p{N}_ .$-]{0,60}?))[ \t]*(?::(?!\/\/)|=)[ \t]*(.*)$/u

type Chunk = { readonly name: string; readonly lines: readonly string[] }

/** How many lines a text in quotation marks may go on. */
const maxQuotedLines = 30

/** The index of the line that closes the quotation mark which `first` opens; that of `first` if none does. */
const closingLine = (lines: readonly string[], first: number, value: string): number => {
  const mark = value[0] ?? ''
  if (!/^["']/.test(value) || new RegExp(`^${mark}.*${mark}\\s*(?:#.*)?$`).test(value)) return first
  for (let at = first + 1; at < Math.min(lines.length, first + maxQuotedLines); at += 1) {
    const line = lines[at] ?? ''
    if (keyLine.exec(line)?.[4]?.startsWith(mark)) return first
    if (line.trimEnd().endsWith(mark)) return at
  }
  return first
}

/** The fields of front matter that no parser takes, each with the lines that belong to it. */
const chunksOf = (matter: string): readonly Chunk[] => {
  const lines = matter.split('\n')
  const chunks: { name: string; lines: string[] }[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    const [, double, single, plain, value = ''] = keyLine.exec(line) ?? []
    const name = double ?? single ?? plain
    if (name === undefined) {
      chunks.at(-1)?.lines.push(line)
      continue
    }
    const end = closingLine(lines, at, value)
    chunks.push({ name: name.trim(), lines: [value, ...lines.slice(at + 1, end + 1)] })
    at = end
  }
  return chunks
}

const withoutQuotes = (text: string): string => {
  const trimmed = text.trim()
  const [, inner] = /^(["'])([\s\S]*)\1(?:\s*#.*)?$/.exec(trimmed)?.slice(0) ?? []
  if (inner !== undefined) return trimmed.slice(1, trimmed.lastIndexOf(inner))
  return /^(["'])(?!.*\1)/.test(trimmed) ? trimmed.slice(1) : trimmed
}

const item = /^\s*-\s+/

/** What a chunk says, in whatever way it can be read; undefined if it cannot. */
const chunkValue = ({ lines }: Chunk): unknown => {
  const written = lines.map((line) => line.replace(/^[ \t]+/, (white) => white.replaceAll('\t', '  '))).join('\n')
  const whole = attempt(() => parseYaml(written))
  const text = written.trim()
  // `title: Roads: the long way`
  const isSentence = lines[0]?.trim() !== '' && isMapping(whole?.value) && !text.startsWith('{')
  if (whole && !isSentence) return whole.value
  // An alias, or an anchor that holds one.
  if (/^[&*][\w-]+(?:\s*$|\s+[[{*])/.test(text)) return undefined
  const rest = lines.slice(1).filter((line) => line.trim() !== '')
  if (lines[0]?.trim() === '' && rest.every((line) => item.test(line)))
    return rest.map(
      (line) => attempt(() => parseYaml(line.replace(item, '')))?.value ?? withoutQuotes(line.replace(item, '')),
    )
  // A list that nothing closes.
  if (/^[[{]/.test(text) && !/[\]}]/.test(text)) return undefined
  const plain = withoutQuotes(text.replace(/\s*\n\s*/g, ' '))
  return /[\p{L}\p{N}]/u.test(plain) ? plain : undefined
}

const fieldsFrom = (entries: readonly (readonly [string, unknown])[]): Fields => {
  const byName = new Map<string, Field>()
  const repeated: string[] = []
  for (const [name, value] of entries) {
    if (value === undefined) continue
    if (byName.has(foldedKey(name))) repeated.push(name)
    byName.set(foldedKey(name), { name, value })
  }
  const unreadable = entries.filter(([, value]) => value === undefined).map(([name]) => name)
  return { byName, unreadable, repeated }
}

/** Pandoc's title block: `% Title`, `% Authors`, `% Date`, each of which indented lines go on. */
const titleBlock = (matter: string): Fields => {
  const [title, author, date] = matter
    .replace(/^%/, '')
    .split(/\n%/)
    .map((part) => part.trim())
  return fieldsFrom([
    ['title', title?.replace(/\s+/g, ' ')],
    ['author', author?.split(/\s*(?:;|\n)\s*/)],
    ['date', date],
  ])
}

const parsers: { readonly [F in Exclude<MatterFormat, 'pandoc'>]: (matter: string) => unknown } = {
  yaml: parseYaml,
  json: (matter) => JSON.parse(matter) as unknown,
  toml: (matter) => parseToml(matter),
}

/**
 * @param matter front matter, without its fences
 * @param format how it is written
 * @returns its fields; where its parser takes it for no data, each that can be read by itself
 */
export const matterFields = (matter: string, format: MatterFormat): Fields => {
  if (format === 'pandoc') return titleBlock(matter)
  const parsed = attempt(() => parsers[format](matter))
  if (parsed) return fieldsFrom(isMapping(parsed.value) ? Object.entries(parsed.value) : [])
  return fieldsFrom(chunksOf(matter).map((chunk) => [chunk.name, chunkValue(chunk)] as const))
}

/**
 * @param value of a field
 * @returns it as one text: a number, a date of TOML, a wiki link that YAML takes for lists; else as it is
 */
export const plainValue = (value: unknown): unknown => {
  if (value instanceof TomlDate) return value.toISOString()
  if (typeof value === 'number') return String(value)
  const [inner, ...others]: readonly unknown[] = Array.isArray(value) ? value : []
  if (others.length > 0 || !Array.isArray(inner) || inner.length !== 1 || typeof inner[0] !== 'string') return value
  return `[[${inner[0]}]]`
}
