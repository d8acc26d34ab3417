import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10'
import { waitFor } from './event.ts'
import type { Acknowledgement, Interaction, Modal } from './interaction.ts'
import type { LoopbackMessage } from './message.ts'
import type { World } from './world.ts'

/** One interaction as the person who began it sees it go on. Its methods read the newest state. */
export type FollowedInteraction = {
  readonly id: string
  /** `failed` when no first response came in time. */
  readonly state: () => Interaction['response']['kind']
  /** The first response to the interaction, with content or "is thinking"; undefined while there is none, or deleted. */
  readonly original: () => LoopbackMessage | undefined
  readonly followUps: () => readonly LoopbackMessage[]
  /** @throws Error when the interaction fails */
  acknowledged(): Promise<Acknowledgement>
  /** The original response once it has content. @throws Error when the interaction fails, or after `within` ms (10 s) */
  answered(within?: number): Promise<LoopbackMessage>
  /** The follow-ups, once there are `count`. @throws Error as `answered` does */
  followedUp(count?: number, within?: number): Promise<readonly LoopbackMessage[]>
  /** The form that the bot opened. @throws Error as `answered` does */
  opened(within?: number): Promise<Modal>
  /** @throws Error as `answered` does */
  choices(within?: number): Promise<readonly APIApplicationCommandOptionChoice[]>
}

const patience = 10_000

/** Follows the interaction with this id. */
export const follow = (world: World, { id }: Interaction): FollowedInteraction => {
  const now = (): Interaction => {
    const found = world.interactions.get(id)
    if (found === undefined) throw new Error(`There is no interaction ${id}.`)
    if (found.response.kind === 'failed') throw new Error(`The application did not respond to interaction ${id}.`)
    return found
  }
  const read = () => world.interactions.get(id)
  const original = () => world.messages.get(read()?.original ?? '')
  const followUps = () => (read()?.followUps ?? []).flatMap((message) => world.messages.get(message) ?? [])
  const once = <T>(what: string, probe: (interaction: Interaction) => T | undefined, within = patience) =>
    waitFor(world.events, () => probe(now()), { within, what })
  return {
    id,
    state: () => read()?.response.kind ?? 'failed',
    original,
    followUps,
    acknowledged: () => once('acknowledgement', ({ response }) => (response.kind === 'given' ? response : undefined)),
    answered: (within) =>
      once(
        'answer',
        () => {
          const message = original()
          return message?.loading ? undefined : message
        },
        within,
      ),
    followedUp: (count = 1, within) =>
      once('follow-up', () => (followUps().length >= count ? followUps() : undefined), within),
    opened: (within) => once('form', ({ modal }) => modal ?? undefined, within),
    choices: (within) => once('choices', (interaction) => interaction.choices ?? undefined, within),
  }
}
