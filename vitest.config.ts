import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'packages/*/tests/**/*.test.ts'],
    // What the suite writes is kept until its end, and a secret in it fails the run.
    globalSetup: ['tests/secrets/run.ts'],
    setupFiles: ['tests/secrets/keep.ts'],
    // Most of the time is spent waiting for sockets and processes, so one file waits while another works.
    maxWorkers: 2,
    // Nothing may depend on how fast the machine is: these only end a test that would never end.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000, interval: 20 } },
    // A test that passes the second time has lied the first: `npm run test:busy` shows which do. Until it has passed five times
    // on a busy machine, a submission is not turned away for one.
    retry: process.env['CI'] === undefined ? 0 : 2,
  },
})
