import ask from '../../commands/ask.ts'
import cite from '../../commands/cite.ts'
import help from '../../commands/help.ts'
import sources from '../../commands/sources.ts'
import summarise from '../../commands/summarise.ts'
import type { Command } from '../../src/command.ts'
import { createLog } from '../../src/observing/log.ts'
import { type BotOptions, startBot } from '../../src/surfaces/discord/bot.ts'
import type { Loopback } from '../../src/surfaces/preview/loopback/loopback.ts'
import { fakeQuoth } from './fake-quoth.ts'

export const allCommands: readonly Command[] = [ask, cite, help, sources, summarise]

/** The real bot on a loopback Discord, over a fake library unless told otherwise. What it logs is kept. */
export const botOn = async (loopback: Loopback, options: Partial<BotOptions> = {}) => {
  const logged: string[] = []
  const bot = await startBot({
    token: loopback.token,
    api: loopback.api,
    askLimit: { count: 10, seconds: 10 },
    commands: allCommands,
    quoth: fakeQuoth(),
    log: createLog({ level: 'debug', secrets: [loopback.token], write: (line) => void logged.push(line) }),
    ...options,
  })
  return { bot, logged }
}

/** Everything that a message shows as text, a text display a paragraph. */
export const shownText = ({ components }: { readonly components: readonly unknown[] }): string =>
  [...JSON.stringify(components).matchAll(/"content":("(?:[^"\\]|\\.)*")/g)]
    .map(([, content]) => JSON.parse(content ?? '""') as string)
    .join('\n\n')
