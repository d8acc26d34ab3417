// @ts-check
import { element, icon } from '../element.js'
import { renderMarkdown } from '../markdown/render-markdown.js'
import { offerApps } from './apps-menu.js'
import { faceOf } from './face.js'
import { renderAttachment, renderComponent } from './render-components.js'

/** @import { Choosable, Entry, MessageCommand, SentComponent } from '../../protocol.ts' */

/**
 * What messages need of the page around them: names by which they are shown, what menus offer, and what a person can do to
 * them. `press` is done when the bot responded or did not.
 * @typedef {{ bot: string, names: Readonly<Record<string, string>>, choosable: Choosable, messageCommands: readonly
 * MessageCommand[], dismiss: (id: string) => void, press: (entry: Entry, customId: string, values?: readonly string[])
 * => Promise<void>, apply: (entry: Entry, command: string) => void, }} Surroundings
 */

/** `Today at 05:52`, or the date where it is another day. @param {number} time Unix milliseconds */
const timeShown = (time) => {
  const isToday = new Date(time).toDateString() === new Date().toDateString()
  const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' }).format(time)
  return isToday
    ? `Today at ${clock}`
    : `${new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }).format(time)}, ${clock}`
}

/**
 * Whether a message shows this file by a component of its own.
 * @param {readonly SentComponent[]} components
 * @param {string} name
 */
const isShown = (components, name) => JSON.stringify(components).includes(JSON.stringify(`attachment://${name}`))

/** What the message says. @param {Entry} entry @param {Surroundings} around */
const renderWords = (entry, { names, choosable, press }) => {
  const message = {
    files: entry.files,
    names,
    choosable,
    press: (/** @type {string} */ customId, /** @type {readonly string[] | undefined} */ values) =>
      press(entry, customId, values),
  }
  return element(
    'div',
    { class: 'words' },
    entry.content === '' ? null : renderMarkdown(entry.content, names),
    ...entry.files.filter(({ name }) => !isShown(entry.components, name)).map(renderAttachment),
    ...entry.components.map((component) => renderComponent(component, message)),
    entry.edited && entry.content !== '' ? element('span', { class: 'edited' }, '(edited)') : null,
  )
}

/** @param {Entry} entry @param {Surroundings} around */
const renderBody = (entry, around) => {
  switch (entry.state) {
    case 'sending':
      return element('p', { class: 'waiting' }, 'Sending command…')
    case 'thinking':
      return element(
        'p',
        { class: 'waiting' },
        element('span', { class: 'dots', 'aria-hidden': 'true' }, element('i'), element('i'), element('i')),
        `${around.bot} is thinking…`,
      )
    case 'failed':
      return element('p', { class: 'failure' }, icon('warning'), 'The application did not respond')
    case 'shown':
      return renderWords(entry, around)
  }
}

/** The line under a message that only the person who asked sees. @param {Entry} entry @param {Surroundings} around */
const renderPrivacy = (entry, around) =>
  element(
    'p',
    { class: 'privacy' },
    icon('eye'),
    'Only you can see this',
    element('span', { 'aria-hidden': 'true' }, ' • '),
    element('button', { type: 'button', class: 'as-link', click: () => around.dismiss(entry.id) }, 'Dismiss message'),
  )

/** What was sent to Discord, for whoever wants to see it: written out when it is opened. @param {Entry} entry */
const renderPayload = (entry) => {
  const payload = { ...(entry.content !== '' && { content: entry.content }), components: entry.components }
  const written = element('pre', { tabindex: 0 })
  const made = element(
    'details',
    {
      class: 'payload',
      toggle: () => {
        written.textContent = made.open ? JSON.stringify(payload, null, 2) : ''
      },
    },
    element('summary', {}, 'What Discord receives'),
    written,
  )
  return made
}

/** Who asked for the message, and with what. @param {NonNullable<Entry['used']>} used */
const renderUse = ({ by, command }) =>
  element(
    'p',
    { class: 'used' },
    faceOf(by, 'tiny'),
    element('strong', {}, by),
    ' used ',
    element('span', { class: 'command' }, command),
  )

/** @param {Entry} entry */
const renderAuthor = ({ author, createdAt }) =>
  element(
    'div',
    { class: 'author' },
    element('h2', {}, author.name),
    author.isBot ? element('span', { class: 'app' }, 'APP') : null,
    element('time', { datetime: new Date(createdAt).toISOString() }, timeShown(createdAt)),
  )

/** One message of a channel. @param {Entry} entry @param {Surroundings} around */
export const renderEntry = (entry, around) => {
  const isPrivate = entry.ephemeral || entry.state === 'failed'
  const looks = [entry.state, isPrivate && 'private', entry.mentioned && 'mentioned'].filter(Boolean).join(' ')
  const made = element(
    'li',
    { class: `entry ${looks}`, 'data-id': entry.id },
    entry.used === null ? null : renderUse(entry.used),
    entry.author.isBot ? element('img', { class: 'face', src: 'quoth.svg', alt: '' }) : faceOf(entry.author.name),
    renderAuthor(entry),
    renderBody(entry, around),
    element('p', { class: 'failure press-failure', hidden: true }, icon('warning'), 'This interaction failed'),
    isPrivate ? renderPrivacy(entry, around) : null,
    entry.state === 'shown' && entry.author.isBot ? renderPayload(entry) : null,
  )
  // Discord offers no commands for messages that one person alone sees.
  if (entry.state === 'shown' && !entry.ephemeral && around.messageCommands.length > 0)
    made.append(offerApps(made, around.messageCommands, (command) => around.apply(entry, command)))
  return made
}
