import { action, type Command } from '../src/command.ts'
import { mostQuotes } from '../src/domain/guild-settings.ts'

export default {
  name: 'ask',
  private: 'as-set',
  action: action({
    isCostly: true,
    description: 'Ask a question; the answer is the words of the sources, quoted and cited',
    options: {
      question: {
        type: 'string',
        required: true,
        maxLength: 6000,
        maxLengthInChat: 1000,
        description: 'What you want to know; /help says what "…", -word, source: and before: do',
      },
      source: { type: 'string', maxLength: 300, suggest: 'source', description: 'Look in this source only' },
      quotes: {
        type: 'integer',
        min: 1,
        max: mostQuotes,
        description: 'How many quotes to give at most; 3, or what the server has set, when not said',
      },
      'follow-up': {
        type: 'boolean',
        default: false,
        description: 'Add to your last question here, such as “and in 2014?”',
      },
      private: { type: 'boolean', description: 'Show the answer to you alone, or to all' },
      explain: {
        type: 'boolean',
        only: 'terminal',
        description: 'Say why each quote stands where it does, or why there is none',
      },
    },
    examples: [
      { text: '"rights groups"', meaning: 'these words side by side' },
      { text: '-market', meaning: 'no passage with this word; -"stock market" for several' },
      { text: 'source:report', meaning: 'this source only; source:"Annual Report" by its title' },
      { text: 'before:2014', meaning: 'only sources dated before that year, month or day, such as before:2014-05-03' },
      { text: 'after:2014-05', meaning: 'only sources dated after it' },
    ],
    run: async (
      { question, source, quotes, 'follow-up': followsUp, private: hidden, explain },
      { quoth, asker, settings, earlier },
    ) => ({
      kind: 'answer',
      answer: await quoth.ask(question, {
        source,
        quotes: quotes ?? settings.quotes,
        asker,
        isPrivate: hidden ?? settings.answers === 'private',
        followsUp,
        earlier,
        explain,
      }),
    }),
  }),
} satisfies Command
