import { describe, expect, it } from 'vitest'
import { judgedQuestions, type Verdict } from '../../src/tools/judged-questions.ts'

const texts = new Map([
  ['tides', 'The tide came in at noon. It went out at six.'],
  ['ferries', 'The ferry sails at noon.'],
])

const noon = { source: 'tides', exact: 'The tide came in at noon.' }
const six = { source: 'tides', exact: 'It went out at six.' }
const ferry = { source: 'ferries', exact: 'The ferry sails at noon.' }

const verdict = (isHelpful: boolean, other: Partial<Verdict> = {}): Verdict => ({
  question: 'When does the tide come in?',
  source: null,
  quotes: [noon],
  isHelpful,
  ...other,
})

const judged = (...verdicts: readonly Verdict[]) => {
  const { questions, leftOut } = judgedQuestions(verdicts, (source) => texts.get(source))
  const shown = questions.map(({ text, relevance, answers }) => [text, Object.fromEntries(relevance), answers])
  return { shown, leftOut }
}
const nothing = { ofOneSource: 0, followUps: 0, gone: 0, undecided: 0 }

describe('what verdicts say of a question', () => {
  it('is that a source whose quotes helped is relevant, and one whose quotes did not is not', () => {
    expect(
      judged(verdict(true, { quotes: [noon, ferry] }), verdict(false, { question: 'Who?', quotes: [ferry] })),
    ).toEqual({
      shown: [
        ['When does the tide come in?', { tides: 1, ferries: 1 }, [noon.exact, ferry.exact]],
        ['Who?', { ferries: 0 }, []],
      ],
      leftOut: nothing,
    })
  })

  it('is taken from all who asked it, however they wrote it, as it was first written', () => {
    const { shown } = judged(
      verdict(true),
      verdict(true, { question: ' when does the  TIDE come in ', quotes: [six, noon] }),
      verdict(false, { question: 'When does the tide come out?', quotes: [six] }),
    )
    expect(shown).toEqual([
      ['When does the tide come in?', { tides: 1 }, [noon.exact, six.exact]],
      ['When does the tide come out?', { tides: 0 }, []],
    ])
  })

  it('is what most of them say of each source, each of them once', () => {
    const { shown, leftOut } = judged(
      verdict(true, { quotes: [noon, ferry] }),
      verdict(true, { quotes: [noon] }),
      verdict(false, { quotes: [noon, six, ferry] }),
    )
    expect(shown).toEqual([['When does the tide come in?', { tides: 1 }, [noon.exact]]])
    expect(leftOut).toEqual(nothing)
  })

  it('is nothing when they contradict each other', () => {
    expect(judged(verdict(true), verdict(false))).toEqual({ shown: [], leftOut: { ...nothing, undecided: 1 } })
  })

  it('is nothing when only one source was asked, or with an earlier question', () => {
    expect(judged(verdict(true, { source: 'tides' }), verdict(true, { earlier: ['Where?'] }))).toEqual({
      shown: [],
      leftOut: { ...nothing, ofOneSource: 1, followUps: 1 },
    })
  })

  it('is nothing of quotes that the library has not any more, or that were none', () => {
    const gone = { source: 'moons', exact: 'The moon rose.' }
    const changed = { source: 'tides', exact: 'The tide came in at one.' }
    const { shown, leftOut } = judged(
      verdict(true, { quotes: [gone] }),
      verdict(false, { quotes: [changed] }),
      verdict(true, { quotes: [] }),
      verdict(true, { quotes: [gone, changed, ferry] }),
    )
    expect(shown).toEqual([['When does the tide come in?', { ferries: 1 }, [ferry.exact]]])
    expect(leftOut).toEqual({ ...nothing, gone: 3 })
  })

  it('is told apart from names that objects have of themselves', () => {
    const { shown } = judged(verdict(true, { question: '__proto__' }), verdict(true, { question: 'constructor' }))
    expect(shown.map(([text]) => text)).toEqual(['__proto__', 'constructor'])
  })
})
