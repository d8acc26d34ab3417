// @ts-check

import { byId } from '../element.js'
import { createAttached } from './attached.js'
import { createCommandForm } from './command-form.js'
import { takeDroppedFiles } from './drop-files.js'
import { createSuggestions } from './suggestions.js'

/** @import { Choice, Invocation, PreviewCommand } from '../../protocol.ts' */
/** @import { Command, Message } from '../connection.js' */

/**
 * Commands whose name starts with what was typed, then those that have it elsewhere.
 * @param {readonly PreviewCommand[]} commands
 * @param {string} typed
 */
const matching = (commands, typed) => {
  const wanted = typed.trim().toLowerCase()
  const found = commands.filter(({ label }) => label.toLowerCase().includes(wanted))
  return found.toSorted((a, b) => Number(b.label.startsWith(wanted)) - Number(a.label.startsWith(wanted)))
}

/** Whether a command has an option for a file. @param {PreviewCommand} command */
const takesFiles = ({ options }) => options.some(({ type }) => type === 'file')

/**
 * The bar at the bottom: a text field for messages that opens the list of commands on `/`, and the fields of the chosen
 * one. Files that are dragged onto the channel go to the command that is begun, or begin one, or go out with the message
 * that is written.
 * @param {{ invoke: (command: Command) => Promise<void>, say: (message: Message) => Promise<void>,
 *   complete: (invocation: Invocation, signal: AbortSignal) => Promise<readonly Choice[]> }} actions
 */
export const createComposer = ({ invoke, say: write, complete }) => {
  const form = byId('composer', HTMLFormElement)
  const input = byId('composer-input', HTMLTextAreaElement)
  const slot = byId('command-slot', HTMLElement)
  const note = byId('composer-note', HTMLElement)
  const send = byId('send', HTMLButtonElement)
  const suggestions = createSuggestions({
    panel: byId('suggestions-panel', HTMLElement),
    title: byId('suggestions-title', HTMLElement),
    list: byId('suggestions', HTMLElement),
  })
  /** @type {readonly PreviewCommand[]} */
  let commands = []
  /** @type {ReturnType<typeof createCommandForm> | null} */
  let chosen = null
  /** The command of that form. @type {PreviewCommand | null} */
  let begun = null
  let largestFile = Infinity

  /** @param {string} text */
  const tell = (text) => {
    note.textContent = text
    note.hidden = text === ''
  }

  /** Says why something did not work. @param {unknown} error */
  const complain = (error) => tell(error instanceof Error ? error.message : String(error))

  const attached = createAttached(tell)

  const reset = () => {
    const hadFocus = form.contains(document.activeElement)
    chosen = null
    attached.offer(true)
    suggestions.close()
    slot.replaceChildren()
    input.hidden = false
    input.value = ''
    // Whoever pressed something elsewhere stays there: on a phone the keyboard would cover the answer.
    if (hadFocus) input.focus()
    tell('')
  }

  /** Sends a command; a form that could not be sent comes back. @param {Command} command */
  const submit = async (command) => {
    const sent = chosen
    reset()
    await invoke(command).catch((error) => {
      if (sent !== null && chosen === null && input.value === '') show(sent)
      complain(error)
    })
  }

  /** Writes what was typed as a message; one that could not be written comes back. */
  const sendMessage = async () => {
    const message = { content: input.value, files: attached.files() }
    input.value = ''
    attached.set([])
    await write(message).catch((error) => {
      if (input.value === '' && attached.files().length === 0) {
        input.value = message.content
        attached.set(message.files)
      }
      complain(error)
    })
  }

  /** @param {ReturnType<typeof createCommandForm>} commandForm */
  const show = (commandForm) => {
    chosen = commandForm
    attached.offer(false)
    slot.replaceChildren(commandForm.root)
    input.hidden = true
    input.value = ''
    commandForm.focus()
  }

  /** @param {PreviewCommand} command @param {string} rest */
  const choose = (command, rest = '') => {
    tell('')
    suggestions.close()
    begun = command
    const commandForm = createCommandForm(command, { largestFile, suggestions, complete, submit, leave: reset, send })
    if (rest !== '') commandForm.fill(rest)
    show(commandForm)
    return commandForm
  }

  /** @param {readonly File[]} files */
  const takeFiles = (files) => {
    const isBegun = chosen !== null && begun !== null && takesFiles(begun)
    const isWriting = chosen === null && (attached.files().length > 0 || !/^\/?$/.test(input.value))
    const command = isBegun ? begun : isWriting ? null : (commands.find(takesFiles) ?? null)
    if (command === null) return chosen === null ? attached.add(files) : tell('This command takes no files.')
    const commandForm = isBegun && chosen !== null ? chosen : choose(command)
    const left = commandForm.takeFiles(files).length
    tell(left === 0 ? '' : `/${command.label} takes no more files: ${left} of ${files.length} left out.`)
  }

  const suggest = () => {
    if (!input.value.startsWith('/')) return suggestions.close()
    const typed = input.value.slice(1)
    // The longest name first, so that `/sources show` is not taken for a shorter command with words behind it.
    const named = commands
      .toSorted((a, b) => b.label.length - a.label.length)
      .find(({ label }) => typed.startsWith(`${label} `))
    if (named !== undefined) return void choose(named, typed.slice(named.label.length + 1))
    const found = matching(commands, typed)
    const lines = found.map((command) => ({
      label: `/${command.label}`,
      terms: command.options.map(({ label, required }) => (required ? label : `${label}?`)),
      detail: command.description,
      pick: () => void choose(command),
    }))
    suggestions.open(input, lines.length > 0 ? 'Commands' : 'No matching commands.', lines, true)
  }

  input.addEventListener('input', () => {
    tell('')
    suggest()
  })
  input.addEventListener('focus', suggest)
  input.addEventListener('blur', suggestions.close)
  input.addEventListener('keydown', (event) => {
    if (suggestions.takesKey(event) || event.isComposing || event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    form.requestSubmit()
  })
  send.addEventListener('keydown', (event) => {
    if (chosen !== null && (event.key === 'Escape' || event.key === 'Backspace')) reset()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (chosen !== null) return chosen.submit()
    if (input.value.trim() === '' && attached.files().length === 0) return input.focus()
    suggestions.close()
    if (input.value.startsWith('/')) return tell('There is no such command. Type / to see all commands.')
    void sendMessage()
  })
  document.addEventListener('keydown', (event) => {
    const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, select')
    if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    if (chosen !== null) return chosen.focus()
    input.value = '/'
    input.focus()
  })

  takeDroppedFiles(takeFiles)

  return {
    submit,
    choose,
    /** Bytes that one file may have. @param {number} bytes */
    limitFiles: (bytes) => {
      largestFile = bytes
      attached.setLimit(bytes)
    },
    complain,
    /** Leaves what was begun: another place or person has other commands. */
    leave: reset,
    /** @param {readonly PreviewCommand[]} registered */
    setCommands: (registered) => {
      commands = registered
      if (document.activeElement === input) suggest()
    },
  }
}
