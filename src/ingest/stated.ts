import { type BibliographicRecord, type CslName, saysSomething } from '../domain/bibliography.ts'

/** Metadata can be written with escapes, and so with half a surrogate pair, which no encoding of Unicode has. */
const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd')

/** What a field states; null where it shows nothing, such as a title of zero-width spaces. */
export const stated = (field: string | null | undefined): string | null =>
  field && saysSomething(field) ? wellFormed(field) : null

const statedName = (name: CslName): readonly CslName[] => {
  if ('literal' in name) {
    const literal = stated(name.literal)
    return literal === null ? [] : [{ literal }]
  }
  const [family, given] = [stated(name.family), stated(name.given)]
  if (family === null) return given === null ? [] : [{ literal: given }]
  return [given === null ? { family } : { family, given }]
}

/** The fields of a record that state something. */
export const statedFields = (record: Partial<BibliographicRecord>): Partial<BibliographicRecord> => {
  const { title, author, publisher, URL, ...dates } = record
  const texts = Object.entries({ title, publisher, URL }).flatMap(([name, field]) => {
    const text = stated(field)
    return text === null ? [] : [[name, text] as const]
  })
  const names = author?.flatMap(statedName) ?? []
  return { ...dates, ...Object.fromEntries(texts), ...(names.length > 0 ? { author: names } : {}) }
}
