import type { Readable, Writable } from 'node:stream'

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
