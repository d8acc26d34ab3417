// @ts-check
import { byId } from './element.js'
import { renderEntry } from './render-entry.js'

/** @import { Entry } from '../protocol.ts' */
/** @import { ChannelContext } from './render-entry.js' */

/** How far from the end, in pixels, a reader still counts as reading the newest message. */
const nearEnd = 120

/** What a screen reader says of a message that is new or has changed. @param {Entry} entry @param {ChannelContext} context */
const spoken = (entry, { bot }) => {
  switch (entry.state) {
    case 'sending':
      return ''
    case 'thinking':
      return `${bot} is thinking.`
    case 'failed':
      return 'The application did not respond.'
    case 'shown':
      return `${bot} replied${entry.ephemeral ? ', only to you' : ''}.`
  }
}

/** The messages of the channel, oldest first, in the page's own list. */
export const createMessageList = () => {
  const scroller = byId('scroller', HTMLElement)
  const list = byId('messages', HTMLOListElement)
  const announcer = byId('announcer', HTMLElement)
  /** @type {Map<string, HTMLElement>} */
  const shown = new Map()

  let isAtEnd = true

  const scrollToEnd = () => scroller.scrollTo({ top: scroller.scrollHeight })
  scroller.addEventListener('scroll', () => {
    isAtEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < nearEnd
  })
  // The composer takes room from the messages as it grows.
  new ResizeObserver(() => isAtEnd && scrollToEnd()).observe(scroller)

  /** Replaces a message where it stands, with the focus on the same component as before. @param {HTMLElement} old @param {HTMLElement} fresh */
  const replace = (old, fresh) => {
    const focused = old.contains(document.activeElement) ? document.activeElement?.getAttribute('data-custom-id') : null
    const hadFocus = old.contains(document.activeElement)
    old.replaceWith(fresh)
    if (!hadFocus) return
    const same = focused ? fresh.querySelector(`[data-custom-id="${CSS.escape(focused)}"]`) : null
    const next = same instanceof HTMLElement ? same : scroller
    next.focus()
  }

  return {
    /** Adds the message, or replaces it where it is already there. @param {Entry} entry @param {ChannelContext} context */
    put: (entry, context) => {
      const wasAtEnd = isAtEnd
      const fresh = renderEntry(entry, context)
      const old = shown.get(entry.id)
      if (old === undefined) list.append(fresh)
      else replace(old, fresh)
      shown.set(entry.id, fresh)
      if (wasAtEnd || entry.state === 'sending') scrollToEnd()
      const words = entry.state === 'shown' ? fresh.querySelector('.words')?.textContent : ''
      announcer.textContent = [spoken(entry, context), words?.slice(0, 400)].filter(Boolean).join(' ')
    },
    /** @param {string} id */
    remove: (id) => {
      const gone = shown.get(id)
      if (gone?.contains(document.activeElement)) scroller.focus()
      gone?.remove()
      shown.delete(id)
    },
    /** Says that a component of the message got no answer, until the message changes. @param {string} id */
    showPressFailure: (id) => {
      shown.get(id)?.querySelector('.press-failure')?.removeAttribute('hidden')
      announcer.textContent = 'This interaction failed.'
    },
    clear: () => {
      list.replaceChildren()
      shown.clear()
    },
    scrollToEnd,
  }
}
