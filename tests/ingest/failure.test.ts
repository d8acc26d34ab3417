import { describe, expect, it } from 'vitest'
import { QuothError } from '../../src/domain/error.ts'
import { inEnglish, msg } from '../../src/domain/message.ts'
import { failureOf } from '../../src/ingest/failure.ts'

const thrownBy = (work: () => unknown): unknown => {
  try {
    work()
  } catch (error) {
    return error
  }
  return null
}

const overflow = (): number => 1 + overflow()

describe('why a document is left out', () => {
  it.each([
    ['a stack', overflow],
    ['a pattern', () => /(?:x|y)+z/.test('x'.repeat(20_000_000))],
    ['a string', () => 'x'.repeat(2 ** 30)],
    ['a list', () => new Array(-1)],
    ['a buffer', () => new Uint8Array(Number.MAX_SAFE_INTEGER)],
  ])('is its size where %s overflows, and no defect', (_, work) => {
    const error = thrownBy(work)
    expect(error).toBeInstanceOf(RangeError)
    const reasons = [inEnglish(failureOf('reading', error)), inEnglish(failureOf('indexing', error))]
    expect(reasons).toEqual([
      'Reading took too much memory, so the file was skipped. Split it into smaller files.',
      'Indexing took too much memory, so the file was skipped. Split it into smaller files.',
    ])
  })

  it('is a defect where nobody foresaw the error', () => {
    const error = thrownBy(() => new Date(Number.NaN).toISOString())
    expect(inEnglish(failureOf('indexing', error))).toBe(
      'Indexing failed because of a bug in Quoth (RangeError: Invalid time value). Please report it.',
    )
  })

  it('is what the refusal says where there is one', () => {
    expect(failureOf('reading', new QuothError('bad-document', msg`It is empty.`))).toEqual(msg`It is empty.`)
  })
})
