import { z } from 'zod'
import { actionOf, type Command, type CommandContext, readArguments } from '../../command.ts'
import { QuothError } from '../../domain/error.ts'
import { msg } from '../../domain/message.ts'
import type { Reply } from '../../domain/reply.ts'
import { pageSize } from './replies/sources-view.ts'

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

/** An answer without its first quotes; other replies as they are. @throws QuothError when none are left */
const skipping = (reply: Reply, skip: number): Reply => {
  if (reply.kind !== 'answer' || reply.answer.kind !== 'quoted' || skip === 0) return reply
  const quotes = reply.answer.quotes.slice(skip)
  if (quotes.length === 0)
    throw new QuothError(
      'unknown-quote',
      msg`The library has no more quotes that may answer. Ask in other words to find others.`,
    )
  return { kind: 'answer', answer: { ...reply.answer, quotes } }
}

/** What a request asks to be run, and with what. @throws QuothError `bad-argument` for a command or arguments that are not there */
export const readRequest = ({ command: name, subcommand, args }: Request, commands: readonly Command[]) => {
  const command = commands.find((each) => each.name === name)
  if (command === undefined)
    throw new QuothError(
      'bad-argument',
      msg`Quoth no longer has this command. Reload Discord to see the ones that it has.`,
    )
  const action = actionOf(command, subcommand)
  return { action, args: readArguments(action.options, args) }
}

/** Runs a command. @throws QuothError as the command does, and as `readRequest` does */
export const runRequest = async (
  request: Request,
  commands: readonly Command[],
  context: Pick<CommandContext, 'quoth' | 'asker' | 'settings'>,
): Promise<Reply> => {
  const { earlier, skip } = request
  const { action, args } = readRequest(request, commands)
  const reply = await action.run(args, {
    ...context,
    commands,
    pageSize,
    ...(earlier === undefined ? {} : { earlier }),
  })
  return skipping(reply, skip)
}

/**
 * A request that says itself for whose eyes it is, where its command lets that be said: made again after the settings of the
 * server have changed, it is remembered as what it was shown as. @throws QuothError `bad-argument` for a subcommand that is not there
 */
export const asPrivateAs = (isPrivate: boolean, request: Request, commands: readonly Command[]): Request => {
  const command = commands.find((each) => each.name === request.command)
  return command !== undefined && Object.hasOwn(actionOf(command, request.subcommand).options, 'private')
    ? { ...request, args: { ...request.args, private: isPrivate } }
    : request
}
