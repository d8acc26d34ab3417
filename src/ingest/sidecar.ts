import { z } from 'zod'
import type { BibliographicRecord, CslName } from '../domain/bibliography.ts'
import { type Message, msg } from '../domain/message.ts'
import { languageTag } from '../language/languages.ts'
import { partialDate } from './dates.ts'

/** In bytes. A larger sidecar is a database rather than one item. */
const maxBytes = 65_536

const text = z.string().trim().min(1).max(1000)
const name = z.union([
  z
    .object({ family: text, given: text.optional() })
    .transform(({ family, given }): CslName => (given === undefined ? { family } : { family, given })),
  z.object({ literal: text }).transform(({ literal }): CslName => ({ literal })),
])
const part = z.coerce.number().int()
const pad = (value: number, length: number): string => String(value).padStart(length, '0')
const date = z.union([
  z
    .object({ 'date-parts': z.tuple([z.array(part).min(1).max(3)]).rest(z.array(part)) })
    .transform(({ 'date-parts': [[year = 0, ...rest]] }) =>
      [pad(year, 4), ...rest.map((value) => pad(value, 2))].join('-'),
    ),
  z.object({ raw: text }).transform(({ raw }) => raw),
  text,
])
const item = z.object({
  title: text.optional(),
  author: z.array(name).optional(),
  publisher: text.optional(),
  'container-title': text.optional(),
  issued: date
    .transform((written, context) => {
      const issued = partialDate(written)
      if (issued === null) context.addIssue({ code: 'custom', message: 'is not a clear date' })
      return issued
    })
    .optional(),
  language: text.optional(),
  URL: z.url({ protocol: /^https?$/ }).optional(),
})
/** CSL-JSON is a list of items, but people also write a single item. */
const sidecar = z.union([item, z.tuple([item]).transform(([only]) => only)])

/** The fields of a sidecar, or a warning that says what is wrong with it. */
export type Sidecar = {
  readonly record: Partial<BibliographicRecord>
  /** See `Source.language`. */
  readonly language?: string | null
  readonly warnings: readonly Message[]
}

const rejected = (reason: Message): Sidecar => ({ record: {}, warnings: [msg`The sidecar was ignored: ${reason}`] })

const parseJson = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown
  } catch {
    return undefined
  }
}

/**
 * Reads `<name>.csl.json`: a CSL-JSON item whose fields override what the document states.
 * @param bytes the file
 * @returns its fields, or a warning
 */
export const readSidecar = (bytes: Uint8Array): Sidecar => {
  if (bytes.length > maxBytes) return rejected(msg`it is larger than ${maxBytes / 1024} KB.`)
  const json = parseJson(bytes)
  if (json === undefined) return rejected(msg`it is not valid JSON in UTF-8.`)
  const parsed = sidecar.safeParse(json)
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.')
    return rejected(
      field ? msg`${field} is not valid CSL-JSON, or too long.` : msg`it is not valid CSL-JSON, or too long.`,
    )
  }
  const { title, author, publisher, issued, language, URL } = parsed.data
  const outlet = publisher ?? parsed.data['container-title']
  return {
    record: {
      ...(title === undefined ? {} : { title }),
      ...(author === undefined ? {} : { author }),
      ...(outlet === undefined ? {} : { publisher: outlet }),
      ...(issued === undefined || issued === null ? {} : { issued, issuedKind: null }),
      ...(URL === undefined ? {} : { URL }),
    },
    language: language === undefined ? null : languageTag(language),
    warnings: [],
  }
}
