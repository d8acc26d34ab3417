import type {
  APIApplicationCommandOptionChoice,
  APIModalInteractionResponseCallbackData,
  ApplicationCommandOptionType,
  InteractionResponseType,
  InteractionType,
} from 'discord-api-types/v10'
import type { World } from './world.ts'
import { createSecret, forgetOldest } from './world.ts'

/** The first response to an interaction. `afterMs` counts from the interaction. */
export type Acknowledgement = {
  readonly type: InteractionResponseType
  readonly ephemeral: boolean
  readonly afterMs: number
}
export type Modal = APIModalInteractionResponseCallbackData

/** What a person did that the bot is to respond to. Message ids point into the world's messages. */
export type Interaction = {
  readonly id: string
  readonly token: string
  readonly type: InteractionType
  readonly user: string
  readonly channel: string
  /** When it began, in milliseconds of a clock that nobody sets. */
  readonly begunAt: number
  /** The message whose button, menu or form it is. */
  readonly on: string | null
  /** The type of the option that is being completed. */
  readonly completing: ApplicationCommandOptionType | null
  readonly response:
    | { readonly kind: 'awaited' }
    | { readonly kind: 'failed' }
    | ({ readonly kind: 'given' } & Acknowledgement)
  readonly original: string | null
  readonly followUps: readonly string[]
  readonly choices: readonly APIApplicationCommandOptionChoice[] | null
  readonly modal: Modal | null
}

type Begun = Pick<Interaction, 'type' | 'user' | 'channel' | 'on' | 'completing'>

/** Keeps the interaction's new state and returns it. */
export const update = (world: World, interaction: Interaction, change: Partial<Interaction>): Interaction => {
  const after = { ...interaction, ...change }
  world.interactions.set(after.id, after)
  return after
}

/**
 * The id that an interaction's token begins with, as Discord's do: it finds the interaction, and the rest of the token
 * proves it.
 */
export const interactionOfToken = (token: string): string =>
  Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()

/** A new interaction, which fails unless it is responded to in time. */
export const begin = (world: World, begun: Begun): Interaction => {
  const id = world.nextId()
  const interaction: Interaction = {
    ...begun,
    id,
    token: `${Buffer.from(id).toString('base64url')}.${createSecret()}`,
    begunAt: performance.now(),
    response: { kind: 'awaited' },
    original: null,
    followUps: [],
    choices: null,
    modal: null,
  }
  world.interactions.set(interaction.id, interaction)
  forgetOldest(world.interactions)
  setTimeout(() => fail(world, interaction.id), world.limits.respondWithin).unref()
  return interaction
}

/** What a person sees as "The application did not respond". */
export const fail = (world: World, id: string): void => {
  const interaction = world.interactions.get(id)
  if (interaction?.response.kind !== 'awaited') return
  update(world, interaction, { response: { kind: 'failed' } })
  world.events.emit({ kind: 'interaction-failed', interaction: id })
}

/** Whether edits and follow-ups are over. */
export const isExpired = (world: World, interaction: Interaction): boolean =>
  performance.now() - interaction.begunAt >= world.limits.tokenLifetime
