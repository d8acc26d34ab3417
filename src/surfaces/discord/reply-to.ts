import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { QuothError } from '../../domain/error.ts'
import type { GuildSettings, Language } from '../../domain/guild-settings.ts'
import { msg, plural } from '../../domain/message.ts'
import type { Reply } from '../../domain/reply.ts'
import { isSilent, quotesGivenBy, sourcesUsedBy } from '../../domain/reply-facts.ts'
import { translatorFor } from '../../i18n/say.ts'
import { writeKept } from './kept-reply.ts'
import type { OutgoingMessage } from './message/view.ts'
import type { Person } from './person.ts'
import type { Done } from './plan.ts'
import type { Frame } from './replies/buttons.ts'
import { type ButtonAction, customId } from './replies/buttons.ts'
import { renderReply } from './replies/render-reply.ts'
import { type Request, readRequest, runRequest } from './request.ts'
import type { Serving } from './serving.ts'

/** How a reply is shown. */
type Presentation = {
  readonly request: Request
  readonly isPrivate: boolean
  readonly style: GuildSettings['style']
  readonly language: Language
  /** What was done with it already. */
  readonly done?: ReadonlySet<ButtonAction>
}

/** Milliseconds that keeping a reply may take: a disk under load takes a tenth of that. */
const keepWithin = 2000

/** An id that nobody can guess, in 16 characters that every custom id may have. */
const createReplyId = (): string => randomBytes(12).toString('base64url')

/**
 * The message that shows a reply, whose buttons respond from now on: what they need is kept before anybody can press them.
 * Where it cannot be kept, the reply is shown without buttons.
 */
export const present = async (
  reply: Reply,
  { request, isPrivate, style, language, done = new Set() }: Presentation,
  person: Person,
  { state, log, now }: Serving,
): Promise<OutgoingMessage> => {
  const id = createReplyId()
  let isPressable = false
  const frame: Frame = {
    t: translatorFor(language),
    style,
    isPrivate,
    isInGuild: person.guild !== null,
    idOf: (action, n = 0) => {
      isPressable = true
      return customId({ action, reply: id, n })
    },
    done,
  }
  const message = renderReply(reply, frame)
  if (!isPressable) return message
  const given = [...quotesGivenBy(reply)]
  const { user, guild, channel } = person
  try {
    const content = writeKept({ request, given, shown: message.shown, isPrivate, style, language })
    const keeping = state.replies.put({ id, user, guild, channel, at: now(), content })
    const late = sleep(keepWithin, 'late' as const, { ref: false })
    // Whoever asked waits for an answer, not for a disk.
    if ((await Promise.race([keeping, late])) !== 'late') return message
    keeping.catch((error: unknown) => log.error({ err: error }, 'A reply cannot be kept'))
    throw new Error(`keeping it takes more than ${keepWithin} ms`)
  } catch (error) {
    log.error({ err: error }, 'A reply cannot be kept, so it is shown without its buttons')
    return renderReply(reply, { ...frame, idOf: null })
  }
}

/** @throws QuothError `too-many-questions` */
const count = ({ limiter }: Serving, { user }: Person): void => {
  const verdict = limiter(user)
  if (verdict.allowed) return
  throw new QuothError(
    'too-many-questions',
    plural(
      verdict.seconds,
      msg`You ask faster than Quoth may answer. Please wait 1 second and ask again.`,
      msg`You ask faster than Quoth may answer. Please wait ${verdict.seconds} seconds and ask again.`,
    ),
  )
}

/**
 * Lets a person use a command, and counts it. Needs no look into the library, so it can be done before anybody sees that something
 * was asked.
 * @throws QuothError `bad-argument` for arguments that the command does not take, `too-many-questions`
 */
export const takeToken = (request: Request, person: Person, serving: Serving): void => {
  const { action } = readRequest(request, serving.commands)
  if (action.isCostly) count(serving, person)
}

/** Why a person is not admitted; null for one who is. */
export const tryTakeToken = (request: Request, person: Person, serving: Serving): QuothError | null => {
  try {
    takeToken(request, person, serving)
    return null
  } catch (error) {
    if (error instanceof QuothError) return error
    throw error
  }
}

/** What a person gets who was admitted to a command, and can follow up on. @throws QuothError as the command does */
export const replyFor = async (
  request: Request,
  person: Person,
  settings: GuildSettings,
  serving: Serving,
): Promise<Reply> => {
  const asker = `${person.user} in ${person.channel}`
  return runRequest(request, serving.commands, { quoth: serving.libraryOf(person.guild), asker, settings })
}

/** The reply to what was asked before: nothing new is asked or remembered. @throws QuothError as the command does */
export const rerunReply = async (
  request: Request,
  person: Person,
  settings: GuildSettings,
  serving: Serving,
): Promise<Reply> => runRequest(request, serving.commands, { quoth: serving.libraryOf(person.guild), settings })

/** A reply as it is shown, kept so that it can be made again as it is. */
export const showReply = async (
  reply: Reply,
  presentation: Presentation,
  person: Person,
  serving: Serving,
): Promise<Done> => {
  const { request, isPrivate } = presentation
  const again = reply.kind === 'answer' ? { ...request, earlier: reply.answer.earlier?.slice() } : request
  const message = await present(reply, { ...presentation, request: again }, person, serving)
  // Others see what is used most, so what is private does not count. Nobody waits for this: what it cannot write it logs.
  if (!isPrivate && person.guild !== null) void serving.uses.add(person.guild, sourcesUsedBy(reply))
  return { outcome: isSilent(reply) ? 'silent' : 'answered', message }
}
