import { ApplicationCommandType, PermissionFlagsBits } from 'discord-api-types/v10'
import { commandsShown, messageCommandsShown } from './commands-shown.ts'
import type { LoopbackEvent } from './loopback/event.ts'
import type { Loopback } from './loopback/loopback.ts'
import type { LoopbackMessage } from './loopback/message.ts'
import type { FollowedInteraction } from './loopback/moderating.ts'
import type { LoopbackChannel, LoopbackUser } from './loopback/world.ts'
import { forgetOldest } from './loopback/world.ts'
import type { Entry, Person, Place, PreviewEvent } from './protocol.ts'

/** A command that somebody used: `command` as everybody reads it. */
export type Use = { readonly by: string; readonly command: string; readonly followed: FollowedInteraction }

/** Discord as one person sees it. */
export type Session = {
  readonly person: Person
  readonly places: () => readonly Place[]
  /** Of every place, oldest first, without those of long ago. */
  readonly entries: () => readonly Entry[]
  /** Shows the command on its way that became this interaction, in the place with this id. */
  showUse(interaction: string, place: string): void
  /** Puts a message away that the person alone sees. */
  dismiss(id: string): void
  /** Takes in what happened. */
  readonly onEvent: (event: LoopbackEvent) => void
}

const managing = PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator

/** A user as the page knows people. */
const personOf = ({ id, name, locale = 'en-US' }: LoopbackUser, { guilds, permissionsIn }: Loopback): Person => ({
  id,
  name,
  locale,
  manages: guilds.some((guild) => (BigInt(permissionsIn(id, guild.id)) & managing) !== 0n),
})

const filesOf = (message: LoopbackMessage): Entry['files'] =>
  message.attachments.map(({ id, filename, description, bytes }) => ({
    name: filename,
    description,
    size: bytes.byteLength,
    url: `/files/${message.id}/${id}`,
  }))

type Setting = {
  readonly loopback: Loopback
  /** What commands became, by the interaction's id: everybody's. */
  readonly uses: ReadonlyMap<string, Use>
  /** The bot's name as people read it. */
  readonly bot: string
  /** Hears of every change that the person sees. */
  tell(event: PreviewEvent): void
}

/** Discord as `user` sees it from now on. */
export const createSession = (user: LoopbackUser, { loopback, uses, bot, tell }: Setting): Session => {
  const person = personOf(user, loopback)
  const entries = new Map<string, Entry>()
  const dismissed = new Set<string>()
  const channels = loopback.channelsOf(user.id)

  const placeOf = ({ id, name, guild }: LoopbackChannel): Place => {
    const offered = (type: ApplicationCommandType) => loopback.commandsIn({ channel: id, user: user.id, type })
    const reader = {
      locale: person.locale,
      channels: channels.filter((each) => guild !== null && each.guild === guild),
      roles: loopback.guilds.find((each) => each.id === guild)?.roles ?? [],
    }
    return {
      id,
      name: guild === null ? bot : name,
      kind: guild === null ? 'direct' : 'channel',
      server: guild,
      commands: commandsShown(offered(ApplicationCommandType.ChatInput), reader),
      messageCommands: messageCommandsShown(offered(ApplicationCommandType.Message), person.locale),
    }
  }
  const places = () => channels.map(placeOf)

  const put = (entry: Entry) => {
    entries.set(entry.id, entry)
    tell({ kind: 'entry', entry })
    for (const id of forgetOldest(entries)) tell({ kind: 'removed', id })
  }
  const remove = (id: string) => {
    if (entries.delete(id)) tell({ kind: 'removed', id })
  }

  const authorOf = (id: string): Entry['author'] => {
    const person = loopback.users.find((each) => each.id === id)
    return { id, name: person?.name ?? bot, isBot: person === undefined }
  }

  /** The use that this message is the first response to; that response stands where the command stands. */
  const useOf = ({ id, interaction }: LoopbackMessage): Use | undefined => {
    const use = uses.get(interaction ?? '')
    return use?.followed.original()?.id === id ? use : undefined
  }

  const show = (message: LoopbackMessage) => {
    const isHere = channels.some(({ id }) => id === message.channel) && [null, user.id].includes(message.visibleTo)
    if (!isHere || dismissed.has(message.id)) return
    const use = useOf(message)
    const id = use?.followed.id ?? message.id
    put({
      id,
      place: message.channel,
      message: message.id,
      author: authorOf(message.author),
      state: message.loading ? 'thinking' : 'shown',
      used: use === undefined ? null : { by: use.by, command: use.command },
      ephemeral: message.visibleTo !== null,
      mentioned: message.pings.some((ping) => [`<@${user.id}>`, `<@!${user.id}>`, '@everyone', '@here'].includes(ping)),
      content: message.content,
      components: message.components,
      files: filesOf(message),
      createdAt: message.createdAt,
      // What takes the place of "is thinking" counts as sent, not as changed.
      edited: message.editedAt !== null && entries.get(id)?.state === 'shown',
    })
  }

  const showFailure = (interaction: string) => {
    const entry = entries.get(interaction)
    if (entry !== undefined) put({ ...entry, state: 'failed' })
  }

  return {
    person,
    places,
    entries: () => [...entries.values()],
    showUse: (interaction, place) => {
      const use = uses.get(interaction)
      put({
        id: interaction,
        place,
        message: null,
        author: authorOf(loopback.applicationId),
        state: 'sending',
        used: use === undefined ? null : { by: use.by, command: use.command },
        ephemeral: false,
        mentioned: false,
        content: '',
        components: [],
        files: [],
        createdAt: Date.now(),
        edited: false,
      })
    },
    dismiss: (id) => {
      const message = entries.get(id)?.message ?? null
      if (message !== null) dismissed.add(message)
      forgetOldest(dismissed)
      remove(id)
    },
    onEvent: (event) => {
      switch (event.kind) {
        case 'bot-online':
        case 'bot-offline':
          return tell({ kind: 'online', online: event.kind === 'bot-online' })
        case 'commands-registered':
          return tell({ kind: 'places', places: places() })
        case 'message-created':
        case 'message-updated':
          return show(event.message)
        case 'message-deleted':
          return remove([...entries.values()].find(({ message }) => message === event.message.id)?.id ?? '')
        case 'interaction-failed':
          return showFailure(event.interaction)
        // A form stands over the page, and no message comes of the command that opened it.
        case 'modal-opened':
          return remove(event.interaction)
        // The message that comes of it says the first, and the page that asked hears of the second.
        case 'acknowledged':
        case 'choices-offered':
          return
      }
    },
  }
}
