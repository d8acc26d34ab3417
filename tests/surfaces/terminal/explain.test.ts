import { describe, expect, it } from 'vitest'
import type { Answer, Explanation, QuoteExplained } from '../../../src/domain/answer.ts'
import type { Quoth } from '../../../src/quoth.ts'
import { readPromptLine } from '../../../src/surfaces/terminal/prompt-line.ts'
import { allCommands } from '../../support/discord-bot.ts'
import { fakeQuoth, runQuoth } from '../../support/terminal-quoth.ts'

const effect = (label: string, value: number, adds: number) => ({ name: 'any', label, value, adds })

const explained: QuoteExplained = {
  words: [
    { word: 'founded', share: 0.62, found: { kind: 'related', words: ['established'], likeness: 0.714 } },
    { word: 'ISIS', share: 0.3, found: { kind: 'acronym', words: ['Islamic', 'State'] } },
    { word: 'antidisestablishmentarianism', share: 0.08, found: { kind: 'unknown' } },
  ],
  runs: ['froze in March'],
  asksFor: { label: 'a year', isShown: false },
  passage: {
    score: 3.5,
    topics: [
      {
        label: 'words of the question',
        adds: 4.001,
        effects: [
          effect('most of it', 1, -3),
          effect('nearly', 0.5, 6),
          effect('titles', 1, 0.9),
          effect('order', 1, 0.101),
        ],
      },
      { label: 'length', adds: -0.501, effects: [effect('length of the passage', 0.7, -0.501)] },
    ],
  },
  sentence: { score: 0, topics: [{ label: 'next to nothing', adds: 0.001, effects: [effect('little', 0, 0.001)] }] },
}

const explanation: Explanation = {
  quotes: [explained],
  confidence: {
    silentBelow: 0.15,
    topics: [
      { label: 'names', adds: -2, effects: [effect('names that it lacks', 1, -2)] },
      { label: 'matter', adds: 1, effects: [effect('the same matter', 1, 1)] },
    ],
  },
  silence: null,
}

/** The fake with an explanation on request. */
const explaining = (told: Explanation): Quoth => {
  const quoth = fakeQuoth()
  const silence = 'The confidence is 0.100; Quoth is silent below 0.150.'
  return {
    ...quoth,
    ask: async (question, options): Promise<Answer> => {
      const answer = await quoth.ask(question, options)
      if (options?.explain !== true) return answer
      return { ...answer, explanation: answer.kind === 'silent' ? { ...told, silence } : told }
    },
  }
}

const runExplained = async (argv: readonly string[], columns?: number) =>
  runQuoth(argv, {
    quoth: explaining(explanation),
    ...(columns === undefined ? {} : { isTTY: true, columns, env: { NO_COLOR: '1' } }),
  })

describe('ask --explain', () => {
  it('says below a quote how it has each word, and what its scores are made of, largest effect first', async () => {
    const { stdout } = await runExplained(['ask', '--explain', '--quotes', '1', 'harbour'])
    expect(stdout).toContain(
      [
        '  Words of the question, the weight of each, and how the quote matches it',
        '    founded                62%  only a similar word: “established”, 71% similar in meaning',
        '    ISIS                   30%  by another name: “Islamic” “State”',
        '    antidisestablishmentarianism',
        '                            8%  not at all: no source has it',
        '  In the same order as in the question: “froze in March”.',
        '  The question asks for a year; the quote does not give one.',
        '  Score of the passage: 3.50',
        '      +4.00  words of the question',
        '          −3.00  most of it (1.00)',
        '          +6.00  nearly (0.50)',
        '          +1.00  2 more',
        '      −0.50  length of the passage (0.70)',
        '  Score of the sentence: 0.00',
        '',
        'How sure Quoth is',
        '  Confidence: 0.900. Below 0.150, Quoth gives no quotes.',
        '  For an answer:',
        '      +1.00  the same matter (1.00)',
        '  Against an answer:',
        '      −2.00  names that it lacks (1.00)',
        '',
      ].join('\n'),
    )
  })

  it('says of a silence why it is one, and how near anything came', async () => {
    const { stdout, code } = await runExplained(['ask', 'zebra', '--explain'])
    expect(stdout).toContain('Why Quoth is silent\n  The confidence is 0.100; Quoth is silent below 0.150.\n')
    expect(stdout).toMatch(/The closest quote is in Anna Berg, .*\n {2}Words of the question/)
    expect(code).toBe(2)
  })

  it('wraps to the width of a terminal', async () => {
    const { stdout } = await runExplained(['ask', '--explain', 'harbour'], 44)
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(44)
  })

  it('says nothing of it when it is not asked for', async () => {
    expect((await runExplained(['ask', 'harbour'])).stdout).not.toContain('Words of the question')
    expect((await runExplained(['ask', 'harbour', '--json'])).stdout).not.toContain('explanation')
  })

  it('is in the JSON as it is', async () => {
    const { stdout } = await runExplained(['ask', 'harbour', '--json', '--explain'])
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'quoted', explanation })
  })

  it.each(['--explain why is ice cold', 'explain:true why is ice cold', '/ask why is ice cold explain:true'])(
    'may be typed at the prompt: %s',
    (line) => {
      expect(readPromptLine(line, allCommands)).toMatchObject({
        kind: 'run',
        args: { question: 'why is ice cold', explain: true },
      })
    },
  )

  it('shows hostile words with marks that a terminal does not obey, each on its line', async () => {
    const hostile = 'ice\u001b[2J\u202E\nWords'
    const words = [{ word: hostile, share: 1, found: { kind: 'other-form', words: [hostile] } as const }]
    const told = { ...explanation, quotes: [{ ...explained, words, runs: [hostile] }] }
    const { stdout } = await runQuoth(['ask', '--explain', 'harbour'], { quoth: explaining(told) })
    expect(stdout).not.toContain('\u001b')
    expect(stdout).not.toContain('\u202E')
    expect(stdout).not.toMatch(/^Words/m)
    expect(stdout).toContain('“ice␛[2J⟨U+202E⟩ Words”')
  })
})
