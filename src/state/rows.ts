import { z } from 'zod'

/** A list comes as one row, whose column `list` is JSON: the driver reads several rows outside of the event loop's turn. */
const listed = z.object({ list: z.string() })

/**
 * The items of a list that `item` takes. One that it does not take was written by another Quoth than this, and is left out:
 * one old row must not keep all the others from people.
 */
export const listIn = <T>(row: unknown, item: z.ZodType<T>): readonly T[] => {
  const items: unknown = JSON.parse(listed.parse(row).list)
  return z
    .array(z.unknown())
    .parse(items)
    .flatMap((each) => {
      const read = item.safeParse(each)
      return read.success ? [read.data] : []
    })
}
