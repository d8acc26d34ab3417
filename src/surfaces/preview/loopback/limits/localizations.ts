import { Locale } from 'discord-api-types/v10'
import { z } from 'zod'

/** The same text in other languages, by Discord's codes for them; null for none. */
export const localizations = (value: z.ZodType<string>) =>
  z.partialRecord(z.enum(Object.values(Locale)), value.nullable()).nullish()
