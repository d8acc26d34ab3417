import { z } from 'zod'

/**
 * Text of `min` to `max` characters, where one that has to hold something may not be all white space: Discord trims
 * before it measures. Counted in UTF-16 units, which is never more lenient than Discord's own count of code points.
 */
export const text = (min: number, max: number) => {
  const bounded = z.string().max(max)
  return min === 0
    ? bounded
    : bounded.refine((value) => value.trim().length >= min, {
        message: `Must be between ${min} and ${max} in length.`,
        params: { code: 'BASE_TYPE_BAD_LENGTH' },
      })
}

/** A web address with one of `schemes`. */
export const address = (max: number, schemes: readonly string[]) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol.slice(0, -1)), {
      message: `Not a well formed URL. Scheme must be one of (${schemes.join(', ')}).`,
      params: { code: 'URL_TYPE_INVALID_SCHEME' },
    })

export const snowflake = z.string().regex(/^\d{1,20}$/)

/** What a developer names a component or a modal, to know it again. */
export const customId = z.string().min(1).max(100)

/** Discord's number for a component, unique in its message; given or made by Discord. */
export const componentNumber = z.int().min(0).max(0x7fffffff).optional()

export const emoji = z.object({
  id: snowflake.nullish(),
  name: z.string().nullish(),
  animated: z.boolean().optional(),
})
