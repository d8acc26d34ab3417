import type { Option } from '../../command.ts'
import type { SurfaceOption } from './arguments.ts'
import type { Program } from './program.ts'
import { type Subcommand, subcommandsOf } from './subcommands.ts'

const surfaceOptions: { readonly [name in SurfaceOption]: { readonly value?: string; readonly description: string } } =
  {
    json: { description: 'Print JSON, one object per line' },
    library: { value: 'DIR', description: 'Use the documents in this folder' },
    text: { description: 'Print only the text of the source' },
    batch: {
      value: 'FILE',
      description: 'Answer each line {"id", "question"} of a file, or of standard input if it is -',
    },
  }

const placeholderOf = (name: string, option: Option): string => {
  switch (option.type) {
    case 'boolean':
      return ''
    case 'integer':
      return ' NUMBER'
    case 'file':
    case 'channel':
    case 'role':
      return ` ${name.toUpperCase()}`
    case 'string':
      return option.choices === undefined ? ` ${name.toUpperCase()}` : ` ${option.choices.join('|')}`
  }
}

const requiredShown = (name: string, option: Option): string =>
  option.type === 'string' && option.isList
    ? `${name.toUpperCase()}…`
    : option.required
      ? name.toUpperCase()
      : `[${name.toUpperCase()}]`

const defaultOf = (option: Option): string =>
  option.type === 'integer' && option.default !== undefined ? ` (default: ${option.default})` : ''

/** `quoth ask QUESTION [--source SOURCE] …` */
export const usageLine = ({ name, options, surfaceOptions: added }: Subcommand): string =>
  [
    `quoth ${name}`,
    ...Object.entries(options).map(([option, spec]) =>
      spec.required || ('isPlain' in spec && spec.isPlain)
        ? requiredShown(option, spec)
        : `[--${option}${placeholderOf(option, spec)}]`,
    ),
    ...added.map((option) => {
      const { value } = surfaceOptions[option]
      return `[--${option}${value === undefined ? '' : ` ${value}`}]`
    }),
  ].join(' ')

const columns = (rows: readonly (readonly [string, string])[]): readonly string[] => {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}

/** How to use one subcommand, one option per line. */
export const subcommandUsage = (subcommand: Subcommand): string => {
  const declared = Object.entries(subcommand.options).map(([name, option]) => {
    const left = option.required ? requiredShown(name, option) : `--${name}${placeholderOf(name, option)}`
    return [left, `${option.description}${defaultOf(option)}`] as const
  })
  const added = subcommand.surfaceOptions.map((name) => {
    const { value, description } = surfaceOptions[name]
    return [`--${name}${value === undefined ? '' : ` ${value}`}`, description] as const
  })
  const { runs } = subcommand
  const examples = (runs.kind === 'action' ? (runs.action.examples ?? []) : []).map(
    ({ text, meaning }) => [text, meaning] as const,
  )
  return [
    `Usage: ${usageLine(subcommand)}`,
    subcommand.description,
    '',
    ...columns([...declared, ...added]),
    ...(examples.length === 0 ? [] : ['', 'What you can type:', ...columns(examples)]),
  ].join('\n')
}

/** How to use the program. */
export const programUsage = (program: Program): string => {
  const american = program.commands.flatMap(({ name, americanName }) =>
    americanName ? [`${americanName} is the same as ${name}.`] : [],
  )
  return [
    'Quoth answers questions in the words of your documents: verbatim quotes, each cited to its paragraph.',
    '',
    'Usage: quoth SUBCOMMAND …, or quoth alone for a prompt',
    '',
    ...columns(subcommandsOf(program).map(({ name, description }) => [name, description] as const)),
    '',
    ...american,
    'Run quoth SUBCOMMAND --help for details. Every subcommand takes --library DIR and --json.',
    'Exit codes: 0 answered, 1 error, 2 the library does not say, 64 wrong usage.',
  ].join('\n')
}
