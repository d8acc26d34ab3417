import { z } from 'zod'
import type { Channel } from './channel.ts'
import type { Loopback } from './loopback/loopback.ts'
import type { Invocation, Press } from './protocol.ts'

const name = z.string().min(1).max(32)
const invocation: z.ZodType<Invocation> = z.strictObject({
  path: z.array(name).min(1).max(3),
  values: z.record(name, z.union([z.string().max(6000), z.number(), z.boolean()])),
  focused: name.optional(),
})
const press: z.ZodType<Press> = z.strictObject({
  entry: z.string().max(32),
  customId: z.string().min(1).max(100),
  values: z.array(z.string().max(100)).max(25),
})
const dismissal = z.strictObject({ id: z.string().max(32) })

/** What a person types after a slash, as the loopback Discord takes it. */
const typed = ({ path, values }: Invocation) => ({
  command: path[0] ?? '',
  group: path.length === 3 ? path[1] : undefined,
  subcommand: path.length > 1 ? path.at(-1) : undefined,
  options: values,
})

/** What the page can ask for, by its path: each takes the JSON that was sent and returns the JSON to answer, or null for none. */
export type Api = ReadonlyMap<string, (body: unknown) => Promise<object | null>>

/**
 * The deeds of the visitor. Each rejects with an Error whose message may be shown when Discord's client would not do it, and
 * with a ZodError for a body that no page of ours sends.
 */
export const createApi = (loopback: Loopback, channel: Channel): Api =>
  new Map<string, (body: unknown) => Promise<object | null>>([
    [
      '/api/invoke',
      async (body) => {
        const asked = invocation.parse(body)
        const used = channel.commands().find(({ path }) => path.join(' ') === asked.path.join(' '))
        const { id } = loopback.invoke(typed(asked))
        channel.showUse(id, `/${used?.label ?? asked.path.join(' ')}`)
        return null
      },
    ],
    [
      '/api/autocomplete',
      async (body) => {
        const asked = invocation.parse(body)
        return { choices: await loopback.autocomplete({ ...typed(asked), focused: asked.focused ?? '' }) }
      },
    ],
    [
      '/api/press',
      async (body) => {
        const { entry, customId, values } = press.parse(body)
        const { message } = channel.entry(entry)
        if (message === null) throw new Error('That message is not there yet.')
        const begun =
          values.length === 0 ? loopback.click(message, customId) : loopback.select(message, customId, values)
        channel.showPress(begun.id, entry)
        return null
      },
    ],
    [
      '/api/dismiss',
      async (body) => {
        channel.dismiss(dismissal.parse(body).id)
        return null
      },
    ],
  ])
