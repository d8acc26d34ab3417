import { z } from 'zod'

/**
 * Rows come as JSON, in bytes: `SELECT CAST(json_object(…) AS BLOB) AS json`. The driver ends the process when text
 * that it hands out is not UTF-8, which one bad bit on the disk is enough for; here, such characters are replaced. And
 * it gives several rows outside of the turn in which they were asked for; a list of them in one row comes at once.
 */
const jsonRow = z.object({ json: z.instanceof(Uint8Array) })

/** The value of a row; undefined when there is none. */
export const valueIn = (row: unknown): unknown =>
  row === undefined ? undefined : JSON.parse(new TextDecoder().decode(jsonRow.parse(row).json))

/**
 * The items of a list that `item` takes. One that it does not take was written by another Quoth than this, or is
 * damaged, and is left out: one row must not keep all the others from people.
 */
export const itemsOf = <T>(list: readonly unknown[], item: z.ZodType<T>): readonly T[] =>
  list.flatMap((each) => {
    const read = item.safeParse(each)
    return read.success ? [read.data] : []
  })

/** The items of a row that is a list. */
export const listIn = <T>(row: unknown, item: z.ZodType<T>): readonly T[] =>
  itemsOf(z.array(z.unknown()).parse(valueIn(row)), item)

/** Text of a column that is JSON of a value. */
export const jsonText = <T>(value: z.ZodType<T>) =>
  z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue('no JSON')
        return z.NEVER
      }
    })
    .pipe(value)
