import { QuothError } from '../../../domain/error.ts'
import { quotesOf } from '../../../domain/finding.ts'
import type { GuildSettings } from '../../../domain/guild-settings.ts'
import { placesOf } from '../../../domain/quote-check.ts'
import type { Reply } from '../../../domain/reply.ts'
import { said } from '../../../domain/said.ts'
import type { SourceId } from '../../../domain/source.ts'
import type { Outcome } from '../../../observing/metrics.ts'
import type { Person } from './person.ts'
import type { Done } from './plan.ts'
import { type Presentation, present } from './present.ts'
import { type Request, readRequest, runRequest } from './request.ts'
import type { Serving } from './serving.ts'

const outcomeOf = (reply: Reply): Outcome => {
  const isSilent =
    (reply.kind === 'answer' && reply.answer.kind === 'silent') ||
    (reply.kind === 'findings' && quotesOf(reply.findings).length === 0)
  return isSilent ? 'silent' : 'answered'
}

/** The sources that a reply makes use of. */
const usedBy = (reply: Reply): readonly SourceId[] => {
  switch (reply.kind) {
    case 'answer':
      return [...new Set(reply.answer.quotes.map(({ quote }) => quote.source))]
    case 'summary':
      return [reply.summary.source]
    case 'source-card':
      return [reply.source.id]
    case 'findings':
      return [...new Set(quotesOf(reply.findings).map(({ quote }) => quote.source))]
    case 'quote-check':
      return [...new Set(placesOf(reply.check).map(({ quote }) => quote.source))]
    case 'context':
    case 'reference':
    case 'source-list':
    case 'settings':
    case 'help':
      return []
  }
}

/** @throws QuothError `too-many-questions` */
const count = ({ limiter }: Serving, { user }: Person): void => {
  const verdict = limiter(user)
  if (verdict.allowed) return
  throw new QuothError(
    'too-many-questions',
    verdict.seconds === 1
      ? said`You ask faster than Quoth may answer. Please wait 1 second and ask again.`
      : said`You ask faster than Quoth may answer. Please wait ${verdict.seconds} seconds and ask again.`,
  )
}

/**
 * Lets a person use a command, and counts it. Needs no look into the library, so it can be done before anybody sees that something
 * was asked.
 * @throws QuothError `bad-argument` for arguments that the command does not take, `too-many-questions`
 */
export const admit = (request: Request, person: Person, serving: Serving): void => {
  const { action } = readRequest(request, serving.commands)
  if (action.isCostly) count(serving, person)
}

/** Why a person is not admitted; null for one who is. */
export const refusalFor = (request: Request, person: Person, serving: Serving): QuothError | null => {
  try {
    admit(request, person, serving)
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
export const replyAgain = async (
  request: Request,
  person: Person,
  settings: GuildSettings,
  serving: Serving,
): Promise<Reply> => runRequest(request, serving.commands, { quoth: serving.libraryOf(person.guild), settings })

/** A reply as it is shown, kept so that it can be made again as it is. */
export const shown = async (
  reply: Reply,
  presentation: Presentation,
  person: Person,
  serving: Serving,
): Promise<Done> => {
  const { request, isPrivate } = presentation
  const again = reply.kind === 'answer' ? { ...request, earlier: reply.answer.follows?.slice() } : request
  const message = await present(reply, { ...presentation, request: again }, person, serving)
  // Others see what is used most, so what is private does not count. Nobody waits for this: what it cannot write it logs.
  if (!isPrivate && person.guild !== null) void serving.uses.add(person.guild, usedBy(reply))
  return { outcome: outcomeOf(reply), message }
}
