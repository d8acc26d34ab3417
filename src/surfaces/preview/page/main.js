// @ts-check
import { createComposer } from './composer.js'
import { complete, dismiss, follow, invoke, press } from './connection.js'
import { byId } from './element.js'
import { createMessageList } from './message-list.js'
import { showAbout, showCommands } from './welcome.js'

/** @import { Example, PreviewCommand, PreviewEvent } from '../protocol.ts' */

const messages = createMessageList()
const composer = createComposer({ invoke, complete })
const banner = byId('banner', HTMLElement)
/** @type {readonly PreviewCommand[]} */
let commands = []
/** @type {import('./render-entry.js').ChannelContext} */
let context = {
  user: '',
  bot: '',
  dismiss,
  press: (entry, customId, values) => void usePart(entry, customId, values),
}
let isConnected = true
let isOnline = true

/** @param {string} entry @param {string} customId @param {readonly string[]} values */
const usePart = (entry, customId, values) =>
  press({ entry, customId, values }).catch(() => messages.showPressFailure(entry))

/** Says, for as long as it is so, why nothing will be answered. */
const showState = () => {
  banner.hidden = isConnected && isOnline
  banner.textContent = isConnected
    ? `${context.bot} is not connected. It comes back by itself when it can.`
    : 'The preview has stopped. Start it again with “npm start”; if it says the same address, this page goes on by itself.'
  byId('status', HTMLElement).textContent = isConnected && isOnline ? 'Online' : 'Offline'
  document.body.classList.toggle('offline', !(isConnected && isOnline))
}

/** @param {readonly PreviewCommand[]} registered */
const setCommands = (registered) => {
  commands = registered
  composer.setCommands(registered)
  showCommands(registered, (command) => composer.choose(command))
}

/** @param {Example} example */
const tryExample = (example) => {
  const command = commands.find(({ path }) => path.join(' ') === example.command)
  if (command === undefined) return
  void composer.submit({ path: command.path, values: { [example.option]: example.value } })
}

/** @param {Extract<PreviewEvent, { kind: 'channel' }>} channel */
const showChannel = (channel) => {
  context = { ...context, user: channel.user, bot: channel.bot }
  isOnline = channel.online
  for (const place of document.querySelectorAll('[data-user]')) place.textContent = channel.user
  for (const place of document.querySelectorAll('[data-bot]')) place.textContent = channel.bot
  showAbout(channel.about, channel.bot, tryExample)
  setCommands(channel.commands)
  messages.clear()
  for (const entry of channel.entries) messages.put(entry, context)
  if (channel.entries.length > 0) messages.scrollToEnd()
  showState()
}

/** @param {PreviewEvent} event */
const onEvent = (event) => {
  switch (event.kind) {
    case 'channel':
      return showChannel(event)
    case 'commands':
      return setCommands(event.commands)
    case 'online':
      isOnline = event.online
      return showState()
    case 'entry':
      return messages.put(event.entry, context)
    case 'removed':
      return messages.remove(event.id)
    case 'press-failed':
      return messages.showPressFailure(event.id)
  }
}

follow(onEvent, (connected) => {
  isConnected = connected
  showState()
})
