import { type Action, type ArgumentsOf, actionOf, type Command, type Options, readArguments } from '../../command.ts'
import { QuothError } from '../../domain/error.ts'
import { nearest, readWords, type Word } from './arguments.ts'
import { commandNamed } from './subcommands.ts'

/** What a line at the prompt asks for. */
export type PromptLine =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'quit' }
  | { readonly kind: 'run'; readonly action: Action; readonly args: ArgumentsOf<Options> }

/** An option with a value in quotation marks, one with true or false as `/help` writes it, or a word. */
const token = /(?:--([\w-]+)(?:=|\s+)|([\w-]+):)"([^"]*)"|[\w-]+: (?:true|false|yes|no)(?!\S)|\S+/gi
const namedToken = /^(?:--([\w-]+)(?:=(.*))?|([\w-]+): ?(.*))$/s

/**
 * The words of a line. Options are written `name:value`, as Discord shows them, or `--name value`. Only declared names
 * are options, so that a question can contain a colon.
 */
const wordsOfLine = (line: string, options: Options): readonly Word[] => {
  const words: Word[] = []
  const push = (name: string, value: string | undefined): void => {
    // `question:What is ice?` names the words that are the question anyway: those up to the next option.
    if (options[name]?.required) words.push(...(value ? [{ text: value }] : []))
    else words.push({ option: name, value })
  }
  for (const match of line.matchAll(token)) {
    const [text, dashed, coloned, quoted] = match
    const name = dashed ?? coloned
    const before = words.at(-1)
    const isAwaited = before !== undefined && 'option' in before && before.value === undefined
    if (name !== undefined && Object.hasOwn(options, name)) {
      push(name, quoted ?? '')
      continue
    }
    const [, dashedName, dashedValue, colonName, colonValue] = namedToken.exec(text) ?? []
    if (dashedName !== undefined) push(dashedName, dashedValue)
    else if (colonName !== undefined && Object.hasOwn(options, colonName)) push(colonName, colonValue || undefined)
    else if (isAwaited && options[before.option]?.type !== 'boolean') words.splice(-1, 1, { ...before, value: text })
    else words.push({ text })
  }
  return words
}

/** Removes quotation marks around the name of a source; in a question, they are part of it. */
const unwrapped = (values: { readonly [name: string]: string | number | boolean }, options: Options) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const option = options[name]
      const isName = option?.type === 'string' && option.suggest !== undefined
      return [name, isName && typeof value === 'string' ? value.replace(/^"([^"]*)"$/, '$1') : value]
    }),
  )

const readAction = (action: Action, line: string): PromptLine => {
  const { options } = action
  const { values } = readWords(wordsOfLine(line, options), { declared: options, added: [] })
  return { kind: 'run', action, args: readArguments(options, unwrapped(values, options)) }
}

/**
 * Reads a line: a slash command with its options, or a question for `/ask`.
 * @throws QuothError `bad-argument`
 */
export const readPromptLine = (typed: string, commands: readonly Command[]): PromptLine => {
  const line = typed.trim()
  if (line === '') return { kind: 'nothing' }
  const [, name = 'ask', rest = ''] = line.startsWith('/') ? (/^\/(\S*)\s*(.*)$/s.exec(line) ?? []) : ['', 'ask', line]
  if (name === 'quit') return { kind: 'quit' }
  const command = commandNamed(name, commands)
  if (command === undefined) {
    const names = [...commands.map((known) => known.name), 'quit']
    throw new QuothError(
      'bad-argument',
      `Unknown command “/${name}”. Type /help for a list.`,
      nearest(name, names).map((near) => `/${near}`),
    )
  }
  if ('action' in command) return readAction(command.action, rest)
  const [, subcommand, after = ''] = /^(\S+)\s*(.*)$/s.exec(rest) ?? []
  return readAction(actionOf(command, subcommand), after)
}
