import {
  type Action,
  actionOf,
  type Command,
  type Option,
  type SharedContext,
  type StringOption,
} from '../../command.ts'
import { type SourceId, sourceKey } from '../../domain/source.ts'
import { commandNamed } from './subcommands.ts'
import { visible } from './visible.ts'

/** How many sources are offered at once. */
const sourcesOffered = 25

/** What may stand in the place of the end of a line, and that end: what readline wants of a completer. */
export type Completion = [candidates: string[], replaced: string]

const startingWith = (prefix: string, candidates: readonly string[]): string[] =>
  candidates.filter((candidate) => candidate.startsWith(prefix))

/** What a line would take for something else than a part of a name: quotation marks, options, other spaces than one. */
const misread = /["\t\n]| {2}|^ | $|(?:^| )(?:--|[\w-]+:)/

/** A source as it can stand in a line: its id, in quotation marks where it has spaces, or else its key. */
const typed = (id: SourceId, { maxLength = Number.POSITIVE_INFINITY }: StringOption): string => {
  if (id.length > maxLength || misread.test(id) || visible(id) !== id) return sourceKey(id)
  return id.includes(' ') ? `"${id}"` : id
}

const valuesOf = async (option: Option, begun: string, quoth: SharedContext['quoth']): Promise<readonly string[]> => {
  switch (option.type) {
    case 'boolean':
      return startingWith(begun, ['true', 'false'])
    case 'integer':
      return []
    case 'string':
      if (option.choices !== undefined) return startingWith(begun, option.choices)
      if (option.suggest === undefined) return []
      return (await quoth.suggestSources(begun, sourcesOffered)).map(({ id }) => typed(id, option))
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
  const before = actionTyped(line, commands)
  if (before === null) return completeName(line, commands)
  const { options } = before.action
  const [, marker = '', value = ''] = endOfLine.exec(before.rest) ?? []
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
  const isFirst = before.rest.trim() === value
  const values =
    plain === undefined || !isFirst || isDashed ? [] : await valuesOf(plain, value.replace(/^"/, ''), quoth)
  return [[...values.map((candidate) => `${candidate} `), ...startingWith(value, names)], value]
}
