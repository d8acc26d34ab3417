import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordOrderOf } from '../../src/answer/sentence-facts.ts'

const placesOf = (question: readonly string[]): ReadonlyMap<string, readonly number[]> =>
  new Map([...new Set(question)].map((word) => [word, question.flatMap((other, at) => (other === word ? [at] : []))]))

const compare = (text: string, question: string) => {
  const asked = question.split(' ')
  const { pairs, run } = wordOrderOf(text.split(' '), placesOf(asked), asked.length)
  return { pairs: [...pairs], run }
}

describe('the words of a question in a text', () => {
  it.each([
    ['the ferry sank off the point', 'when did the ferry sink', [0, 0, 0, 1, 0], 2],
    ['the ferry the ferry', 'the ferry', [0, 1], 2],
    ['ferry the', 'the ferry', [0, 0], 1],
    ['nothing of it', 'the ferry', [0, 0], 0],
    ['a a a', 'a a', [0, 1], 2],
    ['in the end of the war', 'the end of the war', [0, 1, 1, 1, 1], 5],
  ])('of “%s” asked “%s”', (text, question, pairs, run) => {
    expect(compare(text, question)).toEqual({ pairs, run })
  })

  it('run as far as the longest run that a plain search finds', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(words, words, (text, question) => {
        const all = question.flatMap((_, from) =>
          question.slice(from).map((_, length) => question.slice(from, from + length + 1)),
        )
        const longest = Math.max(
          0,
          ...all.filter((run) => ` ${text.join(' ')} `.includes(` ${run.join(' ')} `)).map(({ length }) => length),
        )
        expect(compare(text.join(' '), question.join(' ')).run).toBe(longest)
      }),
    )
  })
})
