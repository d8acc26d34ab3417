import { describe, expect, it } from 'vitest'
import { OutOfTime, within } from '../../src/concurrency/time-limit.ts'

const forever = (): never => {
  for (;;) {}
}

describe('work within a time limit', () => {
  it('gives what it gives, and throws what it throws', () => {
    expect(within(10_000, () => 'done')).toBe('done')
    const thrown = new RangeError('out of it')
    expect(() =>
      within(10_000, () => {
        throw thrown
      }),
    ).toThrow(thrown)
  })

  it('is cut off when it never ends, whatever it catches', () => {
    expect(() => within(20, forever)).toThrow(OutOfTime)
    expect(() =>
      within(20, () => {
        try {
          return forever()
        } catch {
          return 'caught'
        }
      }),
    ).toThrow(OutOfTime)
    expect(() => within(20, () => /^(a+)+$/.test(`${'a'.repeat(50)}b`))).toThrow(OutOfTime)
  })

  it('may be work with a limit of its own: the shorter one counts', () => {
    const catching = (milliseconds: number): unknown => {
      try {
        return within(milliseconds, forever)
      } catch (error) {
        return error
      }
    }
    expect(within(10_000, () => catching(20))).toBeInstanceOf(OutOfTime)
    expect(() => within(20, () => catching(10_000))).toThrow(OutOfTime)
    expect(within(10_000, () => 'done')).toBe('done')
  })
})
