import { inspect } from 'node:util'
import { QuothError } from '../../domain/error.ts'
import type { Reply } from '../../domain/reply.ts'
import { isSilent } from '../../domain/reply-facts.ts'
import { visible, visibleLine } from './visible.ts'

/** What the process says to the program that started it; 64 is `EX_USAGE` of sysexits. */
export const exitCode = { answered: 0, error: 1, silent: 2, wrongUsage: 64 } as const

export const exitCodeOf = (reply: Reply): number => (isSilent(reply) ? exitCode.silent : exitCode.answered)

export const exitCodeOfError = (error: QuothError): number =>
  error.code === 'bad-argument' ? exitCode.wrongUsage : exitCode.error

/** How many "did you mean" are read. */
const offered = 3

/** An expected failure in one line, with what may have been meant unless the message names it already. */
export const errorLine = ({ message, suggestions }: QuothError): string => {
  const unsaid = suggestions.filter((suggestion) => !message.includes(suggestion)).slice(0, offered)
  const meant = unsaid.length === 0 ? '' : ` Did you mean ${unsaid.map((name) => `“${name}”`).join(' or ')}?`
  return visibleLine(`${message}${meant}`)
}

/** A defect in full, for who can mend it. */
export const defect = (error: unknown): string => visible(inspect(error))

/** Any failure in one line, where the next question is answered all the same. */
export const failureLine = (error: unknown): string =>
  error instanceof QuothError
    ? errorLine(error)
    : visibleLine(`This failed by a defect of Quoth: ${error instanceof Error ? error.message : error}`)
