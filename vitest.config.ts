import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'packages/*/tests/**/*.test.ts'],
    // What the suite writes is kept until its end, and a secret in it fails the run.
    globalSetup: ['tests/secrets/run.ts'],
    setupFiles: ['tests/secrets/keep.ts'],
    // Most of the time is spent waiting for sockets and processes, so one file waits while another works.
    maxWorkers: 2,
    // The suite shares two cores with the loopback servers and the browser that it starts.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Some tests compare how long work takes at two sizes; on a machine that others share, one run may be spoilt.
    retry: process.env['CI'] === undefined ? 0 : 2,
  },
})
