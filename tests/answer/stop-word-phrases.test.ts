import { describe, expect, it } from 'vitest'
import { engineOver } from '../support/engine.ts'

const text = `Notes of the theatre

The actor forgot his line. To be or not to be, he said at last. It was not to be.

The Who played in the yard on the next day. Who they are is known to all.`

const ask = async (question: string, earlier: readonly string[] = []) =>
  (await engineOver({ 'notes.txt': text })).quoth.ask(question, {
    quotes: 3,
    earlier: earlier.map((each) => ({ text: each, isPrivate: false })),
  })

describe('a phrase of stop words alone', () => {
  it.each([
    ['"to be or not to be"', 'To be or not to be, he said at last.'],
    ['to be or not to be', 'To be or not to be, he said at last.'],
    ['The Who', 'The Who played in the yard on the next day.'],
    ['Who are The Who?', 'The Who played in the yard on the next day.'],
    ['"not to be" "it was"', 'It was not to be.'],
  ])('is found word for word: %s', async (question, sentence) => {
    const { kind, quotes, notes } = await ask(question)
    expect(kind).toBe('quoted')
    expect(quotes[0]?.quote.exact).toContain(sentence)
    expect(notes).toEqual([])
  })

  it.each(['Who is it?', 'what is it', 'to it', '"be to or"', 'if we are'])(
    'is not looked for, or not found: %s',
    async (question) => {
      const { kind, notes } = await ask(question)
      expect(kind).toBe('silent')
      expect(JSON.stringify(notes)).toContain('no words to search for')
    },
  )

  it('is no phrase if it follows a question', async () => {
    const { kind, quotes } = await ask('and what about it then', ['Who played in the yard?'])
    expect(kind).toBe('quoted')
    expect(quotes[0]?.quote.exact).toContain('played in the yard')
  })
})
