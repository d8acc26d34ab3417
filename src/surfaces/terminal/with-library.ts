import type { SharedContext } from '../../command.ts'
import type { Output } from './output.ts'
import type { Program } from './program.ts'
import { startProgress } from './progress.ts'
import type { Terminal } from './terminal.ts'

/** One run of the program. */
export type Run = {
  readonly program: Program
  /** Its screens are inert: see `inert-screen.ts`. */
  readonly terminal: Terminal
  readonly out: Output
  /** Standard output as it is, for the prompt, which makes it inert itself. */
  readonly promptAt: Terminal['stdout']
}

/** Loads the library, saying so when it takes long, and closes it after `use`. */
export const withLibrary = async <T>(
  { program, terminal }: Run,
  { library, watch }: { readonly library: string | undefined; readonly watch: boolean },
  use: (quoth: SharedContext['quoth'], loaded: () => void) => Promise<T>,
): Promise<T> => {
  const progress = startProgress(terminal.stderr, 'Reading the library')
  try {
    const opened = await program.open({ library, watch, progress: progress.label })
    try {
      return await use(opened.quoth, progress.done)
    } finally {
      await opened.close()
    }
  } finally {
    progress.done()
  }
}
