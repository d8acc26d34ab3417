import type { Readable, Writable } from 'node:stream'
import type { ArgumentsOf, Command, Options, SharedContext } from '../../command.ts'

type Screen = Writable & { readonly isTTY?: boolean; readonly columns?: number }

/** What a program in a terminal has to do with: the standard streams and the environment of its process, or a test's. */
export type Terminal = {
  readonly stdin: Readable & { readonly isTTY?: boolean }
  readonly stdout: Screen
  readonly stderr: Screen
  readonly env: { readonly [name: string]: string | undefined }
}

/**
 * Columns to wrap at; none where no person looks, since a line of a file is as long as it is. A terminal that knows no
 * width says 0.
 */
export const widthOf = ({ isTTY, columns }: Screen): number =>
  isTTY ? Math.max(columns || 80, 20) : Number.POSITIVE_INFINITY

/** A library that is loaded and answers. */
type OpenedLibrary = {
  readonly quoth: SharedContext['quoth']
  close(): Promise<void>
}

/** Loads a library. */
export type OpenLibrary = (options: {
  /** The folder that `--library` names; undefined for the one of the settings. */
  readonly library: string | undefined
  /** Whether to follow changes of the folder: at the prompt, not for a single command. */
  readonly watch: boolean
  /** Says how far the loading is, in a few words; shown when it takes longer than a second. */
  readonly progress: (label: string) => void
}) => Promise<OpenedLibrary>

/** A subcommand of the terminal alone, declared as commands are, such as `register`. */
export type Tool = {
  /** One word, or two as in `sources show`. */
  readonly name: string
  readonly description: string
  readonly options: Options
  /** Resolves with the exit code. `json` and `library` are the options that every subcommand takes. */
  run(
    args: ArgumentsOf<Options>,
    context: { readonly terminal: Terminal; readonly library: string | undefined; readonly json: boolean },
  ): Promise<number>
}

/** What the terminal program is made of. */
export type Program = {
  readonly commands: readonly Command[]
  readonly tools: readonly Tool[]
  readonly open: OpenLibrary
  readonly version: string
}
