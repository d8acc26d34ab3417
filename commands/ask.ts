import { action, type Command } from '../src/command.ts'

export default {
  name: 'ask',
  private: false,
  action: action({
    description: 'Ask a question; the answer is the words of the sources, quoted and cited',
    options: {
      question: {
        type: 'string',
        required: true,
        maxLength: 6000,
        maxLengthInChat: 1000,
        description: 'What you want to know',
      },
      source: { type: 'string', maxLength: 300, suggest: 'source', description: 'Look in this source only' },
      quotes: { type: 'integer', min: 1, max: 8, default: 3, description: 'How many quotes to give at most' },
      private: { type: 'boolean', default: false, description: 'Show the answer to you alone' },
    },
    run: async ({ question, source, quotes }, { quoth }) => ({
      kind: 'answer',
      answer: await quoth.ask(question, { source, quotes }),
    }),
  }),
} satisfies Command
