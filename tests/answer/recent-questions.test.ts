import { describe, expect, it } from 'vitest'
import { createRecentQuestions } from '../../src/answer/recent-questions.ts'

const minutes = 60_000

/** A memory with a clock that stands still until it is set. */
const memory = () => {
  const clock = { now: 1 }
  const recent = createRecentQuestions(() => clock.now)
  const recalled = (asker: string, isPrivate: boolean) => recent.recall(asker, isPrivate).map(({ text }) => text)
  return { clock, recent, recalled }
}

describe('the memory of questions', () => {
  it('gives the last question of the same asker alone', () => {
    const { recent, recalled } = memory()
    recent.remember('Ada', false, 'first?', [])
    recent.remember('Ada', false, 'second?', [])
    recent.remember('Bob', false, 'of Bob?', [])
    expect(recalled('Ada', false)).toEqual(['second?'])
    expect(recalled('Cy', false)).toEqual([])
  })

  it('gives what the last question followed, at most three in all', () => {
    const { recent, recalled } = memory()
    for (const question of ['a', 'b', 'c', 'd']) recent.remember('Ada', false, question, recent.recall('Ada', false))
    expect(recalled('Ada', false)).toEqual(['b', 'c', 'd'])
  })

  it('forgets after ten minutes, and not before', () => {
    const { clock, recent, recalled } = memory()
    recent.remember('Ada', false, 'a', [])
    clock.now += 10 * minutes
    expect(recalled('Ada', false)).toEqual(['a'])
    clock.now += 1
    expect(recalled('Ada', false)).toEqual([])
  })

  it('tells nothing of a private question where others see it', () => {
    const { recent, recalled } = memory()
    recent.remember('Ada', false, 'open', [])
    recent.remember('Ada', true, 'hidden', recent.recall('Ada', true))
    expect(recalled('Ada', false)).toEqual(['open'])
    expect(recent.recall('Ada', true)).toEqual([
      { text: 'open', isPrivate: false },
      { text: 'hidden', isPrivate: true },
    ])
  })

  it('gives the later of an open and a private question to a private one', () => {
    const { clock, recent, recalled } = memory()
    recent.remember('Ada', true, 'hidden', [])
    clock.now += 1
    recent.remember('Ada', false, 'open', [])
    expect(recalled('Ada', true)).toEqual(['open'])
  })

  it('keeps a thousand askers, those of the last questions, and a part of a long question', () => {
    const { recent, recalled } = memory()
    for (let asker = 0; asker <= 1000; asker++) recent.remember(`${asker}`, false, 'x'.repeat(5000), [])
    recent.remember('1', false, 'again', [])
    recent.remember('new', false, 'new', [])
    expect(recalled('0', false)).toEqual([])
    expect(recalled('1', false)).toEqual(['again'])
    expect(recalled('2', false)).toEqual([])
    expect(recalled('3', false)).toEqual(['x'.repeat(1000)])
  })
})
