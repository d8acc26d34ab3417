// @ts-check
import { byId } from '../element.js'
import { renderEntry } from './render-entry.js'

/** @import { Entry } from '../../protocol.ts' */
/** @import { Surroundings } from './render-entry.js' */

/** How far from the end, in pixels, a reader still counts as reading the newest message. */
const nearEnd = 120
const usable = 'button, a, summary, [tabindex="0"]'

/**
 * What a screen reader says of a message that is new or has changed.
 * @param {Entry} entry
 * @param {Surroundings} around
 */
const spoken = (entry, { bot }) => {
  switch (entry.state) {
    case 'sending':
      return ''
    case 'thinking':
      return `${bot} is thinking.`
    case 'failed':
      return 'The application did not respond.'
    case 'shown':
      if (!entry.author.isBot) return `${entry.author.name} wrote:`
      return `${bot} replied${entry.ephemeral ? ', only to you' : ''}.`
  }
}

/**
 * What stands at the same place of a message as the focus stood, in its next version: by its id, then its label.
 * @param {HTMLElement} old
 * @param {HTMLElement} fresh
 */
const counterpart = (old, fresh) => {
  const focused = /** @type {HTMLElement} */ (document.activeElement)
  const { customId } = focused.dataset
  const candidates = [.../** @type {NodeListOf<HTMLElement>} */ (fresh.querySelectorAll(usable))]
  return (
    candidates.find((each) => customId !== undefined && each.dataset['customId'] === customId) ??
    candidates.find((each) => each.textContent === focused.textContent && each.className === focused.className) ??
    candidates[[...old.querySelectorAll(usable)].indexOf(focused)]
  )
}

/** The messages of a channel, oldest first, in the page's own list. */
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

  /**
   * Replaces a message where it stands, with the focus where it was.
   * @param {HTMLElement} old
   * @param {HTMLElement} fresh
   */
  const replace = (old, fresh) => {
    const next = old.contains(document.activeElement) ? (counterpart(old, fresh) ?? scroller) : null
    old.replaceWith(fresh)
    next?.focus()
  }

  /** @param {Entry} entry @param {Surroundings} around */
  const put = (entry, around) => {
    const fresh = renderEntry(entry, around)
    const old = shown.get(entry.id)
    if (old === undefined) list.append(fresh)
    else replace(old, fresh)
    shown.set(entry.id, fresh)
    return fresh
  }

  return {
    /**
     * Adds the message, or replaces it where it is already there, and has it read out.
     * @param {Entry} entry
     * @param {Surroundings} around
     */
    put: (entry, around) => {
      const wasAtEnd = isAtEnd
      const fresh = put(entry, around)
      if (wasAtEnd || entry.state === 'sending') scrollToEnd()
      // biome-ignore lint/performance/useDomNodeTextContent: what is seen; a menu that is closed says nothing of its options
      const shownWords = /** @type {HTMLElement | null} */ (fresh.querySelector('.words'))?.innerText
      announcer.textContent = [spoken(entry, around), shownWords?.slice(0, 400)].filter(Boolean).join(' ')
    },
    /**
     * Shows these messages and no others, from the newest on.
     * @param {readonly Entry[]} entries
     * @param {Surroundings} around
     */
    show: (entries, around) => {
      list.replaceChildren()
      shown.clear()
      for (const entry of entries) put(entry, around)
      if (entries.length > 0) scrollToEnd()
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
    /** Has something read out. @param {string} text */
    announce: (text) => {
      announcer.textContent = text
    },
  }
}
