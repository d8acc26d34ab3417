import { defineConfig } from 'vitest/config'

/** Files that put something in the place of a module, or count what keeps their process alive. */
const alone = [
  ...['endless-markdown', 'unsteady', 'folder-opening', 'directory-watches'].map((name) => `ingest/${name}`),
  'store/failing-files',
].map((name) => `tests/${name}.test.ts`)

const all = ['tests/**/*.test.ts', 'packages/*/tests/**/*.test.ts']

export default defineConfig({
  test: {
    // What the suite writes is kept until its end, and a secret in it fails the run.
    globalSetup: ['tests/secrets/run.ts'],
    setupFiles: ['tests/secrets/keep.ts'],
    // Most of the time is spent waiting for sockets and processes, so one file waits while another works.
    maxWorkers: 2,
    // Nothing may depend on how fast the machine is: these only end a test that would never end.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 120_000, interval: 5 } },
    projects: [
      // Modules keep no state, so files share a process: loading them anew for each took half of the time.
      { extends: true, test: { name: 'shared', isolate: false, include: all, exclude: alone } },
      { extends: true, test: { name: 'alone', include: alone } },
    ],
  },
})
