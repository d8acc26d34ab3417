import { describe, expect, it } from 'vitest'
import { rememberQuestions } from '../../src/meaning/question-vectors.ts'
import { wordEncoder } from '../support/word-encoder.ts'

describe('an encoder that remembers questions', () => {
  it('encodes one once, whether it is asked again at the same time or later', async () => {
    const encoder = wordEncoder()
    const remembering = rememberQuestions(encoder)
    const ask = () => remembering.encode('Who pays?', 'question')
    const [first, second] = await Promise.all([ask(), ask()])
    expect([second, await ask()]).toEqual([first, first])
    expect(first).toEqual(await wordEncoder().encode('Who pays?', 'question'))
    expect(encoder.encoded).toHaveLength(1)
  })

  it('takes a passage of the same words for another text, and remembers none', async () => {
    const encoder = wordEncoder()
    const remembering = rememberQuestions(encoder)
    for (const kind of ['question', 'passage', 'passage'] as const) await remembering.encode('Who pays?', kind)
    expect(encoder.encoded.map(([, kind]) => kind)).toEqual(['question', 'passage', 'passage'])
  })

  it.each([
    ['gave nothing', async () => null],
    [
      'failed',
      async () => {
        throw new Error('EPIPE')
      },
    ],
  ])('tries again what %s', async (_, fail) => {
    const encoder = wordEncoder()
    let fails = true
    const remembering = rememberQuestions({
      ...encoder,
      encode: (text, kind) => (fails ? fail() : encoder.encode(text, kind)),
    })
    await remembering.encode('Who pays?', 'question').catch(() => null)
    fails = false
    expect(await remembering.encode('Who pays?', 'question')).not.toBeNull()
  })
})
