// @ts-check
import { element, icon } from './element.js'
import { renderAttachment, renderComponent } from './render-components.js'
import { renderMarkdown } from './render-markdown.js'

/** @import { Entry, SentComponent } from '../protocol.ts' */

/**
 * Who is in the channel, and what a person can do to a message.
 * @typedef {{ user: string, bot: string, dismiss: (id: string) => void,
 *   press: (entry: string, customId: string, values: readonly string[]) => void }} ChannelContext
 */

/** `Today at 05:52`, or the date where it is another day. @param {number} time Unix milliseconds */
const timeShown = (time) => {
  const isToday = new Date(time).toDateString() === new Date().toDateString()
  const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' }).format(time)
  return isToday
    ? `Today at ${clock}`
    : `${new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }).format(time)}, ${clock}`
}

/** Whether a message shows this file by a component of its own. @param {readonly SentComponent[]} components @param {string} name */
const isShown = (components, name) => JSON.stringify(components).includes(JSON.stringify(`attachment://${name}`))

/** The bot's words. @param {Entry} entry @param {ChannelContext} context */
const renderWords = (entry, context) => {
  const message = {
    files: entry.files,
    press: (/** @type {string} */ customId, /** @type {readonly string[]} */ values) =>
      context.press(entry.id, customId, values),
  }
  return element(
    'div',
    { class: 'words' },
    entry.content === '' ? null : renderMarkdown(entry.content),
    ...entry.components.map((component) => renderComponent(component, message)),
    ...entry.files.filter(({ name }) => !isShown(entry.components, name)).map(renderAttachment),
    entry.edited && entry.content !== '' ? element('span', { class: 'edited' }, '(edited)') : null,
  )
}

/** @param {Entry} entry @param {ChannelContext} context */
const renderBody = (entry, context) => {
  switch (entry.state) {
    case 'sending':
      return element('p', { class: 'waiting' }, 'Sending command…')
    case 'thinking':
      return element(
        'p',
        { class: 'waiting' },
        element('span', { class: 'dots', 'aria-hidden': 'true' }, element('i'), element('i'), element('i')),
        `${context.bot} is thinking…`,
      )
    case 'failed':
      return element('p', { class: 'failure' }, icon('warning'), 'The application did not respond')
    case 'shown':
      return renderWords(entry, context)
  }
}

/** The line under a message that only the person who asked sees. @param {Entry} entry @param {ChannelContext} context */
const renderPrivacy = (entry, context) =>
  element(
    'p',
    { class: 'privacy' },
    icon('eye'),
    'Only you can see this',
    element('span', { 'aria-hidden': 'true' }, ' • '),
    element('button', { type: 'button', class: 'as-link', click: () => context.dismiss(entry.id) }, 'Dismiss message'),
  )

/** What was sent to Discord, for whoever wants to see it. @param {Entry} entry */
const renderPayload = (entry) => {
  const payload = { ...(entry.content !== '' && { content: entry.content }), components: entry.components }
  return element(
    'details',
    { class: 'payload' },
    element('summary', {}, 'What Discord would get'),
    element('pre', { tabindex: 0 }, JSON.stringify(payload, null, 2)),
  )
}

/** One message of the channel. @param {Entry} entry @param {ChannelContext} context */
export const renderEntry = (entry, context) => {
  const isPrivate = entry.ephemeral || entry.state === 'failed'
  return element(
    'li',
    { class: `entry ${entry.state}${isPrivate ? ' private' : ''}`, 'data-id': entry.id },
    entry.used === null
      ? null
      : element(
          'p',
          { class: 'used' },
          element('span', { class: 'face small', 'aria-hidden': 'true' }, context.user.charAt(0)),
          element('strong', {}, context.user),
          ' used ',
          element('span', { class: 'command' }, entry.used),
        ),
    element('img', { class: 'face', src: 'quoth.svg', alt: '' }),
    element(
      'div',
      { class: 'author' },
      element('h2', {}, context.bot),
      element('span', { class: 'app' }, 'APP'),
      element('time', { datetime: new Date(entry.createdAt).toISOString() }, timeShown(entry.createdAt)),
    ),
    renderBody(entry, context),
    element('p', { class: 'failure press-failure', hidden: true }, icon('warning'), 'This interaction failed'),
    isPrivate ? renderPrivacy(entry, context) : null,
    entry.state === 'shown' ? renderPayload(entry) : null,
  )
}
