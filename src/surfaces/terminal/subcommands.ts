import { type Action, actionOf, type Command, type Options } from '../../command.ts'
import { QuothError } from '../../domain/error.ts'
import type { SurfaceOption } from './arguments.ts'
import { nearest } from './arguments.ts'
import type { Program, Tool } from './program.ts'

/** The subcommand that the first words of a command line name. */
export type Subcommand = {
  /** As typed, such as `sources show`. */
  readonly name: string
  readonly description: string
  readonly options: Options
  readonly surfaceOptions: readonly SurfaceOption[]
  readonly runs: { readonly kind: 'action'; readonly action: Action } | { readonly kind: 'tool'; readonly tool: Tool }
}

const everywhere: readonly SurfaceOption[] = ['json', 'library']

/** The options that the terminal adds to some commands. */
const additions: { readonly [name: string]: readonly SurfaceOption[] } = { ask: ['batch'], 'sources show': ['text'] }

const ofAction = (name: string, action: Action): Subcommand => ({
  name,
  description: action.description,
  options: action.options,
  surfaceOptions: [...(additions[name] ?? []), ...everywhere],
  runs: { kind: 'action', action },
})

const ofTool = (tool: Tool): Subcommand => ({
  name: tool.name,
  description: tool.description,
  options: tool.options,
  surfaceOptions: everywhere,
  runs: { kind: 'tool', tool },
})

const ofCommand = (command: Command): readonly Subcommand[] =>
  'action' in command
    ? [ofAction(command.name, command.action)]
    : Object.entries(command.subcommands).map(([name, action]) => ofAction(`${command.name} ${name}`, action))

/** All subcommands, in the order of the program. */
export const subcommandsOf = ({ commands, tools }: Program): readonly Subcommand[] => [
  ...commands.flatMap(ofCommand),
  ...tools.map(ofTool),
]

export const commandNamed = (name: string, commands: readonly Command[]): Command | undefined =>
  commands.find((command) => command.name === name || command.americanName === name)

/** The index of the word after the name of a group: the first that is neither an option nor the value of one. */
const wordAfterGroup = (argv: readonly string[]): number =>
  argv.findIndex((word, at) => !word.startsWith('--') && argv[at - 1] !== '--library')

/** The tool whose name a command line begins with; `eval seeds` is preferred to `eval`. */
const toolNamed = (argv: readonly string[], tools: readonly Tool[]): Tool | undefined =>
  tools
    .filter(({ name }) => name.split(' ').every((word, at) => word === argv[at]))
    .sort((a, b) => b.name.length - a.name.length)[0]

/**
 * Finds the subcommand that a command line begins with.
 * @returns it, and the rest of the words
 * @throws QuothError `bad-argument` if there is none with that name
 */
export const findSubcommand = (
  argv: readonly string[],
  program: Program,
): { readonly subcommand: Subcommand; readonly rest: readonly string[] } => {
  const [first = '', ...rest] = argv
  const tool = toolNamed(argv, program.tools)
  if (tool !== undefined) return { subcommand: ofTool(tool), rest: argv.slice(tool.name.split(' ').length) }
  const command = commandNamed(first, program.commands)
  if (command === undefined) {
    const group = program.tools.flatMap(({ name }) =>
      name.startsWith(`${first} `) ? [name.slice(first.length + 1)] : [],
    )
    if (group.length > 0)
      throw new QuothError('bad-argument', `“${first}” needs one of these behind it: ${group.join(', ')}.`, [])
    const names = [...program.commands, ...program.tools].map(({ name }) => name)
    const near = nearest(first, names)
    const hint = near.length > 0 ? '' : ' To ask a question: quoth ask QUESTION.'
    throw new QuothError('bad-argument', `Unknown subcommand “${first}”.${hint}`, near)
  }
  if ('action' in command) return { subcommand: ofAction(command.name, command.action), rest }
  const at = wordAfterGroup(rest)
  const name = rest[at] ?? command.default
  return {
    subcommand: ofAction(`${command.name} ${name}`, actionOf(command, name)),
    rest: rest.toSpliced(at, at < 0 ? 0 : 1),
  }
}
