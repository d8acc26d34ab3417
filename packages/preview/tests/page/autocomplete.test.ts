import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Choice } from '../../src/protocol.ts'

type Outcome = { readonly kind: string; readonly choices?: readonly Choice[] }
type Create = (
  ask: (signal: AbortSignal) => Promise<readonly Choice[]>,
  tell: (outcome: Outcome) => void,
) => { ask(): void; cancel(): void }
const url = new URL('../../src/page/composer/autocomplete.js', import.meta.url)
const { createAutocomplete } = (await import(url.href)) as { createAutocomplete: Create }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const choice = (name: string): readonly Choice[] => [{ name, value: name }]
const started = () => {
  const answers: ((choices: readonly Choice[]) => void)[] = []
  const signals: AbortSignal[] = []
  const told: Outcome[] = []
  const autocomplete = createAutocomplete(
    (signal) => {
      signals.push(signal)
      return new Promise((resolve) => answers.push(resolve))
    },
    (outcome) => void told.push(outcome),
  )
  return { autocomplete, answers, signals, told }
}

test('keys in quick succession ask once', async () => {
  const { autocomplete, answers } = started()
  for (let key = 0; key < 5; key += 1) {
    autocomplete.ask()
    await vi.advanceTimersByTimeAsync(50)
  }
  await vi.advanceTimersByTimeAsync(200)
  expect(answers).toHaveLength(1)
})

test('an answer that a newer question has overtaken is dropped, whichever comes first', async () => {
  const { autocomplete, answers, signals, told } = started()
  autocomplete.ask()
  await vi.advanceTimersByTimeAsync(200)
  autocomplete.ask()
  await vi.advanceTimersByTimeAsync(200)
  answers[1]?.(choice('new'))
  answers[0]?.(choice('old'))
  await vi.advanceTimersByTimeAsync(0)
  expect(signals[0]?.aborted).toBe(true)
  expect(told.filter(({ kind }) => kind === 'choices')).toEqual([{ kind: 'choices', choices: choice('new') }])
})

test('what was left before the answer came says nothing', async () => {
  const { autocomplete, answers, told } = started()
  autocomplete.ask()
  await vi.advanceTimersByTimeAsync(200)
  autocomplete.cancel()
  answers[0]?.(choice('late'))
  await vi.advanceTimersByTimeAsync(0)
  expect(told).toEqual([{ kind: 'asking' }])
})
