import { InteractionResponseType } from 'discord-api-types/v10'
import { z } from 'zod'
import { maxFiles } from './loopback/attachment.ts'
import type { Loopback } from './loopback/loopback.ts'
import type { FollowedInteraction } from './loopback/moderating.ts'
import type { Application, At, By, FilledForm, Invocation, Outcome, Press, Written } from './protocol.ts'
import type { Session } from './session.ts'
import type { Sessions } from './sessions.ts'
import type { Uploads } from './uploads.ts'

const id = z.string().min(1).max(32)
const name = z.string().min(1).max(32)
const customId = z.string().min(1).max(100)
const upload = z.string().min(1).max(100)
const uploadNames = z.array(upload).max(maxFiles)
const by = { by: id.optional() }
const at = { at: id.optional() }

const invocation: z.ZodType<Invocation & By & At> = z.strictObject({
  ...by,
  ...at,
  path: z.array(name).min(1).max(3),
  values: z.record(name, z.union([z.string().max(6000), z.number(), z.boolean(), z.strictObject({ upload })])),
  focused: name.optional(),
})
const written: z.ZodType<Written & By & At> = z.strictObject({
  ...by,
  ...at,
  content: z.string().max(4000),
  uploads: uploadNames.optional(),
})
const application: z.ZodType<Application & By> = z.strictObject({ ...by, message: id, command: name })
const press: z.ZodType<Press & By> = z.strictObject({
  ...by,
  message: id,
  customId,
  values: z.array(z.string().max(100)).max(25).optional(),
})
const filledForm: z.ZodType<FilledForm & By> = z.strictObject({
  ...by,
  form: id,
  fields: z.record(
    customId,
    z.union([z.string().max(4000), z.array(z.string().max(100)).max(25), z.strictObject({ uploads: uploadNames })]),
  ),
})
const dismissal = z.strictObject({ ...by, id })

/** What a person types after a slash, as the loopback Discord takes it, before its files are looked up. */
const typed = ({ path }: Invocation) => ({
  command: path[0] ?? '',
  group: path.length === 3 ? path[1] : undefined,
  subcommand: path.length > 1 ? path.at(-1) : undefined,
})

/** What comes of an interaction first. @throws Error when the bot does not respond in time */
const outcomeOf = async (followed: FollowedInteraction): Promise<Outcome> => {
  const { type } = await followed.acknowledged()
  if (type !== InteractionResponseType.Modal) return { form: null }
  const { title, components } = await followed.opened()
  return { form: { id: followed.id, title, components } }
}

/**
 * What the page can ask for, by its path: each takes the JSON that was sent and returns the JSON to answer, or null for
 * none.
 */
export type Api = ReadonlyMap<string, (body: unknown) => Promise<object | null>>

/**
 * The actions of the visitor. Each rejects with an Error whose message may be shown when Discord's client would not do
 * it, or when nothing came of it, and with a ZodError for a body that no page of ours sends.
 */
export const createApi = (loopback: Loopback, sessions: Sessions, uploads: Uploads): Api => {
  /** The values of a command's options, with the files that were uploaded. */
  const optionsOf = ({ values }: Invocation) =>
    Object.fromEntries(
      Object.entries(values).map(
        ([option, value]) => [option, typeof value === 'object' ? uploads.take(value.upload) : value] as const,
      ),
    )

  const placeIn = (session: Session, place: string | undefined) => {
    const places = session.places()
    const found = place === undefined ? places[0] : places.find((each) => each.id === place)
    if (found === undefined) throw new Error('There is no such channel.')
    return found
  }

  /** A command that got no response says so where it stands. */
  const use = async (command: string, followed: FollowedInteraction, session: Session, place: string) => {
    sessions.showUse(command, followed, { person: session, place })
    return outcomeOf(followed).catch(() => ({ form: null }))
  }

  return new Map<string, (body: unknown) => Promise<object | null>>([
    [
      '/api/invoke',
      async (body) => {
        const asked = invocation.parse(body)
        const session = sessions.of(asked.by)
        const place = placeIn(session, asked.at)
        const command = place.commands.find(({ path }) => path.join(' ') === asked.path.join(' '))
        const followed = loopback.invoke({
          ...{ ...typed(asked), options: optionsOf(asked) },
          ...{ user: session.person.id, channel: place.id },
        })
        return use(`/${command?.label ?? asked.path.join(' ')}`, followed, session, place.id)
      },
    ],
    [
      '/api/autocomplete',
      async (body) => {
        const asked = invocation.parse(body)
        const session = sessions.of(asked.by)
        const actor = { user: session.person.id, channel: placeIn(session, asked.at).id }
        const options = optionsOf(asked)
        return {
          choices: await loopback.autocomplete({ ...typed(asked), options, ...actor, focused: asked.focused ?? '' }),
        }
      },
    ],
    [
      '/api/say',
      async (body) => {
        const { content, uploads: names = [], ...asked } = written.parse(body)
        const session = sessions.of(asked.by)
        loopback.say({
          content,
          files: names.map(uploads.take),
          user: session.person.id,
          channel: placeIn(session, asked.at).id,
        })
        return null
      },
    ],
    [
      '/api/apply',
      async (body) => {
        const { message, command, ...asked } = application.parse(body)
        const session = sessions.of(asked.by)
        const entry = session.entries().find((each) => each.message === message)
        const place = placeIn(session, entry?.place)
        const label = place.messageCommands.find((each) => each.name === command)?.label
        return use(label ?? command, loopback.applyTo({ command, message, user: session.person.id }), session, place.id)
      },
    ],
    [
      '/api/press',
      async (body) => {
        const { message, customId, values, ...asked } = press.parse(body)
        const actor = { user: sessions.of(asked.by).person.id }
        return outcomeOf(
          values === undefined
            ? loopback.click(message, customId, actor)
            : loopback.select(message, customId, values, actor),
        )
      },
    ],
    [
      '/api/submit',
      async (body) => {
        const { form, fields, ...asked } = filledForm.parse(body)
        const filled = Object.entries(fields).map(
          ([field, value]) =>
            [field, typeof value === 'object' && 'uploads' in value ? value.uploads.map(uploads.take) : value] as const,
        )
        return outcomeOf(
          loopback.submitModal(form, Object.fromEntries(filled), { user: sessions.of(asked.by).person.id }),
        )
      },
    ],
    [
      '/api/dismiss',
      async (body) => {
        const { id: entry, ...asked } = dismissal.parse(body)
        sessions.of(asked.by).dismiss(entry)
        return null
      },
    ],
  ])
}
