import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { GuildSettings, Language } from '../../../domain/guild-settings.ts'
import type { Reply } from '../../../domain/reply.ts'
import { sayIn } from '../../../wording/say.ts'
import type { Message } from '../messages/message.ts'
import { customId, type Deed } from '../views/custom-id.ts'
import type { Frame } from '../views/frame.ts'
import { renderReply } from '../views/render-reply.ts'
import { givenBy, writeKept } from './kept-reply.ts'
import type { Person } from './person.ts'
import type { Request } from './request.ts'
import type { Serving } from './serving.ts'

/** How a reply is shown. */
export type Presentation = {
  readonly request: Request
  readonly isPrivate: boolean
  readonly style: GuildSettings['style']
  readonly language: Language
  /** What was done with it already. */
  readonly done?: ReadonlySet<Deed>
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
): Promise<Message> => {
  const id = createReplyId()
  let isPressable = false
  const frame: Frame = {
    say: sayIn(language),
    style,
    isPrivate,
    isInGuild: person.guild !== null,
    idOf: (deed, n = 0) => {
      isPressable = true
      return customId({ deed, reply: id, n })
    },
    done,
  }
  const message = renderReply(reply, frame)
  if (!isPressable) return message
  const given = [...givenBy(reply)]
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
