import { describe, expect, it } from 'vitest'
import { createRecentQuestions } from '../../src/answering/recent-questions.ts'

const minutes = 60_000

/** A memory with a clock that stands still until it is set. */
const memory = () => {
  const clock = { now: 0 }
  return { clock, recent: createRecentQuestions(() => clock.now) }
}

describe('the memory of questions', () => {
  it('gives the last question of the same asker alone', () => {
    const { recent } = memory()
    recent.remember('Ada', false, 'first?', [])
    recent.remember('Ada', false, 'second?', [])
    recent.remember('Bob', false, 'of Bob?', [])
    expect(recent.recall('Ada', false)).toEqual(['second?'])
    expect(recent.recall('Cy', false)).toEqual([])
  })

  it('gives what the last question followed, at most three in all', () => {
    const { recent } = memory()
    for (const question of ['a', 'b', 'c', 'd']) recent.remember('Ada', false, question, recent.recall('Ada', false))
    expect(recent.recall('Ada', false)).toEqual(['b', 'c', 'd'])
  })

  it('forgets after ten minutes, and not before', () => {
    const { clock, recent } = memory()
    recent.remember('Ada', false, 'a', [])
    clock.now = 10 * minutes
    expect(recent.recall('Ada', false)).toEqual(['a'])
    clock.now += 1
    expect(recent.recall('Ada', false)).toEqual([])
  })

  it('tells nothing of a private question where others see it', () => {
    const { recent } = memory()
    recent.remember('Ada', false, 'open', [])
    recent.remember('Ada', true, 'hidden', recent.recall('Ada', true))
    expect(recent.recall('Ada', false)).toEqual(['open'])
    expect(recent.recall('Ada', true)).toEqual(['open', 'hidden'])
  })

  it('gives the later of an open and a private question to a private one', () => {
    const { clock, recent } = memory()
    recent.remember('Ada', true, 'hidden', [])
    clock.now = 1
    recent.remember('Ada', false, 'open', [])
    expect(recent.recall('Ada', true)).toEqual(['open'])
  })

  it('keeps a thousand askers, those of the last questions, and a part of a long question', () => {
    const { recent } = memory()
    for (let asker = 0; asker <= 1000; asker++) recent.remember(`${asker}`, false, 'x'.repeat(5000), [])
    recent.remember('1', false, 'again', [])
    recent.remember('new', false, 'new', [])
    expect(recent.recall('0', false)).toEqual([])
    expect(recent.recall('1', false)).toEqual(['again'])
    expect(recent.recall('2', false)).toEqual([])
    expect(recent.recall('3', false)).toEqual(['x'.repeat(1000)])
  })
})
