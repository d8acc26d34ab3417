import type { Translator } from '../../../i18n/say.ts'
import type { ShownReply } from '../../../state/port.ts'
import { type KeptReply, keptFor, readKept } from '../kept-reply.ts'
import type { Person } from '../person.ts'
import { answersThere, type Serving, translatorTo } from '../serving.ts'
import { type CustomId, readCustomId } from './buttons.ts'

/** A deed with a reply that is known and whose asker does it. */
export type Pressed = {
  readonly action: CustomId['action']
  readonly n: number
  readonly reply: ShownReply
  readonly kept: KeptReply
  readonly person: Person
  /** Whether what comes of it is for the asker alone: the reply was, the server wants it so, or the channel is closed. */
  readonly isPrivate: boolean
  /** How to speak to the person alone. */
  readonly t: Translator
}

/** Why nothing is done about a custom id. */
export type Refused = { readonly kind: 'expired' | 'not-yours'; readonly t: Translator }

/**
 * What a person means who uses a custom id. An id that was made up, that is of another place, or whose reply was forgotten
 * counts as expired: it tells nothing of replies that are there.
 */
export const readPressed = async (id: string, person: Person, serving: Serving): Promise<Pressed | Refused> => {
  const { state, now } = serving
  const settings = await serving.settings.of(person.guild)
  const t = translatorTo(person, settings, true)
  const read = readCustomId(id)
  const reply = read === null ? undefined : await state.replies.get(read.reply)
  const kept = reply === undefined ? null : readKept(reply.content)
  if (read === null || reply === undefined || kept === null) return { kind: 'expired', t }
  if (reply.at <= now() - keptFor || reply.guild !== person.guild || reply.channel !== person.channel)
    return { kind: 'expired', t }
  if (reply.user !== person.user) return { kind: 'not-yours', t }
  const isPrivate = kept.isPrivate || settings.answers === 'private' || !answersThere(person, settings)
  return { action: read.action, n: read.n, reply, kept, person, isPrivate, t }
}
