// @ts-check
import { createDrawer } from './around/drawer.js'
import { showPerson } from './around/people.js'
import { showPlaces } from './around/places.js'
import { showServers } from './around/servers.js'
import { createThemeSwitch } from './around/theme.js'
import { showAbout, showCommands, showExamples, showPlaceName } from './around/welcome.js'
import { createComposer } from './composer/composer.js'
import { apply, complete, dismiss, follow, invoke, press, say, submit } from './connection.js'
import { byId } from './element.js'
import { openForm } from './forms/form-dialog.js'
import { keep, recall } from './kept.js'
import { createMessageList } from './messages/message-list.js'

/** @import { Choosable, Entry, Example, Outcome, Person, Place, PreviewCommand, PreviewEvent, Server } from '../protocol.ts' */
/** @import { Surroundings } from './messages/render-entry.js' */

/** @typedef {Extract<PreviewEvent, { kind: 'session' }>} Session */

/** What the person sees, as the server sent it first; null until then. @type {Session | null} */
let session = null
/** @type {readonly Place[]} */
let places = []
/** The messages of every place, oldest first. @type {Map<string, Entry>} */
const entries = new Map()
/** @type {Map<string, { count: number, calls: number }>} */
const unread = new Map()
let currentPlace = recall('tab', 'place') ?? ''
/** The server whose channels are listed, also beside direct messages. */
let currentServer = recall('tab', 'server') ?? ''
let isConnected = true
let isOnline = true
let stopFollowing = () => {}

createThemeSwitch()
const closeDrawer = createDrawer()
const banner = byId('banner', HTMLElement)
const messages = createMessageList()

const bot = () => session?.bot ?? 'The bot'
const actor = () => ({ by: session?.person.id, at: currentPlace })
const placeShown = () => places.find(({ id }) => id === currentPlace) ?? places[0]
const servers = () => session?.servers ?? []
const serverShown = () => servers().find(({ id }) => id === currentServer) ?? servers()[0]
/** @param {Server | undefined} server */
const channelsOf = (server) => places.filter((place) => place.server !== null && place.server === server?.id)
/** @returns {Choosable} */
const choosable = () => ({ channels: channelsOf(serverShown()), roles: serverShown()?.roles ?? [] })

/** Opens the form that an action led to, if there is one. @param {Outcome} outcome */
const takeOutcome = ({ form }) => {
  if (form === null) return
  const { by } = actor()
  openForm(form, {
    bot: bot(),
    choosable: choosable(),
    largestFile: session?.largestFile ?? Infinity,
    submit: (filled) => submit({ ...filled, by }).then(takeOutcome),
  })
}

const composer = createComposer({
  invoke: (command) => invoke({ ...actor(), ...command }).then(takeOutcome),
  complete: (invocation, signal) => complete({ ...actor(), ...invocation }, signal),
  say: (message) => say({ ...actor(), ...message }),
})

/** @returns {Surroundings} */
const surroundings = () => ({
  bot: bot(),
  names: session?.names ?? {},
  choosable: choosable(),
  messageCommands: placeShown()?.messageCommands ?? [],
  dismiss: (id) => void dismiss({ by: actor().by, id }).catch(composer.complain),
  press: (entry, customId, values) =>
    press({ by: actor().by, message: entry.message ?? '', customId, values }).then(takeOutcome, () =>
      messages.showPressFailure(entry.id),
    ),
  apply: (entry, command) =>
    void apply({ by: actor().by, message: entry.message ?? '', command }).then(takeOutcome, composer.complain),
})

/** Says, for as long as it is so, why nothing will be answered. */
const showState = () => {
  banner.hidden = isConnected && isOnline
  banner.textContent = isConnected
    ? `${bot()} is not connected. It will reconnect automatically.`
    : 'The preview has stopped. Restart it with “npm start”. If the address stays the same, this page reconnects.'
  byId('status', HTMLElement).textContent = isConnected && isOnline ? 'Online' : 'Offline'
  document.body.classList.toggle('offline', !(isConnected && isOnline))
}

/** @param {PreviewCommand} command */
const chooseCommand = (command) => {
  closeDrawer()
  composer.choose(command)
}

/** @param {PreviewCommand} command @param {Example} example */
const tryExample = ({ path }, { option, value }) => void composer.submit({ path, values: { [option]: value } })

const showPlaceList = () => {
  const listed = [...channelsOf(serverShown()), ...places.filter(({ server }) => server === null)]
  showPlaces(listed, { current: placeShown()?.id ?? '', unread, choose: (place) => goTo(place) })
  showServers(servers(), {
    current: serverShown(),
    newIn: (server) => channelsOf(server).reduce((sum, { id }) => sum + (unread.get(id)?.count ?? 0), 0),
    choose: goToServer,
  })
}

/** Offers what the person may use in the place that is shown. */
const showOffers = () => {
  const commands = placeShown()?.commands ?? []
  composer.setCommands(commands)
  showCommands(commands, chooseCommand)
  showExamples(session?.about.examples ?? [], commands, tryExample)
}

/** Shows the place that the person is in, and all that is in it. */
const showPlace = () => {
  const place = placeShown()
  if (place === undefined) return
  currentPlace = place.id
  currentServer = place.server ?? currentServer
  unread.delete(place.id)
  showPlaceList()
  showOffers()
  showPlaceName(place)
  messages.show(
    [...entries.values()].filter((entry) => entry.place === place.id),
    surroundings(),
  )
}

/** @param {Place} place */
const goTo = (place) => {
  currentPlace = place.id
  keep('tab', 'place', place.id)
  if (place.server !== null) keep('tab', 'server', place.server)
  composer.leave()
  closeDrawer()
  showPlace()
}

/** Shows the first channel of a server. @param {Server} server */
const goToServer = (server) => {
  const [first] = channelsOf(server)
  if (first !== undefined && server !== serverShown()) goTo(first)
}

/** @param {Person} person */
const become = (person) => {
  keep('tab', 'person', person.id)
  unread.clear()
  composer.leave()
  closeDrawer()
  followAs(person.id)
}

/** @param {Session} received */
const showSession = (received) => {
  session = received
  places = received.places
  isOnline = received.online
  entries.clear()
  for (const entry of received.entries) entries.set(entry.id, entry)
  composer.limitFiles(received.largestFile)
  showPerson(received.person, received.people, become)
  showAbout(received.about, received.bot)
  showPlace()
  showState()
}

/** Counts a message that came to a place that is not shown, and has it read out. @param {Entry} entry */
const countUnread = (entry) => {
  const place = places.find(({ id }) => id === entry.place)
  if (entry.author.id === session?.person.id || place === undefined) return
  const { count, calls } = unread.get(entry.place) ?? { count: 0, calls: 0 }
  const isCall = entry.mentioned || place.kind === 'direct'
  unread.set(entry.place, { count: count + 1, calls: calls + Number(isCall) })
  messages.announce(`${entry.author.name} wrote in ${place.name}${isCall ? ', to you' : ''}.`)
  showPlaceList()
}

/** @param {Entry} entry */
const takeEntry = (entry) => {
  const isNew = !entries.has(entry.id)
  entries.set(entry.id, entry)
  if (entry.place === currentPlace) messages.put(entry, surroundings())
  else if (isNew) countUnread(entry)
}

/** @param {PreviewEvent} event */
const onEvent = (event) => {
  switch (event.kind) {
    case 'session':
      return showSession(event)
    case 'places':
      places = event.places
      return showOffers()
    case 'online':
      isOnline = event.online
      return showState()
    case 'entry':
      return takeEntry(event.entry)
    case 'removed':
      entries.delete(event.id)
      return messages.remove(event.id)
  }
}

/** @param {string | null} person */
const followAs = (person) => {
  stopFollowing()
  stopFollowing = follow(person, onEvent, (connected) => {
    isConnected = connected
    showState()
  })
}

followAs(recall('tab', 'person'))
