import type { Readable, Writable } from 'node:stream'
import type { ArgumentsOf, Command, Options, SharedContext } from '../../command.ts'

type Screen = Writable & { readonly isTTY?: boolean; readonly columns?: number }

/** The standard streams and the environment of the process, or of a test. */
export type Terminal = {
  readonly stdin: Readable & { readonly isTTY?: boolean }
  readonly stdout: Screen
  readonly stderr: Screen
  readonly env: { readonly [name: string]: string | undefined }
}

/**
 * The width to wrap at, in columns; infinite for a pipe or a file. A terminal that does not know its width says 0.
 */
export const widthOf = ({ isTTY, columns }: Screen): number =>
  isTTY ? Math.max(columns || 80, 20) : Number.POSITIVE_INFINITY

/** A library that is loaded and can answer. */
type OpenedLibrary = {
  readonly quoth: SharedContext['quoth']
  close(): Promise<void>
}

/** Loads a library. */
export type OpenLibrary = (options: {
  /** The folder that `--library` names; undefined for that of the settings. */
  readonly library: string | undefined
  /** Whether to follow changes of the folder: at the prompt, not for a single command. */
  readonly watch: boolean
  /** Whether what was added to the library is left out: the folder alone. */
  readonly isFolderAlone?: boolean
  /** Reports progress in a few words, which are shown if loading takes longer than a second. */
  readonly progress: (label: string) => void
}) => Promise<OpenedLibrary>

/** A subcommand that only the terminal has, such as `register`; declared as commands are. */
export type Tool = {
  /** One word, or two as in `sources show`. */
  readonly name: string
  readonly description: string
  readonly options: Options
  /** Resolves with the exit code. `json` and `library` are options that every subcommand takes. */
  run(
    args: ArgumentsOf<Options>,
    context: { readonly terminal: Terminal; readonly library: string | undefined; readonly json: boolean },
  ): Promise<number>
}

/** The parts of the terminal program. */
export type Program = {
  readonly commands: readonly Command[]
  readonly tools: readonly Tool[]
  readonly open: OpenLibrary
  readonly version: string
}
