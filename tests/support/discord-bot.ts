import type { Loopback } from '../../packages/preview/src/loopback/loopback.ts'
import { loadCommands } from '../../src/app/load-commands.ts'
import type { Command } from '../../src/command.ts'
import { createLog } from '../../src/observability/log.ts'
import { createMetrics } from '../../src/observability/metrics.ts'
import type { Quoth } from '../../src/quoth.ts'
import { type BotOptions, startBot } from '../../src/surfaces/discord/bot.ts'
import { patience } from './eventually.ts'
import { fakeCurator, noData } from './fake-curator.ts'
import { fakeQuoth } from './fake-quoth.ts'
import { memoryState } from './memory-state.ts'

/** Every command that there is, by name. */
export const allCommands: readonly Command[] = await loadCommands()

/**
 * The real bot on a loopback Discord, over a fake library unless told otherwise. What it logs is kept. It takes its
 * time for first responses, since the machine may be busy with something else.
 */
export const botOn = async (
  loopback: Loopback,
  { quoth = fakeQuoth(), ...options }: Partial<BotOptions> & { readonly quoth?: Quoth } = {},
) => {
  const logged: string[] = []
  const bot = await startBot({
    token: loopback.token,
    api: loopback.api,
    askLimit: { count: 10, seconds: 10 },
    callbackLimits: { deadline: patience, attempt: patience },
    commands: allCommands,
    libraryOf: () => quoth,
    curatorFor: () => fakeCurator,
    dataOf: () => ({ kept: noData, forget: async () => {} }),
    state: options.state ?? (await memoryState()),
    metrics: createMetrics(),
    log: createLog({ level: 'debug', secrets: [loopback.token], write: (line) => void logged.push(line) }),
    ...options,
  })
  return { bot, logged }
}

/** Everything that a message shows as text, a text display a paragraph. */
export const shownText = ({
  content = '',
  components,
}: {
  readonly content?: string
  readonly components: readonly unknown[]
}): string =>
  [
    ...(content === '' ? [] : [content]),
    ...[...JSON.stringify(components).matchAll(/"content":("(?:[^"\\]|\\.)*")/g)].map(
      ([, text]) => JSON.parse(text ?? '""') as string,
    ),
  ].join('\n\n')

/** The custom ids of a message's buttons and menus, by what they do. */
export const customIds = ({
  components,
}: {
  readonly components: readonly unknown[]
}): ReadonlyMap<string, readonly string[]> => {
  const ids = new Map<string, string[]>()
  for (const [, id = ''] of JSON.stringify(components).matchAll(/"custom_id":"([^"]+)"/g)) {
    const action = id.split(':')[1] ?? ''
    ids.set(action, [...(ids.get(action) ?? []), id])
  }
  return ids
}
