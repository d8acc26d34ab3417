import type { QuothError } from '../../domain/error.ts'
import type { Reply } from '../../domain/reply.ts'

/** What the process says to the program that started it; 64 is `EX_USAGE` of sysexits. */
export const exitCode = { answered: 0, error: 1, silent: 2, wrongUsage: 64 } as const

export const exitCodeOf = (reply: Reply): number =>
  reply.kind === 'answer' && reply.answer.kind === 'silent' ? exitCode.silent : exitCode.answered

export const exitCodeOfError = (error: QuothError): number =>
  error.code === 'bad-argument' ? exitCode.wrongUsage : exitCode.error
