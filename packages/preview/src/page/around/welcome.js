// @ts-check
import { byId, element } from '../element.js'

/** @import { Example, Place, PreviewAbout, PreviewCommand } from '../../protocol.ts' */

/** @param {number} count */
const sourcesCounted = (count) => (count === 1 ? '1 source' : `${count} sources`)

/**
 * Says what the library holds, and how to bring the bot online.
 * @param {PreviewAbout} about @param {string} bot
 */
export const showAbout = (about, bot) => {
  const count = sourcesCounted(about.count)
  byId('topic', HTMLElement).textContent = `${count} in ${about.library}`
  byId('welcome-text', HTMLElement).textContent =
    about.count === 0
      ? `${bot} has no sources yet. Put documents (.txt, .md, .eml, .mbox) into ${about.library}, then ask a question.`
      : `${bot} answers with quotes from ${count} in ${about.library}, each with its location. Try a question:`
  byId('steps', HTMLElement).replaceChildren(...about.steps.map((step) => element('li', {}, step)))
  byId('going-online', HTMLElement).hidden = about.steps.length === 0
  const more = about.count - about.sources.length
  byId('library-title', HTMLElement).textContent = `Library — ${count}`
  byId('library', HTMLElement).replaceChildren(
    ...about.sources.map((title) => element('li', { title }, element('span', {}, title))),
    ...(more > 0 ? [element('li', {}, element('span', {}, `and ${more} more`))] : []),
  )
}

/** Names the place that is shown, where it is named. @param {Place} place */
export const showPlaceName = ({ kind, name }) => {
  const named = kind === 'direct' ? `@${name}` : `#${name}`
  document.title = `${named} · Quoth preview`
  byId('place-icon', SVGUseElement).setAttribute('href', `icons.svg#${kind === 'direct' ? 'at' : 'hash'}`)
  byId('place-name', HTMLElement).textContent = name
  byId('welcome-title', HTMLElement).textContent =
    kind === 'direct' ? `Your direct messages with ${name}` : `Welcome to ${named}`
  byId('scroller', HTMLElement).setAttribute('aria-label', kind === 'direct' ? `Direct messages with ${name}` : named)
  const input = byId('composer-input', HTMLTextAreaElement)
  input.setAttribute('aria-label', `Message ${named}`)
  input.placeholder = `Message ${named}`
}

/**
 * What to try, by the commands that the person has here.
 * @param {readonly Example[]} examples @param {readonly PreviewCommand[]} commands
 * @param {(command: PreviewCommand, example: Example) => void} tryExample
 */
export const showExamples = (examples, commands, tryExample) =>
  byId('examples', HTMLElement).replaceChildren(
    ...examples.flatMap((example) => {
      const command = commands.find(({ path }) => path.join(' ') === example.command)
      if (command === undefined) return []
      const words = [element('span', { class: 'command' }, `/${command.label}`), ` ${example.value}`]
      const click = () => tryExample(command, example)
      return [element('li', {}, element('button', { type: 'button', class: 'example', click }, ...words))]
    }),
  )

/**
 * The commands in the side bar.
 * @param {readonly PreviewCommand[]} commands
 * @param {(command: PreviewCommand) => void} choose
 */
export const showCommands = (commands, choose) =>
  byId('commands', HTMLElement).replaceChildren(
    ...commands.map((command) =>
      element(
        'li',
        {},
        element(
          'button',
          { type: 'button', title: command.description, click: () => choose(command) },
          `/${command.label}`,
        ),
      ),
    ),
  )
