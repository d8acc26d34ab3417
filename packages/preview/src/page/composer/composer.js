// @ts-check

import { byId } from '../element.js'
import { createCommandForm } from './command-form.js'
import { createSuggestions } from './suggestions.js'

/** @import { Choice, Invocation, PreviewCommand } from '../../protocol.ts' */

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

/**
 * The bar at the bottom: a text field for messages that opens the list of commands on `/`, and the fields of the chosen
 * one.
 * @param {{ invoke: (invocation: Invocation) => Promise<void>, say: (content: string) => Promise<void>,
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

  /** @param {string} text */
  const tell = (text) => {
    note.textContent = text
    note.hidden = text === ''
  }

  /** Says why something did not work. @param {unknown} error */
  const complain = (error) => tell(error instanceof Error ? error.message : String(error))

  const reset = () => {
    const hadFocus = form.contains(document.activeElement)
    chosen = null
    suggestions.close()
    slot.replaceChildren()
    input.hidden = false
    input.value = ''
    // Whoever pressed something elsewhere stays there: on a phone the keyboard would cover the answer.
    if (hadFocus) input.focus()
    tell('')
  }

  /** Sends a command; a form that could not be sent comes back. @param {Invocation} invocation */
  const submit = async (invocation) => {
    const begun = chosen
    reset()
    await invoke(invocation).catch((error) => {
      if (begun !== null && chosen === null && input.value === '') show(begun)
      complain(error)
    })
  }

  /** Writes what was typed as a message; one that could not be written comes back. */
  const sendMessage = async () => {
    const content = input.value
    input.value = ''
    await write(content).catch((error) => {
      if (input.value === '') input.value = content
      complain(error)
    })
  }

  /** @param {ReturnType<typeof createCommandForm>} commandForm */
  const show = (commandForm) => {
    chosen = commandForm
    slot.replaceChildren(commandForm.root)
    input.hidden = true
    input.value = ''
    commandForm.focus()
  }

  /** @param {PreviewCommand} command @param {string} rest */
  const choose = (command, rest = '') => {
    tell('')
    suggestions.close()
    const commandForm = createCommandForm(command, { suggestions, complete, submit, leave: reset, send })
    if (rest !== '') commandForm.fill(rest)
    show(commandForm)
  }

  const suggest = () => {
    if (!input.value.startsWith('/')) return suggestions.close()
    const typed = input.value.slice(1)
    // The longest name first, so that `/sources show` is not taken for a shorter command with words behind it.
    const named = commands
      .toSorted((a, b) => b.label.length - a.label.length)
      .find(({ label }) => typed.startsWith(`${label} `))
    if (named !== undefined) return choose(named, typed.slice(named.label.length + 1))
    const found = matching(commands, typed)
    const lines = found.map((command) => ({
      label: `/${command.label}`,
      terms: command.options.map(({ label, required }) => (required ? label : `${label}?`)),
      detail: command.description,
      pick: () => choose(command),
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
    if (input.value.trim() === '') return input.focus()
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

  return {
    submit,
    choose,
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
