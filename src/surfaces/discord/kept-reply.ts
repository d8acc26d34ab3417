import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { type Language, languages, type MessageStyle, messageStyles } from '../../domain/guild-settings.ts'
import type { Reply } from '../../domain/reply.ts'
import { isSilent, nearestQuotesOf, quotesGivenBy, sourcesUsedBy } from '../../domain/reply-facts.ts'
import { type Translator, translatorFor } from '../../i18n/say.ts'
import type { ShownReply } from '../../state/port.ts'
import type { OutgoingMessage } from './message/view.ts'
import { answersThere, type Person, translatorTo } from './person.ts'
import type { Done } from './plan.ts'
import {
  type ButtonAction,
  type CustomId,
  commandsWith,
  customId,
  type Frame,
  readCustomId,
} from './replies/buttons.ts'
import { renderReply } from './replies/render-reply.ts'
import { type Request, requestShape } from './request.ts'
import type { Services } from './services.ts'

/** Milliseconds for which the buttons of a reply work. */
const lifetime = 24 * 60 * 60_000

const keptShape = z.object({
  request: requestShape,
  /** The quotes that it gives, in reading order, by id: what `n` of a custom id counts. */
  given: z.array(z.string()),
  /** Those of a silence: they can be seen in their context, but are neither copied, shared nor rated as an answer. */
  nearest: z.array(z.string()).default([]),
  /** How many of them are shown whole. */
  shown: z.int().min(0),
  isPrivate: z.boolean(),
  style: z.enum(messageStyles),
  language: z.enum(languages),
})

/** What is kept of a shown reply: how to make it again, and what it shows. No text of any source. */
export type KeptReply = z.infer<typeof keptShape>

/** Null for what an older or newer Quoth wrote differently: it counts as expired. */
const readKept = (content: string): KeptReply | null => {
  try {
    return keptShape.safeParse(JSON.parse(content)).data ?? null
  } catch {
    return null
  }
}

/** How a reply is shown. */
type Presentation = {
  readonly request: Request
  readonly isPrivate: boolean
  readonly style: MessageStyle
  readonly language: Language
  /** What was done with it already. */
  readonly done?: ReadonlySet<ButtonAction>
}

/** Milliseconds that keeping a reply may take: a disk under load takes a tenth of that. */
const keepWithin = 2000

/** An id that nobody can guess, in 16 characters that every custom id may have. */
const createReplyId = (): string => randomBytes(12).toString('base64url')

/**
 * Renders a reply and keeps what its buttons need, before anybody can press them.
 * @returns the message; without buttons if the reply could not be kept
 * @throws Error if the reply has an action that `commandsWith` does not give its command: such a reply is a bug
 */
export const present = async (
  reply: Reply,
  { request, isPrivate, style, language, done = new Set() }: Presentation,
  person: Person,
  { state, log, now }: Services,
): Promise<OutgoingMessage> => {
  const id = createReplyId()
  let hasButtons = false
  const frame: Frame = {
    t: translatorFor(language),
    style,
    isPrivate,
    isInGuild: person.guild !== null,
    idOf: (action, n = 0) => {
      // Such a button would only ever say that the reply has expired.
      if (!commandsWith[action].includes(request.command))
        throw new Error(`“/${request.command}” shows the action “${action}” but is not in its row of commandsWith`)
      hasButtons = true
      return customId({ action, reply: id, n })
    },
    done,
  }
  const message = renderReply(reply, frame)
  if (!hasButtons) return message
  const [given, nearest] = [[...quotesGivenBy(reply)], [...nearestQuotesOf(reply)]]
  const { user, guild, channel } = person
  const content: KeptReply = { request, given, nearest, shown: message.shown, isPrivate, style, language }
  try {
    const keeping = state.replies.put({ id, user, guild, channel, at: now(), content: JSON.stringify(content) })
    const late = sleep(keepWithin, 'late' as const, { ref: false })
    // The asker waits for an answer, not for a disk.
    if ((await Promise.race([keeping, late])) !== 'late') return message
    keeping.catch((error: unknown) => log.error({ err: error }, 'Cannot keep a reply'))
    throw new Error(`keeping it takes more than ${keepWithin} ms`)
  } catch (error) {
    log.error({ err: error }, 'Cannot keep a reply, so it is shown without its buttons')
    return renderReply(reply, { ...frame, idOf: null })
  }
}

/**
 * Keeps a request for a form that is opened before it is run.
 * @returns the id that stands for it in custom ids
 * @throws QuothError `state` when it cannot be kept
 */
export const keepRequest = async (
  request: Request,
  { style, language }: Pick<Presentation, 'style' | 'language'>,
  { user, guild, channel }: Person,
  { state, now }: Services,
): Promise<string> => {
  const id = createReplyId()
  const content: KeptReply = { request, given: [], nearest: [], shown: 0, isPrivate: true, style, language }
  await state.replies.put({ id, user, guild, channel, at: now(), content: JSON.stringify(content) })
  return id
}

/** Shows a reply, and counts its sources as used. */
export const showReply = async (
  reply: Reply,
  presentation: Presentation,
  person: Person,
  services: Services,
): Promise<Done> => {
  const { request, isPrivate } = presentation
  const again = reply.kind === 'answer' ? { ...request, earlier: reply.answer.earlier?.slice() } : request
  const message = await present(reply, { ...presentation, request: again }, person, services)
  // Others see which sources are used most, so private uses do not count. Nobody waits for this; it logs its own
  // failures.
  if (!isPrivate && person.guild !== null) void services.uses.add(person.guild, sourcesUsedBy(reply))
  return { outcome: isSilent(reply) ? 'silent' : 'answered', message }
}

/** A button, menu or form that the asker used, on a reply that is still kept. */
export type Pressed = {
  readonly action: CustomId['action']
  readonly n: number
  readonly reply: ShownReply
  readonly kept: KeptReply
  readonly person: Person
  /**
   * Whether the asker alone sees what comes of it: the reply was private, the server wants it so, or the channel is
   * closed.
   */
  readonly isPrivate: boolean
  /** How to speak to the asker alone. */
  readonly t: Translator
}

/** Why nothing is done about a custom id. */
export type Refused = { readonly kind: 'expired' | 'not-yours'; readonly t: Translator }

/**
 * Finds the reply that a custom id belongs to. An id that was made up, or belongs to another channel or to a
 * forgotten reply, counts as expired: it does not reveal which replies exist.
 */
export const readPressed = async (
  id: string,
  person: Person,
  { state, settings, now }: Services,
): Promise<Pressed | Refused> => {
  const current = await settings.of(person.guild)
  const t = translatorTo(person, current, true)
  const refused = (kind: Refused['kind']): Refused => ({ kind, t })
  const read = readCustomId(id)
  const reply = read === null ? undefined : await state.replies.get(read.reply)
  const content = reply === undefined ? null : readKept(reply.content)
  if (read === null || reply === undefined || content === null) return refused('expired')
  if (reply.at <= now() - lifetime || reply.guild !== person.guild || reply.channel !== person.channel)
    return refused('expired')
  if (reply.user !== person.user) return refused('not-yours')
  const isPrivate = content.isPrivate || current.answers === 'private' || !answersThere(person, current)
  return { action: read.action, n: read.n, reply, kept: content, person, isPrivate, t }
}

/** Milliseconds between two runs of the clean-up. */
const forgetEvery = 60 * 60_000

/** Forgets replies whose buttons no longer work, now and every hour. */
export const forgetReplies = ({ state, log, now }: Services): NodeJS.Timeout => {
  const forget = (): void =>
    void state.replies
      .forgetBefore(now() - lifetime)
      .catch((error: unknown) => log.error({ err: error }, 'Cannot forget old replies'))
  forget()
  return setInterval(forget, forgetEvery).unref()
}
