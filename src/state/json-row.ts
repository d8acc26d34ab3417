import { z } from 'zod'

/**
 * Rows are read as JSON in bytes: `SELECT CAST(json_object(…) AS BLOB) AS json`. The driver aborts the process if text
 * is not UTF-8, and one bad bit on the disk is enough for that; here, such characters are replaced. Also, the driver
 * returns several rows in a later turn of the event loop, but a list in one row at once.
 */
const jsonRow = z.object({ json: z.instanceof(Uint8Array) })

/** The value of a row; undefined if there is none. */
export const valueIn = (row: unknown): unknown =>
  row === undefined ? undefined : JSON.parse(new TextDecoder().decode(jsonRow.parse(row).json))

/**
 * The items of a list that match `item`. Others are damaged or from another version of Quoth; they are left out,
 * because one bad row must not hide the rest.
 */
export const itemsOf = <T>(list: readonly unknown[], item: z.ZodType<T>): readonly T[] =>
  list.flatMap((each) => {
    const read = item.safeParse(each)
    return read.success ? [read.data] : []
  })

/** The items of a row that holds a list. */
export const listIn = <T>(row: unknown, item: z.ZodType<T>): readonly T[] =>
  itemsOf(z.array(z.unknown()).parse(valueIn(row)), item)

/** A column with the JSON text of a value. Text that is not JSON is no value, which `value` refuses. */
export const jsonText = <T>(value: z.ZodType<T>) =>
  z
    .string()
    .transform((text): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        return undefined
      }
    })
    .pipe(value)
