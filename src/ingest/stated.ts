import { type BibliographicRecord, type CslName, saysSomething } from '../domain/bibliography.ts'

/** Replaces lone surrogates, which escapes in metadata can produce and no encoding of Unicode allows. */
const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd')

/**
 * @param field a field of a record
 * @returns its value; null if it is invisible, such as a title of zero-width spaces
 */
export const stated = (field: string | null | undefined): string | null =>
  field && saysSomething(field) ? wellFormed(field) : null

const statedName = (name: CslName): readonly CslName[] => {
  const parts = Object.entries(name).flatMap(([part, field]: [string, string]) => {
    const text = stated(field)
    return text === null ? [] : [[part, text] as const]
  })
  const shown = Object.fromEntries(parts) as Partial<Record<'literal' | 'family' | 'given', string>>
  if (shown.family !== undefined) return [{ ...shown, family: shown.family }]
  const literal = shown.literal ?? shown.given
  return literal === undefined ? [] : [{ literal }]
}

/**
 * @param record any record
 * @returns its fields with visible values
 */
export const statedFields = (record: Partial<BibliographicRecord>): Partial<BibliographicRecord> => {
  const { title, author, publisher, URL, ...rest } = record
  const texts = Object.entries({ title, publisher, URL }).flatMap(([name, field]) => {
    const text = stated(field)
    return text === null ? [] : [[name, text] as const]
  })
  const names = author?.flatMap(statedName) ?? []
  return { ...rest, ...Object.fromEntries(texts), ...(names.length > 0 ? { author: names } : {}) }
}
