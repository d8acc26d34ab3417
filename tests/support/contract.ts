import * as z from 'zod'

// What other programs rely on: the fields that `--json` prints at least.

const name = z.union([
  z.strictObject({ family: z.string(), given: z.string().optional() }),
  z.strictObject({ literal: z.string() }),
])
const issued = z.nullable(z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/))
const record = {
  title: z.nullable(z.string()),
  titleShown: z.string().min(1),
  author: z.array(name),
  publisher: z.nullable(z.string()),
  issued,
}

const citation = z.object({
  id: z.string().regex(/^q[0-9a-z]{11,19}$/),
  source: z.string().min(1),
  ...record,
  locator: z.strictObject({ label: z.literal('paragraph'), value: z.string().regex(/^[1-9]\d*(?:-[1-9]\d*)?$/) }),
  text: z.string().min(1),
})

export const answerContract = z
  .object({
    id: z.union([z.string(), z.number()]).optional(),
    question: z.string(),
    kind: z.enum(['quoted', 'silent']),
    confidence: z.number().min(0).max(1),
    isWeak: z.literal(true).optional(),
    byMeaning: z.literal(true).optional(),
    quotes: z.array(
      z.object({
        rank: z.int().min(1),
        exact: z.string().min(1),
        prefix: z.string(),
        suffix: z.string(),
        start: z.int().min(0),
        end: z.int().min(1),
        score: z.number(),
        citation,
        alsoIn: z
          .array(
            z.object({
              ...{ exact: z.string().min(1), start: z.int().min(0), end: z.int().min(1) },
              ...{ citation, isSame: z.boolean() },
            }),
          )
          .max(8)
          .optional(),
      }),
    ),
    origins: z.int().min(1).optional(),
    nearest: z.array(citation.extend({ exact: z.string().min(1), start: z.int().min(0), end: z.int().min(1) })).max(3),
    unknownTerms: z.array(z.string()),
    elapsedMs: z.number().min(0),
  })
  .refine(({ kind, quotes }) => (kind === 'quoted') === quotes.length > 0, 'only an answer that is quoted has quotes')
  .refine(({ kind, nearest }) => kind === 'silent' || nearest.length === 0, 'only a silence has what is nearest')
  .refine(({ kind, isWeak }) => kind === 'quoted' || !isWeak, 'only quotes are weak')

export const sourceContract = z.object({
  id: z.string().min(1),
  ...record,
  titleIsDerived: z.boolean(),
  paragraphs: z.int().min(0),
  sentences: z.int().min(0),
  words: z.int().min(0),
  dateline: z.nullable(z.string()),
  missing: z.array(z.enum(['title', 'author', 'publisher', 'issued'])),
  boilerplate: z.array(z.strictObject({ start: z.int(), end: z.int(), rule: z.string().min(1) })),
})

export const summaryContract = z.object({
  source: z.string().min(1),
  sentences: z.array(z.object({ exact: z.string().min(1), start: z.int(), end: z.int(), citation })),
  of: z.int().min(0),
})
