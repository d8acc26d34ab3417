import { execFileSync } from 'node:child_process'
import { mkdir, symlink } from 'node:fs/promises'
import { createServer } from 'node:net'

/** What may be in the place of a file and is none: its name, and how it is put there. */
export const inTheWay: readonly (readonly [name: string, make: (path: string) => Promise<unknown>])[] = [
  ['a folder', (path) => mkdir(path)],
  ['a pipe that nobody writes to', async (path) => execFileSync('sh', ['-c', 'mkfifo "$0"', path])],
  ['a device that never ends', (path) => symlink('/dev/zero', path)],
  [
    'a socket',
    (path) =>
      new Promise<void>((resolve, reject) => {
        // A short path: that of a socket has about a hundred bytes at most.
        const server = createServer().once('error', reject).listen(path, resolve)
        server.unref()
      }),
  ],
]
