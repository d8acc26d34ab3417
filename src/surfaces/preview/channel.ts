import { commandsShown } from './commands-shown.ts'
import type { LoopbackEvent } from './loopback/event.ts'
import type { Loopback } from './loopback/loopback.ts'
import type { LoopbackMessage } from './loopback/message.ts'
import { forgetOldest } from './loopback/newest.ts'
import type { Entry, PreviewCommand, PreviewEvent } from './protocol.ts'

/** The channel of the preview as its one visitor sees it. */
export type Channel = {
  readonly online: () => boolean
  readonly commands: () => readonly PreviewCommand[]
  /** Oldest first, without those of long ago. */
  readonly entries: () => readonly Entry[]
  /** The entry with this id. @throws Error when there is none */
  entry(id: string): Entry
  /** Shows a command on its way; `interaction` is the id of what it became. */
  showUse(interaction: string, used: string): void
  /** Remembers that an entry's component was used, to say so when nothing comes of it. */
  showPress(interaction: string, entry: string): void
  dismiss(id: string): void
  /** Forgets the loopback Discord. */
  close(): void
}

const filesOf = (message: LoopbackMessage): Entry['files'] =>
  message.attachments.map(({ id, filename, description, bytes }) => ({
    name: filename,
    description,
    size: bytes.byteLength,
    url: `/files/${message.id}/${id}`,
  }))

/** Follows the first channel of `loopback` as its first user sees it; `tell` hears of every change. */
export const followChannel = (loopback: Loopback, tell: (event: PreviewEvent) => void): Channel => {
  const [visitor] = loopback.users
  const [place] = loopback.channels
  const entries = new Map<string, Entry>()
  const pressed = new Map<string, string>()
  const dismissed = new Set<string>()
  let isOnline = loopback.gateway.counts().identified > 0

  const put = (entry: Entry) => {
    entries.set(entry.id, entry)
    tell({ kind: 'entry', entry })
    for (const id of forgetOldest(entries)) tell({ kind: 'removed', id })
  }

  /** A command's own response stands where the command stands; whatever else a bot sends stands by itself. */
  const idFor = ({ id, interaction }: LoopbackMessage): string => {
    const use = entries.get(interaction)
    return use !== undefined && (use.message === null || use.message === id) ? interaction : id
  }

  const show = (message: LoopbackMessage) => {
    const isHere = message.channel === place?.id && (message.visibleTo === null || message.visibleTo === visitor?.id)
    if (!isHere || dismissed.has(message.id)) return
    const id = idFor(message)
    put({
      id,
      message: message.id,
      state: message.loading ? 'thinking' : 'shown',
      used: entries.get(id)?.used ?? null,
      ephemeral: message.visibleTo !== null,
      content: message.content,
      components: message.components,
      files: filesOf(message),
      createdAt: message.createdAt,
      edited: message.editedAt !== null,
    })
  }

  const remove = (id: string) => {
    if (entries.delete(id)) tell({ kind: 'removed', id })
  }

  const showFailure = (interaction: string) => {
    const use = entries.get(interaction)
    if (use !== undefined) return put({ ...use, state: 'failed' })
    const entry = pressed.get(interaction)
    if (entry !== undefined) tell({ kind: 'press-failed', id: entry })
  }

  const setOnline = (online: boolean) => {
    isOnline = online
    tell({ kind: 'online', online })
  }

  const commands = () => commandsShown(loopback.commandsIn(), visitor?.locale ?? 'en-US')

  const onEvent = (event: LoopbackEvent) => {
    switch (event.kind) {
      case 'bot-online':
      case 'bot-offline':
        return setOnline(event.kind === 'bot-online')
      case 'commands-registered':
        return tell({ kind: 'commands', commands: commands() })
      case 'message-created':
      case 'message-updated':
        return show(event.message)
      case 'message-deleted':
        return remove(idFor(event.message))
      case 'interaction-failed':
        return showFailure(event.interaction)
      // The message that comes of it says the first, the page that asked hears of the second, and no form is drawn here.
      case 'acknowledged':
      case 'choices-offered':
      case 'modal-opened':
        return
    }
  }
  const close = loopback.onEvent(onEvent)

  return {
    online: () => isOnline,
    commands,
    entries: () => [...entries.values()],
    entry: (id) => {
      const found = entries.get(id)
      if (found === undefined) throw new Error('That message is gone.')
      return found
    },
    showUse: (interaction, used) =>
      put({
        id: interaction,
        message: null,
        state: 'sending',
        used,
        ephemeral: false,
        content: '',
        components: [],
        files: [],
        createdAt: Date.now(),
        edited: false,
      }),
    showPress: (interaction, entry) => {
      pressed.set(interaction, entry)
      forgetOldest(pressed)
    },
    dismiss: (id) => {
      const message = entries.get(id)?.message ?? null
      if (message !== null) dismissed.add(message)
      forgetOldest(dismissed)
      remove(id)
    },
    close,
  }
}
