import type { QuothError } from '../../domain/error.ts'
import { quotesOf } from '../../domain/finding.ts'
import type { Reply } from '../../domain/reply.ts'

/** What the process says to the program that started it; 64 is `EX_USAGE` of sysexits. */
export const exitCode = { answered: 0, error: 1, silent: 2, wrongUsage: 64 } as const

/** Whether the library does not say what was asked for, or not in the words that were quoted. */
const isSilent = (reply: Reply): boolean => {
  if (reply.kind === 'answer') return reply.answer.kind === 'silent'
  if (reply.kind === 'findings') return quotesOf(reply.findings).length === 0
  return reply.kind === 'quote-check' && reply.check.quotes.some(({ verdict }) => verdict.kind !== 'verbatim')
}

export const exitCodeOf = (reply: Reply): number => (isSilent(reply) ? exitCode.silent : exitCode.answered)

export const exitCodeOfError = (error: QuothError): number =>
  error.code === 'bad-argument' ? exitCode.wrongUsage : exitCode.error
