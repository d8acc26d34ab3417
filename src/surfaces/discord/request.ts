import { z } from 'zod'
import { type Action, type ArgumentsOf, actionOf, type Command, type Options, readArguments } from '../../command.ts'
import type { AddingProgress, GivenFile } from '../../domain/curation.ts'
import { QuothError } from '../../domain/error.ts'
import type { GuildSettings } from '../../domain/guild-settings.ts'
import { msg, plural } from '../../domain/message.ts'
import type { Reply } from '../../domain/reply.ts'
import { curatorRoleOf, type Person, readerOf } from './person.ts'
import { pageSize } from './replies/sources-view.ts'
import type { Services } from './services.ts'

/** A command with its arguments, as it was used and can be used again: the same library gives the same reply. */
export const requestShape = z.object({
  command: z.string(),
  subcommand: z.string().optional(),
  args: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  /** The earlier questions that a follow-up was read with. */
  earlier: z.array(z.object({ text: z.string(), isPrivate: z.boolean() })).optional(),
  /** How many of an answer's quotes were shown before, and are left out. */
  skip: z.int().min(0),
})
export type Request = z.infer<typeof requestShape>

/** A request whose command exists and takes its arguments. */
export type CheckedRequest = {
  readonly request: Request
  readonly action: Action
  readonly args: ArgumentsOf<Options>
}

const checkRequest = (request: Request, commands: readonly Command[]): CheckedRequest => {
  const command = commands.find(({ name }) => name === request.command)
  if (command === undefined)
    throw new QuothError('bad-argument', msg`Quoth no longer has this command. Reload Discord to see the current ones.`)
  const action = actionOf(command, request.subcommand)
  return { request, action, args: readArguments(action.options, request.args) }
}

/**
 * Checks a request and, if it searches, counts it against the person's limit. This needs no look into the library, so
 * it can be done before anybody sees that something was asked.
 * @returns the request, ready to be run
 * @throws QuothError `bad-argument` for a command or arguments that do not exist, `too-many-questions`
 */
export const acceptRequest = (request: Request, { user }: Person, { commands, limiter }: Services): CheckedRequest => {
  const checked = checkRequest(request, commands)
  const verdict = checked.action.isCostly ? limiter(user) : ({ allowed: true } as const)
  if (verdict.allowed) return checked
  throw new QuothError(
    'too-many-questions',
    plural(
      verdict.seconds,
      msg`You’re asking too fast. Please wait 1 second and ask again.`,
      msg`You’re asking too fast. Please wait ${verdict.seconds} seconds and ask again.`,
    ),
  )
}

/** Does the same, but returns the refusal instead of throwing it. */
export const tryAcceptRequest = (request: Request, person: Person, services: Services): CheckedRequest | QuothError => {
  try {
    return acceptRequest(request, person, services)
  } catch (error) {
    if (error instanceof QuothError) return error
    throw error
  }
}

/**
 * Writes into a request who sees its reply, if its command has an option for that. Run again after the server's
 * settings have changed, it is then remembered as it was shown.
 */
export const withPrivacy = (checked: CheckedRequest, isPrivate: boolean): CheckedRequest => {
  const { request, action, args } = checked
  if (!Object.hasOwn(action.options, 'private')) return checked
  return {
    request: { ...request, args: { ...request.args, private: isPrivate } },
    action,
    args: { ...args, private: isPrivate },
  }
}

/** An answer without its first quotes; other replies as they are. @throws QuothError when none are left */
const skipping = (reply: Reply, skip: number): Reply => {
  if (reply.kind !== 'answer' || reply.answer.kind !== 'quoted' || skip === 0) return reply
  const quotes = reply.answer.quotes.slice(skip)
  if (quotes.length === 0)
    throw new QuothError(
      'unknown-quote',
      msg`The library has no more quotes that may answer this. Try asking in other words.`,
    )
  return { kind: 'answer', answer: { ...reply.answer, quotes } }
}

/** For whom a request is run. */
export type RunFor = {
  readonly person: Person
  readonly settings: GuildSettings
  /** Whether the person alone reads the reply: others may see fewer sources. */
  readonly isPrivate: boolean
  /** The files that were sent along. */
  readonly files?: readonly GivenFile[]
  readonly onProgress?: (progress: AddingProgress) => void
}

/** How somebody who may manage a server changes its settings. */
const changesOf = ({ guild, isManager }: Person, { settings }: Services) =>
  guild !== null && isManager
    ? { changeSettings: (changes: Partial<GuildSettings>) => settings.change(guild, changes) }
    : {}

/**
 * Runs a request again: nothing is remembered of it.
 * @throws QuothError as the command does
 */
export const rerunRequest = async (
  { request: { earlier, skip }, action, args }: CheckedRequest,
  { person, settings, isPrivate, ...given }: RunFor,
  services: Services,
  asker?: string,
): Promise<Reply> => {
  const { commands, libraryOf, curatorFor, dataOf } = services
  const reply = await action.run(args, {
    quoth: await libraryOf(readerOf(person, settings, isPrivate)),
    curator: curatorFor(curatorRoleOf(person, settings)),
    ownData: dataOf(person.user),
    ...changesOf(person, services),
    ...given,
    commands,
    settings,
    pageSize,
    ...(asker === undefined ? {} : { asker }),
    ...(earlier === undefined ? {} : { earlier }),
  })
  return skipping(reply, skip)
}

/**
 * Runs a request for the first time: the person's next question can follow up on it.
 * @throws QuothError as the command does
 */
export const runRequest = (checked: CheckedRequest, runFor: RunFor, services: Services): Promise<Reply> =>
  rerunRequest(checked, runFor, services, `${runFor.person.user} in ${runFor.person.channel}`)
