import { describe, expect, it } from 'vitest'
import { cut, found, labelled, languages, linesOf, scoreOf, splitters } from '../../bench/labelled-sentences.ts'

describe('a labelled line', () => {
  it('gives its text with one space for a mark between spaces, and where sentences begin', () => {
    expect(labelled('One. ‖ Two.‖Three.')).toEqual({ text: 'One. Two.Three.', starts: [5, 9] })
  })

  it('is divided by a splitter, whose boundaries are counted against it', () => {
    const line = labelled('Aa. ‖ Bb. Cc. ‖ Dd.')
    const byHand = (): readonly number[] => [0, 4, 8]
    expect(cut(line.text, found(byHand, line.text, 'en'))).toBe('Aa. ‖Bb. ‖Cc. Dd.')
    expect(scoreOf(byHand, [['en', [line]]])).toEqual([1 / 2, 1 / 2, 1 / 2])
  })
})

describe('the half that no rule was chosen on', () => {
  const sets = languages.map((language) => [language, linesOf('report', language)] as const)
  const [ours = 0, ...others] = Object.values(splitters).map((splitter) => scoreOf(splitter, sets)[2] ?? 0)

  it('is divided by Quoth with an F1 of at least .97, and no worse than by others', () => {
    expect(ours).toBeGreaterThanOrEqual(0.97)
    expect(others.every((other) => other <= ours)).toBe(true)
  })

  it('has, with the other half, at least 300 boundaries', () => {
    const all = [...sets.map(([, lines]) => lines), ...languages.map((language) => linesOf('tune', language))].flat()
    expect(all.flatMap(({ starts }) => starts).length).toBeGreaterThanOrEqual(300)
  })
})
