import type { ArgumentsOf, Command, Options, SharedContext } from '../../command.ts'
import type { Terminal } from './terminal.ts'

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
