import { PermissionFlagsBits } from 'discord-api-types/v10'
import { parseAll, pingsOf } from './limits/mentions.ts'
import { blankMessage, keepMessage, type LoopbackMessage } from './message.ts'
import { allows } from './permissions.ts'
import type { Place } from './place.ts'
import type { World } from './world.ts'

/** Characters that a person may write without paying for more. */
const maxContent = 2000

/** Puts a person's message into a channel. @throws Error for what Discord's client would not send */
export const writeMessage = (world: World, { user, channel }: Place, content: string): LoopbackMessage => {
  if (channel.guild !== null && !allows(user.permissions, PermissionFlagsBits.SendMessages))
    throw new Error(`User ${user.id} may not write in channel ${channel.id}.`)
  const written = content.trim()
  if (written === '') throw new Error('A message needs some text.')
  if (written.length > maxContent) throw new Error(`A message has at most ${maxContent} characters.`)
  const message: LoopbackMessage = {
    ...blankMessage(world, { author: user.id, channel: channel.id, interaction: null, visibleTo: null }),
    content: written,
    pings: pingsOf(written, parseAll),
  }
  keepMessage(world, message)
  world.events.emit({ kind: 'message-created', message })
  return message
}
