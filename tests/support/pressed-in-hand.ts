import {
  type ChatInputCommandInteraction,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
  PermissionsBitField,
} from 'discord.js'
import { defaultSettings, type GuildSettings } from '../../src/domain/guild-settings.ts'
import { createLog } from '../../src/observability/log.ts'
import type { Quoth } from '../../src/quoth.ts'
import type { Feedback, ShownReply, Waiting } from '../../src/state/port.ts'
import type { KeptReply } from '../../src/surfaces/discord/kept-reply.ts'
import { createLimiter } from '../../src/surfaces/discord/limiter.ts'
import { planCommand, planMessageCommand } from '../../src/surfaces/discord/plan-command.ts'
import { planForm, planPress } from '../../src/surfaces/discord/plan-press.ts'
import type { Services } from '../../src/surfaces/discord/services.ts'
import { allCommands } from './discord-bot.ts'
import { fakeCurator, noData } from './fake-curator.ts'
import { fakeQuoth } from './fake-quoth.ts'

/** What of an interaction differs from Ada's in the channel `general` of a guild. */
export type Circumstances = {
  readonly user?: string
  readonly guild?: string | null
  readonly channel?: string
  readonly thread?: string
  readonly locale?: string
  readonly guildLocale?: string | null
  readonly manages?: boolean
}

const writes =
  PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages | PermissionFlagsBits.SendMessagesInThreads

const interactionOf = ({
  user = 'ada',
  guild = 'guild',
  channel = 'general',
  thread,
  locale = 'en-GB',
  guildLocale = 'en-GB',
  manages = false,
}: Circumstances): object => ({
  user: { id: user },
  guildId: guild,
  guild: null,
  member: null,
  channelId: thread ?? channel,
  channel: { isThread: () => thread !== undefined, parentId: thread === undefined ? 'category' : channel },
  locale,
  guildLocale,
  memberPermissions: new PermissionsBitField(writes | (manages ? PermissionFlagsBits.ManageGuild : 0n)),
})

/** What is kept of a reply that was shown. @throws Error when nothing is */
export const keptIn = (reply: ShownReply | undefined): KeptReply => {
  if (reply === undefined) throw new Error('no reply was kept')
  return JSON.parse(reply.content) as KeptReply
}

/** What the bot plans for interactions, without a Discord: everything that it keeps and asks can be looked at. */
export const plansInHand = ({
  settings = {},
  quoth = fakeQuoth(),
  limit = 99,
}: {
  readonly settings?: Partial<GuildSettings>
  readonly quoth?: Quoth
  readonly limit?: number
} = {}) => {
  const replies = new Map<string, ShownReply>()
  const marks = new Set<string>()
  const waiting: Waiting[] = []
  const used: string[] = []
  const verdicts: Feedback[] = []
  const inForce = { current: { ...defaultSettings, ...settings } }
  const clock = { now: 1_000_000 }
  const state = {
    replies: {
      put: async (reply: ShownReply) => void replies.set(reply.id, reply),
      get: async (id: string) => replies.get(id),
      mark: async (id: string, mark: string) => {
        const isNew = !marks.has(`${id} ${mark}`)
        marks.add(`${id} ${mark}`)
        return isNew
      },
      unmark: async (id: string, mark: string) => void marks.delete(`${id} ${mark}`),
    },
    feedback: { put: async (verdict: Feedback) => void verdicts.push(verdict) },
    waiting: {
      add: async (one: Waiting, most: number) => {
        if (waiting.some(({ question }) => question === one.question)) return 'known'
        if (waiting.length >= most) return 'too-many'
        waiting.push(one)
        return 'added'
      },
    },
  }
  const services = {
    commands: allCommands,
    libraryOf: () => quoth,
    curatorFor: () => fakeCurator,
    dataOf: () => ({ kept: noData, forget: async () => {} }),
    state,
    settings: {
      of: async () => inForce.current,
      change: async (_: string, changes: Partial<GuildSettings>) => {
        inForce.current = { ...inForce.current, ...changes }
        return inForce.current
      },
    },
    uses: { of: async () => new Map(), add: async (guild: string) => void used.push(guild) },
    limiter: createLimiter({ count: limit, seconds: 3600 }),
    log: createLog({ level: 'silent' }),
    now: () => clock.now,
  } as unknown as Services
  return {
    ...{ services, replies, marks, waiting, used, verdicts, clock },
    set: (changes: Partial<GuildSettings>) => {
      inForce.current = { ...inForce.current, ...changes }
    },
    command: (commandName: string, options: object = {}, by: Circumstances = {}, subcommand?: string) => {
      const data = Object.entries(options).map(([name, value]) => ({ name, value }))
      const nested = [{ type: 1, name: subcommand, ...(data.length === 0 ? {} : { options: data }) }]
      return planCommand(
        {
          ...interactionOf(by),
          commandName,
          options: { data: subcommand === undefined ? data : nested },
        } as unknown as ChatInputCommandInteraction,
        services,
      )
    },
    onMessage: (commandName: string, content: string, by: Circumstances = {}) =>
      planMessageCommand(
        {
          ...interactionOf(by),
          commandName,
          targetMessage: { content, author: { bot: false }, components: [], embeds: [], messageSnapshots: new Map() },
        } as unknown as MessageContextMenuCommandInteraction,
        services,
      ),
    press: (customId: string, by: Circumstances = {}, values: readonly string[] | null = null) =>
      planPress(
        {
          ...interactionOf(by),
          customId,
          isAnySelectMenu: () => values !== null,
          values,
        } as unknown as MessageComponentInteraction,
        services,
      ),
    form: (customId: string, text: string, by: Circumstances = {}) =>
      planForm(
        {
          ...interactionOf(by),
          customId,
          fields: { getTextInputValue: (field: string) => (field === 'question' ? text : undefined) },
        } as unknown as ModalSubmitInteraction,
        services,
      ),
  }
}
