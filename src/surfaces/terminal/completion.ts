import { type Action, actionOf, type Command, type Option, type SharedContext } from '../../command.ts'
import { commandNamed } from './subcommands.ts'

/** How many sources are offered at once. */
const sourcesOffered = 25

/** What may stand in the place of the end of a line, and that end: what readline wants of a completer. */
export type Completion = [candidates: string[], replaced: string]

const startingWith = (prefix: string, candidates: readonly string[]): string[] =>
  candidates.filter((candidate) => candidate.startsWith(prefix))

const quotedIfNeeded = (value: string): string => (/\s/.test(value) ? `"${value}"` : value)

const valuesOf = async (option: Option, typed: string, quoth: SharedContext['quoth']): Promise<readonly string[]> => {
  switch (option.type) {
    case 'boolean':
      return startingWith(typed, ['true', 'false'])
    case 'integer':
      return []
    case 'string':
      if (option.choices !== undefined) return startingWith(typed, option.choices)
      if (option.suggest === undefined) return []
      return (await quoth.suggestSources(typed, sourcesOffered)).map(({ id }) => quotedIfNeeded(id))
  }
}

/** The action that the line is for, and what is typed after its name; null while the name is being typed. */
const actionTyped = (
  line: string,
  commands: readonly Command[],
): { readonly action: Action; readonly rest: string } | null => {
  if (!line.startsWith('/')) {
    const ask = commandNamed('ask', commands)
    return ask !== undefined && 'action' in ask ? { action: ask.action, rest: line } : null
  }
  const [, name = '', rest] = /^\/(\S+)\s+(.*)$/s.exec(line) ?? []
  const command = commandNamed(name, commands)
  if (command === undefined || rest === undefined) return null
  if ('action' in command) return { action: command.action, rest }
  const [, subcommand = '', after] = /^(\S+)\s+(.*)$/s.exec(rest) ?? []
  if (after === undefined || !Object.hasOwn(command.subcommands, subcommand)) return null
  return { action: actionOf(command, subcommand), rest: after }
}

/** Names of commands, or of the subcommands of the group whose name is typed. */
const completeName = (line: string, commands: readonly Command[]): Completion => {
  const [, name, part = ''] = /^\/(\S+)\s+(\S*)$/.exec(line) ?? []
  if (name === undefined) {
    const names = [...commands.map((command) => `/${command.name} `), '/quit']
    return [line.startsWith('/') ? startingWith(line, names) : [], line]
  }
  const command = commandNamed(name, commands)
  const subcommands = command === undefined || 'action' in command ? [] : Object.keys(command.subcommands)
  return [startingWith(part, subcommands).map((subcommand) => `${subcommand} `), part]
}

const endOfLine = /(?:^|\s)(?:(--[\w-]+=|[\w-]+:)?("[^"]*|\S*))$/

/** What Tab offers at the end of `line`: commands, subcommands, options, their values, sources. */
export const complete = async (line: string, { quoth, commands }: SharedContext): Promise<Completion> => {
  const typed = actionTyped(line, commands)
  if (typed === null) return completeName(line, commands)
  const { options } = typed.action
  const [, marker = '', value = ''] = endOfLine.exec(typed.rest) ?? []
  const named = options[marker.replace(/^--|[:=]$/g, '')]
  if (named !== undefined) {
    const values = await valuesOf(named, value.replace(/^"/, ''), quoth)
    return [values.map((candidate) => `${marker}${candidate} `), `${marker}${value}`]
  }
  const isDashed = value.startsWith('-')
  const names = Object.keys(options).map((name) =>
    isDashed ? `--${name}${options[name]?.type === 'boolean' ? ' ' : '='}` : `${name}:`,
  )
  const plain = Object.values(options).find((option) => option.required)
  const isFirst = typed.rest.trim() === value
  const values =
    plain === undefined || !isFirst || isDashed ? [] : await valuesOf(plain, value.replace(/^"/, ''), quoth)
  return [[...values.map((candidate) => `${candidate} `), ...startingWith(value, names)], value]
}
