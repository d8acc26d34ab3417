import { defineConfig } from 'vitest/config'
import usual from '../vitest.config.ts'

/**
 * The tests that `bench/mutate.ts` names. Stryker's own `testFiles` lets every change of what a module does as it loads
 * survive.
 */
const include = process.env['QUOTH_MUTATION_TESTS']?.split(',') ?? []

// The usual projects each name files of their own, and would run the whole suite for each mutant.
const { projects: _, ...test } = usual.test ?? {}

// Every mutant has a worker of its own in any case, so its test files share one and load discord.js once. A mutant that
// hangs is found after ten seconds.
export default defineConfig({ ...usual, test: { ...test, include, isolate: false, testTimeout: 10_000 } })
