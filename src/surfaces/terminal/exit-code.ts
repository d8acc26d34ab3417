import { inspect } from 'node:util'
import { QuothError } from '../../domain/error.ts'
import type { Reply } from '../../domain/reply.ts'
import { isSilent } from '../../domain/reply-facts.ts'
import { visible, visibleLine } from './visible.ts'

/** Exit codes of the terminal program; 64 is `EX_USAGE` of sysexits. */
export const exitCode = { answered: 0, error: 1, silent: 2, wrongUsage: 64 } as const

export const exitCodeOf = (reply: Reply): number => (isSilent(reply) ? exitCode.silent : exitCode.answered)

export const exitCodeOfError = (error: QuothError): number =>
  error.code === 'bad-argument' ? exitCode.wrongUsage : exitCode.error

/** The most names that “Did you mean” offers. */
const maxSuggestions = 3

/** An expected failure in one line, with the suggestions that its message does not name already. */
export const errorLine = ({ message, suggestions }: QuothError): string => {
  const names = suggestions.filter((suggestion) => !message.includes(suggestion)).slice(0, maxSuggestions)
  const didYouMean = names.length === 0 ? '' : ` Did you mean ${names.map((name) => `“${name}”`).join(' or ')}?`
  return visibleLine(`${message}${didYouMean}`)
}

/** A bug in full, for whoever can fix it. */
export const defect = (error: unknown): string => visible(inspect(error))

/** Any failure in one line, for surfaces that go on with the next question. */
export const failureLine = (error: unknown): string =>
  error instanceof QuothError
    ? errorLine(error)
    : visibleLine(`This failed because of a bug in Quoth: ${error instanceof Error ? error.message : error}`)
